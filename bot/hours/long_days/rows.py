"""Records whose day takes a role above a social worker's: `needs` says which while they wait."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.store.asking import sql
from bot.store.transaction import Tx


class OfDay(Frozen):
    """One record that waits, and how many minutes of that person and day are verified beside it."""

    id: int
    station_id: int
    minutes: int
    needs: str
    others: int


OTHERS = """cast(coalesce((SELECT sum(v.minutes) FROM service_record v
    WHERE v.person_id = r.person_id AND cast(v.day AS text) = r.day AND v.state = 'verified'
        AND v.starts_at BETWEEN r.starts_at - 172800 AND r.starts_at + 172800), 0) AS bigint) AS others"""
"""A day of the calendar lies within two of it, wherever both stations are. The casts keep the database to the person's
own records: a whole city has many on one day.
"""


@sql(f"""
SELECT r.id, r.station_id, r.minutes, r.needs, {OTHERS}
FROM service_record r
WHERE r.person_id = :person_id AND r.state <> 'verified' AND r.state = 'submitted' AND cast(r.day AS text) = :day
    AND coalesce(r.reverses_id, 0) = 0
ORDER BY r.id
""")  # noqa: S608 - constants of this file; every value is a parameter
async def waiting_of_day(tx: Tx, person_id: int, day: date) -> list[OfDay]:
    """What waits of a person on one day."""


@sql(f"""
SELECT r.id, r.station_id, r.minutes, r.needs, {OTHERS}
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.state = 'submitted' AND r.person_id IS NOT NULL AND coalesce(r.reverses_id, 0) = 0
    AND s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':'
ORDER BY r.id
""")  # noqa: S608 - as above
async def waiting_under(tx: Tx, path: str) -> list[OfDay]:
    """What waits of people on the station with this path and below it."""


@sql("UPDATE service_record SET needs = :needs WHERE id = :id")
async def set_needs(tx: Tx, id: int, needs: str) -> None:
    """Which role its day takes, '' for any of staff."""


class Untold(Frozen):
    """A record that waits for somebody higher who has not been told."""

    id: int
    path: str
    needs: str
    person_id: int
    entered_at: int


@sql("""
SELECT r.id, s.path, r.needs, r.person_id, r.entered_at
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.state = 'submitted' AND r.needs <> '' AND NOT EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = 'long_day/' || cast(r.id AS text) || '/' || cast(r.entered_at AS text) || '/' || r.needs)
ORDER BY r.id LIMIT :limit
""")
async def untold(tx: Tx, limit: int) -> list[Untold]:
    """The oldest first."""


@sql("""
SELECT cast(count(*) AS bigint) AS n FROM service_record r
WHERE r.state = 'submitted' AND r.needs <> '' AND coalesce(r.person_id, 0) <> :person_id AND EXISTS (
    SELECT 1 FROM station s
    JOIN role_grant g ON g.person_id = :person_id AND g.withdrawn_at IS NULL
        AND (g.role = 'administrator' OR g.role = r.needs)
    JOIN station gs ON gs.id = g.station_id AND s.path >= gs.path AND s.path < gs.path || ':'
    WHERE s.id = r.station_id)
""")
async def count_for(tx: Tx, person_id: int) -> int:
    """How many long days wait that this person may verify by a higher role."""
