from datetime import date, datetime

import pytest

from bot.ground.quiet_hours import QuietHours
from bot.ground.times import zone_named
from bot.posting.recruiting_rules import Leaving, leaving

ZONE = zone_named("Asia/Shanghai")
QUIET = QuietHours("22:00", "07:00")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


@pytest.mark.parametrize(
    ("now", "sent", "expected"),
    [
        pytest.param("2026-11-22 10:00", 0, ("2026-11-22 10:00", 22, False), id="first of the day: at once"),
        pytest.param("2026-11-22 10:00", 1, ("2026-11-22 10:00", 22, False), id="second: at once"),
        pytest.param("2026-11-22 10:00", 2, ("2026-11-23 09:00", 23, True), id="third: next morning, with others"),
        pytest.param("2026-11-22 23:00", 0, ("2026-11-23 07:00", 23, True), id="at night: after the quiet hours"),
        pytest.param("2026-11-22 05:00", 0, ("2026-11-22 07:00", 22, True), id="before dawn: the same morning"),
        pytest.param("2026-11-22 05:00", 2, ("2026-11-23 09:00", 23, True), id="before dawn, full: the next"),
    ],
)
def test_at_most_two_leave_on_a_day(now: str, sent: int, expected: tuple[str, int, bool]) -> None:
    moment, day, together = expected

    assert leaving(at(now), sent, 2, ZONE, QUIET) == Leaving(at(moment), date(2026, 11, day), together)


def test_without_quiet_hours_the_night_is_like_the_day() -> None:
    now = at("2026-11-22 23:00")

    assert leaving(now, 0, 2, ZONE, None) == Leaving(now, date(2026, 11, 22), together=False)
