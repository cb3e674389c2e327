"""Counting first and inserting then overbooks: a place is claimed by `claim_seats`, which tells whether it was free.

Whoever claims, offers or frees a place holds the shift's lock, so that the line and `taken` are seen together.
"""

from bot.sign_ups.rows import from_row
from bot.sign_ups.rules import SignUp
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
UPDATE shift SET taken = taken + cast(:places AS bigint)
WHERE id = :shift_id AND taken + cast(:places AS bigint) <= capacity
""")
async def claim_seats(tx: Tx, shift_id: int, places: int = 1) -> bool:
    """Takes places in one step; False and none where so many are not free. The guard against overbooking (with the
    CHECK).
    """


@sql("UPDATE shift SET taken = taken - cast(:places AS bigint) WHERE id = :shift_id")
async def release_seats(tx: Tx, shift_id: int, places: int = 1) -> None:
    """Gives places back."""


@sql(
    """
SELECT * FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' ORDER BY behind, line_at, id
""",
    read=from_row,
)
async def waiting_line(tx: Tx, shift_id: int) -> list[SignUp]:
    """Who waits, the next first: those behind the line after all others."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM sign_up
WHERE shift_id = :shift_id AND state = 'waitlisted'
  AND (behind < :behind OR (behind = :behind AND (line_at < :line_at OR (line_at = :line_at AND id < :id))))
""")
async def places_before(tx: Tx, *, shift_id: int, behind: int, line_at: Value, id: int) -> int:
    """How many stand before this one in the line."""


async def position(tx: Tx, waiting: SignUp) -> int:
    """1 for the next one in line."""
    before: int = await places_before(
        tx, shift_id=waiting.shift_id, behind=int(waiting.behind), line_at=waiting.line_at, id=waiting.id
    )
    return before + 1


@sql("SELECT 1 AS yes FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' LIMIT 1")
async def anyone_waits(tx: Tx, shift_id: int) -> bool:
    """Whether somebody is on the waiting list."""


@sql("""
UPDATE sign_up SET state = 'confirmed', confirmed_at = :now, offer_ends_at = NULL
WHERE id = :sign_up.id AND state = :sign_up.state
""")
async def confirm(tx: Tx, sign_up: SignUp, now: int) -> bool:
    """From the line, or from an offer, to a place. False where it has left that state meanwhile."""


@sql("""
UPDATE sign_up SET state = 'offered', offered_at = :now, offer_ends_at = :ends_at WHERE id = :sign_up.id
  AND state = 'waitlisted'
""")
async def offer(tx: Tx, sign_up: SignUp, *, now: int, ends_at: int) -> bool:
    """The next in line is asked. False where it waits no longer."""


@sql("UPDATE sign_up SET offered_at = :now WHERE id = :sign_up.id AND state = 'waitlisted'")
async def note_open_offer(tx: Tx, sign_up: SignUp, now: int) -> None:
    """Told that whoever presses first has the place; the sign-up goes on waiting."""


@sql("""
UPDATE sign_up SET offered_at = NULL WHERE shift_id = :shift_id AND state = 'waitlisted' AND offered_at IS NOT NULL
""")
async def forget_open_offers(tx: Tx, shift_id: int) -> None:
    """The open place is gone: who waits is told again when there is another."""


@sql(
    """
SELECT * FROM sign_up WHERE state = 'offered' AND offer_ends_at <= :now
ORDER BY shift_id, id LIMIT cast(:limit AS bigint)
""",
    read=from_row,
)
async def expired_offers(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Offers whose time has passed, shift by shift, so that locks are taken in one order."""


@sql("""
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, reason = 'expired', offer_ends_at = NULL
WHERE id = :offered.id AND state = 'offered' AND offer_ends_at <= :now
""")
async def expire(tx: Tx, offered: SignUp, now: int) -> bool:
    """Withdrawn by time. False where it was answered in the last moment."""


@sql(
    """
SELECT sign_up.* FROM shift JOIN sign_up ON sign_up.shift_id = shift.id
WHERE shift.starts_at <= :now AND shift.starts_at > :now - 2592000 AND sign_up.state IN ('waitlisted', 'offered')
ORDER BY shift.id, sign_up.id LIMIT cast(:limit AS bigint)
""",
    read=from_row,
)
async def waiting_too_long(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Those without a place in what has begun."""


@sql("""
SELECT offer_ends_at FROM sign_up WHERE state = 'offered' AND offer_ends_at > :now ORDER BY offer_ends_at
""")
async def offer_ends(tx: Tx, now: int) -> list[int]:
    """When standing offers run out, the soonest first."""


@sql("""
SELECT shift.id FROM shift JOIN activity ON activity.id = shift.activity_id
WHERE shift.starts_at > :now AND shift.taken < shift.capacity AND activity.state IN ('published', 'closed')
  AND EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = shift.id AND sign_up.state = 'waitlisted')
ORDER BY shift.id
""")
async def shifts_with_room_and_line(tx: Tx, now: int) -> list[int]:
    """Coming shifts with a free place while somebody waits: open to who presses first, or left by a change of rules."""
