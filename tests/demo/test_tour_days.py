"""When the tour's activity takes place, what has to happen before somebody can be called, and what is told first."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo.tour import Tour
from bot.demo.tour_words import OTHERWISE, STEPS

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


def begun(now: str, *taken: str) -> tuple[str, list[str]]:
    """The start in the form that the tour types, and what is done before it is typed."""
    tour = Tour("en", lambda text: any(f"start: {start}" in text for start in taken))
    *before, typed = tour.steps("en", at(now))[1]["acts"]
    start = next(line for line in typed["text"].splitlines() if line.startswith("start: "))
    return start.removeprefix("start: "), [f"{act['do']} {act['text']}" for act in before]


@pytest.mark.parametrize(
    ("now", "start"),
    [
        pytest.param("2026-11-22 09:00", "2026-11-24 14:00", id="two days ahead"),
        pytest.param("2026-11-22 12:00", "2026-11-24 14:00", id="just 50 hours ahead"),
        pytest.param("2026-11-22 12:01", "2026-11-25 14:00", id="too late for that"),
    ],
)
def test_tour_is_far_enough_ahead_that_a_free_place_is_given_at_once(now: str, start: str) -> None:
    assert begun(now) == (start, [])


def test_tour_walked_again_takes_another_day() -> None:
    assert begun("2026-11-22 09:00", "2026-11-24 14:00", "2026-11-25 14:00") == ("2026-11-26 14:00", [])


def test_tour_at_night_waits_for_the_morning() -> None:
    assert begun("2026-11-22 23:10") == ("2026-11-25 14:00", [f"wind {at('2026-11-23 09:00')}"])


def test_tour_tells_whoever_cannot_read_the_people_how_to_have_others() -> None:
    def first(people: str, page: str) -> str:
        return Tour(people, lambda _: False).steps(page, at("2026-11-22 09:00"))[0]["text"]

    told = {(people, page): first(people, page) == STEPS[page][0][1] for people in STEPS for page in STEPS}
    assert told == {(people, page): people == page for people in STEPS for page in STEPS}
    assert first("zh_Hans", "en") == f"{STEPS['en'][0][1]}\n{OTHERWISE['en']}"
