"""The two files: opened by a spreadsheet they hold text and numbers, and nothing that runs."""

import csv
import io
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.hours.shown import Correction
from bot.reports.figures import Figures, TeamFigures
from bot.reports.file_rules import ActivityLine, EntryLine, FileFacts
from bot.reports.rules import Scope, Summary, Waiting
from bot.speech.words import LANGUAGES, Words
from handlers.reports.cells import FORMULA, hour_cell, hour_cells, safe
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

    head, first, second, whole = rows(entries(ENTRY, training), language)

    assert len(set(head)) == len(head) == len(first) == len(second) == len(whole)
    assert first[:7] == ["2026-12-05", "09:00", "11:30", "Anna", "A-1", "First", "Visit, with “chat”"]
    assert [row[-5:] for row in (first, second, whole)] == [
        ["1", "2.50", "150", "0", ""], ["1", "0.00", "0", "60", ""], ["", "2.50", "150", "60", ""]
    ]  # fmt: skip


@pytest.mark.parametrize("language", LANGUAGES)
def test_correction_is_read_as_an_answer(language: str) -> None:
    words = Words(language, "Asia/Shanghai")
    changed = Correction(date(2026, 12, 3), 120, 150, "stayed & helped")
    row = rows(entries(replace(ENTRY, corrections=(changed, replace(changed, after=0)))), language)[1]

    day = words.label_day(date(2026, 12, 3))
    first = words.label(
        "corrected on {day} from {before} to {after}", day=day, before=words.hours(120), after=words.hours(150)
    )
    second = words.label("taken back on {day}, {before}", day=day, before=words.hours(120))
    reasons = [words.label("{said}: {reason}", said=said, reason="stayed & helped") for said in (first, second)]
    assert row[-1] == "; ".join(reasons)


@given(st.lists(st.integers(0, 5000), max_size=30))
def test_hours_add_up_to_those_of_the_sum(minutes: list[int]) -> None:
    cells = hour_cells(minutes)

    assert sum(cells) == hour_cell(sum(minutes))
    assert all(abs(cell - Decimal(n) / 60) < Decimal("0.01") for cell, n in zip(cells, minutes, strict=True))


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_team_is_in_its_file_and_adds_up(language: str) -> None:
    month = month_period("2026-12")
    teams = (TeamFigures(1, "First", Figures(2, 3, 100, helped=5)), TeamFigures(0, "", Figures(1, 1, 20, no_shows=1)))
    whole = Figures(2, 4, 120, helped=5, no_shows=1)
    found = Summary(SCOPE, month, whole, teams, Waiting(0, 0), Figures(), idle=("=Idle",))
    head, first, none, idle, last = rows(FileFacts(SCOPE, month, summary=found, file="teams"), language)

    assert len(set(head)) == len(head) == 8
    assert first == ["First", "2", "3", "1.67", "100", "0", "5", "0"]
    assert none[1:] == ["1", "1", "0.33", "20", "0", "0", "1"]
    assert idle == ["'=Idle", "0", "0", "0.00", "0", "0", "0", "0"]
    assert last[1:] == ["2", "4", "2.00", "120", "0", "5", "1"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_activity_is_written_with_what_offices_ask_for(language: str) -> None:
    outside = replace(ACTIVITY, starts_at=None, title="", kind="", place="", lead="", helped=0)
    facts = FileFacts(SCOPE, month_period("2026-12"), activities=(ACTIVITY, outside), file="activities")

    head, first, second, whole = rows(facts, language)

    assert len(set(head)) == len(head) == 10
    assert first[0:2] + first[3:] == ["2026-12-05", "Visit", "Home", "2", "3", "5.00", "300", "40", "Chan"]
    assert second[0] == ""
    assert second[4:9] == ["2", "3", "5.00", "300", "0"]
    assert whole[5:9] == ["6", "10.00", "600", "40"]


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
    assert rows(entries(replace(ENTRY, minutes=-150)))[1][-4:-2] == ["-2.50", "-150"]


@pytest.mark.parametrize(
    ("language", "name"), [("en", "service-records"), ("zh_Hans", "服务记录"), ("zh_Hant", "服務紀錄")]
)
def test_file_name_is_made_by_the_server_in_the_readers_language(language: str, name: str) -> None:
    """Fault 58: nothing that was typed is in it."""
    made = summary_file(Words(language, "UTC"), entries(ENTRY))

    assert made.name == f"{name}-s7-20261201-20261231.csv"
