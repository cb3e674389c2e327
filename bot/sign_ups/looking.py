"""Looking at activities. What a person may not see raises the same NotFound as what does not exist."""

from datetime import timedelta

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.rules import Activity, Shift, weather_rule
from bot.desk import Desk
from bot.ground import notices
from bot.ground.paging import pages_of, to_read
from bot.ground.refusals import NotFound, NotRegistered
from bot.ground.times import day_bounds, local_day, zone_named
from bot.sign_ups import list_rows, waiting_line_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.permissions import may_sign_up_others
from bot.sign_ups.rules import deadline_passed
from bot.sign_ups.shown import PAGE, WEEKS, OfferedPage, ShiftCard
from bot.stations.rows import settings_of
from bot.stations.rules import agency_of
from bot.telling import tell

FOREVER = 1 << 40
LAST_PAGE = 10_000


async def seen_activity(desk: Desk, activity_id: int) -> Activity:
    """Raises NotRegistered, NotFound."""
    if not desk.viewer.registered:
        raise NotRegistered
    activity = await activities.get_activity(desk.tx, activity_id)
    if activity is None or not may.may_see(desk.viewer, activity, await activities.helpers(desk.tx, activity_id)):
        raise NotFound
    return activity


async def seen_shift(desk: Desk, shift_id: int) -> Shift:
    """A shift whose card the viewer may open. Raises NotRegistered, NotFound."""
    if not desk.viewer.registered:
        raise NotRegistered
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None:
        raise NotFound
    mine = await sign_ups.last_sign_up(desk.tx, shift_id, desk.viewer.id)
    if mine is None and not may.may_see(
        desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id)
    ):
        raise NotFound
    return shift


async def shift_card(desk: Desk, *, shift_id: int) -> ShiftCard:
    """Raises NotRegistered, NotFound."""
    return await card_of(desk, await seen_shift(desk, shift_id))


async def card_of(desk: Desk, shift: Shift) -> ShiftCard:
    """The card of a shift that was checked before."""
    settings = await settings_of(desk.tx, shift.station_id)
    manages = may.may_manage(desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id))
    return ShiftCard(
        shift=shift,
        started=shift.starts_at <= desk.now,
        over=shift.ends_at <= desk.now,
        mine=await sign_ups.live_sign_up(desk.tx, shift.id, desk.viewer.id),
        waits=await waiting_line_rows.anyone_waits(desk.tx, shift.id),
        may_sign_up_others=manages or may_sign_up_others(desk.viewer, shift.activity),
        may_manage=manages,
        weather=weather_rule(settings, shift.activity.outdoor),
        weather_hours=settings.weather_hours,
        agency=agency_of(settings),
        map_service=settings.map_service,
        shut=deadline_passed(shift, desk.now),
    )


async def shifts_seen(desk: Desk, *, activity_id: int) -> list[Shift]:
    """Every shift of an activity that the viewer may see, in order of time. Raises NotRegistered, NotFound."""
    await seen_activity(desk, activity_id)
    return await activities.shifts_of(desk.tx, activity_id)


async def upcoming(desk: Desk, *, page: int = 0, kind: str = "", week: int = -1) -> OfferedPage:
    """What is open to this person and has not begun, own teams first. Raises NotRegistered."""
    if not desk.viewer.registered:
        raise NotRegistered
    page = min(max(page, 0), LAST_PAGE)
    first, until = week_bounds(desk.viewer.zone, desk.now, week)
    found = await list_rows.upcoming(
        desk.tx,
        desk.viewer.id,
        first=max(first, desk.now + 1),
        until=until,
        now=desk.now,
        kind=kind,
        limit=to_read(page, PAGE),
        skip=page * PAGE,
    )
    pages = pages_of(page, PAGE, len(found))
    return OfferedPage(
        tuple(found[:PAGE]), page, kind, week, more=len(found) > PAGE, pages=pages, alone=desk.viewer.alone
    )


def week_bounds(zone: str, now: int, week: int) -> tuple[int, int]:
    """From Monday to Monday, as instants; for a week that is none of the next ones, all time."""
    if not 0 <= week < WEEKS:
        return 0, FOREVER
    today = local_day(zone_named(zone), now)
    monday = today + timedelta(days=7 * week - today.weekday())
    span = day_bounds(zone_named(zone), monday, monday + timedelta(days=6))
    return span.starts_at, span.ends_at


async def ask_for_file(desk: Desk, *, shift_id: int) -> None:
    """A calendar's file. It leaves as a notice, made from the shift as it is then. Raises NotRegistered, NotFound."""
    await seen_shift(desk, shift_id)
    await tell(
        desk.tx,
        notices.Calendar(shift_id),
        desk.viewer.id,
        key=f"calendar:shift:{shift_id}:person:{desk.viewer.id}:{desk.now}",
        subject=f"shift:{shift_id}",
        now=desk.now,
    )
