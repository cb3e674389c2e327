"""What the books are asked: what stands in the way, what waits, what a person has."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.times import DAY, HOUR, Span, day_bounds
from bot.hours.rules import Occupied
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


class ShiftPlace(Frozen):
    """Where a shift is booked, and when it begins."""

    station_id: int
    zone: str
    starts_at: int


@sql("""
SELECT r.starts_at, r.ends_at, coalesce(a.title, r.note) AS activity
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.person_id = :person_id AND r.id <> :except_id AND r.starts_at < :ends_at AND r.ends_at > :starts_at
    AND r.starts_at > :starts_at - 86400
    AND r.state <> 'returned' AND r.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
ORDER BY r.starts_at, r.id
""")
async def service_records_in_the_way(
    tx: Tx, *, person_id: int, except_id: int, ends_at: int, starts_at: int
) -> list[Row]:
    """What a person has on record in a stretch of time, none longer than a day: sent back, reversed and reversing
    records leave it free.
    """


async def in_the_way(tx: Tx, person_id: int, span: Span, *, except_id: int = 0) -> list[Occupied]:
    """The person's records that overlap this time, by title or note."""
    rows = await service_records_in_the_way(
        tx,
        person_id=person_id,
        except_id=except_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
    )
    return [Occupied(row["activity"].split("\n")[0][:60], Span(row["starts_at"], row["ends_at"])) for row in rows]


@sql("""
SELECT cast(coalesce(sum(minutes), 0) AS bigint) AS minutes FROM service_record
WHERE person_id = :person_id AND day = :day AND state = 'verified' AND starts_at BETWEEN :first_at AND :last_at
""")
async def minutes_of_day(tx: Tx, *, person_id: int, day: date, first_at: int, last_at: int) -> int:
    """What counts for a person on one day of a station already: where that day is, it lies between these instants."""


async def verified_minutes(tx: Tx, person_id: int, day: date) -> int:
    """Wherever the station is: its day begins at most 14 h before that of Greenwich, and 12 h after it."""
    midnight = day_bounds(ZoneInfo("UTC"), day, day).starts_at
    return await minutes_of_day(
        tx, person_id=person_id, day=day, first_at=midnight - 14 * HOUR, last_at=midnight + DAY + 12 * HOUR
    )


@sql("""
SELECT g.id FROM role_grant g JOIN station s ON s.id = g.station_id
WHERE g.person_id = :person_id AND g.granted_at <= :at AND (g.withdrawn_at IS NULL OR g.withdrawn_at > :at)
    AND ((cast(:path AS text) >= s.path AND cast(:path AS text) < s.path || ':') OR EXISTS (
        SELECT 1 FROM activity a WHERE a.id = cast(:activity_id AS bigint) AND a.lead_id = g.person_id))
LIMIT 1
""")
async def on_duty(tx: Tx, person_id: int, *, path: str, at: int, activity_id: int | None) -> bool:
    """Who held a role on the station (or above) at that time, or leads the activity as staff, was on duty."""


@sql("""
SELECT s.id AS station_id, s.zone AS zone, h.starts_at AS starts_at
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
WHERE h.id = :shift_id
""")
async def place_of_shift(tx: Tx, shift_id: int) -> ShiftPlace | None:
    """Where and when a shift is, for the month it counts in."""


@sql("""
SELECT m.team_id FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.person_id = :person_id
    AND (m.left_at IS NULL OR (m.joined_at <= :at AND m.left_at > :at))
ORDER BY CASE WHEN m.joined_at <= :at THEN 0 ELSE 1 END, CASE WHEN m.team_id = p.home_team_id THEN 0 ELSE 1 END,
    m.joined_at, m.id
LIMIT 1
""")
async def team_then(tx: Tx, person_id: int, at: int) -> int | None:
    """The team a person was in at that time (home team first); who was in none then, the one of today."""


class Served(Frozen):
    """The activity that a record belongs to."""

    shift_id: int
    activity_id: int
    station_id: int
    team_id: int | None
    kind: str


@sql("""
SELECT h.id AS shift_id, a.id AS activity_id, a.station_id, a.team_id, a.kind
FROM sign_up u JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id
WHERE u.person_id = :person_id AND u.state = 'confirmed' AND a.state <> 'cancelled'
    AND h.starts_at < :span.ends_at AND h.ends_at > :span.starts_at
ORDER BY h.starts_at, h.id LIMIT 1
""")
async def served_then(tx: Tx, person_id: int, span: Span) -> Served | None:
    """The activity that a person had signed up for at that time: its place and kind are the record's."""
