-- name: entries_of_period
-- Every verified record between two months and two days, in order of service.
SELECT r.day, r.starts_at, r.ends_at, s.zone, coalesce(p.name, '') AS person,
    coalesce(p.volunteer_number, '') AS volunteer_number, coalesce(t.name, '') AS team, coalesce(a.title, '') AS activity,
    r.kind, r.nature, r.source, r.heads, r.minutes * r.heads AS minutes
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month AND r.day BETWEEN :first AND :last
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
ORDER BY r.starts_at, r.id

-- name: entries_of_person
-- Every verified record of one person, in order of service; what belongs to no activity bears its note.
SELECT r.day, r.starts_at, r.ends_at, s.zone, p.name AS person, coalesce(p.volunteer_number, '') AS volunteer_number,
    coalesce(t.name, '') AS team, coalesce(a.title, r.note) AS activity, r.kind, r.nature, r.source, r.heads, r.minutes
FROM service_record r
JOIN station s ON s.id = r.station_id
JOIN person p ON p.id = r.person_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.person_id = :person_id AND r.state = 'verified'
ORDER BY r.starts_at, r.id

-- name: sessions_booked
-- What was booked per session (NULL: without one), of the natures that count; volunteers have something left of it.
WITH q AS (
    SELECT r.shift_id, r.person_id, sum(r.minutes * r.heads) AS minutes,
        sum(CASE WHEN r.minutes > 0 THEN r.heads ELSE -r.heads END) AS attendances
    FROM service_record r
    JOIN station s ON s.id = r.station_id
    WHERE r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month AND r.day BETWEEN :first AND :last
        AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY r.shift_id, r.person_id)
SELECT q.shift_id, h.starts_at, coalesce(x.zone, '') AS zone, coalesce(a.title, '') AS title,
    coalesce(a.kind, '') AS kind, coalesce(a.place, '') AS place, coalesce(l.name, '') AS lead,
    cast(sum(CASE WHEN q.person_id IS NOT NULL AND q.minutes > 0 THEN 1 ELSE 0 END) AS bigint) AS volunteers,
    cast(sum(q.attendances) AS bigint) AS attendances, cast(sum(q.minutes) AS bigint) AS minutes
FROM q
LEFT JOIN shift h ON h.id = q.shift_id
LEFT JOIN activity a ON a.id = h.activity_id
LEFT JOIN station x ON x.id = a.station_id
LEFT JOIN person l ON l.id = a.lead_id
GROUP BY q.shift_id, h.starts_at, x.zone, a.title, a.kind, a.place, l.name
ORDER BY 2 NULLS LAST, 1

-- name: sessions_rolled
-- Sessions whose roll-call counts between two months and began between two instants, with the people they helped.
SELECT c.shift_id, h.starts_at, s.zone, a.title, a.kind, a.place, l.name AS lead,
    coalesce(c.beneficiaries, 0) AS helped
FROM roll_call c
JOIN shift h ON h.id = c.shift_id
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
JOIN person l ON l.id = a.lead_id
WHERE c.month BETWEEN :first_month AND :last_month AND h.starts_at >= :first_at AND h.starts_at < :last_at
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
ORDER BY h.starts_at, c.shift_id
