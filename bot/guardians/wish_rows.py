"""A wish is no sign-up: it holds no place, it is only where the way leads back to. One a person, the newest."""

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO wish (person_id, shift_id, wished_at) VALUES (:person_id, :shift_id, :now)
ON CONFLICT (person_id) DO UPDATE SET shift_id = excluded.shift_id, wished_at = excluded.wished_at
""")
async def keep(tx: Tx, person_id: int, shift_id: int, now: int) -> None:
    """What this person wanted to join last, and may not before a guardian agrees; in place of an older one."""


@sql("SELECT shift_id FROM wish WHERE person_id = :person_id")
async def wished(tx: Tx, person_id: int) -> int | None:
    """What this person wanted to join last, and waits for a guardian."""


@sql("DELETE FROM wish WHERE person_id = :person_id RETURNING shift_id")
async def take(tx: Tx, person_id: int) -> int | None:
    """The shift, and it is forgotten: it is told now, once. None where there was no wish."""


@sql("DELETE FROM wish WHERE person_id = :person_id")
async def erase_wish(tx: Tx, *, person_id: Value) -> int:
    """What somebody wanted to join before a guardian agreed."""
