"""What the files of hours share: names, instants and minutes in cells."""

import csv
from collections.abc import Iterable, Sequence
from decimal import Decimal
from io import StringIO

from bot.reports.file_rules import EntryLine
from bot.reports.shown import OpenSession
from bot.speech.words import Words
from handlers.hours.lines import NATURES, SOURCES
from handlers.talk.kind_words import NAMES, kind_name

Cell = str | int | Decimal
MARK = "\ufeff"


def written(rows: Iterable[Sequence[Cell]]) -> bytes:
    out = StringIO()
    out.write(MARK)
    csv.writer(out, lineterminator="\r\n").writerows([safe(cell) for cell in row] for row in rows)
    return out.getvalue().encode()


def day(words: Words, session: OpenSession) -> str:
    return words.at(session.zone).brief_day(session.starts_at)


FORMULA = ("=", "+", "-", "@", "＝", "＋", "－", "＠", "−", "﹢", "﹣", "﹦", "﹫", "|", "%")


def safe(cell: Cell) -> Cell:
    """Numbers stay numbers; text is on one line, and gets an apostrophe where a spreadsheet would calculate it."""
    if isinstance(cell, int | Decimal):
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


HUNDREDTH = 100


def hour_cells(minutes: Sequence[int]) -> list[Decimal]:
    """2.50: in hundredths, so that they add up to the sum's: the largest rests get more."""
    made = [n * HUNDREDTH // 60 for n in minutes]
    missing = in_hundredths(sum(minutes)) - sum(made)
    by_rest = sorted(range(len(minutes)), key=lambda at: (-(minutes[at] * HUNDREDTH % 60), at))
    for at in by_rest[:missing]:
        made[at] += 1
    return [hundredths(n) for n in made]


def hour_cell(minutes: int) -> Decimal:
    """Of a sum, to the nearest hundredth."""
    return hundredths(in_hundredths(minutes))


def in_hundredths(minutes: int) -> int:
    return (minutes * HUNDREDTH * 2 + 60) // 120


def hundredths(n: int) -> Decimal:
    return Decimal(n).scaleb(-2)


def file_name(label: str, *parts: str, ending: str = "csv") -> str:
    """In the reader's language, of words that are ours: nothing typed is in it."""
    return "-".join([label, *parts]) + f".{ending}"
