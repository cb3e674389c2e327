"""Codes are short-lived, so that being there is what counts: a QR code for 30 s, six digits for 5 min.

One step of grace: a code is still taken for as long again after its time, because messages and people are slow.
"""

from enum import StrEnum

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import AlreadyCheckedIn, AlreadyCheckedOut, CodeExpired
from bot.ground.times import HOUR, MINUTE
from bot.roll_call.rules import THERE, Attendance, AttendanceState, MarkSource, whole_minute


class Way(StrEnum):
    QR = "qr"
    DIGITS = "digits"


SECONDS = {Way.QR: 30, Way.DIGITS: 5 * MINUTE}
REMEMBERED = HOUR
"""How long a code that ran out is still told from a wrong one."""
STAY = 10 * MINUTE
"""Nobody leaves so soon after checking in: the second press of a double tap is no check-out."""


class Code(Frozen):
    """A code as kept; the digits or letters themselves are not."""

    shift_id: int
    way: Way
    starts_at: int
    ends_at: int

    def check(self, now: int) -> None:
        """Raises CodeExpired."""
        if now >= self.ends_at + SECONDS[self.way]:
            raise CodeExpired


class CheckInCodes(Frozen):
    """What the lead's screen shows: both open the same shift."""

    shift: Shift
    digits: str
    digits_end_at: int


class CheckInCard(Frozen):
    """What the picture is made of; `digits` '' on one that was queued before they stood there."""

    shift: Shift
    url: str
    ends_at: int
    digits: str
    digits_end_at: int


class CheckedIn(Frozen):
    """What a code has brought about: `left` False is a check-in."""

    shift: Shift
    at: int
    left: bool


def checked_in(before: Attendance | None, shift: Shift, now: int) -> Attendance:
    """In, out, and in again: what lies between is not served. Raises AlreadyCheckedIn, AlreadyCheckedOut for a press
    right after the one before, and AlreadyCheckedOut once it is over, or where the lead has said when the person left.

    After a mark of the lead the first code only says that it is so: whoever types it on arriving does not leave. From
    the planned end on there is nothing left to arrive for, so there it checks out.
    """
    if before is None or not before.came:
        walk_in = before.walk_in if before else False
        return Attendance(AttendanceState.HERE, None, None, now, None, 0, walk_in, MarkSource.CHECK_IN)
    in_at = before.here_at if before.here_at is not None else shift.starts_at
    gone = before.left_at is not None or before.state not in THERE
    if not gone and before.source is MarkSource.ROLL_CALL and now < shift.ends_at:
        return confirmed(before, now)
    if before.left_at is not None and before.left_at + STAY <= now < shift.ends_at:
        return back_again(before, before.left_at, now)
    if gone:
        early = (before.early_minutes or 0) * MINUTE
        raise AlreadyCheckedOut(at=before.left_at if before.left_at is not None else shift.ends_at - early)
    if now < max(shift.starts_at, in_at + STAY):
        raise AlreadyCheckedIn(at=in_at)
    return replace(before, state=AttendanceState.DONE, left_at=whole_minute(now))


def back_again(before: Attendance, left_at: int, now: int) -> Attendance:
    """Broken minutes to the volunteer's favour."""
    state = AttendanceState.LATE if before.late_minutes else AttendanceState.HERE
    away = before.away_minutes + (now - left_at) // MINUTE
    return replace(before, state=state, left_at=None, away_minutes=away)


def confirmed(marked: Attendance, now: int) -> Attendance:
    """There by the lead's word, now with a code as well; how late stays what the lead has said, or not late at all."""
    return replace(marked, here_at=now, late_minutes=marked.late_minutes or 0, source=MarkSource.CHECK_IN)
