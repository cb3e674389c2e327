"""Which reminders are owed, and when; the shift is on Saturday, 5 December 2026, 09:00."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.frozen import replace
from bot.ground.quiet_hours import is_quiet
from bot.ground.times import DAY
from bot.reminders.rules import Kind, Reminder, for_lead, for_minimum, for_volunteer
from bot.stations.settings import MAINLAND, PRESETS

SHANGHAI = ZoneInfo("Asia/Shanghai")
SETTINGS = PRESETS[MAINLAND]
EVENING_OFF = replace(
    SETTINGS, early_reminder_hours=0, reminder_hours=0, meeting_reminder_hours=0, lead_changes_hours=0
)


def at(text: str) -> int:
    return int(datetime.fromisoformat(f"2026-{text}").replace(tzinfo=SHANGHAI).timestamp())


NINE, EIGHT, FIVE = at("12-05T09:00"), at("12-05T08:00"), at("12-05T05:00")
LONG_AGO = at("11-01T12:00")


@pytest.mark.parametrize(
    ("starts_at", "confirmed_at", "expected"),
    [
        pytest.param(
            NINE,
            LONG_AGO,
            (
                Reminder(Kind.EARLY, at("12-02T09:00"), at("12-04T09:00")),
                Reminder(Kind.DAY_BEFORE, at("12-04T09:00"), at("12-05T07:00")),
                Reminder(Kind.MEETING, at("12-05T07:00"), NINE),
            ),
            id="signed up long ahead: three",
        ),
        pytest.param(
            NINE,
            NINE - 10 * DAY,
            (
                Reminder(Kind.DAY_BEFORE, at("12-04T09:00"), at("12-05T07:00")),
                Reminder(Kind.MEETING, at("12-05T07:00"), NINE),
            ),
            id="exactly 7 days ago when it would be due: two",
        ),
        pytest.param(
            NINE,
            NINE - 10 * DAY - 1,
            (
                Reminder(Kind.EARLY, at("12-02T09:00"), at("12-04T09:00")),
                Reminder(Kind.DAY_BEFORE, at("12-04T09:00"), at("12-05T07:00")),
                Reminder(Kind.MEETING, at("12-05T07:00"), NINE),
            ),
            id="more than 7 days ago when it is due: three",
        ),
        pytest.param(
            NINE,
            at("12-04T09:00"),
            (Reminder(Kind.MEETING, at("12-05T07:00"), NINE),),
            id="confirmed as it was due: one",
        ),
        pytest.param(NINE, at("12-05T07:30"), (), id="confirmed after all were due: none"),
        pytest.param(
            EIGHT,
            NINE - 3 * DAY,
            (
                Reminder(Kind.DAY_BEFORE, at("12-04T08:00"), at("12-05T07:00")),
                Reminder(Kind.MEETING, at("12-05T07:00"), EIGHT),
            ),
            id="at 6:00 it is quiet: at 7:00",
        ),
        pytest.param(
            FIVE,
            NINE - 3 * DAY,
            (
                Reminder(Kind.DAY_BEFORE, at("12-04T07:00"), at("12-04T21:55")),
                Reminder(Kind.MEETING, at("12-04T21:55"), FIVE),
            ),
            id="starts in quiet hours: the evening before",
        ),
    ],
)
def test_for_volunteer_owes_reminders_out_of_quiet_hours(
    starts_at: int, confirmed_at: int, expected: tuple[Reminder, ...]
) -> None:
    assert for_volunteer(starts_at, confirmed_at, SHANGHAI, SETTINGS) == expected


def test_for_lead_is_the_list_and_then_the_changes() -> None:
    assert for_lead(NINE, LONG_AGO, SHANGHAI, SETTINGS) == (
        Reminder(Kind.LEAD_LIST, at("12-04T20:00"), EIGHT),
        Reminder(Kind.LEAD_CHANGES, EIGHT, NINE),
    )
    assert for_lead(NINE, at("12-04T20:00"), SHANGHAI, SETTINGS) == (Reminder(Kind.LEAD_CHANGES, EIGHT, NINE),)


def test_for_minimum_warns_twice() -> None:
    assert for_minimum(NINE, LONG_AGO, SHANGHAI, SETTINGS) == (
        Reminder(Kind.TOO_FEW, at("12-02T09:00"), at("12-04T09:00")),
        Reminder(Kind.TOO_FEW_STILL, at("12-04T09:00"), NINE),
    )


def test_reminders_of_zero_hours_are_switched_off() -> None:
    off = replace(EVENING_OFF, minimum_warning_hours=0, minimum_last_warning_hours=0)
    assert for_volunteer(NINE, LONG_AGO, SHANGHAI, off) == for_minimum(NINE, LONG_AGO, SHANGHAI, off) == ()
    assert for_lead(NINE, LONG_AGO, SHANGHAI, off) == (Reminder(Kind.LEAD_LIST, at("12-04T20:00"), NINE),)


@pytest.mark.parametrize(
    ("now", "expected"),
    [
        (at("12-02T08:59"), []),
        (at("12-02T09:00"), [Kind.EARLY]),
        (at("12-04T08:59"), [Kind.EARLY]),
        (at("12-04T23:00"), [Kind.DAY_BEFORE]),
        (at("12-05T08:59"), [Kind.MEETING]),
        (NINE, []),
    ],
)
def test_after_a_stop_only_the_latest_reminder_is_owed_and_none_after_the_start(now: int, expected: list[Kind]) -> None:
    row = for_volunteer(NINE, LONG_AGO, SHANGHAI, SETTINGS)
    assert [reminder.kind for reminder in row if reminder.owed(now)] == expected


@given(st.integers(NINE, NINE + DAY), st.integers(0, 20 * DAY), st.integers(0, 72), st.integers(0, 24))
def test_reminders_are_in_order_never_quiet_and_never_after_the_start(
    starts_at: int, ahead: int, hours: int, meeting: int
) -> None:
    settings = replace(SETTINGS, reminder_hours=hours, meeting_reminder_hours=meeting)
    for rule in (for_volunteer, for_lead, for_minimum):
        row = rule(starts_at, starts_at - ahead, SHANGHAI, settings)
        ends = [*[reminder.at for reminder in row[1:]], starts_at]
        assert [reminder.useless_after for reminder in row] == ends[: len(row)]
        assert all(starts_at - ahead < reminder.at < reminder.useless_after for reminder in row)
        assert not any(is_quiet(reminder.at, SHANGHAI, SETTINGS.quiet) for reminder in row)
