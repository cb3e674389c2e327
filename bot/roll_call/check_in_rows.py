"""Check-in codes. What is short-lived needs no salt: by the time it could be guessed from here it has run out."""

from bot.ground.tries import WINDOW
from bot.invitations.rows import fingerprint
from bot.roll_call.check_in_rules import REMEMBERED, SECONDS, Code, Way
from bot.store.asking import sql
from bot.store.transaction import Tx, Value
from bot.store.wrong_tries import wrong_tries_since


@sql("DELETE FROM check_in_code WHERE shift_id = :shift_id AND ends_at < :before")
async def forget_check_in_codes(tx: Tx, *, shift_id: int, before: int) -> int:
    """Codes that ran out long ago."""


@sql("""
INSERT INTO check_in_code (shift_id, way, code_hash, starts_at, ends_at, created_by)
VALUES (:shift_id, :way, :code_hash, :starts_at, :ends_at, :by)
""")
async def add_check_in_code(
    tx: Tx, *, shift_id: int, way: Value, code_hash: str, starts_at: int, ends_at: int, by: int
) -> int:
    """A code of a shift; only its fingerprint is kept."""


async def add_code(tx: Tx, shift_id: int, way: Way, code: str, *, by: int, now: int) -> Code:
    """Good from now on."""
    made = Code(shift_id, way, now, now + SECONDS[way])
    await forget_check_in_codes(tx, shift_id=shift_id, before=now - REMEMBERED)
    await add_check_in_code(
        tx,
        shift_id=shift_id,
        way=way,
        code_hash=fingerprint(code),
        starts_at=made.starts_at,
        ends_at=made.ends_at,
        by=by,
    )
    return made


@sql("""
SELECT shift_id, way, starts_at, ends_at FROM check_in_code
WHERE code_hash = :code_hash AND starts_at > :since ORDER BY ends_at DESC, id DESC
""")
async def check_in_codes(tx: Tx, *, code_hash: str, since: int) -> list[Code]:
    """Codes with this fingerprint that began after ``since``, the newest first; six digits may have come up twice."""


async def codes(tx: Tx, code: str, now: int) -> list[Code]:
    """What this code is or was lately good for, the newest first."""
    return await check_in_codes(tx, code_hash=fingerprint(code), since=now - REMEMBERED)


async def wrong_lately(tx: Tx, telegram_id: int, what: str, now: int) -> int:
    """How many wrong codes count towards the pause."""
    return len(await wrong_tries_since(tx, telegram_id=telegram_id, what=what, since=now - WINDOW))


@sql("""
SELECT 1 AS yes FROM roll_call r JOIN shift h ON h.id = r.shift_id
WHERE r.state <> 'closed' AND h.starts_at > :since AND h.starts_at <= :until AND (
    EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.person_id = :person_id AND u.state = 'confirmed')
    OR EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = h.id AND t.person_id = :person_id))
LIMIT 1
""")
async def expected(tx: Tx, person_id: int, *, since: int, until: int) -> bool:
    """Whether a roll is open, of what begins between two instants, on which the person stands."""
