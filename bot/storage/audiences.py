"""Who is told: only who belongs to the audience, and what they got today. Reaching them is delivery's business."""

from dataclasses import dataclass

from bot.domain.activities import Audience
from bot.storage.transaction import Tx


@dataclass(frozen=True, slots=True)
class Told:
    """One person of an audience. `today`: recruiting messages of that day; `gathering`: one with several is waiting."""

    id: int
    reachable: bool
    silenced: bool
    today: int
    gathering: bool


async def audience_people(
    tx: Tx,
    *,
    audience: Audience,
    team_id: int | None,
    path: str,
    lead_id: int,
    activity_id: int = 0,
    day_start: int = 0,
    day_end: int = 0,
) -> list[Told]:
    """Without the lead, staff, and who is signed up for the activity already."""
    rows = await tx.rows(
        "audience_people",
        audience=audience.value,
        team_id=team_id,
        path=path,
        lead_id=lead_id,
        activity_id=activity_id,
        day_start=day_start,
        day_end=day_end,
    )
    return [
        Told(row["id"], bool(row["reachable"]), bool(row["silenced"]), row["today"], bool(row["gathering"]))
        for row in rows
    ]
