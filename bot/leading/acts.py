"""/manage: what one leads, helps with, or coordinates. Reading only; what changes something is in `changing`."""

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.call_list import rows as call_list
from bot.ground.refusals import NotAllowed, NotFound
from bot.ground.times import DAY, day_bounds, local_day, zone_named
from bot.ground.viewer import Viewer
from bot.leading import rows as leading
from bot.leading.rules import PAGE, LeadCard, LedPage, ParticipantsPage, TodayLook
from bot.sign_ups import rows as sign_ups
from bot.store.transaction import Tx

HALF_A_YEAR = 183 * DAY
PEOPLE = 30


async def led_shift(tx: Tx, viewer: Viewer, shift_id: int) -> Shift:
    """A shift the viewer may manage. Raises NotFound."""
    shift = await activities.get_shift(tx, shift_id)
    if shift is None:
        raise NotFound
    if not may.may_manage(viewer, shift.activity, await activities.helpers(tx, shift.activity_id)):
        raise NotFound
    return shift


async def require_leading(tx: Tx, viewer: Viewer) -> None:
    """Staff, or a helper of something that comes. Raises NotAllowed."""
    if not may.may_post_anywhere(viewer) and not await activities.coming(tx, viewer.id, 0, limit=1):
        raise NotAllowed(needs="social_worker")


async def today(tx: Tx, viewer: Viewer, now: int) -> TodayLook:
    """Raises NotAllowed."""
    await require_leading(tx, viewer)
    zone = zone_named(viewer.zone)
    day = day_bounds(zone, local_day(zone, now), local_day(zone, now))
    led = await activities.led_between(tx, viewer.id, first=day.starts_at, until=day.ends_at)
    outdoor = [one for one in led if one.outdoor and one.state != "cancelled" and one.ends_at > now]
    return TodayLook(
        tuple(led),
        now,
        outdoor_own=len({one.activity_id for one in outdoor if one.own}),
        outdoor_station=len({one.activity_id for one in outdoor}) if viewer.has(*may.ABOVE) else 0,
    )


async def page(tx: Tx, viewer: Viewer, now: int, *, past: bool, number: int) -> LedPage:
    """Raises NotAllowed."""
    await require_leading(tx, viewer)
    number = min(max(number, 0), 10_000)
    find = activities.past if past else activities.coming
    found = await find(tx, viewer.id, now, limit=PAGE + 1, skip=number * PAGE)
    return LedPage(tuple(found[:PAGE]), past, number, more=len(found) > PAGE)


async def lead_card(tx: Tx, viewer: Viewer, now: int, *, shift_id: int) -> LeadCard:
    """Raises NotFound."""
    shift = await led_shift(tx, viewer, shift_id)
    return LeadCard(
        shift=shift,
        counts=await sign_ups.counts(tx, shift_id),
        helpers=tuple((await activities.helpers(tx, shift.activity_id)).values()),
        roll_call=await leading.roll_call_state(tx, shift_id),
        started=shift.starts_at <= now,
        over=shift.ends_at <= now,
        may_hand_over=may.may_hand_over(viewer, shift.activity),
        to_phone=(await call_list.lines(tx, shift.activity_id, now, limit=1)).waiting,
    )


async def participants(tx: Tx, viewer: Viewer, now: int, *, shift_id: int, number: int) -> ParticipantsPage:
    """Raises NotFound."""
    shift = await led_shift(tx, viewer, shift_id)
    number = min(max(number, 0), 1000)
    listed = await sign_ups.of_shift(tx, shift_id)
    shown = listed[number * PEOPLE : (number + 1) * PEOPLE]
    return ParticipantsPage(
        shift=shift,
        listed=tuple(shown),
        histories=await leading.histories(tx, shift_id, since=now - HALF_A_YEAR, now=now),
        groups=tuple(await leading.group_places(tx, shift_id)),
        counts=await sign_ups.counts(tx, shift_id),
        page=number,
        more=len(listed) > (number + 1) * PEOPLE,
        may_sign_up_others=shift.starts_at > now and not shift.activity.cancelled,
    )
