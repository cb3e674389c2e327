"""What a lead posted before: titles, places and trainings to choose from."""

from bot.ground.text import folded
from bot.posting.rules import PastPlace, RecentShift
from bot.store.transaction import Tx


async def recent_shifts(tx: Tx, lead_id: int, limit: int) -> list[RecentShift]:
    """The newest shift of each title this lead posted, the latest first."""
    rows = await tx.rows("recent_shifts_of_lead", lead_id=lead_id, limit=limit)
    return [RecentShift(**row) for row in rows]


async def recent_places(tx: Tx, lead_id: int, limit: int) -> list[PastPlace]:
    rows = await tx.rows("recent_places_of_lead", lead_id=lead_id, limit=limit)
    return [PastPlace(row["shift_id"], row["place"]) for row in rows]


async def known_trainings(tx: Tx) -> dict[str, str]:
    """Names of trainings as they are written, by how they are read."""
    return {folded(row["name"]): row["name"] for row in await tx.rows("known_trainings")}
