"""A list that somebody sent, read into rows of text: a workbook or plain text, whatever it calls itself.

Nothing in it is followed, calculated or run. What is built to hurt is told by its size before it is unpacked; a limit
of memory stands behind that. What cannot be read answers with a code.
"""

import csv
import json
import resource
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib import import_module
from io import StringIO
from pathlib import Path

from bot.paper.encodings import Unreadable, decoded

MOST_ROWS = 20_000
MOST_COLUMNS = 60
LONGEST_CELL = 500
MEMORY = 192 * 2**20
"""Bytes of addresses beyond what the process has when it begins."""
WORKBOOK, OLD_WORKBOOK = b"PK\x03\x04", b"\xd0\xcf\x11\xe0"
DELIMITERS = "\t,;，；|"
LINES_LOOKED_AT = 30
Rows = list[list[str]]


def read(content: bytes) -> bytes:
    """``{"rows": …}`` or ``{"refused": …}``, as JSON."""
    with memory_bounded():
        try:
            return json.dumps({"rows": rows_of(content)}, ensure_ascii=False).encode()
        except Unreadable as error:
            return json.dumps({"refused": error.code}).encode()
        except MemoryError:
            return json.dumps({"refused": "too_large"}).encode()


@contextmanager
def memory_bounded() -> Iterator[None]:
    soft, hard = resource.getrlimit(resource.RLIMIT_AS)
    pages = int(Path("/proc/self/statm").read_text().split()[0])
    within = pages * resource.getpagesize() + MEMORY
    resource.setrlimit(resource.RLIMIT_AS, (within if soft == resource.RLIM_INFINITY else min(soft, within), hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_AS, (soft, hard))


def rows_of(content: bytes) -> Rows:
    """Raises Unreadable."""
    if content.startswith(OLD_WORKBOOK):
        raise Unreadable("old_workbook")
    if content.startswith(WORKBOOK):
        found: Rows = import_module("bot.paper.sheets").rows_of_workbook(content)
    else:
        found = rows_of_text(decoded(content))
    if not any(any(row) for row in found):
        raise Unreadable("empty")
    return trimmed(found)


def rows_of_text(text: str) -> Rows:
    """Raises Unreadable."""
    delimiter = delimiter_of(text.splitlines()[:LINES_LOOKED_AT])
    found: Rows = []
    try:
        for row in csv.reader(StringIO(text, newline=""), delimiter=delimiter):
            found.append(kept(row))
            if len(found) > MOST_ROWS:
                raise Unreadable("too_many_rows")
    except csv.Error:
        raise Unreadable("no_list") from None
    return found


def kept(row: Sequence[str]) -> list[str]:
    """Raises Unreadable where it has too many columns."""
    if len(row) > MOST_COLUMNS and any(cell.strip() for cell in row[MOST_COLUMNS:]):
        raise Unreadable("too_many_columns")
    return [cell.strip()[:LONGEST_CELL] for cell in row[:MOST_COLUMNS]]


def delimiter_of(lines: Sequence[str]) -> str:
    """What stands in most lines; of several, what stands there oftenest. A comma where none does."""
    said = [line for line in lines if line.strip()]
    counts = {one: [line.count(one) for line in said] for one in DELIMITERS}
    return max(DELIMITERS, key=lambda one: (sum(n > 0 for n in counts[one]), min(sum(counts[one]), 10**6), one == ","))


def trimmed(found: Rows) -> Rows:
    """As wide as the widest row, without empty rows at the end."""
    while found and not any(found[-1]):
        found.pop()
    width = max((at + 1 for row in found for at, cell in enumerate(row) if cell), default=0)
    return [(row + [""] * width)[:width] for row in found]
