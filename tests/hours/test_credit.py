"""Why this many minutes: the plan is 9:00 to 11:30, the grace ten minutes."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.ground.times import MINUTE, Span
from bot.hours.credit import NO_CHECK_OUT, OVERTIME, SHORT_STAY, Credit, Served, credit, shown
from bot.hours.rules import Why

NINE = 1_796_432_400
PLANNED = Span(NINE, NINE + 150 * MINUTE)
WHOLE = Why("planned", 150)


def at(minutes: int, seconds: int = 0) -> int:
    """Minutes after the planned start."""
    return NINE + minutes * MINUTE + seconds


@pytest.mark.parametrize(
    ("served", "expected"),
    [
        pytest.param(
            Served(planned=PLANNED, came=True),
            Credit(150, at(0), at(150), (), (WHOLE,)),
            id="here",
        ),
        pytest.param(
            Served(planned=PLANNED, came=False, checked_in_at=at(0)),
            Credit(0, at(0), at(0), (), (Why("not_there", 0),)),
            id="no-show",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, late_minutes=30),
            Credit(120, at(30), at(150), (), (WHOLE, Why("late", -30))),
            id="late by the lead's word",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(10, 59), leaving_seen=True),
            Credit(150, at(0), at(150), (), (WHOLE, Why("grace", 0))),
            id="within the grace, to the second",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(11), checked_out_at=at(150)),
            Credit(139, at(11), at(150), (), (WHOLE, Why("late", -11))),
            id="beyond the grace: all of it",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(-20), checked_out_at=at(150)),
            Credit(150, at(0), at(150), (), (WHOLE,)),
            id="too early is not credited",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, early_minutes=60),
            Credit(90, at(0), at(90), (), (WHOLE, Why("left_early", -60))),
            id="left early by the lead's word",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0), checked_out_at=at(149, 30)),
            Credit(150, at(0), at(150), (), (WHOLE,)),
            id="half a minute early is none",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0)),
            Credit(150, at(0), at(150), (NO_CHECK_OUT,), (WHOLE,)),
            id="forgotten check-out: planned end, flagged",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0), checked_out_at=at(180)),
            Credit(150, at(0), at(150), (OVERTIME,), (WHOLE,)),
            id="overtime without the lead's word: flagged",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_out_at=at(180), overtime_allowed=True),
            Credit(180, at(0), at(180), (), (WHOLE, Why("overtime", 30))),
            id="overtime with the lead's word",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(-15), checked_out_at=at(37)),
            Credit(37, at(0), at(37), (SHORT_STAY,), (WHOLE, Why("left_early", -113))),
            id="out after less than a quarter: flagged",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0), checked_out_at=at(38)),
            Credit(38, at(0), at(38), (), (WHOLE, Why("left_early", -112))),
            id="out after a quarter",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0), early_minutes=140),
            Credit(10, at(0), at(10), (), (WHOLE, Why("left_early", -140))),
            id="left very early by the lead's word",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, late_minutes=15, early_minutes=15, break_minutes=20),
            Credit(100, at(15), at(135), (), (WHOLE, Why("late", -15), Why("left_early", -15), Why("break", -20))),
            id="late, early and a break",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(0), broken_off_at=at(20)),
            Credit(20, at(0), at(20), (), (WHOLE, Why("cancelled", -130))),
            id="cancelled under way: until then, and nobody has forgotten anything",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_out_at=at(50), broken_off_at=at(20)),
            Credit(50, at(0), at(50), (), (WHOLE, Why("left_early", -100))),
            id="cancelled under way, but seen to stay",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, late_minutes=30, broken_off_at=at(0)),
            Credit(0, at(30), at(30), (), (WHOLE, Why("late", -30), Why("cancelled", -120))),
            id="cancelled before they came",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, late_minutes=100, early_minutes=100),
            Credit(0, at(100), at(100), (), (WHOLE, Why("late", -100), Why("left_early", -50))),
            id="never below nothing",
        ),
        pytest.param(
            Served(planned=PLANNED, came=True, checked_in_at=at(60), late_minutes=0, leaving_seen=True),
            Credit(150, at(0), at(150), (), (WHOLE,)),
            id="the lead's word goes before check-in",
        ),
    ],
)
def test_credit_explains_every_minute(served: Served, expected: Credit) -> None:
    assert credit(served, grace_minutes=10) == expected


def test_credit_without_grace_deducts_every_minute() -> None:
    served = Served(planned=PLANNED, came=True, late_minutes=1)
    assert credit(served, grace_minutes=0).minutes == 149


MINUTES = st.none() | st.integers(0, 1500)
INSTANTS = st.none() | st.integers(NINE - 7200, NINE + 100_000)


@given(
    st.builds(
        Served,
        planned=st.integers(1, 1440).map(lambda minutes: Span(NINE, NINE + minutes * MINUTE)),
        came=st.booleans(),
        late_minutes=MINUTES,
        early_minutes=MINUTES,
        checked_in_at=INSTANTS,
        checked_out_at=INSTANTS,
        leaving_seen=st.booleans(),
        broken_off_at=st.none() | st.integers(NINE, NINE + 60 * MINUTE),
        overtime_allowed=st.booleans(),
        break_minutes=st.integers(0, 600),
    ),
    st.integers(0, 60),
)
def test_credit_is_the_sum_of_its_steps_and_fits_its_span(served: Served, grace: int) -> None:
    given_credit = credit(served, grace)
    assert given_credit.minutes == sum(step.minutes for step in given_credit.why)
    assert 0 <= given_credit.minutes <= Span(given_credit.starts_at, given_credit.ends_at).minutes
    assert served.came or given_credit.minutes == 0
    if not served.overtime_allowed:
        assert given_credit.ends_at <= served.planned.ends_at


@pytest.mark.parametrize(
    ("minutes", "exact", "half_hours"),
    [(0, 0, 0), (14, 14, 0), (15, 15, 30), (44, 44, 30), (45, 45, 60), (150, 150, 150), (-15, -15, 0), (-16, -16, -30)],
)
def test_shown_rounds_to_the_nearest_half_hour_a_tie_upwards(minutes: int, exact: int, half_hours: int) -> None:
    assert (shown(minutes, "exact"), shown(minutes, "half_hours")) == (exact, half_hours)
