"""Whom a viewer may sign up is decided in the statement for all rows at once, as `may_act_for` decides it for one."""

from bot.domain.candidates import Candidate
from bot.storage.finding import escaped
from bot.storage.transaction import Tx


async def candidates(
    tx: Tx, *, viewer_id: int, shift_id: int, team_id: int | None, text: str, limit: int, skip: int
) -> list[Candidate]:
    """The activity's own team first, then by name."""
    rows = await tx.rows(
        "candidates",
        viewer_id=viewer_id,
        shift_id=shift_id,
        team_id=team_id,
        pattern=escaped(text.lower()),
        limit=limit,
        skip=skip,
    )
    return [Candidate(row["id"], row["name"], row["team"]) for row in rows]
