"""When the tour's activity takes place, what has to happen before somebody can be called, and what is told first."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo.tour import HOUR, JOINS, MINUTE, Tour
from bot.demo.tour_words import OTHERWISE, STEPS
from bot.simulator.page.tour import TourAct
from bot.speech.words import Words

ZONE = ZoneInfo("Asia/Shanghai")
LINK, JOINED, POSTED, THE_DAY_BEFORE, REPORT = 1, 2, 3, 8, 12
WORDS = Words("en", "Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


class Phones:
    """On which these days' activities are told of already."""

    def __init__(self, taken: tuple[str, ...] = (), joins: bool = True) -> None:
        self.taken = {WORDS.when(at(start), at(start) + 2 * HOUR) for start in taken}
        self.joins = joins

    def say(self, text: str) -> bool:
        return text in self.taken

    def newcomer_joins(self, labels: list[str]) -> bool:
        return self.joins


def acts(now: str, *taken: str) -> list[list[TourAct]]:
    return [step["acts"] for step in Tour("en", Phones(taken)).steps("en", at(now))]


def begun(now: str, *taken: str) -> tuple[str, list[str]]:
    """The start of what is posted, and what time does before the link is made."""
    walked = acts(now, *taken)
    start = int(walked[THE_DAY_BEFORE][0]["text"]) + 24 * HOUR - MINUTE
    day = walked[POSTED][3]["text"]
    said = f"{datetime.fromtimestamp(start, ZONE):%Y-%m-%d %H:%M}"
    assert int(day) == int(said[8:10])
    return said, [f"{act['do']} {act['text']}" for act in walked[LINK] if act["do"] == "wind"]


@pytest.mark.parametrize(
    ("now", "start"),
    [
        pytest.param("2026-11-22 09:00", "2026-11-24 19:00", id="two days ahead"),
        pytest.param("2026-11-22 17:00", "2026-11-24 19:00", id="just 50 hours ahead"),
        pytest.param("2026-11-22 17:01", "2026-11-25 19:00", id="too late for that"),
    ],
)
def test_tour_is_far_enough_ahead_that_a_free_place_is_given_at_once(now: str, start: str) -> None:
    assert begun(now) == (start, [])


def test_tour_walked_again_takes_another_day() -> None:
    assert begun("2026-11-22 09:00", "2026-11-24 19:00", "2026-11-25 19:00") == ("2026-11-26 19:00", [])


def test_tour_walked_again_lets_nobody_join_twice() -> None:
    joined = Tour("en", Phones(joins=False)).steps("en", at("2026-11-22 09:00"))[JOINED]["acts"]

    assert [act.get("text") for act in acts("2026-11-22 09:00")[JOINED]] == [None, *JOINS]
    assert [act["do"] for act in joined] == ["link"]


def test_tour_at_night_waits_for_the_morning() -> None:
    assert begun("2026-11-22 23:10") == ("2026-11-25 19:00", [f"wind {at('2026-11-23 09:00')}"])


@pytest.mark.parametrize(
    ("now", "report"), [("2026-11-22 09:00", "2026-12-01 09:01"), ("2026-12-29 09:00", "2027-01-01 09:01")]
)
def test_tour_ends_with_the_report_of_its_month(now: str, report: str) -> None:
    assert acts(now)[REPORT][0]["text"] == str(at(report))


def test_tour_tells_whoever_cannot_read_the_people_how_to_have_others() -> None:
    def first(people: str, page: str) -> str:
        return Tour(people, Phones()).steps(page, at("2026-11-22 09:00"))[0]["text"]

    told = {(people, page): first(people, page) == STEPS[page][0][1] for people in STEPS for page in STEPS}
    assert told == {(people, page): people == page for people in STEPS for page in STEPS}
    assert first("zh_Hans", "en") == f"{STEPS['en'][0][1]}\n{OTHERWISE['en']}"
