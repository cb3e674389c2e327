"""CSV that spreadsheets open as it is: UTF-8 with a byte order mark, and no cell that would run as a formula."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from markupsafe import Markup

from bot.reports.file_rules import ActivityLine, EntryLine, FileFacts
from bot.speech.screens import File
from bot.speech.words import Words
from handlers.hours.lines import NATURES, SOURCES
from handlers.reports.periods import period_name
from handlers.talk.kinds import NAMES, kind_name

FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹢", "﹣", "﹦", "﹫", "|", "%")
MARK = "\ufeff"


def summary_file(words: Words, facts: FileFacts) -> File:
    """Made by the server alone: nothing typed is in its name."""
    rows = entry_rows(words, facts.entries) if facts.file == "entries" else activity_rows(words, facts.activities)
    first, last = facts.period.first_day, facts.period.last_day
    name = f"liandong-{facts.file}-{facts.scope.key}-{first:%Y%m%d}-{last:%Y%m%d}.csv"
    caption = Markup("{} · {}").format(facts.scope.name, period_name(words, facts.period))
    return File(name, written(rows), caption)


def written(rows: Iterable[Sequence[str | int]]) -> bytes:
    out = StringIO()
    out.write(MARK)
    csv.writer(out, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def safe(cell: str | int) -> str | int:
    """Numbers stay numbers; text is on one line, and gets an apostrophe where a spreadsheet would calculate it."""
    if isinstance(cell, int):
        return cell
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(FORMULA) else text


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


def names(words: Words) -> dict[str, str]:
    """Kinds, natures and sources by code."""
    kinds = {kind: kind_name(words, kind) for kind in NAMES}
    natures = {"service": words.label("Service")} | {code: words.label(text) for code, text in NATURES.items()}
    return kinds | natures | {source.value: words.label(text) for source, text in SOURCES.items()}


def when_cells(words: Words, line: EntryLine) -> tuple[str, str, str]:
    there = words.at(line.zone)
    start, end = there.local(line.starts_at), there.local(line.ends_at)
    return line.day.isoformat(), f"{start:%H:%M}", f"{end:%H:%M}"


def minute_cells(line: EntryLine) -> tuple[int, int]:
    """Those that count, and those that don't."""
    return (line.minutes, 0) if line.counts else (0, line.minutes)


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
