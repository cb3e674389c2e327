"""The notes that staff's acts leave, read back."""

import json

from bot.domain.frozen import Frozen
from bot.storage.transaction import Tx, Value


class Note(Frozen):
    at: int
    act: str
    actor_id: int | None
    facts: dict[str, Value]


async def notes_about(tx: Tx, subject: str) -> list[Note]:
    """The latest first."""
    rows = [row for row in await tx.rows("notes_after", number=0) if row["subject"] == subject]
    return [Note(row["at"], row["act"], row["actor_id"], json.loads(row["facts"])) for row in reversed(rows)]
