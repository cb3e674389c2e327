"""To another day or time: proposed first, for everybody signed up is told of it at once."""

from datetime import date

from bot.activities.reading_fields import check_break
from bot.activities.reading_times import moved
from bot.activities.rules import ActivityFacts, ActivityState, Shift, ShiftFacts
from bot.desk import Desk
from bot.ground.frozen import narrowed, replace
from bot.ground.refusals import EndsBeforeStart, LongerThanADay, StaleCard, StartsInThePast
from bot.ground.times import DAY, MINUTE, local_day, zone_named
from bot.leading import rows as leading
from bot.leading.acts import busy
from bot.leading.changing import POSTPONE, apply, changeable, known
from bot.leading.editing_rules import Edited
from bot.leading.rules import Move
from bot.people import drafting
from bot.posting import rows as posting


async def begin(desk: Desk, *, shift_id: int) -> Shift:
    """Waits for a day or a time. As `changeable`."""
    shift = await changeable(desk, shift_id)
    await drafting.start(desk, POSTPONE, "when", {"shift": shift_id})
    return shift


async def asked(desk: Desk) -> tuple[Shift, date | None]:
    """The one that a day is waited for, and the day that was proposed last. Raises NotFound, and as `changeable`."""
    fields = (await drafting.find(desk, POSTPONE)).fields
    day = fields.get("day")
    return await changeable(desk, fields["shift"]), date.fromisoformat(day) if day else None


async def propose(desk: Desk, shift: Shift, starts_at: int) -> None:
    """Nothing is moved yet; a time that is typed next is on this day."""
    day = str(local_day(zone_named(shift.zone), starts_at))
    await drafting.start(desk, POSTPONE, "when", {"shift": shift.id, "day": day})


async def look(desk: Desk, shift: Shift, starts_at: int, ends_at: int) -> Move:
    """Before anybody is told."""
    other = None
    if shift.team_id is not None:
        other = await posting.at_same_hour(
            desk.tx, team_id=shift.team_id, starts_at=starts_at, ends_at=ends_at, but=shift.id
        )
    return Move(tuple(await busy(desk, shift, (starts_at, ends_at))), other)


async def postpone(desk: Desk, *, shift_id: int, starts_at: int, ends_at: int, revision: int) -> Shift:
    """Off hold with it, and everybody asked again.

    Raises StaleCard where it has been changed since it was proposed, StartsInThePast, EndsBeforeStart,
    LongerThanADay, BreakTooLong, and as `changeable`.
    """
    shift = await changeable(desk, shift_id)
    if shift.revision != revision:
        raise StaleCard(revision=shift.revision)
    if starts_at <= desk.now:
        raise StartsInThePast(starts_at=starts_at)
    if ends_at <= starts_at:
        raise EndsBeforeStart(starts_at=starts_at, ends_at=ends_at)
    if ends_at - starts_at > DAY:
        raise LongerThanADay(minutes=(ends_at - starts_at) // MINUTE, limit=DAY // MINUTE)
    if shift.activity.break_minutes:
        check_break(shift.activity.break_minutes, starts_at, ends_at)
    times = replace(narrowed(ShiftFacts, shift), **moved(shift, starts_at, ends_at))
    other = (times.starts_at, times.ends_at) != (shift.starts_at, shift.ends_at)
    after = await apply(desk, shift, Edited(narrowed(ActivityFacts, shift.activity), times, other, False))
    if after.state == ActivityState.ON_HOLD:
        await leading.set_state(desk.tx, after.activity_id, ActivityState.PUBLISHED)
    await drafting.finish(desk, POSTPONE)
    return await known(desk.tx, shift_id)
