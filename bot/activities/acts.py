"""What everything about a led activity begins with: whose it is, and whom its people phone. And how it may end."""

from bot.activities import permissions as may
from bot.activities import rows as activities
from bot.activities.rules import Activity
from bot.desk import Desk
from bot.ground.refusals import NotFound
from bot.happened import Happened
from bot.members import finding_rows as finding
from bot.members.phones import noted_look
from bot.people.permissions import may_see_phone

CalledOff = Happened[int]("called_off", "activity")
"""Everybody has been told."""
TakenUp = Happened[int, int]("taken_up", "activity cancelled_at")
"""It was called off then, by mistake, and takes place after all."""


async def led_activity(desk: Desk, activity_id: int) -> Activity:
    """Raises NotFound."""
    activity = await activities.get_activity(desk.tx, activity_id)
    if activity is None or not may.may_manage(desk.viewer, activity, await activities.helpers(desk.tx, activity_id)):
        raise NotFound
    return activity


async def phone_to_call(desk: Desk, activity: Activity, person_id: int, what: str) -> str | None:
    """None where there is none, or the viewer only helps and may not see it. Raises NoDataKey."""
    if not may.may_see_phones(desk.viewer, activity) and not may_see_phone(
        desk.viewer, await finding.ties_of(desk.tx, person_id)
    ):
        return None
    return await noted_look(desk.tx, desk.viewer.id, desk.now, person_id, because=what)
