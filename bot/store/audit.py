"""The acts of staff that matter, each chained to the one before by its hash. Facts hold ids and codes, never names.

Whoever can write the whole database can also compute a new chain; `check` prints the end of the chain, to be compared
with one noted elsewhere. On PostgreSQL a note holds the end of the chain until the commit: make it the last step.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from bot.ground.frozen import Frozen
from bot.store.transaction import Row, Tx, Value


class BadNote(Frozen):
    """The first note that is not what was written; `number` is its place in the chain, `why` a code."""

    number: int
    why: str  # missing, changed, unchained


async def note(
    tx: Tx, *, at: int, actor_id: int | None, act: str, subject: str, facts: Mapping[str, Value] | None = None
) -> None:
    """Written with the act it tells of, in the same transaction. ``subject`` is like 'person:5'."""
    end = await tx.row("next_note")
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
    await tx.change("add_note", **values, hash=sealed)
    await tx.change("end_chain", hash=sealed)


def seal(values: Mapping[str, Value] | Row) -> str:
    """Over everything a note says, its number and its predecessor."""
    said = [values[part] for part in ("previous", "number", "at", "actor_id", "act", "subject", "facts")]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()


async def first_bad_note(tx: Tx) -> BadNote | None:
    """Reads the whole chain: changed, removed, reordered or cut off, the first wrong one is named."""
    number, previous = 0, ""
    while page := await tx.rows("notes_after", number=number):
        for row in page:
            wrong = wrong_with(row, number + 1, previous)
            if wrong:
                return wrong
            number, previous = row["number"], row["hash"]
    end = await tx.row("chain_end")
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
    end = await tx.row("chain_end")
    return end["hash"] if end else ""
