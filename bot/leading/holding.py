"""On hold, on again, closed; handed over and helped with. Everybody signed up knows when something is on hold."""

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.rules import Activity, ActivityState, Shift
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.quiet_hours import is_quiet, out_of_quiet
from bot.ground.refusals import ActivityOnHold, NotAllowed, NotFound
from bot.ground.times import HOUR, zone_named
from bot.ground.viewer import Role
from bot.leading import rows as leading
from bot.leading.acts import led_shift
from bot.leading.cancelling import HELD
from bot.leading.changing import HOLD, changeable, known
from bot.leading.postponing_rules import checked_decision
from bot.leading.rules import Candidate
from bot.leading.telling import tell_all, tell_one
from bot.people import drafting
from bot.people import role_rows as grants
from bot.sign_ups.promotion import fill_free_places
from bot.sign_ups.telling_all import subject
from bot.stations import rows as stations
from bot.store.outbox import drop_subject
from bot.store.transaction import Tx
from bot.telling import tell

HOURS = (1, 2, 4, 12, 24)
"""How long before the start the moments are that are offered for deciding; any other can be typed."""
REMIND_AHEAD = HOUR // 2
"""How long before the promised decision its lead is reminded."""


async def moments(tx: Tx, shift: Shift, now: int) -> list[int]:
    """Those worth offering: to come, and neither they nor their reminder in the quiet hours."""
    quiet = (await stations.settings_of(tx, shift.activity.station_id)).quiet
    zone = zone_named(shift.zone)
    ahead = [at for hours in HOURS if (at := shift.starts_at - hours * HOUR) > now]
    return [at for at in ahead if not is_quiet(at, zone, quiet) and not is_quiet(at - REMIND_AHEAD, zone, quiet)]


async def hold(desk: Desk, *, shift_id: int, decide_at: int) -> Shift:
    """Until the decision. Raises StartsInThePast, DeadlineAfterStart, and as `changeable`."""
    shift = await changeable(desk, shift_id)
    checked_decision(decide_at, shift, desk.now)
    await drafting.finish(desk, HOLD)
    await leading.set_state(desk.tx, shift.activity_id, ActivityState.ON_HOLD, decide_at=decide_at)
    held = await known(desk.tx, shift_id)
    mark = f"rev{held.activity.revision}"
    await tell_all(desk.tx, held.activity, desk.now, news=notices.Held, what=HELD, mark=mark, but=desk.viewer.id)
    await tell(
        desk.tx,
        notices.Decide(shift_id, decide_at),
        held.lead_id,
        key=f"decide:activity:{held.activity_id}:{mark}",
        subject=subject(held.activity_id),
        now=desk.now,
        due_at=await reminded_at(desk.tx, held, decide_at, desk.now),
        until=held.starts_at,
    )
    return held


async def reminded_at(tx: Tx, shift: Shift, decide_at: int, now: int) -> int:
    """Half an hour ahead; what would ring at night, or come when it is decided, comes before the night."""
    quiet = (await stations.settings_of(tx, shift.station_id)).quiet
    return max(now, out_of_quiet(decide_at - REMIND_AHEAD, decide_at, zone_named(shift.zone), quiet))


async def go_ahead(desk: Desk, *, shift_id: int) -> Shift:
    """On again after a hold, which everybody is told; or open for sign-ups again after closing. As `changeable`."""
    shift = await changeable(desk, shift_id)
    if shift.state == ActivityState.PUBLISHED:
        return shift
    await leading.set_state(desk.tx, shift.activity_id, ActivityState.PUBLISHED)
    opened = await known(desk.tx, shift_id)
    if shift.state == ActivityState.ON_HOLD:
        await drop_subject(desk.tx, subject(shift.activity_id), ("held", "decide"))
        mark = f"rev{opened.activity.revision}"
        await tell_all(
            desk.tx, opened.activity, desk.now, news=notices.GoesAhead, what="goes_ahead", mark=mark, but=desk.viewer.id
        )
    for other in await activities.shifts_of(desk.tx, shift.activity_id):
        await fill_free_places(desk.tx, other.id, desk.now)
    return opened


async def close(desk: Desk, *, shift_id: int) -> Shift:
    """No more sign-ups; who has a place keeps it. Raises ActivityOnHold, and as `changeable`."""
    shift = await changeable(desk, shift_id)
    if shift.state == ActivityState.ON_HOLD:
        raise ActivityOnHold(decision_at=shift.activity.decide_at)
    await leading.set_state(desk.tx, shift.activity_id, ActivityState.CLOSED)
    return await known(desk.tx, shift_id)


async def successors(desk: Desk, *, shift_id: int) -> list[Candidate]:
    """Staff of the station and above, the nearest first, without the lead. Raises NotFound, NotAllowed."""
    shift = await ruled_shift(desk, shift_id)
    return [one for one in await staff_of(desk.tx, shift.activity) if one.person_id != shift.lead_id]


async def ruled_shift(desk: Desk, shift_id: int) -> Shift:
    """For who may hand it over, which a helper may not. Raises NotFound, NotAllowed."""
    shift = await led_shift(desk, shift_id)
    if not may.may_hand_over(desk.viewer, shift.activity):
        raise NotAllowed(needs="social_worker")
    return shift


async def staff_of(tx: Tx, activity: Activity) -> list[Candidate]:
    found: dict[int, Candidate] = {}
    for role in (Role.SOCIAL_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR):
        for holder in await grants.holders_above(tx, activity.station_path, role):
            found.setdefault(holder.person_id, Candidate(holder.person_id, holder.name))
    return list(found.values())


async def hand_over(desk: Desk, *, shift_id: int, person_id: int) -> Shift:
    """To another lead, who is told. Raises NotFound for who could not lead it, NotAllowed."""
    shift = await ruled_shift(desk, shift_id)
    await desk.tx.lock("activity", shift.activity_id)
    if person_id not in {one.person_id for one in await successors(desk, shift_id=shift_id)}:
        raise NotFound
    await leading.set_lead(desk.tx, shift.activity_id, person_id)
    given = await known(desk.tx, shift_id)
    mark = f"rev{given.activity.revision}"
    await tell_one(
        desk.tx, given.activity, desk.now, news=notices.HandedOver, mark=mark, reader=person_id, leaves=desk.now
    )
    facts: dict[str, int | str | None] = {"from": shift.lead_id, "to": person_id}
    await note(desk, "hand_over", subject(shift.activity_id), **facts)
    return given


async def helpers_for(desk: Desk, *, shift_id: int) -> list[Candidate]:
    """Staff and the team's captains, with who helps already. Raises NotFound, NotAllowed."""
    shift = await ruled_shift(desk, shift_id)
    helping = await activities.helpers(desk.tx, shift.activity_id)
    named = [Candidate(id, name) for id, name in helping.items()]
    able = [*await staff_of(desk.tx, shift.activity), *await leading.captains(desk.tx, shift.activity_id), *named]
    each = {one.person_id: one for one in able if one.person_id != shift.lead_id}
    return [replace(one, chosen=one.person_id in helping) for one in each.values()]


async def toggle_helper(desk: Desk, *, shift_id: int, person_id: int) -> list[Candidate]:
    """Named, which they are told, or not any more. Raises NotFound for who cannot help, NotAllowed."""
    able = {one.person_id: one for one in await helpers_for(desk, shift_id=shift_id)}
    if person_id not in able:
        raise NotFound
    shift = await known(desk.tx, shift_id)
    if able[person_id].chosen:
        await leading.remove_helper(desk.tx, shift.activity_id, person_id)
    else:
        await leading.add_helper(desk.tx, shift.activity_id, person_id)
        await tell_one(
            desk.tx,
            shift.activity,
            desk.now,
            news=notices.HelperNamed,
            mark=str(desk.now),
            reader=person_id,
            leaves=desk.now,
        )
    return await helpers_for(desk, shift_id=shift_id)
