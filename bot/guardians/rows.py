"""A wish is no sign-up: it holds no place, it is only where the way leads back to. One a person, the newest."""

from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
INSERT INTO wish (person_id, shift_id, wished_at) VALUES (:person_id, :shift_id, :now)
ON CONFLICT (person_id) DO UPDATE SET shift_id = excluded.shift_id, wished_at = excluded.wished_at
""")
async def keep(tx: Tx, person_id: int, shift_id: int, now: int) -> None:
    """What this person wanted to join last, and may not before a guardian agrees; in place of an older one."""


@sql("DELETE FROM wish WHERE person_id = :person_id RETURNING shift_id")
async def take_wish(tx: Tx, *, person_id: int) -> Row | None:
    """The wish, which is forgotten: it is told now, once."""


async def take(tx: Tx, person_id: int) -> int | None:
    """The shift, and it is forgotten; None where there was no wish."""
    row = await take_wish(tx, person_id=person_id)
    return None if row is None else int(row["shift_id"])
