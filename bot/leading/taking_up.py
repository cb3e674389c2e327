"""Cancelled by mistake: it takes place after all. Who had a place keeps it, and everybody is asked anew."""

from bot.activities import looking_rows
from bot.activities import rows as activities
from bot.activities.acts import TakenUp, led_activity
from bot.activities.rules import Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.refusals import ActivityOver, ActivityStarted, StaleCard
from bot.happened import happen
from bot.leading import acknowledgement_rows as acknowledgements
from bot.leading import rows as leading
from bot.leading.cancelling import CANCELLED
from bot.leading.changing import known
from bot.leading.rules import Planned
from bot.leading.telling import ask_again
from bot.sign_ups.promotion import fill_free_places
from bot.sign_ups.telling_all import subject
from bot.store.outbox import drop_subject


async def planned(desk: Desk, *, activity_id: int) -> Planned:
    """Whom it would concern. Raises NotFound, StaleCard where it is not cancelled, ActivityStarted, ActivityOver."""
    activity = await led_activity(desk, activity_id)
    if not activity.cancelled:
        raise StaleCard(revision=activity.revision)
    check_to_come(await activities.shifts_of(desk.tx, activity_id), activity.cancelled_at or 0, desk.now)
    return Planned(activity, await leading.concerned(desk.tx, activity, now=desk.now, but=desk.viewer.id))


def check_to_come(shifts: list[Shift], cancelled_at: int, now: int) -> None:
    """Something of it is to come, or was broken off and could still go on. Raises ActivityStarted, ActivityOver."""
    broken_off = (one for one in shifts if one.starts_at <= cancelled_at < one.ends_at)
    if any(one.starts_at > now for one in shifts) or any(now < one.ends_at for one in broken_off):
        return
    running = [one.starts_at for one in shifts if one.ends_at > now]
    if running:
        raise ActivityStarted(starts_at=min(running))
    raise ActivityOver(ends_at=max((one.ends_at for one in shifts), default=now))


async def take_up(desk: Desk, *, activity_id: int) -> Planned:
    """Everybody who had a place, or waited, does so again and is asked anew. As `planned`."""
    await desk.tx.lock("activity", activity_id)
    shifts = await activities.shifts_of(desk.tx, activity_id)
    for shift in sorted(shifts, key=lambda one: one.id):
        await desk.tx.lock("shift", shift.id)
    found = await planned(desk, activity_id=activity_id)
    await leading.take_up(desk.tx, activity_id)
    await looking_rows.look_again(desk.tx, activity_id)
    await drop_subject(desk.tx, subject(activity_id), (CANCELLED,))
    await acknowledgements.forget(desk.tx, activity_id, CANCELLED)
    await happen(desk, TakenUp(activity_id, found.activity.cancelled_at or 0))
    for shift in shifts:
        if shift.ends_at > desk.now:
            await leading.raise_revision(desk.tx, shift.id)
            await ask_anew(desk, await known(desk.tx, shift.id))
            await fill_free_places(desk.tx, shift.id, desk.now)
    await note(desk, "take_up_activity", subject(activity_id))
    return found


async def ask_anew(desk: Desk, shift: Shift) -> None:
    await ask_again(
        desk.tx, shift, desk.now, met_at=shift.meet_at, but=desk.viewer.id,
        news=lambda sign_up: notices.AfterAll(sign_up, shift.revision),
        many=notices.AfterAllMany(shift.id, shift.revision),
        groups=lambda place: notices.GroupAfterAll(place, shift.revision),
    )  # fmt: skip
