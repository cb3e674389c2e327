"""A role as it is held, and what its holder leads."""

from bot.members.finding_rows import made_role
from bot.members.shown import HeldRole
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station,
       role_grant.person_id
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.id = :id AND role_grant.withdrawn_at IS NULL
""")
async def get_role(tx: Tx, *, id: int) -> Row:
    """One role that is held, by its id. Raises NotFound."""


async def held_role(tx: Tx, id: int) -> tuple[int, HeldRole]:
    """Whose it is, and the role. Raises NotFound, also where it was withdrawn."""
    row = await get_role(tx, id=id)
    return row["person_id"], await made_role(tx, row)


@sql("""
SELECT DISTINCT activity.title, activity.id
FROM activity JOIN shift ON shift.activity_id = activity.id
WHERE activity.lead_id = :lead_id AND activity.state <> 'cancelled' AND shift.ends_at > :now
ORDER BY activity.id LIMIT 10
""")
async def coming_activities_of(tx: Tx, lead_id: int, now: int) -> tuple[str, ...]:
    """Titles of what a lead still has to come, at most ten."""
