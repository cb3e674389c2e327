"""The workbook, opened again: typed cells, sums that are right, and nothing that calculates but those."""

from datetime import date
from io import BytesIO
from typing import Any

import pytest
from openpyxl import load_workbook

from bot.ground.frozen import replace
from bot.paper.child import make
from bot.reports.file_rules import ActivityLine, EntryLine, FileFacts
from bot.speech.words import LANGUAGES, Words
from handlers.reports.workbooks import workbook
from tests.paper.test_templates import AT, FOUND, HOSTILE, LINE, MONTH, SCOPE

ENTRIES: tuple[EntryLine, ...] = (
    replace(LINE, person='=HYPERLINK("http://x")', person_id=1, activity="https://example.org", minutes=100),
    replace(LINE, person="+1", person_id=2, minutes=-20),
    replace(LINE, person="Anna", person_id=1, minutes=100, day=date(2026, 12, 6)),
    replace(LINE, person="", person_id=None, heads=12, minutes=1440),
    replace(LINE, nature="training", counts=False, person_id=2, minutes=60),
)
ACTIVITY = ActivityLine(AT, "Asia/Shanghai", HOSTILE[4], "elderly", "Home", "Chan", 2, 3, 1620, 40)
FACTS = FileFacts(SCOPE, MONTH, entries=ENTRIES, activities=(ACTIVITY,), summary=FOUND)


def opened(language: str, *, values: bool) -> Any:
    order = workbook(Words(language, "Asia/Shanghai"), FACTS, FOUND).order
    return load_workbook(BytesIO(make(order.template, order.form, order.data)), data_only=values)


@pytest.mark.parametrize("language", LANGUAGES)
def test_sheets_add_up_to_what_the_chat_says(language: str) -> None:
    book = opened(language, values=True)
    summary, teams, people, activities, entries, definitions = book.worksheets

    assert len({sheet.title for sheet in book.worksheets}) == 6
    assert [row[0].value for row in teams.iter_rows(min_row=2)][-1] == Words(language, "UTC").label("In all")
    assert [cell.value for cell in teams[teams.max_row]][1:5] == [9, 21, 66.67, 4000]
    minutes = sum(line.minutes for line in ENTRIES if line.counts)
    assert [cell.value for cell in people[people.max_row]][-2:] == [27.0, minutes]
    assert [cell.value for cell in entries[entries.max_row]][-4:-1] == [27.0, minutes, 60]
    assert activities.max_row == 3
    assert summary.max_row > 5
    assert definitions.max_row == 6


def test_people_are_told_apart_by_who_they_are() -> None:
    people = opened("en", values=True).worksheets[2]

    assert [[cell.value for cell in row][-1] for row in people.iter_rows(min_row=2)] == [200, -20, 1440, 1620]


@pytest.mark.parametrize("language", LANGUAGES)
def test_only_sums_calculate_and_nothing_links(language: str) -> None:
    """Fault 57."""
    formulas = [
        (sheet.title, cell.row, cell.value)
        for sheet in opened(language, values=False).worksheets
        for row in sheet.iter_rows()
        for cell in row
        if cell.data_type == "f" or cell.hyperlink
    ]

    assert formulas
    assert all(value.startswith(("=SUM(", "=ROUND(SUM(")) for _, _, value in formulas)


def test_days_are_days_and_heads_stay_in_sight() -> None:
    entries = opened("en", values=True).worksheets[4]

    assert entries["A2"].value.isoformat() == "2026-12-05T00:00:00"
    assert entries["D2"].value == '=HYPERLINK("http://x")'
    assert entries.freeze_panes == "A2"
    assert entries.auto_filter.ref
