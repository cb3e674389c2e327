"""What of the call lists goes with a person."""

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("DELETE FROM call_entry WHERE person_id = :person_id")
async def erase_calls(tx: Tx, *, person_id: Value) -> int:
    """For what somebody was to phone the person."""


@sql("UPDATE call_entry SET marked_by = NULL WHERE marked_by = :person_id")
async def erase_call_marks(tx: Tx, *, person_id: Value) -> int:
    """Whom the person has phoned."""
