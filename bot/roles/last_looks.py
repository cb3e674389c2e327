"""The last look before news of a role or a captain's mark leaves: is it still so?"""

from bot.ground.viewer import Role
from bot.people import role_rows as grants
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams


async def holds_role(tx: Tx, person_id: int, role: Role, station_id: int) -> tuple[str, str, bool]:
    """The station's name, what it calls its staff, and whether the role is held there. Raises NotFound."""
    station = await stations.station(tx, station_id)
    held = await grants.grants_of(tx, person_id)
    title = await stations.staff_title_of(tx, station_id)
    return station.name, title, any(one.role is role and one.station_id == station_id for one in held)


async def team_standing(tx: Tx, person_id: int, team_id: int, what: str) -> str | None:
    """The team's name if the person is its ``captain``, ``no_captain`` or ``lead``, else None. Raises NotFound."""
    team = await teams.team(tx, team_id)
    captains = {member.person_id for member in await teams.members(tx, team_id) if member.captain}
    true = {
        "captain": person_id in captains,
        "no_captain": person_id not in captains,
        "lead": team.lead_id == person_id and bool(await grants.grants_of(tx, person_id)),
    }
    return team.name if true[what] else None
