"""The acts of staff that matter, each chained to the one before by its hash. Facts hold ids and codes, never names.

Whoever can write the whole database can also compute a new chain; `check` prints the end of the chain, to be compared
with one noted elsewhere. On PostgreSQL a note holds the end of the chain until the commit: make it the last step.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


class BadNote(Frozen):
    """The first note that is not what was written; `number` is its place in the chain, `why` a code."""

    number: int
    why: str  # missing, changed, unchained


@sql("""
INSERT INTO audit_head (id, notes, hash) VALUES (1, 1, '')
ON CONFLICT (id) DO UPDATE SET notes = audit_head.notes + 1
RETURNING notes, hash
""")
async def next_note(tx: Tx) -> Row | None:
    """The number and the predecessor's hash of the note to come; holds the end of the chain until the commit."""


@sql("""
INSERT INTO audit (number, at, actor_id, act, subject, facts, previous, hash)
VALUES (:number, :at, :actor_id, :act, :subject, :facts, :previous, :hash)
""")
async def add_note(tx: Tx, /, **values: Value) -> int:
    """One act, chained to the one before."""


@sql("UPDATE audit_head SET hash = :hash WHERE id = 1")
async def end_chain(tx: Tx, *, hash: Value) -> int:
    """The new end of the chain."""


async def note(
    tx: Tx, *, at: int, actor_id: int | None, act: str, subject: str, facts: Mapping[str, Value] | None = None
) -> None:
    """Written with the act it tells of, in the same transaction. ``subject`` is like 'person:5'."""
    end = await next_note(tx)
    if end is None:
        raise RuntimeError("the chain of notes has no end")
    values = {
        "number": end["notes"],
        "at": at,
        "actor_id": actor_id,
        "act": act,
        "subject": subject,
        "facts": json.dumps(dict(facts or {}), sort_keys=True, ensure_ascii=False),
        "previous": end["hash"],
    }
    sealed = seal(values)
    await add_note(tx, **values, hash=sealed)
    await end_chain(tx, hash=sealed)


def seal(values: Mapping[str, Value] | Row) -> str:
    """Over everything a note says, its number and its predecessor."""
    said = [values[part] for part in ("previous", "number", "at", "actor_id", "act", "subject", "facts")]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


@sql("SELECT notes, hash FROM audit_head WHERE id = 1")
async def chain_end_rows(tx: Tx) -> Row | None:
    """How many notes there must be, and the last one's hash."""


@sql("""
SELECT number, at, actor_id, act, subject, facts, previous, hash FROM audit
WHERE number > :number ORDER BY number LIMIT 1000
""")
async def notes_after(tx: Tx, *, number: Value) -> list[Row]:
    """A page of the audit: the notes of the chain after one."""


async def first_bad_note(tx: Tx) -> BadNote | None:
    """Reads the whole chain: changed, removed, reordered or cut off, the first wrong one is named."""
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
    return None


def wrong_with(row: Row, number: int, previous: str) -> BadNote | None:
    if row["number"] != number:
        return BadNote(number, "missing")
    if row["hash"] != seal(row):
        return BadNote(number, "changed")
    return BadNote(number, "unchained") if row["previous"] != previous else None


async def chain_end(tx: Tx) -> str:
    """The last note's hash, to be noted elsewhere; empty before the first."""
    end = await chain_end_rows(tx)
    return end["hash"] if end else ""
