"""A demo that is begun at night would have its first call wait for the morning, and the tour with it."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from bot.demo.daytime import by_day

ZONE = ZoneInfo("Asia/Shanghai")


def at(text: str) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=ZONE).timestamp())


@pytest.mark.parametrize(
    ("now", "begins"),
    [
        ("2026-11-22 08:00", "2026-11-22 08:00"),
        ("2026-11-22 19:59", "2026-11-22 19:59"),
        ("2026-11-22 22:12", "2026-11-23 09:00"),
        ("2026-11-23 03:00", "2026-11-23 09:00"),
    ],
)
def test_demo_begins_by_day(now: str, begins: str) -> None:
    assert by_day(at(now), ZONE) == at(begins)
