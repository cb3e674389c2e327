"""Fault 58: a file that is built to hurt is refused by a word, before it is unpacked; good ones are read after it."""

import json
from io import BytesIO
from typing import Any
from zipfile import ZIP_DEFLATED, ZipFile

import pytest
from openpyxl import Workbook

from bot.paper.lists import read

SHEET = "xl/worksheets/sheet1.xml"
OPENED = b"<worksheet xmlns='http://schemas.openxmlformats.org/spreadsheetml/2006/main'><sheetData>"
CLOSED = b"</sheetData></worksheet>"
LAUGHS = b"".join(b'<!ENTITY %c "%s">' % (98 + n, b"&%c;" % (97 + n) * 10) for n in range(10))


def book(sheet: bytes | None = None) -> bytes:
    """A workbook, its first sheet replaced."""
    good, made = BytesIO(), BytesIO()
    written = Workbook()
    assert written.active is not None
    written.active.append(["Name", "Phone"])
    written.active.append(["Anna", 13800001111])
    written.save(good)
    with ZipFile(good) as parts, ZipFile(made, "w", ZIP_DEFLATED) as out:
        for name in parts.namelist():
            out.writestr(name, sheet if sheet is not None and name == SHEET else parts.read(name))
    return made.getvalue()


WIDE = book(OPENED + b"<row>" + b"<c><v>1</v></c>" * 1_000_000 + b"</row>" + CLOSED)
FAR = book(OPENED + b"<row r='1048576'><c r='XFD1048576'><v>1</v></c></row>" + CLOSED)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "zip bomb": (book(OPENED + b" " * 100_000_000 + CLOSED), "too_large"),
    "billion laughs": (book(b'<!DOCTYPE z [<!ENTITY a "ha">' + LAUGHS + b"]>" + OPENED + b"&k;" + CLOSED), "broken"),
    "a million columns": (WIDE, "too_many_columns"),
    "the last cell": (FAR, "too_many_rows"),
    "a million columns of text": (b"a," * 1_000_000, "too_many_columns"),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 50, "no_list"),
    "an old workbook": (b"\xd0\xcf\x11\xe0" + bytes(999), "old_workbook"),
    "half a workbook": (book()[:900], "broken"),
    "nothing": (b"", "empty"),
}  # fmt: skip


def answer(content: bytes) -> Any:
    return json.loads(read(content))


@pytest.mark.parametrize("name", HOSTILE)
def test_what_is_built_to_hurt_is_refused(name: str) -> None:
    content, why = HOSTILE[name]

    assert answer(content) == {"refused": why}
    assert answer(book()) == {"rows": [["Name", "Phone"], ["Anna", "13800001111"]]}


@pytest.mark.parametrize(
    ("text", "encodings"),
    [
        (
            "姓名,电话,队伍\n王芳,13800001111,福田一队\n李强,,福田一队\n",
            "utf-8 utf-8-sig utf-16 utf-16-le utf-16-be gb18030",
        ),
        ("姓名,電話,隊伍\n陳大文,91234567,義工一隊\n黃麗珍,,義工一隊\n", "utf-8 utf-8-sig utf-16 big5 gb18030"),
    ],
)
def test_text_is_read_however_it_was_written_down(text: str, encodings: str) -> None:
    wanted = [line.split(",") for line in text.splitlines()]

    assert {name: answer(text.encode(name))["rows"] == wanted for name in encodings.split()} == dict.fromkeys(
        encodings.split(), True
    )
