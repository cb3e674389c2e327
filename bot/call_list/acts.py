"""The call list of an activity: read and marked by its lead, its helpers and the coordinators above, all the same one.

How names come onto it, and how those who lead are told, is in `undelivered`.
"""

from bot.activities import rows as activities
from bot.activities.acts import led_activity, phone_to_call
from bot.call_list import rows as call_list
from bot.call_list.rules import PAGE, CallList, Mark
from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.notices import Matter

BECAUSE = "call_list"
"""Why a phone number was looked at, as the audit has it."""


async def look(desk: Desk, *, activity_id: int, page: int = 0) -> CallList:
    """Raises NotFound."""
    activity = await led_activity(desk, activity_id)
    await call_list.end_moot(desk.tx, activity_id)
    page = min(max(page, 0), 1000)
    found = await call_list.lines(desk.tx, activity_id, desk.now, limit=PAGE, skip=page * PAGE)
    if page and not found.lines:
        return await look(desk, activity_id=activity_id)
    shifts = await activities.shifts_of(desk.tx, activity_id)
    shift = next((one for one in shifts if one.ends_at > desk.now), shifts[-1])
    return CallList(activity_id, shift.id, activity.title, activity.zone, found.lines, page, found.total, found.waiting)


async def with_phones(desk: Desk, *, activity_id: int, page: int) -> CallList:
    """With the numbers of those on this page whom nobody has reached; every look is noted. Raises NotFound, NoDataKey.

    A helper reads only those that they may read anywhere.
    """
    seen = await look(desk, activity_id=activity_id, page=page)
    activity = await led_activity(desk, activity_id)
    lines = [
        line
        if line.state is Mark.REACHED
        else replace(line, phone=await phone_to_call(desk, activity, line.person_id, BECAUSE))
        for line in seen.lines
    ]
    return replace(seen, lines=tuple(lines), phones=True)


async def mark(
    desk: Desk, *,
    activity_id: int, person_id: int, shift_id: int, what: str, version: int, state: Mark, page: int,
) -> CallList:  # fmt: skip
    """The list as it is then. What stands there no longer, or is about something newer, stays as it is.

    Raises NotFound.
    """
    await led_activity(desk, activity_id)
    await call_list.end_moot(desk.tx, activity_id)
    wanted = (person_id, shift_id, what, version)
    found = await call_list.lines(desk.tx, activity_id, desk.now, limit=len(Matter) * PAGE, person_id=person_id)
    for line in found.lines:
        if (line.person_id, line.shift_id, line.what, line.version) == wanted:
            await call_list.mark(desk.tx, activity_id, line, state, by=desk.viewer.id, now=desk.now)
    return await look(desk, activity_id=activity_id, page=page)
