"""The days of one person's year."""

from bot.hours.years.rules import DayServed
from bot.store.asking import sql
from bot.store.transaction import Tx


@sql("""
SELECT day, kind, nature, cast(sum(minutes) AS bigint) AS minutes
FROM service_record
WHERE person_id = :person_id AND starts_at >= :after AND starts_at < :until AND state = 'verified'
    AND day BETWEEN :first AND :last
GROUP BY day, kind, nature
HAVING sum(minutes) <> 0
ORDER BY day, kind, nature
""")
async def days_served(tx: Tx, person_id: int, *, after: int, until: int, first: str, last: str) -> list[DayServed]:
    """Verified minutes of one person by day of service, kind and nature. ``after``, ``until``: instants around these
    days in any zone.
    """
