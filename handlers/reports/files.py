"""The files of a summary: its entries, its activities."""

from collections.abc import Iterable, Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.reports.file_rules import ActivityLine, EntryLine, FileFacts
from bot.reports.files import file_facts
from bot.speech.screens import File
from bot.speech.words import Words
from bot.wire.rendering import Later, Telling
from handlers.reports.cells import minute_cells, names, when_cells, written
from handlers.reports.periods import period_name
from handlers.talk.journeys import Journey
from handlers.talk.kinds import NAMES, kind_name

journey = Journey()


@journey.notice(notices.SummaryFile)
async def show_summary_file(to: Telling, scope: str, kind: str, first: str, last: str, file: str) -> Later | None:
    found = await file_facts(to.tx, to.now, to.person_id, scope=scope, kind=kind, first=first, last=last, file=file)
    return to.later(summary_file, found)


def summary_file(words: Words, facts: FileFacts) -> File:
    """Made by the server alone: nothing typed is in its name."""
    rows = entry_rows(words, facts.entries) if facts.file == "entries" else activity_rows(words, facts.activities)
    first, last = facts.period.first_day, facts.period.last_day
    name = f"liandong-{facts.file}-{facts.scope.key}-{first:%Y%m%d}-{last:%Y%m%d}.csv"
    caption = Markup("{} · {}").format(facts.scope.name, period_name(words, facts.period))
    return File(name, written(rows), caption)


def entry_rows(words: Words, entries: tuple[EntryLine, ...]) -> Iterable[Sequence[str | int]]:
    yield [
        words.label("Date"),
        words.label("From"),
        words.label("To"),
        words.label("Name"),
        words.label("Volunteer number"),
        words.label("Team"),
        words.label("Activity"),
        words.label("Kind"),
        words.label("Nature"),
        words.label("Source"),
        words.label("Heads"),
        words.label("Minutes"),
        words.label("Minutes that don't count"),
    ]
    named = names(words)
    for line in entries:
        yield [
            *when_cells(words, line),
            line.person,
            line.volunteer_number,
            line.team,
            line.activity,
            *(named[code] for code in (line.kind, line.nature, line.source)),
            line.heads,
            *minute_cells(line),
        ]


def activity_rows(words: Words, activities: tuple[ActivityLine, ...]) -> Iterable[Sequence[str | int]]:
    yield [
        words.label("Date"),
        words.label("Title"),
        words.label("Kind"),
        words.label("Place"),
        words.label("Volunteers"),
        words.label("Attendances"),
        words.label("Minutes"),
        words.label("People helped"),
        words.label("Lead"),
    ]
    for line in activities:
        yield [
            f"{words.at(line.zone).local(line.starts_at):%Y-%m-%d}" if line.starts_at is not None else "",
            line.title if line.starts_at is not None else words.label("Hours outside an activity"),
            kind_name(words, line.kind) if line.kind in NAMES else "",
            line.place,
            line.volunteers,
            line.attendances,
            line.minutes,
            line.helped,
            line.lead,
        ]
