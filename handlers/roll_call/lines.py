"""What is asked before a roll-call is closed, what became of it, and of what was put right."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.ground.refusals import (
    NeedsAdministrator,
    NeedsCoordinator,
    OwnRecord,
    RecordsOverlap,
    Refusal,
    StaffOnDuty,
    TooShort,
)
from bot.hours.credit import NO_CHECK_OUT, OVERTIME, SHORT_STAY
from bot.hours.overlap_rules import OVERLAP
from bot.hours.shown import Credited
from bot.roll_call.rules import AttendanceState, Line, RunsInto
from bot.roll_call.shown import Longer
from bot.speech.words import Words, later

NAMES_SHOWN = 10
HELPED = (5, 10, 20, 30, 50)


def some(words: Words, names: Sequence[str]) -> Markup:
    """The first of them, and how many more."""
    shown = list(names[:NAMES_SHOWN])
    rest = len(names) - len(shown)
    if rest:
        shown.append(str(words.say_n("{n} more", "{n} more", rest)))
    return words.list(shown)


def longer_names(words: Words, longer: Sequence[Longer]) -> Markup:
    return some(words, [words.say("{name} ({hours})", name=one.name, hours=words.hours(one.minutes)) for one in longer])


def next_lines(words: Words, nexts: Sequence[RunsInto]) -> list[Markup]:
    """Whose extra time goes on into what they have signed up for next."""
    return [
        words.say(
            "⚠️ {name}: “{title}” begins at {time}. The same time counts only once.",
            name=one.name,
            title=one.title,
            time=words.at(one.zone).time(one.starts_at),
        )
        for one in nexts[:NAMES_SHOWN]
    ]


def number_lines(words: Words, came: int | None, missed: int, helped: int | None) -> list[Markup]:
    lines = [] if came is None else [words.say_n("{n} came", "{n} came", came)]
    lines += [words.say_n("{n} didn't come", "{n} didn't come", missed)] if missed else []
    return lines + ([words.say_n("{n} person helped", "{n} people helped", helped)] if helped is not None else [])


NAMES_OF_MARKS = {
    AttendanceState.HERE: later("Here"),
    AttendanceState.DONE: later("Here"),
    AttendanceState.LATE: later("Late"),
    AttendanceState.LEFT_EARLY: later("Left early"),
    AttendanceState.NO_SHOW: later("Didn't come"),
    AttendanceState.EXCUSED: later("Told us"),
}


def mark_name(words: Words, line: Line) -> str:
    return words.label(NAMES_OF_MARKS[line.attendance.state]) if line.attendance else "?"


REFUSED: dict[type[Refusal], str] = {
    StaffOnDuty: later("· {name}: on duty, no volunteer hours"),
    RecordsOverlap: later("· {name}: has hours for that time already"),
    TooShort: later("· {name}: less than a minute, nothing to count"),
    OwnRecord: later("· {name}: your own hours; somebody else confirms them"),
    NeedsCoordinator: later("· {name}: much in one day; waits for somebody higher to confirm"),
    NeedsAdministrator: later("· {name}: much in one day; waits for somebody higher to confirm"),
}


FLAGGED = {
    NO_CHECK_OUT: later("⚠️ {name}: no check-out, counted to the planned end"),
    OVERTIME: later("· {name}: stayed longer, counted as planned"),
    OVERLAP: later("⚠️ {name}: part of it is on record already, {hours} counted here"),
    SHORT_STAY: later("⚠️ {name}: checked out after a very short time, {hours} counted"),
}


NOT_COUNTED = later("· {name}: could not be counted")


WAITS = later("· {name}: waits to be confirmed")


def why_line(words: Words, name: str, one: Credited) -> Markup:
    said = REFUSED.get(type(one.refusal)) if one.refusal else None
    if said is None and one.record is None:
        said = NOT_COUNTED
    flags = [FLAGGED[flag] for flag in one.entry.flags if flag in FLAGGED]
    return words.say(said or next(iter(flags), WAITS), name=name, hours=words.hours(one.entry.minutes))
