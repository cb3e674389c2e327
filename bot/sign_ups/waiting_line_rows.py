"""Counting first and inserting then overbooks: a place is claimed by `claim_seats`, which tells whether it was free.

Whoever claims, offers or frees a place holds the shift's lock, so that the line and `taken` are seen together.
"""

from bot.sign_ups.rules import SignUp
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
UPDATE shift SET taken = taken + cast(:places AS bigint), card_at = coalesce(card_at, 0)
WHERE id = :shift_id AND taken + cast(:places AS bigint) <= capacity
""")
async def claim_seats(tx: Tx, shift_id: int, places: int = 1) -> bool:
    """Takes places in one step; False and none where so many are not free. The guard against overbooking (with the
    CHECK).
    """


@sql("UPDATE shift SET taken = taken - cast(:places AS bigint) WHERE id = :shift_id")
async def release_seats(tx: Tx, shift_id: int, places: int = 1) -> None:
    """Gives places back."""


@sql("""
SELECT * FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' ORDER BY behind, line_at, id
""")
async def waiting_line(tx: Tx, shift_id: int) -> list[SignUp]:
    """Who waits, the next first: those behind the line after all others."""


@sql("""
SELECT u.id FROM sign_up u JOIN person p ON p.id = u.person_id
JOIN person r ON r.id = CASE WHEN p.telegram_id IS NULL THEN coalesce(p.managed_by_id, u.created_by) ELSE p.id END
WHERE u.shift_id = :shift_id AND u.state = 'waitlisted' AND r.unreachable_at IS NOT NULL ORDER BY u.id
""")
async def unreached(tx: Tx, shift_id: int) -> list[int]:
    """Of who waits those of whom it is known that no message reaches whoever reads for them."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM sign_up
WHERE shift_id = :waiting.shift_id AND state = 'waitlisted'
  AND (behind < :waiting.behind OR (behind = :waiting.behind
    AND (line_at < :waiting.line_at OR (line_at = :waiting.line_at AND id < :waiting.id))))
""")
async def places_before(tx: Tx, waiting: SignUp) -> int:
    """How many stand before this one in the line."""


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


@sql("""
SELECT * FROM (
  SELECT * FROM sign_up WHERE state = 'offered' AND offer_ends_at <= :now
  ORDER BY offer_ends_at, id LIMIT cast(:limit AS bigint)) over_now
ORDER BY shift_id, id
""")
async def expired_offers(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Offers whose time has passed, shift by shift, so that locks are taken in one order."""


@sql("""
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, reason = 'expired', offer_ends_at = NULL
WHERE id = :offered.id AND state = 'offered' AND offer_ends_at <= :now
""")
async def expire(tx: Tx, offered: SignUp, now: int) -> bool:
    """Withdrawn by time. False where it was answered in the last moment."""


@sql("""
SELECT u.* FROM (SELECT id FROM shift WHERE lined = 1 AND starts_at <= :now
  ORDER BY starts_at, id LIMIT cast(:limit AS bigint)) h
JOIN sign_up u ON u.shift_id = h.id AND u.state IN ('waitlisted', 'offered')
ORDER BY h.id, u.id LIMIT cast(:limit AS bigint)
""")
async def waiting_too_long(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Those without a place in what has begun."""


@sql("""
UPDATE shift SET lined = 0 WHERE id IN (
  SELECT id FROM shift h WHERE h.lined = 1 AND h.starts_at <= :now
    AND NOT EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.state IN ('waitlisted', 'offered'))
  ORDER BY h.starts_at LIMIT cast(:limit AS bigint))
""")
async def forget_closed_lines(tx: Tx, now: int, limit: int) -> int:
    """What has begun and where nobody waits needs no look any more."""


@sql("UPDATE shift SET lined = 1 WHERE id = :shift_id AND lined = 0")
async def begin_line(tx: Tx, shift_id: int) -> None:
    """Somebody waits there."""


@sql("""
UPDATE shift SET lined = 0 WHERE id IN (
  SELECT id FROM shift h WHERE h.lined = 1 AND h.taken < h.capacity
    AND NOT EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.state IN ('waitlisted', 'offered'))
  ORDER BY id LIMIT 1000)
""")
async def forget_ended_lines(tx: Tx) -> int:
    """Where places are free and nobody waits any longer."""


@sql("""
SELECT u.id FROM sign_up u JOIN person p ON p.id = u.person_id
WHERE u.shift_id = :shift_id AND u.state = 'withdrawn' AND u.reason = 'expired' AND u.withdrawn_at >= :since
  AND p.telegram_id IS NULL AND coalesce(p.managed_by_id, u.created_by) = :reader_id
ORDER BY u.id
""")
async def expired_in_care(tx: Tx, *, shift_id: int, since: int, reader_id: int) -> list[int]:
    """Offers that ran out from that instant on, of those without Telegram whom this one reads for."""


@sql("""
SELECT u.* FROM sign_up u JOIN person p ON p.id = u.person_id
JOIN person r ON r.id = CASE WHEN p.telegram_id IS NULL THEN coalesce(p.managed_by_id, u.created_by) ELSE p.id END
WHERE u.state = 'offered' AND u.offer_ends_at > :now AND r.unreachable_at IS NOT NULL
ORDER BY u.shift_id, u.id LIMIT :limit
""")
async def offers_unheard(tx: Tx, now: int, limit: int) -> list[SignUp]:
    """Standing offers to whom no message reaches any more, shift by shift."""


@sql("""
UPDATE sign_up SET state = 'waitlisted', offered_at = NULL, offer_ends_at = NULL
WHERE id = :offered.id AND state = 'offered'
""")
async def back_in_line(tx: Tx, offered: SignUp) -> bool:
    """Waiting where it stood before. False where it was answered in the last moment."""


@sql("""
SELECT offer_ends_at FROM sign_up WHERE state = 'offered' AND offer_ends_at > :now ORDER BY offer_ends_at LIMIT 64
""")
async def offer_ends(tx: Tx, now: int) -> list[int]:
    """When standing offers run out, the soonest first."""


@sql("""
SELECT h.id FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE h.lined = 1 AND h.taken < h.capacity AND h.starts_at > :now AND a.state IN ('published', 'closed')
  AND EXISTS (SELECT 1 FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'waitlisted')
ORDER BY h.id
""")
async def shifts_with_room_and_line(tx: Tx, now: int) -> list[int]:
    """Coming shifts with a free place while somebody waits: open to who presses first, or left by a change of rules."""


@sql("UPDATE shift SET taken = 0 WHERE activity_id = :activity_id AND starts_at > :now")
async def free_all_places(tx: Tx, *, activity_id: int, now: int) -> int:
    """No place is taken any more in the shifts that have not begun."""


@sql("""
UPDATE shift SET taken =
  (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.shift_id = shift.id AND u.state IN ('confirmed', 'offered')
    AND u.group_place_id IS NULL)
  + (SELECT cast(coalesce(sum(g.places), 0) AS bigint) FROM group_place g WHERE g.shift_id = shift.id
    AND g.cancelled_at IS NULL)
WHERE activity_id = :activity_id AND starts_at > :now
""")
async def count_places_anew(tx: Tx, *, activity_id: int, now: int) -> int:
    """Taken is what people and groups hold in the shifts that have not begun; these are locked by the caller."""
