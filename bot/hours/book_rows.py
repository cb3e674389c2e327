"""What the books are asked: what stands in the way, what waits, what a person has."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.times import Span
from bot.hours.rows import OwnSum, record_of
from bot.hours.rules import Occupied, ServiceRecord
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
    AND r.state <> 'returned' AND r.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
ORDER BY r.starts_at, r.id
""")
async def service_records_in_the_way(
    tx: Tx, *, person_id: int, except_id: int, ends_at: int, starts_at: int
) -> list[Row]:
    """What a person has on record in a stretch of time: sent back, reversed and reversing records leave it free."""


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
WHERE person_id = :person_id AND day = :day AND state = 'verified'
""")
async def verified_minutes(tx: Tx, person_id: int, day: date) -> int:
    """What counts for a person on one day of a station already."""


@sql("""
SELECT g.id FROM role_grant g JOIN station s ON s.id = g.station_id
WHERE g.person_id = :person_id AND g.granted_at <= :at AND (g.withdrawn_at IS NULL OR g.withdrawn_at > :at)
    AND (cast(:path AS text) LIKE s.path || '%' OR EXISTS (
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
UPDATE roll_call SET month = :month,
    came = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state IN ('here', 'done', 'late', 'left_early'))
        + (SELECT cast(coalesce(sum(g.heads_here), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL),
    no_shows = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state = 'no_show')
        + (SELECT cast(coalesce(sum(g.places - g.heads_here - (SELECT count(*) FROM sign_up u
            WHERE u.group_place_id = g.id AND u.state = 'confirmed')), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL)
WHERE shift_id = :shift_id
""")
async def set_roll_call_month(tx: Tx, shift_id: int, month: str) -> None:
    """Once a roll-call is closed: the month in which it counts, and how many came and did not, with and without
    names.
    """


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


@sql(
    """
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    coalesce(v.name, '') AS verifier, x.id AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN person v ON v.id = r.verified_by
LEFT JOIN service_record x ON x.reverses_id = r.id
WHERE r.person_id = :person_id
ORDER BY r.starts_at DESC, r.id DESC
LIMIT :limit OFFSET :offset
""",
    read=record_of,
)
async def of_person(tx: Tx, person_id: int, *, limit: int, offset: int) -> list[ServiceRecord]:
    """A page of a person's records, the newest day first."""


@sql("""
SELECT state, substr(day, 1, 7) AS month, kind, nature, cast(sum(minutes) AS bigint) AS minutes,
    cast(count(*) AS bigint) AS records
FROM service_record WHERE person_id = :person_id
GROUP BY state, substr(day, 1, 7), kind, nature
ORDER BY 1, 2, 3, 4
""")
async def own_sums(tx: Tx, person_id: int) -> list[OwnSum]:
    """A person's minutes by state, month of service, kind and nature."""


@sql(
    """
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    '' AS verifier, NULL AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
WHERE r.state = 'submitted' AND r.id > :after AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
ORDER BY r.id
LIMIT :limit
""",
    read=record_of,
)
async def to_verify(tx: Tx, viewer_id: int, *, after: int, limit: int) -> list[ServiceRecord]:
    """A page of what waits and is this viewer's to look at, the oldest first, after the id ``after``: below a station
    of theirs, or led by them; never their own.
    """


@sql("""
SELECT cast(count(*) AS bigint) AS n
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
""")
async def count_to_verify(tx: Tx, viewer_id: int) -> int:
    """How many records wait for this viewer."""
