"""The tables of a summary: its entries, its activities, its teams. Each ends with what it adds up to."""

from collections.abc import Iterable, Sequence
from decimal import Decimal

from markupsafe import Markup

from bot.reports.figures import Figures
from bot.reports.file_rules import ActivityLine, EntryLine
from bot.reports.rules import Summary
from bot.speech.words import Words
from handlers.hours.lines import corrected
from handlers.reports.cells import Cell, hour_cell, hour_cells, minute_cells, names, when_cells
from handlers.talk.kind_words import NAMES, kind_name


def entry_rows(words: Words, entries: tuple[EntryLine, ...]) -> Iterable[Sequence[Cell]]:
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
        words.label("Hours"),
        words.label("Minutes"),
        words.label("Minutes that don't count"),
        words.label("Corrections"),
    ]
    named = names(words)
    counted = [line.minutes if line.counts else 0 for line in entries]
    for line, hours in zip(entries, hour_cells(counted), strict=True):
        yield [
            *when_cells(words, line),
            line.person,
            line.volunteer_number,
            line.team,
            line.activity,
            *(named[code] for code in (line.kind, line.nature, line.source)),
            line.heads,
            hours,
            *minute_cells(line),
            correction_cell(words, line),
        ]
    others = sum(line.minutes for line in entries if not line.counts)
    yield [words.label("In all"), *[""] * 10, hour_cell(sum(counted)), sum(counted), others, ""]


def correction_cell(words: Words, line: EntryLine) -> str:
    """As an answer: from what, to what, and why."""
    said = [corrected(words, one) for one in line.corrections]
    return Markup("; ").join(said).unescape()


def activity_rows(words: Words, activities: tuple[ActivityLine, ...]) -> Iterable[Sequence[Cell]]:
    yield [
        words.label("Date"),
        words.label("Title"),
        words.label("Kind"),
        words.label("Place"),
        words.label("Volunteers"),
        words.label("Attendances"),
        words.label("Hours"),
        words.label("Minutes"),
        words.label("People helped"),
        words.label("Lead"),
    ]
    minutes = [line.minutes for line in activities]
    for line, hours in zip(activities, hour_cells(minutes), strict=True):
        yield [
            f"{words.at(line.zone).local(line.starts_at):%Y-%m-%d}" if line.starts_at is not None else "",
            line.title if line.starts_at is not None else words.label("Hours outside an activity"),
            kind_name(words, line.kind) if line.kind in NAMES else "",
            line.place,
            line.volunteers,
            line.attendances,
            hours,
            line.minutes,
            line.helped,
            line.lead,
        ]
    attendances, helped = sum(line.attendances for line in activities), sum(line.helped for line in activities)
    yield [words.label("In all"), "", "", "", "", attendances, hour_cell(sum(minutes)), sum(minutes), helped, ""]


def team_rows(words: Words, found: Summary) -> Iterable[Sequence[Cell]]:
    """Every team, also where nothing was done."""
    yield [
        words.label("Team"),
        words.label("Volunteers"),
        words.label("Attendances"),
        words.label("Hours"),
        words.label("Minutes"),
        words.label("Minutes that don't count"),
        words.label("People helped"),
        words.label("Didn't come"),
    ]
    hours = hour_cells([team.figures.minutes for team in found.teams])
    for team, cell in zip(found.teams, hours, strict=True):
        yield team_row(team.name or words.label("without a team"), team.figures, cell)
    for name in found.idle:
        yield team_row(name, Figures(), hour_cell(0))
    yield team_row(words.label("In all"), found.whole, hour_cell(found.whole.minutes))


def team_row(name: str, figures: Figures, hours: Decimal) -> Sequence[Cell]:
    return [
        name,
        figures.volunteers,
        figures.attendances,
        hours,
        figures.minutes,
        figures.other_minutes,
        figures.helped,
        figures.no_shows,
    ]
