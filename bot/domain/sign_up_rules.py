"""Closed is not the end: who waits may still move up in an activity that takes no newcomers."""

from bot.domain.activities import ActivityState, Shift
from bot.domain.refusals import (
    ActivityCancelled,
    ActivityClosed,
    ActivityOnHold,
    ActivityStarted,
    DeadlinePassed,
)
from bot.domain.times import DAY, HOUR

HALF_A_YEAR = 183 * DAY


def check_coming(shift: Shift, now: int) -> None:
    """Something can still change: raises ActivityCancelled, ActivityStarted."""
    if shift.activity.cancelled:
        raise ActivityCancelled(reason=shift.activity.cancel_reason or "other")
    if shift.starts_at <= now:
        raise ActivityStarted(starts_at=shift.starts_at)


def check_open(shift: Shift, now: int) -> None:
    """Newcomers are taken. The first cause that applies:

    Raises ActivityCancelled, ActivityStarted, ActivityOnHold, ActivityClosed, DeadlinePassed.
    """
    check_coming(shift, now)
    if shift.state == ActivityState.ON_HOLD:
        raise ActivityOnHold(decision_at=shift.activity.decide_at)
    if shift.state == ActivityState.CLOSED:
        raise ActivityClosed
    check_deadline(shift, now)


def check_deadline(shift: Shift, now: int) -> None:
    """Raises DeadlinePassed."""
    if shift.deadline_at is not None and deadline_passed(shift, now):
        raise DeadlinePassed(deadline_at=shift.deadline_at)


def deadline_passed(shift: Shift, now: int) -> bool:
    return shift.deadline_at is not None and shift.deadline_at <= now


def moves_up(shift: Shift, now: int) -> bool:
    """Whether free places go to those who wait: not on hold, for then nothing is settled."""
    return shift.state in {ActivityState.PUBLISHED, ActivityState.CLOSED} and now < shift.starts_at


def is_late(shift: Shift, now: int, hours: int) -> bool:
    """Withdrawing so near to the start counts as late; illness does not."""
    return shift.starts_at - now < hours * HOUR


def behind_line(no_shows: int, limit: int) -> bool:
    """`limit` 0: nobody is put behind the line."""
    return 0 < limit <= no_shows
