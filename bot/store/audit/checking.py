"""Reads all notes: those in the chain, and those that wait to be sealed.

Whoever can write the whole database can also compute a new chain; `check` prints the end of the chain, to be compared
with one noted elsewhere. What was written in the last seconds is not under it yet, and `check` says how much that is.
"""

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.audit.notes import seal
from bot.store.audit.sealing import as_written, unsealed
from bot.store.transaction import Row, Tx

PAGE = 1000


class BadNote(Frozen):
    """The first note that is not what was written; `number` is its place in the chain, `why` a code."""

    number: int
    why: str  # missing, changed, unchained


@sql("SELECT notes, hash FROM audit_head WHERE id = 1")
async def chain_end_rows(tx: Tx) -> Row | None:
    """How many notes there must be, and the last one's hash."""


@sql("""
SELECT number, at, actor_id, act, subject, facts, previous, hash FROM audit
WHERE number > :number ORDER BY number LIMIT 1000
""")
async def notes_after(tx: Tx, *, number: int) -> list[Row]:
    """A page of the audit: the notes of the chain after one."""


@sql("SELECT cast(count(*) AS bigint) AS n FROM audit_unsealed")
async def count_unsealed(tx: Tx) -> int:
    """How many notes wait to be sealed."""


@sql("""
SELECT 1 FROM audit a
WHERE a.number IS NULL AND NOT EXISTS (SELECT 1 FROM audit_unsealed u WHERE u.note_id = a.id) LIMIT 1
""")
async def any_outside(tx: Tx) -> bool:
    """Whether a note is neither in the chain nor on its way there."""


async def first_bad_note(tx: Tx) -> BadNote | None:
    """Changed, removed, reordered or cut off: the first wrong one is named, sealed or not, as far as it was written.

    What waits is counted on from the end of the chain.
    """
    number, previous = 0, ""
    while page := await notes_after(tx, number=number):
        for row in page:
            wrong = wrong_with(row, number + 1, previous)
            if wrong:
                return wrong
            number, previous = row["number"], row["hash"]
    end = await chain_end_rows(tx)
    if (end["notes"], end["hash"]) != (number, previous) if end else number:
        return BadNote(number + 1, "missing")
    return await first_bad_unsealed(tx, number)


def wrong_with(row: Row, number: int, previous: str) -> BadNote | None:
    if row["number"] != number:
        return BadNote(number, "missing")
    if row["hash"] != seal(row):
        return BadNote(number, "changed")
    return BadNote(number, "unchained") if row["previous"] != previous else None


async def first_bad_unsealed(tx: Tx, number: int) -> BadNote | None:
    """Of those that wait, after so many in the chain."""
    note_id, mark = 0, ""
    while page := await unsealed(tx, note_id=note_id, mark=mark, limit=PAGE):
        for row in page:
            number += 1
            if not as_written(row):
                return BadNote(number, "missing" if row["id"] is None else "changed")
            note_id, mark = row["note_id"], row["mark"]
    return BadNote(number + 1, "unchained") if await any_outside(tx) else None


async def chain_end(tx: Tx) -> str:
    """The last sealed note's hash, to be noted elsewhere; empty before the first."""
    end = await chain_end_rows(tx)
    return end["hash"] if end else ""
