"""What a new administrator has still to do; nobody else is shown it."""

from bot.desk import Desk
from bot.ground.viewer import Role
from bot.stations import first_step_rows as rows
from bot.stations.first_step_rules import Begun


async def begun(desk: Desk) -> Begun | None:
    """None for who is no administrator of the station above all, whom it does not concern."""
    if not any(grant.role == Role.ADMINISTRATOR for grant in desk.viewer.grants):
        return None
    found = await rows.begun(desk.tx)
    held = {grant.station_id for grant in desk.viewer.grants if grant.role == Role.ADMINISTRATOR}
    return found if found is not None and found.root_id in held else None
