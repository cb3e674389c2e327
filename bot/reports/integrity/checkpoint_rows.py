"""Who reads the checkpoints, what the chain of notes says at one, and what was told of it."""

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Tx


class Administrator(Frozen):
    person_id: int
    station_id: int  # the first of those that the role is for: its nights count
    zone: str


class End(Frozen):
    """Of the chain of notes: how many are sealed, and the last one's hash."""

    notes: int
    hash: str


@sql("""
SELECT q.person_id, s.id AS station_id, s.zone FROM (
    SELECT g.person_id, min(g.station_id) AS station_id FROM role_grant g JOIN person p ON p.id = g.person_id
    WHERE g.role = 'administrator' AND g.withdrawn_at IS NULL AND p.telegram_id IS NOT NULL
    GROUP BY g.person_id
) q JOIN station s ON s.id = q.station_id ORDER BY q.person_id
""")
async def administrators(tx: Tx) -> list[Administrator]:
    """Everybody who owns the agency's bot, each once."""


@sql("SELECT notes, hash FROM audit_head WHERE id = 1")
async def end_now(tx: Tx) -> End | None:
    """The end of the chain; None before the first note is sealed."""


@sql("SELECT 1 FROM occurrence WHERE key = :key")
async def happened(tx: Tx, *, key: str) -> bool:
    """Whether a scheduled event has happened: asked first, so that a tick with nothing to do writes nothing."""


@sql("SELECT hash FROM audit WHERE number = :number")
async def hash_of_note(tx: Tx, *, number: int) -> str | None:
    """By which the note of this number ends the chain; None where there is none."""
