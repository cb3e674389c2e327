"""What the roll-call's screens show, gathered by acts: facts only, no rows and no sentences."""

from enum import StrEnum

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.hours.credit import Credit, credit
from bot.hours.rules import Occupied
from bot.hours.shown import Credited
from bot.roll_call.rules import (
    Attendance,
    GroupHeads,
    Line,
    MarkSource,
    RollCall,
    RollCallState,
    RunsInto,
    served,
    stayed_longer,
)


class OpenRollCall(Frozen):
    """A line of the list of roll-calls that somebody may take."""

    shift_id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    state: RollCallState


class Found(Frozen):
    """Somebody on a roll that is open, by part of a name."""

    shift_id: int
    line: Line


class OpenPage(Frozen):
    """A page of that list, own ones first."""

    calls: tuple[OpenRollCall, ...]
    page: int
    more: bool
    pages: int | None


class Longer(Frozen):
    """Somebody stayed after the planned end."""

    person_id: int
    name: str
    minutes: int


class RollCallCard(Frozen):
    """One roll-call as this viewer may work on it."""

    shift: Shift
    call: RollCall
    lines: tuple[Line, ...]
    groups: tuple[GroupHeads, ...]
    now: int
    grace_minutes: int
    may_close: bool
    may_hand: bool
    runs_into: tuple[RunsInto, ...] = ()

    @property
    def begun(self) -> bool:
        return self.now >= self.shift.starts_at

    @property
    def over(self) -> bool:
        return self.now >= self.shift.served_until

    @property
    def unmarked(self) -> tuple[Line, ...]:
        return tuple(line for line in self.lines if line.attendance is None)

    @property
    def uncounted(self) -> tuple[GroupHeads, ...]:
        return tuple(group for group in self.groups if group.here is None)

    @property
    def touched(self) -> bool:
        """Somebody is marked, or counted."""
        return len(self.unmarked) < len(self.lines) or len(self.uncounted) < len(self.groups)

    @property
    def there(self) -> tuple[Line, ...]:
        """Still there: they have not left."""
        return tuple(line for line in self.lines if line.attendance and line.attendance.still_there)

    @property
    def came(self) -> int:
        """Heads with and without names."""
        named = sum(1 for line in self.lines if line.attendance and line.attendance.came)
        return named + sum(group.here or 0 for group in self.groups)

    @property
    def expected(self) -> int:
        return len(self.lines) + sum(group.unnamed for group in self.groups)

    @property
    def longer(self) -> tuple[Longer, ...]:
        """Who stayed longer, without the lead's word yet."""
        return tuple(
            Longer(line.person_id, line.name, minutes)
            for line in self.lines
            if line.attendance
            and not line.attendance.overtime_minutes
            and (minutes := stayed_longer(self.shift, line.attendance, self.grace_minutes))
        )

    def counted(self, attendance: Attendance) -> Credit:
        """What one person would be credited as it stands."""
        return credit(served(self.shift, attendance, self.grace_minutes), self.grace_minutes)

    @property
    def by_code(self) -> dict[int, int]:
        """Minutes of those whose own check-in or check-out makes them others than planned, by person."""
        found = {}
        for line in self.lines:
            if line.attendance and line.attendance.came and line.attendance.source is MarkSource.CHECK_IN:
                one = self.counted(line.attendance)
                if one.flags or any(step.code in {"late", "left_early", "away"} for step in one.why):
                    found[line.person_id] = one.minutes
        return found

    @property
    def to_confirm(self) -> bool:
        """A captain has finished it, and this viewer's tap is waited for."""
        return self.call.state == "submitted" and self.may_close


class Question(StrEnum):
    """What is asked before a roll-call can be finished, in this order."""

    UNMARKED = "unmarked"
    STILL_THERE = "still_there"
    OVERTIME = "overtime"
    HELPED = "helped"


class WalkInChoice(Frozen):
    """Who might have come without a place; `name` is what was typed, '' for nothing.

    `away`: who is among them and cannot be put down now, with why.
    """

    shift: Shift
    people: tuple[tuple[int, str], ...]
    page: int
    more: bool
    pages: int | None
    name: str = ""
    away: tuple[tuple[str, Refusal], ...] = ()


class RollCallResult(Frozen):
    """What became of a roll-call. `credited` goes with `names`; `waits_for` None: it is closed."""

    shift: Shift
    names: tuple[str, ...]
    credited: tuple[Credited, ...]
    came: int
    missed: int
    helped: int | None
    waits_for: str | None = None


class PutRight(Frozen):
    """What became of one correction. `hours` None: they stay as they are; `minutes`: what was taken back."""

    shift: Shift
    name: str
    line: Line | None = None
    hours: Credited | None = None
    taken_back: int = 0
    told: bool = False


class MarkLook(Frozen):
    """For whom a mark was put right; `name`: whose, where the reader looks after them."""

    shift: Shift
    line: Line
    by: str
    reason: str
    name: str | None = None


class CoveredLook(Frozen):
    """For whom a roll-call added nothing: what is on record at that time already. `name` as in `MarkLook`."""

    shift: Shift
    others: tuple[Occupied, ...]
    name: str | None = None


class HandedLook(Frozen):
    """For the captain: whose roll-call it is."""

    card: RollCallCard
    by: str


class SubmittedLook(Frozen):
    """For the lead: a captain's roll-call."""

    card: RollCallCard
    by: str


class OpenCard(Frozen):
    """Where somebody has the card open, and at which page."""

    person_id: int
    message_id: int
    page: int


class FreshCard(Frozen):
    """The card as it is now, for the message that shows it."""

    card: RollCallCard
    message_id: int
    page: int
