"""What staff did is appended, in the transaction of the act, and waits for nobody. Facts are ids and codes, not names.

A note stands in two places until it is sealed: itself, and what it was written as (its mark). Of which of them somebody
changes or takes away the other still tells.
"""

import json
from collections.abc import Mapping
from hashlib import sha256

from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
INSERT INTO audit (at, actor_id, act, subject, facts) VALUES (:at, :actor_id, :act, :subject, :facts) RETURNING id
""")
async def add_note(tx: Tx, /, **values: Value) -> int:
    """One act, without a place in the chain."""


@sql("INSERT INTO audit_unsealed (note_id, mark) VALUES (:note_id, :mark)")
async def await_seal(tx: Tx, *, note_id: int, mark: str) -> None:
    """It is to be sealed, as what it was written as."""


async def note(
    tx: Tx, *, at: int, actor_id: int | None, act: str, subject: str, facts: Mapping[str, Value] | None = None
) -> None:
    """Written with the act it tells of, in the same transaction. ``subject`` is like 'person:5'."""
    values = {
        "at": at,
        "actor_id": actor_id,
        "act": act,
        "subject": subject,
        "facts": json.dumps(dict(facts or {}), sort_keys=True, ensure_ascii=False),
    }
    note_id = await add_note(tx, **values)
    await await_seal(tx, note_id=note_id, mark=mark({"id": note_id, **values}))


def mark(values: Mapping[str, Value] | Row) -> str:
    """Over everything a note says before it has a place in the chain."""
    return digest(values, "id", "at", "actor_id", "act", "subject", "facts")


def seal(values: Mapping[str, Value] | Row) -> str:
    """Over everything a note says, its number and its predecessor."""
    return digest(values, "previous", "number", "at", "actor_id", "act", "subject", "facts")


def digest(values: Mapping[str, Value] | Row, *parts: str) -> str:
    said = [values[part] for part in parts]
    return sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()
