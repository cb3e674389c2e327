"""Who is told: only who belongs to the audience, and what they got today. Reaching them is delivery's business."""

from bot.activities.rules import ActivityState, Audience
from bot.ground.frozen import Frozen
from bot.sign_ups.looks import Offered
from bot.store.transaction import Tx


class Told(Frozen):
    """One person of an audience. `today`: recruiting messages of that day; `gathering`: one with several is waiting."""

    id: int
    reachable: bool
    blocked: bool  # on Telegram, but not to be reached there
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
        Told(
            row["id"],
            bool(row["reachable"]),
            bool(row["blocked"]),
            bool(row["silenced"]),
            row["today"],
            bool(row["gathering"]),
        )
        for row in rows
    ]


async def gathered_offers(tx: Tx, person_id: int, *, since: int, now: int) -> list[Offered]:
    """What was announced since then, is open to the person, and the person has not signed up for."""
    rows = await tx.rows("gathered_offers", person_id=person_id, since=since, now=now)
    return [Offered(**{**row, "state": ActivityState(row["state"]), "own": False}) for row in rows]
