"""A note gets its number and predecessor when it is sealed, not when it is written: so no act holds the chain's end.

Notes that are committed are sealed in the order of their ids. One with a lower id that is committed later comes after
them: nothing that is sealed ever waits for what is still open, and what follows from a note has a higher id than it.
"""

from collections.abc import Mapping, Sequence

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.audit.notes import mark, seal
from bot.store.transaction import Row, Tx, Value

SEALED_AT_ONCE = 128


class End(Frozen):
    """Of the chain: how many notes are sealed, and the last one's hash."""

    notes: int
    hash: str


@sql("SELECT 1 FROM audit_unsealed LIMIT 1")
async def any_unsealed(tx: Tx) -> bool:
    """Whether a note waits: where none does, nothing is held and nothing written."""


@sql("""
INSERT INTO audit_head (id, notes, hash) VALUES (1, 0, '')
ON CONFLICT (id) DO UPDATE SET notes = audit_head.notes
RETURNING notes, hash
""")
async def held_end(tx: Tx) -> End:
    """The end of the chain, held to the end of the transaction: two who seal come one after the other."""


@sql("""
SELECT u.note_id, u.mark, a.id, a.at, a.actor_id, a.act, a.subject, a.facts
FROM audit_unsealed u LEFT JOIN audit a ON a.id = u.note_id AND a.number IS NULL
WHERE (u.note_id, u.mark) > (:note_id, :mark)
ORDER BY u.note_id, u.mark LIMIT :limit
""")
async def unsealed(tx: Tx, *, note_id: int, mark: str, limit: int) -> list[Row]:
    """What waits to be sealed after this one, in order, with the note as it stands now; without it where it is gone."""


@sql("UPDATE audit SET number = :number, previous = :previous, hash = :hash WHERE id = :id AND number IS NULL")
async def set_sealed(tx: Tx, *, number: int, previous: str, hash: str, id: int) -> None:
    """The note's place in the chain."""


@sql("DELETE FROM audit_unsealed WHERE note_id = :note_id AND mark = :mark")
async def forget_waiting(tx: Tx, *, note_id: int, mark: str) -> None:
    """It is sealed."""


@sql("UPDATE audit_head SET notes = :notes, hash = :hash WHERE id = 1")
async def end_chain(tx: Tx, *, notes: int, hash: str) -> None:
    """The new end of the chain."""


async def seal_written(tx: Tx, limit: int = SEALED_AT_ONCE) -> int:
    """The oldest of the notes that wait, into the chain; how many they were."""
    if not await any_unsealed(tx):
        return 0
    end = await held_end(tx)
    waiting = await unsealed(tx, note_id=0, mark="", limit=limit)
    links = chained(end, waiting)
    await set_sealed.many(tx, [link for link in links if link["id"] is not None])
    await forget_waiting.many(tx, [{"note_id": row["note_id"], "mark": row["mark"]} for row in waiting])
    if links:
        await end_chain(tx, notes=end.notes + len(links), hash=str(links[-1]["hash"]))
    return len(links)


def chained(end: End, waiting: Sequence[Row]) -> list[Mapping[str, Value]]:
    """Their places. A note that is not what was written keeps its place under the mark of what was written, which no
    longer fits it: it is missed, or found changed, for ever.
    """
    links: list[Mapping[str, Value]] = []
    previous = end.hash
    for number, row in enumerate(waiting, end.notes + 1):
        sealed = seal({**row, "previous": previous, "number": number}) if as_written(row) else row["mark"]
        links.append({"id": row["id"], "number": number, "previous": previous, "hash": sealed})
        previous = sealed
    return links


def as_written(row: Row) -> bool:
    return row["id"] is not None and mark(row) == row["mark"]
