"""What is asked before a roll-call is closed, and what became of it."""

from collections.abc import Container, Sequence

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
from bot.hours.looks import Credited
from bot.hours.rules import RecordState
from bot.roll_call.looks import HandedLook, Longer, Question, RollCallCard, RollCallResult, SubmittedLook
from bot.roll_call.rules import Line
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack
from handlers.links.leading import Manage
from handlers.links.roll_call import (
    AllLeave,
    ConfirmRollCall,
    CountOvertime,
    OpenRollCall,
    PeopleHelped,
    SettleUnmarked,
)
from handlers.roll_call.card import back_key, card, line_label
from handlers.sign_ups.lines import which_line

NAMES_SHOWN = 10
HELPED = (5, 10, 20, 30, 50)
NOBODY_SAID = -1
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
    SHORT_STAY: later("⚠️ {name}: checked out after a very short time, {hours} counted"),
}
NOT_COUNTED = later("· {name}: could not be counted")
WAITS = later("· {name}: waits to be confirmed")


def ask(words: Words, question: Question, look: RollCallCard, *, extra: bool = False) -> Screen:
    asks = {Question.UNMARKED: ask_unmarked, Question.STILL_THERE: ask_still_there, Question.OVERTIME: ask_overtime}
    return asks[question](words, look) if question in asks else ask_helped(words, look, extra=extra)


def some(words: Words, names: Sequence[str]) -> Markup:
    """The first of them, and how many more."""
    shown = list(names[:NAMES_SHOWN])
    rest = len(names) - len(shown)
    if rest:
        shown.append(str(words.say_n("{n} more", "{n} more", rest)))
    return words.list(shown)


def ask_unmarked(words: Words, look: RollCallCard) -> Screen:
    names = [line.name for line in look.unmarked]
    names += [
        words.label("{team} ({n} without names)", team=group.team, n=words.number(group.unnamed))
        for group in look.uncounted
    ]
    text = words.say("Not marked yet: {names}. What about them?", names=some(words, names))
    no, yes = SettleUnmarked(look.shift.id, False), SettleUnmarked(look.shift.id, True)
    keys = (Key(words.label("They didn't come"), no), Key(words.label("They were here"), yes))
    return Screen(text, (keys, (back_key(words, look.shift.id),)))


def ask_still_there(words: Words, look: RollCallCard) -> Screen:
    text = words.say(
        "Planned until {time}. Have all of them left?", time=words.at(look.shift.zone).time(look.shift.ends_at)
    )
    yes = Key(words.label("Yes, all leave now"), AllLeave(look.shift.id, True))
    return Screen(text, ((yes, Key(words.label("Not yet"), OpenRollCall(look.shift.id, 0))),))


def longer_names(words: Words, longer: Sequence[Longer]) -> Markup:
    return some(words, [words.say("{name} ({hours})", name=one.name, hours=words.hours(one.minutes)) for one in longer])


def ask_overtime(words: Words, look: RollCallCard) -> Screen:
    text = words.say("Stayed longer than planned: {names}. Does it count?", names=longer_names(words, look.longer))
    keys = (
        Key(words.label("Yes, count it"), CountOvertime(look.shift.id, True)),
        Key(words.label("Only as planned"), CountOvertime(look.shift.id, False)),
    )
    return Screen(text, (keys, (back_key(words, look.shift.id),)))


def ask_helped(words: Words, look: RollCallCard, *, extra: bool) -> Screen:
    shift = look.shift.id
    numbers = tuple(Key(words.number(n), PeopleHelped(shift, n, extra)) for n in HELPED)
    skip = Key(words.label("Skip"), PeopleHelped(shift, NOBODY_SAID, extra))
    text = words.say("How many people were helped? Press, or type the number.")
    return Screen(text, (numbers, (skip, back_key(words, shift))))


def answered(words: Words, said: str) -> Screen:
    """In place of a question that was answered by typing: its buttons are gone."""
    return Screen(words.say("Noted: {answer}", answer=said))


def result(words: Words, done: RollCallResult) -> Screen:
    """Closed, with every line that brought no confirmed hours; or finished and waiting for the lead."""
    if done.waits_for is not None:
        first = words.say("✅ <b>Finished.</b> {lead} will look at it and confirm the hours.", lead=done.waits_for)
        return Screen(
            stack(first, which_line(words, done.shift), *number_lines(words, done.came, done.missed, done.helped))
        )
    minutes = sum(one.record.minutes_of_all for one in done.credited if one.record)
    first = words.say_n(
        "✅ <b>Roll-call done: {n} person, {hours}</b>",
        "✅ <b>Roll-call done: {n} people, {hours}</b>",
        done.came,
        hours=words.hours(minutes),
    )
    text = stack(
        first,
        which_line(words, done.shift),
        *number_lines(words, None, done.missed, done.helped),
        *odd_lines(words, done),
    )
    return Screen(text, ((Key(words.label("See the activity"), Manage(done.shift.id)),),))


def number_lines(words: Words, came: int | None, missed: int, helped: int | None) -> list[Markup]:
    lines = [] if came is None else [words.say_n("{n} came", "{n} came", came)]
    lines += [words.say_n("{n} didn't come", "{n} didn't come", missed)] if missed else []
    return lines + ([words.say_n("{n} person helped", "{n} people helped", helped)] if helped is not None else [])


def odd_lines(words: Words, done: RollCallResult) -> list[Markup]:
    """Whose hours are not confirmed, and why."""
    return [
        why_line(words, name, one)
        for name, one in zip(done.names, done.credited, strict=True)
        if one.record is None or one.record.state is not RecordState.VERIFIED or one.entry.flags
    ]


def why_line(words: Words, name: str, one: Credited) -> Markup:
    said = REFUSED.get(type(one.refusal)) if one.refusal else None
    if said is None and one.record is None:
        said = NOT_COUNTED
    flags = [FLAGGED[flag] for flag in one.entry.flags if flag in FLAGGED]
    return words.say(said or next(iter(flags), WAITS), name=name, hours=words.hours(one.entry.minutes))


def due_card(words: Words, look: RollCallCard) -> Screen:
    """To the lead, by itself, shortly before the start."""
    return card(words, look)


def handed(words: Words, look: HandedLook) -> Screen:
    """To the captain: the card, with whose wish it is."""
    shown = card(words, look.card)
    first = words.say("{name} asks you to take the roll.", name=look.by)
    return Screen(stack(first, shown.text), shown.keys)


def submitted(words: Words, look: SubmittedLook) -> Screen:
    """To the lead: what a captain has finished, with everybody who was not simply here."""
    shift = look.card.shift
    by_code = look.card.by_code
    odd = [odd_label(words, line, by_code.get(line.person_id)) for line in look.card.lines if is_odd(line, by_code)]
    longer = look.card.longer
    text = stack(
        words.say(
            "📋 <b>{name} has taken the roll: {came} of {expected} came</b>",
            name=look.by,
            came=words.number(look.card.came),
            expected=words.number(look.card.expected),
        ),
        which_line(words, shift),
        *(Markup("{}").format(label) for label in odd[: 2 * NAMES_SHOWN]),
        *number_lines(words, None, 0, look.card.call.beneficiaries),
        words.say("Stayed longer: {names}", names=longer_names(words, longer)) if longer else None,
        words.say("Your tap makes these hours count."),
    )
    keys = [Key(words.label("Confirm"), ConfirmRollCall(shift.id, False))]
    if longer:
        keys.append(Key(words.label("Confirm, with the extra time"), ConfirmRollCall(shift.id, True)))
    return Screen(text, (tuple(keys), (Key(words.label("Look at it"), OpenRollCall(shift.id, 0)),)))


def is_odd(line: Line, by_code: Container[int]) -> bool:
    """Who was not simply here from beginning to end: by the roll, or by the own codes."""
    marked = line.attendance
    said = marked is not None and (not marked.came or bool(marked.late_minutes or marked.early_minutes))
    return said or line.person_id in by_code


def odd_label(words: Words, line: Line, minutes: int | None) -> str:
    """With the minutes that their codes leave."""
    label = line_label(words, line)
    return label if minutes is None else f"{label} · {words.hours(minutes)}"


def handed_over(words: Words, name: str) -> str:
    return words.label("{name} has the card now.", name=name)
