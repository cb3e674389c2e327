"""What the files of hours share: names, instants and minutes in cells."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO

from bot.reports.file_rules import EntryLine
from bot.reports.month_reports import OpenSession
from bot.speech.words import Words
from handlers.hours.lines import NATURES, SOURCES
from handlers.talk.kinds import NAMES, kind_name

MARK = "\ufeff"


def written(rows: Iterable[Sequence[str | int]]) -> bytes:
    out = StringIO()
    out.write(MARK)
    csv.writer(out, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def day(words: Words, session: OpenSession) -> str:
    return words.at(session.zone).brief_day(session.starts_at)


FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹢", "﹣", "﹦", "﹫", "|", "%")


def safe(cell: str | int) -> str | int:
    """Numbers stay numbers; text is on one line, and gets an apostrophe where a spreadsheet would calculate it."""
    if isinstance(cell, int):
        return cell
    text = " ".join(cell.split())
    return f"'{text}" if text.startswith(FORMULA) else text


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
