"""Each rule of a sign-up at its limit, a second before it and a second after; the shift is of the samples."""

import pytest

from bot.activities.rules import ActivityState
from bot.ground.frozen import replace
from bot.ground.refusals import (
    ActivityCancelled,
    ActivityClosed,
    ActivityOnHold,
    ActivityStarted,
    DeadlinePassed,
    Refusal,
    WrongState,
)
from bot.ground.times import HOUR
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, NamesTyped
from bot.sign_ups.rules import (
    COMING,
    STEPS,
    SignUpState,
    behind_line,
    check_deadline,
    check_open,
    check_sign_up_step,
    deadline_passed,
    is_late,
    moves_up,
    reads_for,
)
from tests.samples.activities import CARD, MINE, SHIFT, in_state

STARTS, SHUT = SHIFT.starts_at, SHIFT.starts_at - 86_400
PUBLISHED, ON_HOLD, CLOSED, CANCELLED = ActivityState
WAITING = replace(MINE, state=SignUpState.WAITLISTED)
PLACE = GroupPlace(1, 2, 3, "Group", "/1/", 2, 5, None, ("Anna",))
GROUP = GroupCard(shift=SHIFT, team=GroupTeam(3, "Group", "/1/"), place=PLACE, names_until=STARTS, now=STARTS - 1)


def refused(state: ActivityState, now: int) -> Refusal | None:
    try:
        check_open(in_state(state, decide_at=7), now)
    except Refusal as refusal:
        return refusal
    return None


@pytest.mark.parametrize("wanted", list(SignUpState))
@pytest.mark.parametrize("state", [None, *SignUpState])
def test_sign_up_goes_only_where_its_steps_lead(state: SignUpState | None, wanted: SignUpState) -> None:
    try:
        check_sign_up_step(state, wanted)
        refusal = None
    except WrongState as wrong:
        refusal = wrong
    assert refusal == (None if wanted in STEPS[state] else WrongState(state=state or "", wanted=wanted))


@pytest.mark.parametrize(
    ("state", "now", "expected"),
    [
        (PUBLISHED, SHUT - 1, None),
        (PUBLISHED, SHUT, DeadlinePassed(deadline_at=SHUT)),
        (PUBLISHED, STARTS - 1, DeadlinePassed(deadline_at=SHUT)),
        (PUBLISHED, STARTS, ActivityStarted(starts_at=STARTS)),
        (ON_HOLD, SHUT, ActivityOnHold(decision_at=7)),
        (ON_HOLD, STARTS, ActivityStarted(starts_at=STARTS)),
        (CLOSED, SHUT, ActivityClosed()),
        (CANCELLED, STARTS, ActivityCancelled(reason="other")),
    ],
)
def test_newcomers_are_taken_or_told_the_first_cause(state: ActivityState, now: int, expected: Refusal | None) -> None:
    assert refused(state, now) == expected


def test_without_a_deadline_it_never_passes() -> None:
    endless = replace(SHIFT, deadline_at=None)

    check_deadline(endless, STARTS)
    assert not deadline_passed(endless, STARTS)


@pytest.mark.parametrize("now", [SHUT - 1, SHUT, SHUT + 1])
def test_deadline_has_passed_when_its_moment_is_there(now: int) -> None:
    assert deadline_passed(SHIFT, now) is (now >= SHUT)


@pytest.mark.parametrize(
    ("state", "now", "expected"),
    [
        (PUBLISHED, STARTS - 1, True),
        (PUBLISHED, STARTS, False),
        (CLOSED, STARTS - 1, True),
        (CLOSED, STARTS, False),
        (ON_HOLD, STARTS - 1, False),
        (CANCELLED, STARTS - 1, False),
    ],
)
def test_who_waits_moves_up_until_the_start(state: ActivityState, now: int, expected: bool) -> None:
    assert moves_up(in_state(state), now) is expected


@pytest.mark.parametrize(("before", "late"), [(24 * HOUR + 1, False), (24 * HOUR, False), (24 * HOUR - 1, True)])
def test_withdrawing_is_late_under_so_many_hours(before: int, late: bool) -> None:
    assert is_late(SHIFT, STARTS - before, 24) is late


@pytest.mark.parametrize(("no_shows", "limit", "behind"), [(2, 3, False), (3, 3, True), (4, 3, True), (1, 1, True)])
def test_behind_the_line_from_the_limit_on(no_shows: int, limit: int, behind: bool) -> None:
    assert behind_line(no_shows, limit) is behind
    assert not behind_line(no_shows, 0)


@pytest.mark.parametrize("state", list(SignUpState))
@pytest.mark.parametrize("group", [None, 1])
def test_only_ones_own_place_is_claimed(state: SignUpState, group: int | None) -> None:
    one = replace(MINE, state=state, group_place_id=group)
    held = state in {SignUpState.CONFIRMED, SignUpState.OFFERED}

    assert one.live is (state is not SignUpState.WITHDRAWN)
    assert one.claims_place is (held and group is None)


@pytest.mark.parametrize(
    ("answer", "revision", "yes"), [(COMING, 3, True), (COMING, 2, False), ("late", 3, False), (None, None, False)]
)
def test_yes_is_for_the_shift_as_it_is(answer: str | None, revision: int | None, yes: bool) -> None:
    assert replace(MINE, answer=answer, answered_revision=revision).said_yes(3) is yes


@pytest.mark.parametrize(("telegram", "managed_by", "reader"), [(True, 7, 9), (False, 7, 7), (False, None, 8)])
def test_who_reads_about_it(telegram: bool, managed_by: int | None, reader: int) -> None:
    assert reads_for(replace(MINE, created_by=8), telegram=telegram, managed_by=managed_by) == reader


@pytest.mark.parametrize("confirmed_only", [True, False])
@pytest.mark.parametrize("may_manage", [True, False])
@pytest.mark.parametrize("mine", [None, WAITING, MINE], ids=["none", "waiting", "confirmed"])
def test_exact_place_is_for_who_comes_or_leads(mine: object, may_manage: bool, confirmed_only: bool) -> None:
    shift = in_state(PUBLISHED, confirmed_only=confirmed_only)
    card = replace(CARD, shift=shift, mine=mine, may_manage=may_manage)

    assert card.exact is (mine is MINE or may_manage or not confirmed_only)


@pytest.mark.parametrize("state", list(ActivityState))
@pytest.mark.parametrize("started", [True, False])
@pytest.mark.parametrize("shut", [True, False])
def test_card_is_open_while_a_sign_up_has_a_chance(state: ActivityState, started: bool, shut: bool) -> None:
    card = replace(CARD, shift=in_state(state), started=started, shut=shut)

    assert card.open is (state is PUBLISHED and not started and not shut)


@pytest.mark.parametrize(
    ("place", "now", "wanted"),
    [
        (PLACE, STARTS - 1, True),
        (PLACE, STARTS, False),
        (replace(PLACE, names=("Anna", "Ben")), STARTS - 1, False),
        (replace(PLACE, places=3), STARTS - 1, True),
        (None, STARTS - 1, False),
    ],
    ids=["one is missing", "too late", "all are there", "two are missing", "nothing held"],
)
def test_names_are_wanted_while_some_are_missing(place: GroupPlace | None, now: int, wanted: bool) -> None:
    assert replace(GROUP, place=place, now=now).names_wanted is wanted


def test_doubles_are_names_typed_more_than_once() -> None:
    typed = NamesTyped(("Anna", "Ben", "Carl"), PLACE, SHIFT, 0, ("Anna", "Ben", "Ben", "Carl", "Carl", "Carl"))

    assert typed.doubles == ("Ben", "Carl")
