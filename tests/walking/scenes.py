"""What goes on in the agency on the morning of the walk: coming, full, on hold, called off, under way, over, reported.

Whatever somebody does is done by ``act``, through the same door as ever.
"""

from collections.abc import Awaitable, Callable
from datetime import date
from typing import Any, TypeVar

from bot.activities import rows as activities
from bot.activities.rules import Shift, ShiftFacts
from bot.demo.cast import Offer
from bot.demo.seed import Seeding, announce, as_viewer
from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR
from bot.ground.viewer import Viewer
from bot.hours.logging import Report, log_hours
from bot.hours.verifying import send_back
from bot.leading.cancelling import cancel
from bot.leading.holding import hold
from bot.people import viewer_rows
from bot.roll_call import acts as roll_call
from bot.roll_call import finishing
from bot.roll_call.rules import AttendanceState
from bot.sign_ups.acts import sign_up
from bot.sign_ups.groups.acts import reserve
from bot.sign_ups.withdrawing import withdraw

T = TypeVar("T")
PAIR = ("volunteer_1", "volunteer_2")


async def act(made: Seeding, part: str, at: int, does: Callable[..., Awaitable[T]], **what: Any) -> T:
    """What somebody of the cast does, then."""
    return await does(Seated(made.tx, await viewer(made, part), at), **what)


async def viewer(made: Seeding, part: str) -> Viewer:
    found = await as_viewer(made, part)
    return replace(found, memberships=tuple(await viewer_rows.memberships_of(made.tx, found.id)))


def like(made: Seeding, nth: int, **other: object) -> Offer:
    """The same as something that the demo has to offer, on another day: a visit, a class, a round outdoors."""
    return replace(made.cast.coming[nth], **other)


async def play(made: Seeding) -> None:
    for scene in (tomorrow, wide, on_hold, twice, full, offered, called_off, under_way, over, counted, reported):
        await scene(made)


async def signs_up(made: Seeding, part: str, shift: Shift) -> int:
    return (await act(made, part, made.now - DAY, sign_up, shift_id=shift.id)).sign_up.id


async def tomorrow(made: Seeding) -> None:
    """So near that who leaves is late."""
    soon = await announce(made, like(made, 0, day=1, who=("captain", *PAIR, "managed_1")))
    await signs_up(made, "volunteer_3", soon)


async def wide(made: Seeding) -> None:
    """A group has places in it."""
    shift = await announce(made, like(made, 2, day=9, start="09:00", end="12:00", capacity=30, who=()))
    team = made.teams["company"]
    await act(made, "volunteer_6", made.now - DAY, reserve, shift_id=shift.id, team_id=team, places=5)


async def on_hold(made: Seeding) -> None:
    shift = await announce(made, like(made, 0, day=4, who=("captain", "volunteer_1")))
    await act(made, "worker", made.now - HOUR, hold, shift_id=shift.id, decide_at=shift.starts_at - 24 * HOUR)


async def twice(made: Seeding) -> None:
    """An activity of two days, of which the second wants more people than it has."""
    first = await announce(made, like(made, 0, day=5, start="10:00", end="12:00", who=("captain",)))
    starts_at, ends_at, meet_at = (at + 2 * DAY for at in (first.starts_at, first.ends_at, first.starts_at - 900))
    second = ShiftFacts(starts_at=starts_at, ends_at=ends_at, meet_at=meet_at, capacity=9, minimum=6)
    await activities.add_shift(made.tx, first.activity_id, second)


async def full(made: Seeding) -> None:
    """Somebody waits."""
    night = await announce(made, like(made, 2, day=8, who=("captain", "volunteer_3")))
    for part in PAIR:
        await signs_up(made, part, night)


async def offered(made: Seeding) -> None:
    """The only place was given back, and is offered to who waits."""
    small = await announce(made, like(made, 0, day=1, start="14:00", end="16:00", capacity=1, who=()))
    leaves = await signs_up(made, "volunteer_3", small)
    await signs_up(made, "volunteer_1", small)
    await act(made, "volunteer_3", made.now - HOUR, withdraw, sign_up_id=leaves)


async def called_off(made: Seeding) -> None:
    """With one who does not hear of it."""
    off = await announce(made, like(made, 1, day=2, who=("captain_two", "volunteer_4", "volunteer_5")))
    await act(made, "worker_two", made.now - HOUR, cancel, activity_id=off.activity_id, reason="weather")


async def under_way(made: Seeding) -> None:
    await announce(made, like(made, 2, day=0, start="09:30", end="12:00", capacity=12, who=("captain", *PAIR)))


async def over(made: Seeding) -> None:
    """Yesterday's, of which no hours have come yet: half marked, everybody left late, and finished by a captain."""
    visit = await announce(made, like(made, 0, day=-1, who=("captain", "volunteer_1", "volunteer_3")))
    came = {"person_id": made.people["volunteer_1"], "mark": AttendanceState.HERE}
    await act(made, "worker", visit.starts_at, roll_call.mark, shift_id=visit.id, **came)
    late = await announce(made, like(made, 0, day=-1, start="12:00", end="13:00", who=PAIR))
    await act(made, "worker", late.starts_at, roll_call.mark_rest, shift_id=late.id)
    await act(made, "worker", late.ends_at + HOUR // 2, roll_call.all_leave, shift_id=late.id)
    handed = await announce(made, like(made, 0, day=-1, start="14:00", end="16:00", who=PAIR))
    await finished(made, handed, "captain")


async def counted(made: Seeding) -> None:
    """The hours have come, and are each person's to look at."""
    await finished(made, await announce(made, like(made, 0, day=-2, who=("captain", *PAIR))), "worker")


async def finished(made: Seeding, shift: Shift, by: str) -> None:
    await act(made, by, shift.starts_at, roll_call.mark_rest, shift_id=shift.id)
    await act(made, by, shift.ends_at + HOUR // 2, finishing.finish, shift_id=shift.id, helped=12)


async def reported(made: Seeding) -> None:
    """By people themselves: three wait, one of them of a very long day, and one was sent back."""
    at = made.now - HOUR
    days = (
        ("volunteer_1", 9, "11:00"),
        ("volunteer_2", 11, "22:30"),
        ("captain", 12, "11:00"),
        ("volunteer_1", 13, "11:00"),
    )
    for part, day, end in days:
        report = Report(made.people[part], date(2026, 11, day), "09:00", end, "elderly")
        record = await act(made, part, at, log_hours, report=report)
    await act(made, "worker", at, send_back, record_id=record.id, reason="time")
