"""What overlaps: half-open intervals, so touching does not. A wait is a wish as well, and clashes like a place."""

from bot.sign_ups.clashes.rules import Overlap
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT sign_up.id, sign_up.shift_id, activity.title AS activity, shift.starts_at, shift.ends_at, sign_up.state
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND activity.state <> 'cancelled'
  AND shift.id <> :shift_id AND shift.starts_at < :ends_at AND :starts_at < shift.ends_at
ORDER BY shift.starts_at, shift.id
""")
async def overlaps(tx: Tx, person_id: int, *, shift_id: int, starts_at: int, ends_at: int) -> list[Overlap]:
    """The other live sign-ups of the person at that time, whether they hold a place or wait."""


@sql(
    """
SELECT DISTINCT person.id, person.name
FROM sign_up AS here
JOIN person ON person.id = here.person_id
JOIN sign_up AS there ON there.person_id = here.person_id AND there.shift_id <> here.shift_id
  AND there.state <> 'withdrawn'
JOIN shift ON shift.id = there.shift_id
JOIN activity ON activity.id = shift.activity_id
WHERE here.shift_id = :shift_id AND here.state IN ('confirmed', 'offered') AND activity.state <> 'cancelled'
  AND shift.starts_at < :ends_at AND :starts_at < shift.ends_at
ORDER BY person.name, person.id
""",
    read=lambda row: str(row[1]),
)
async def names_elsewhere(tx: Tx, shift_id: int, *, starts_at: int, ends_at: int) -> list[str]:
    """Who has a place here and is down for something else at that time."""
