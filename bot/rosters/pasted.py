"""A list pasted into the chat: a table with the names of its columns, or names with numbers, bullets and phones."""

import re
from collections.abc import Sequence

from bot.ground.reading.names import read_names
from bot.ground.text import clean_line
from bot.rosters.columns import headed

HEADS = ["姓名", "电话"]
_PHONE = re.compile(r"[+＋]?\(?\d(?:[ ().-]?\d){6,14}")
_CELLS = re.compile(r"\t|[|｜]")


def rows_of_paste(text: str) -> list[list[str]]:
    """With the names of the columns first. Empty where there are no names in it."""
    table = table_of(text.splitlines())
    if table:
        return table
    phones = phones_by_name(text.splitlines())
    names = [name for name in read_names(text).names if re.search(r"[^\W\d_]", name)]
    return (
        [HEADS, *([name, phones.get(name, [""]).pop(0) if phones.get(name) else ""] for name in names)] if names else []
    )


def table_of(lines: Sequence[str]) -> list[list[str]]:
    """Out of a spreadsheet, with its head."""
    rows = [[clean_line(cell) for cell in _CELLS.split(line)] for line in lines if line.strip()]
    width = max(map(len, rows), default=0)
    if width < 2:
        return []
    even = [(row + [""] * width)[:width] for row in rows]
    at, found = headed(even)
    return even[at:] if len(found) > 1 else []


def phones_by_name(lines: Sequence[str]) -> dict[str, list[str]]:
    """Of lines with one name and one number."""
    found: dict[str, list[str]] = {}
    for line in lines:
        phones, names = _PHONE.findall(line), read_names(line).names
        if len(names) == 1:
            found.setdefault(names[0], []).append(phones[0].strip() if len(phones) == 1 else "")
    return found
