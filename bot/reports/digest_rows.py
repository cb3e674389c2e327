"""Who gets a weekly digest, and what stands in it."""

from bot.ground.frozen import Frozen
from bot.ground.times import Span
from bot.reports.rules import Scope
from bot.store.transaction import Tx


class Reader(Frozen):
    """``since``: from when the person has been one; ``path`` and ``zone``: whose clock tells when."""

    person_id: int
    path: str
    zone: str
    since: int


class Session(Frozen):
    shift_id: int
    activity_id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    taken: int
    wanted: int
    roll_call: str  # its state, '' while there is none


async def readers(tx: Tx) -> list[Reader]:
    return [Reader(**row) for row in await tx.rows("digest_readers")]


async def done(tx: Tx, prefix: str) -> set[str]:
    """Keys of the digests that were made, of one week."""
    return {row["key"] for row in await tx.rows("digests_done", prefix=prefix)}


async def teams(tx: Tx, person_id: int) -> list[Scope]:
    return [Scope(**row) for row in await tx.rows("digest_teams", person_id=person_id)]


async def sessions_held(tx: Tx, team_id: int, span: Span) -> int:
    n: int = await tx.value("sessions_held", team_id=team_id, starts_at=span.starts_at, ends_at=span.ends_at)
    return n


async def sessions_wanting(tx: Tx, person_id: int, span: Span) -> list[Session]:
    rows = await tx.rows("sessions_wanting", person_id=person_id, starts_at=span.starts_at, ends_at=span.ends_at)
    return [Session(**row) for row in rows]
