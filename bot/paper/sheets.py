"""The first sheet of a workbook that has anything in it, as rows of text. Formulas are their last values, unasked."""

from collections.abc import Iterator, Sequence
from datetime import date, datetime, time
from io import BytesIO
from typing import Any
from zipfile import BadZipFile, ZipFile

from openpyxl import load_workbook

from bot.paper.encodings import Unreadable
from bot.paper.lists import MOST_ROWS, Rows, kept

MOST_PARTS = 500
LARGEST_PART = 40 * 2**20
"""Bytes unpacked: 20,000 rows of ten columns take a third."""
LARGEST = 60 * 2**20
WIDEST = 16_384 + 4
"""Cells of a row: more columns no spreadsheet program has."""
PIECE = 2**16
DECLARED = (b"<!DOCTYPE", b"<!ENTITY")
SHEETS_LOOKED_AT = 10


def rows_of_workbook(content: bytes) -> Rows:
    """Raises Unreadable, MemoryError."""
    try:
        with ZipFile(BytesIO(content)) as whole:
            check(whole)
    except (BadZipFile, ValueError, OSError, RuntimeError, NotImplementedError, EOFError, OverflowError):
        raise Unreadable("broken") from None
    try:
        book = load_workbook(BytesIO(content), read_only=True, data_only=True, keep_links=False)
        for sheet in book.worksheets[:SHEETS_LOOKED_AT]:
            sheet.reset_dimensions()  # what it says of its own size is not believed
            found = list(cells(sheet.iter_rows(values_only=True)))
            if any(any(row) for row in found):
                return found
    except (Unreadable, MemoryError):
        raise
    except Exception:  # whatever a broken part makes of a library that believes in it
        raise Unreadable("broken") from None
    raise Unreadable("empty")


def check(whole: ZipFile) -> None:
    """Unpacks each part that would be read, piece by piece, as far as it may be large. Raises Unreadable."""
    parts = whole.infolist()
    names = {part.filename for part in parts}
    if len(parts) > MOST_PARTS:
        raise Unreadable("too_large")
    if "[Content_Types].xml" not in names or not any(name.startswith("xl/") for name in names):
        raise Unreadable("no_list")
    total = 0
    for part in parts:
        if part.filename.lower().endswith((".xml", ".rels")):
            total += measured(whole, part.filename, LARGEST - total)


def measured(whole: ZipFile, name: str, left: int) -> int:
    size, before, in_row = 0, b"", 0
    with whole.open(name) as part:
        while piece := part.read(PIECE):
            size += len(piece)
            in_row = longest_row(piece, in_row)
            if size > min(left, LARGEST_PART):
                raise Unreadable("too_large")
            looked_at = (before + piece).replace(b"\0", b"").upper()
            if any(one in looked_at for one in DECLARED):
                raise Unreadable("broken")  # no spreadsheet program declares entities
            before = piece[-20:]
    return size


def longest_row(piece: bytes, in_row: int) -> int:
    """How many cells the row that is open has by now. Raises Unreadable before a library keeps a million of them."""
    first, *others = piece.split(b"<row")
    counted = [in_row + first.count(b"<c"), *(one.count(b"<c") for one in others)]
    if max(counted) > WIDEST:
        raise Unreadable("too_many_columns")
    return counted[-1]


def cells(rows: Iterator[Sequence[Any]]) -> Iterator[list[str]]:
    for number, row in enumerate(rows):
        if number >= MOST_ROWS:
            raise Unreadable("too_many_rows")
        yield kept([text_of(cell) for cell in row])


def text_of(cell: Any) -> str:
    """A day as 2026-11-05, a whole number without a point: phone numbers are numbers to a spreadsheet."""
    if cell is None or isinstance(cell, bool | time):
        return "" if cell is None else str(cell)
    if isinstance(cell, datetime | date):
        return cell.isoformat()[:10]
    if isinstance(cell, float) and cell.is_integer() and abs(cell) < 1e15:
        return str(int(cell))
    return str(cell)
