"""/manage: what one leads, helps with, or coordinates. Reading only; what changes something is in `changing`."""

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.rules import Shift
from bot.call_list import rows as call_list
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import NotAllowed, NotFound
from bot.ground.times import DAY, day_bounds, local_day, zone_named
from bot.leading import rows as leading
from bot.leading.rules import PAGE, LeadCard, LedPage, ParticipantsPage, TodayLook
from bot.roll_call.rules import RollCallState
from bot.sign_ups import list_rows
from bot.sign_ups.clashes.rows import names_elsewhere

HALF_A_YEAR = 183 * DAY
PEOPLE = 20


async def led_shift(desk: Desk, shift_id: int) -> Shift:
    """A shift the viewer may manage. Raises NotFound."""
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None:
        raise NotFound
    if not may.may_manage(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id)):
        raise NotFound
    return shift


async def require_leading(desk: Desk) -> None:
    """Staff, or a helper of something that comes. Raises NotAllowed."""
    if not may.may_post_anywhere(desk.viewer) and not await activities.coming(desk.tx, desk.viewer.id, 0, limit=1):
        raise NotAllowed(needs="social_worker")


async def today(desk: Desk) -> TodayLook:
    """Raises NotAllowed."""
    await require_leading(desk)
    zone = zone_named(desk.viewer.zone)
    day = day_bounds(zone, local_day(zone, desk.now), local_day(zone, desk.now))
    led = await activities.led_between(desk.tx, desk.viewer.id, first=day.starts_at, until=day.ends_at)
    outdoor = [one for one in led if one.outdoor and one.state != "cancelled" and one.ends_at > desk.now]
    return TodayLook(
        tuple(led),
        desk.now,
        outdoor_own=len({one.activity_id for one in outdoor if one.own}),
        outdoor_station=len({one.activity_id for one in outdoor}) if desk.viewer.has(*may.ABOVE) else 0,
    )


async def page(desk: Desk, *, past: bool, number: int) -> LedPage:
    """Raises NotAllowed."""
    await require_leading(desk)
    number = min(max(number, 0), 10_000)
    find = activities.past if past else activities.coming
    found = await find(desk.tx, desk.viewer.id, desk.now, limit=to_read(number, PAGE), skip=number * PAGE)
    pages = pages_of(number, PAGE, len(found))
    return LedPage(tuple(found[:PAGE]), past, number, more=len(found) > PAGE, pages=pages)


async def finished(desk: Desk, number: int) -> LedPage:
    """What is over and whose roll is closed, the latest first; nothing for who leads nothing."""
    if not may.may_post_anywhere(desk.viewer):
        return LedPage((), True, 0, more=False, pages=None)
    found = await page(desk, past=True, number=number)
    return replace(found, led=tuple(one for one in found.led if one.roll_call == RollCallState.CLOSED))


async def lead_card(desk: Desk, *, shift_id: int) -> LeadCard:
    """Raises NotFound."""
    shift = await led_shift(desk, shift_id)
    return LeadCard(
        shift=shift,
        counts=await list_rows.counts(desk.tx, shift_id),
        helpers=tuple((await activities.helpers(desk.tx, shift.activity_id)).values()),
        roll_call=await leading.roll_call_state(desk.tx, shift_id),
        started=shift.starts_at <= desk.now,
        over=shift.ends_at <= desk.now,
        may_hand_over=may.may_hand_over(desk.viewer, shift.activity),
        busy=tuple(await busy(desk, shift)),
        to_phone=(await call_list.lines(desk.tx, shift.activity_id, desk.now, limit=1)).waiting,
    )


async def busy(desk: Desk, shift: Shift, hours: tuple[int, int] | None = None) -> list[str]:
    """Who has a place and is down for something else at its time, or at this other one; of what is to come."""
    starts_at, ends_at = hours or (shift.starts_at, shift.ends_at)
    if starts_at <= desk.now or shift.activity.cancelled:
        return []
    return await names_elsewhere(desk.tx, shift.id, starts_at=starts_at, ends_at=ends_at)


async def participants(desk: Desk, *, shift_id: int, number: int) -> ParticipantsPage:
    """Raises NotFound."""
    shift = await led_shift(desk, shift_id)
    number = min(max(number, 0), 1000)
    listed = await list_rows.of_shift(desk.tx, shift_id)
    shown = listed[number * PEOPLE : (number + 1) * PEOPLE]
    return ParticipantsPage(
        shift=shift,
        listed=tuple(shown),
        histories=await leading.histories(desk.tx, shift_id, since=desk.now - HALF_A_YEAR, now=desk.now),
        groups=tuple(await leading.group_places(desk.tx, shift_id)),
        counts=await list_rows.counts(desk.tx, shift_id),
        page=number,
        more=len(listed) > (number + 1) * PEOPLE,
        pages=-(-len(listed) // PEOPLE),
        may_sign_up_others=shift.starts_at > desk.now and not shift.activity.cancelled,
        gone=tuple(await list_rows.gone_from(desk.tx, shift_id)),
    )
