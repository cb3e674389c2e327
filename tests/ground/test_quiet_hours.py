"""Quiet hours: what falls into them, when it goes instead, and how long an offer is held."""

from datetime import datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.quiet_hours import BEFORE_QUIET, QuietHours, hold_until, is_quiet, out_of_quiet
from bot.ground.times import HOUR, MINUTE

SHANGHAI, BERLIN = ZoneInfo("Asia/Shanghai"), ZoneInfo("Europe/Berlin")
NIGHT, SIESTA, OFF = QuietHours("22:00", "07:00"), QuietHours("13:00", "14:30"), QuietHours("00:00", "00:00")
QUARTER = 15 * MINUTE


def at(text: str, zone: ZoneInfo = SHANGHAI) -> int:
    return int(datetime.fromisoformat(text).replace(tzinfo=zone).timestamp())


@pytest.mark.parametrize(
    ("clock", "quiet", "expected"),
    [
        pytest.param("21:59", NIGHT, False, id="before"),
        pytest.param("22:00", NIGHT, True, id="first minute"),
        pytest.param("00:00", NIGHT, True, id="midnight"),
        pytest.param("06:59", NIGHT, True, id="last minute"),
        pytest.param("07:00", NIGHT, False, id="end"),
        pytest.param("13:00", SIESTA, True, id="within a day"),
        pytest.param("03:00", SIESTA, False, id="outside within a day"),
        pytest.param("00:00", OFF, False, id="equal ends: off"),
        pytest.param("00:00", None, False, id="none: off"),
    ],
)
def test_is_quiet_is_half_open(clock: str, quiet: QuietHours | None, expected: bool) -> None:
    assert is_quiet(at(f"2026-12-05T{clock}"), SHANGHAI, quiet) is expected


@pytest.mark.parametrize(
    ("instant", "useless_after", "expected"),
    [
        pytest.param("2026-12-04T18:00", "2026-12-05T09:00", "2026-12-04T18:00", id="not quiet: itself"),
        pytest.param("2026-12-05T06:00", "2026-12-05T08:00", "2026-12-05T07:00", id="useful after: after"),
        pytest.param("2026-12-05T05:00", "2026-12-05T07:00", "2026-12-04T21:55", id="starts as it ends: before"),
        pytest.param("2026-12-05T03:30", "2026-12-05T05:30", "2026-12-04T21:55", id="useless after: before"),
        pytest.param("2026-12-04T23:00", "2026-12-05T01:00", "2026-12-04T21:55", id="before midnight: before"),
    ],
)
def test_out_of_quiet_goes_after_unless_useless_then(instant: str, useless_after: str, expected: str) -> None:
    assert out_of_quiet(at(instant), at(useless_after), SHANGHAI, NIGHT) == at(expected)


@given(
    st.integers(at("2026-01-01T00:00"), at("2027-01-01T00:00")),
    st.integers(-HOUR, 20 * HOUR),
    st.sampled_from([NIGHT, SIESTA, OFF, None]),
    st.sampled_from([SHANGHAI, BERLIN]),
)
def test_out_of_quiet_is_never_quiet_and_never_too_late(
    instant: int, ahead: int, quiet: QuietHours | None, zone: ZoneInfo
) -> None:
    moved = out_of_quiet(instant, instant + ahead, zone, quiet)
    assert not is_quiet(moved, zone, quiet)
    assert moved <= instant or moved < instant + ahead
    assert is_quiet(instant, zone, quiet) or moved == instant


@pytest.mark.parametrize(
    ("starts_at", "expected"),
    [
        pytest.param("2026-12-04T10:00", "2026-12-04T14:00", id="by day"),
        pytest.param("2026-12-04T18:00", "2026-12-04T22:00", id="just until quiet"),
        pytest.param("2026-12-04T20:00", "2026-12-05T09:00", id="goes on in the morning"),
        pytest.param("2026-12-04T23:30", "2026-12-05T11:00", id="starts in quiet hours"),
        pytest.param("2026-12-05T03:00", "2026-12-05T11:00", id="starts in quiet hours after midnight"),
    ],
)
def test_hold_until_does_not_count_quiet_hours(starts_at: str, expected: str) -> None:
    assert hold_until(at(starts_at), 4 * HOUR, SHANGHAI, NIGHT) == at(expected)


@pytest.mark.parametrize("quiet", [None, OFF], ids=["none", "equal"])
def test_hold_until_counts_everything_without_quiet_hours(quiet: QuietHours | None) -> None:
    assert hold_until(at("2026-12-04T23:30"), 4 * HOUR, SHANGHAI, quiet) == at("2026-12-05T03:30")


@given(st.integers(at("2026-03-25T00:00"), at("2026-04-02T00:00")), st.integers(0, 30 * 4))
def test_hold_until_spans_exactly_the_waking_minutes(start: int, quarters: int) -> None:
    starts_at = start // QUARTER * QUARTER
    ends_at = hold_until(starts_at, quarters * QUARTER, BERLIN, NIGHT)
    assert sum(not is_quiet(t, BERLIN, NIGHT) for t in range(starts_at, ends_at, QUARTER)) == quarters


def test_before_quiet_leaves_time_to_deliver() -> None:
    assert timedelta(minutes=1) < timedelta(seconds=BEFORE_QUIET) < timedelta(hours=1)
