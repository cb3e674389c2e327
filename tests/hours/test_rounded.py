"""What a sum looks like at a station that shows half hours: always with what the entries add up to."""

from datetime import date

import pytest

from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.hours.rules import Standing
from bot.hours.shown import OwnHours
from bot.reports.figures import Figures, TeamFigures
from bot.reports.file_rules import RecordOfService
from bot.reports.rules import Scope, Summary, Waiting
from bot.reports.shown import Digest, TeamWeek
from bot.speech.words import Words
from handlers.hours import own_hours
from handlers.hours.rounded import beside, total
from handlers.reports import digests, record_papers, summary

EN = Words("en", "Asia/Hong_Kong")
HALVES = "half_hours"


@pytest.mark.parametrize(
    ("language", "minutes", "rounding", "said"),
    [
        ("en", 440, "exact", "7 h 20 min"),
        ("en", 440, HALVES, "7 h 30 min (exactly 7 h 20 min)"),
        ("en", 450, HALVES, "7 h 30 min"),
        ("en", 10, HALVES, "0 min (exactly 10 min)"),
        ("zh_Hans", 20, HALVES, "30 分（实际 20 分）"),
        ("zh_Hant", 440, HALVES, "7 小時 30 分（實際 7 小時 20 分）"),
    ],
)
def test_exact_figure_stands_beside_a_rounded_one(language: str, minutes: int, rounding: str, said: str) -> None:
    assert total(Words(language, "Asia/Hong_Kong"), minutes, rounding) == said


def test_part_stands_beside_its_own_exact_figure() -> None:
    assert beside(EN, 60, 40) == "1 h (exactly 40 min)"


def report(*teams: int, before: int = 0) -> Summary:
    whole = Figures(volunteers=2, attendances=2, minutes=sum(teams), kinds=(("elderly", teams[0]), ("youth", teams[1])))
    parts = tuple(TeamFigures(n, f"Team {n}", Figures(minutes=minutes)) for n, minutes in enumerate(teams, 1))
    scope, period = Scope("Sheung Shui", "Asia/Hong_Kong", "/1/", 1), month_period("2026-11")
    return Summary(scope, period, whole, parts, Waiting(0, 0), Figures(minutes=before), HALVES)


def test_report_can_be_added_up_to_the_file() -> None:
    """The parts add up to the total, rounded and exact, and so does the file of the exact ones."""
    found = report(400, 40, before=400)
    shown = str(summary.summary(EN, found).text)
    teams = str(summary.by_team(EN, found).text)

    assert "<b>7 h 30 min (exactly 7 h 20 min)</b> (+1 h (exactly 40 min) on Oct)" in shown
    assert "Elderly people 7 h (exactly 6 h 40 min) · Children and youth 30 min (exactly 40 min)" in shown
    assert "· Team 1: 7 h (exactly 6 h 40 min), " in teams
    assert "· Team 2: 30 min (exactly 40 min), " in teams
    assert "7 h 30 min (exactly 7 h 20 min)" in teams


def test_same_as_before_only_if_it_is_to_the_minute() -> None:
    assert " (as in Oct)" in str(summary.summary(EN, report(400, 40, before=440)).text)
    assert " (+0 min (exactly 1 min) on Oct)" in str(summary.summary(EN, report(400, 40, before=439)).text)


def test_own_hours_add_up_to_what_is_missing() -> None:
    """20 minutes and 49 h 40 min more are the 50 hours of the next level."""
    hours = OwnHours(
        all=20, month=20, year=20, waiting=0, waiting_records=0, returned_records=0, other=0, kinds=(("elderly", 20),),
        scheme="hong_kong_hours", standing=Standing(0, 50, 49 * 60 + 40), rounding=HALVES,
    )  # fmt: skip
    shown = str(own_hours.own_hours(EN, hours).text)

    assert "<b>30 min (exactly 20 min)</b>" in shown
    assert "49 h 40 min more to" in shown


def test_week_and_record_of_service_say_the_same() -> None:
    week = TeamWeek("Team One", 1, 1, 1, 20, HALVES)
    digest = Digest(replace(month_period("2026-11"), kind="week"), (week,), (), (), 0)
    record = RecordOfService(
        name="Anna", volunteer_number="", station="Sheung Shui", on=date(2026, 12, 5), minutes=20, rounding=HALVES,
        entries=(),
    )  # fmt: skip

    assert "30 min (exactly 20 min)" in str(digests.digest(EN, digest).text)
    assert record_papers.in_all(EN, record) == "30 min (exactly 20 min)"
