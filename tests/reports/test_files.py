"""The two files: opened by a spreadsheet they hold text and numbers, and nothing that runs."""

import csv
import io
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.reports.file_rules import ActivityLine, EntryLine, FileFacts
from bot.reports.rules import Scope
from bot.speech.words import LANGUAGES, Words
from handlers.reports.cells import FORMULA, safe
from handlers.reports.files import summary_file

AT = 1_796_432_400  # Saturday 5 December 2026, 9:00 in Shanghai
SCOPE = Scope("../../x CON <b>", "Asia/Shanghai", "/1/", 7)
ENTRY = EntryLine(
    date(2026, 12, 5), AT, AT + 9000, "Asia/Shanghai", "Anna", "A-1", "First", "Visit, with “chat”", "elderly",
    "service", "roll_call", 1, 150, True,
)  # fmt: skip
ACTIVITY = ActivityLine(AT, "Asia/Shanghai", "Visit", "elderly", "Home", "Chan", 2, 3, 300, 40)


def rows(facts: FileFacts, language: str = "en") -> list[list[str]]:
    content = summary_file(Words(language, "Asia/Shanghai"), facts).content
    assert content.startswith(b"\xef\xbb\xbf")
    return list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline="")))


def entries(*lines: EntryLine) -> FileFacts:
    return FileFacts(SCOPE, month_period("2026-12"), entries=lines)


@pytest.mark.parametrize("language", LANGUAGES)
def test_entry_is_written_with_the_stations_clock(language: str) -> None:
    training = replace(ENTRY, nature="training", counts=False, minutes=60)

    head, first, second = rows(entries(ENTRY, training), language)

    assert len(set(head)) == len(head) == len(first) == len(second)
    assert first[:7] == ["2026-12-05", "09:00", "11:30", "Anna", "A-1", "First", "Visit, with “chat”"]
    assert [row[-3:] for row in (first, second)] == [["1", "150", "0"], ["1", "0", "60"]]


@pytest.mark.parametrize("language", LANGUAGES)
def test_activity_is_written_with_what_offices_ask_for(language: str) -> None:
    outside = replace(ACTIVITY, starts_at=None, title="", kind="", place="", lead="", helped=0)
    facts = FileFacts(SCOPE, month_period("2026-12"), activities=(ACTIVITY, outside), file="activities")

    head, first, second = rows(facts, language)

    assert len(set(head)) == len(head) == 9
    assert first[0:2] + first[3:] == ["2026-12-05", "Visit", "Home", "2", "3", "300", "40", "Chan"]
    assert second[0] == ""
    assert second[4:8] == ["2", "3", "300", "0"]


@pytest.mark.parametrize("start", FORMULA, ids=[f"U+{ord(sign):04X}" for sign in FORMULA])
def test_text_that_would_calculate_is_text(start: str) -> None:
    """Fault 57."""
    typed = f"{start}cmd|' /C calc'!A0"
    row = rows(entries(replace(ENTRY, person=typed, activity=f"  {typed}", team=f"\u3000{typed}")))[1]

    assert all(cell.startswith("'") for cell in (row[3], row[5], row[6]))


@given(st.text(max_size=40) | st.text("=+-@\t\r\n ＝a1", max_size=8))
def test_no_cell_begins_as_a_formula(text: str) -> None:
    """Fault 57: whatever was typed, also after tabs and line breaks."""
    cell = str(safe(text))

    assert not cell.startswith((*FORMULA, "\t", "\r", "\n", " "))


def test_negative_minutes_stay_a_number() -> None:
    assert rows(entries(replace(ENTRY, minutes=-150)))[1][-2] == "-150"


def test_file_name_is_made_by_the_server() -> None:
    """Fault 58: nothing that was typed is in it."""
    made = summary_file(Words("en", "UTC"), entries(ENTRY))

    assert made.name == "liandong-entries-s7-20261201-20261231.csv"
