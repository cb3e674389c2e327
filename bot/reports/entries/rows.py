"""Rows of the list of entries, each with the one that it corrects."""

from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
SELECT r.id, r.day, r.starts_at, r.ends_at, s.zone, r.person_id,
    coalesce(p.name, '') AS person, coalesce(p.volunteer_number, '') AS volunteer_number, coalesce(t.name, '') AS team,
    coalesce(a.title, '') AS activity, r.kind, r.nature, r.source, r.heads, r.minutes * r.heads AS minutes, r.note,
    r.entered_at, coalesce(r.reverses_id, 0) AS reverses_id, coalesce(r.reverses_id, r.replaces_id, 0) AS parent_id,
    coalesce(o.replaces_id, 0) AS grandparent_id, coalesce(o.source, '') AS first_source,
    coalesce(o.note, '') AS first_note, coalesce(o.minutes * o.heads, 0) AS before,
    coalesce(n.minutes * n.heads, 0) AS afterwards
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN service_record o ON o.id = coalesce(r.reverses_id, r.replaces_id)
LEFT JOIN service_record n ON n.replaces_id = r.reverses_id
WHERE r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month AND r.day BETWEEN :first AND :last
    AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
ORDER BY r.starts_at, r.id
""")
async def entries_of_period(
    tx: Tx, *, first_month: Value, last_month: Value, first: Value, last: Value, path: Value, team_id: Value
) -> list[Row]:
    """Every verified record between two months and two days, in order of service."""


@sql("""
SELECT r.id, r.day, r.starts_at, r.ends_at, s.zone, r.person_id, p.name AS person,
    coalesce(p.volunteer_number, '') AS volunteer_number, coalesce(t.name, '') AS team,
    coalesce(a.title, '') AS activity, r.kind, r.nature, r.source, r.heads, r.minutes * r.heads AS minutes, r.note,
    r.entered_at, coalesce(r.reverses_id, 0) AS reverses_id, coalesce(r.reverses_id, r.replaces_id, 0) AS parent_id,
    coalesce(o.replaces_id, 0) AS grandparent_id, coalesce(o.source, '') AS first_source,
    coalesce(o.note, '') AS first_note, coalesce(o.minutes * o.heads, 0) AS before,
    coalesce(n.minutes * n.heads, 0) AS afterwards
FROM service_record r
JOIN station s ON s.id = r.station_id
JOIN person p ON p.id = r.person_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN service_record o ON o.id = coalesce(r.reverses_id, r.replaces_id)
LEFT JOIN service_record n ON n.replaces_id = r.reverses_id
WHERE r.person_id = :person_id AND r.state = 'verified'
ORDER BY r.starts_at, r.id
""")
async def entries_of_person_rows(tx: Tx, *, person_id: int) -> list[Row]:
    """Every verified record of one person, in order of service."""


@sql("SELECT id, source, note, replaces_id FROM service_record WHERE id = :id")
async def what_it_replaces(tx: Tx, id: int) -> Row | None:
    """One step back from a correction of a correction."""


@sql("""
SELECT r.day, r.entered_at, s.zone, coalesce(p.name, '') AS person, coalesce(a.title, o.note) AS activity, r.note,
    o.minutes * o.heads AS before, coalesce(n.minutes * n.heads, 0) AS afterwards
FROM service_record r
JOIN station s ON s.id = r.station_id
JOIN service_record o ON o.id = r.reverses_id
LEFT JOIN service_record n ON n.replaces_id = r.reverses_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.reverses_id IS NOT NULL AND r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month
    AND r.day BETWEEN :first AND :last
    AND r.station_id IN (SELECT id FROM station
      WHERE path >= cast(:path AS text) AND path < cast(:path AS text) || ':')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
ORDER BY r.id DESC
LIMIT :limit
""")
async def newest_corrections(tx: Tx, /, **values: Value) -> list[Row]:
    """What was put right last, of what counts between two months and two days."""
