-- name: sums_of_months
-- What was booked in these months, per team, kind and nature, from the running sums.
SELECT m.team_id, m.kind, m.nature, cast(sum(m.minutes) AS bigint) AS minutes,
    cast(sum(m.attendances) AS bigint) AS attendances
FROM team_month m
WHERE m.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR m.team_id = :team_id)
    AND m.month BETWEEN :first AND :last
GROUP BY m.team_id, m.kind, m.nature
ORDER BY m.team_id, m.kind, m.nature

-- name: sums_of_days
-- The same for any days, by the day on which people served, from the records.
SELECT cast(coalesce(r.team_id, 0) AS bigint) AS team_id, r.kind, r.nature,
    cast(sum(r.minutes * r.heads) AS bigint) AS minutes,
    cast(sum(CASE WHEN r.minutes > 0 THEN r.heads ELSE -r.heads END) AS bigint) AS attendances
FROM service_record r
WHERE r.day BETWEEN :first AND :last AND r.state = 'verified'
    AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY r.team_id, r.kind, r.nature
ORDER BY 1, 2, 3

-- name: volunteers_of_months
-- How many people have served, with something left after corrections, of records booked in these months: per team (0: none), and in all (-1), each once.
WITH q AS (
    SELECT coalesce(r.team_id, 0) AS team_id, r.person_id FROM service_record r
    WHERE r.month BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
        AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
        AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY coalesce(r.team_id, 0), r.person_id
    HAVING sum(r.minutes) > 0)
SELECT q.team_id, cast(count(*) AS bigint) AS volunteers FROM q GROUP BY q.team_id
UNION ALL
SELECT -1 AS team_id, cast(count(DISTINCT q.person_id) AS bigint) AS volunteers FROM q

-- name: volunteers_of_days
-- How many people have served, with something left after corrections, for any days: per team (0: none), and in all (-1), each once.
WITH q AS (
    SELECT coalesce(r.team_id, 0) AS team_id, r.person_id FROM service_record r
    WHERE r.day BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
        AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
        AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY coalesce(r.team_id, 0), r.person_id
    HAVING sum(r.minutes) > 0)
SELECT q.team_id, cast(count(*) AS bigint) AS volunteers FROM q GROUP BY q.team_id
UNION ALL
SELECT -1 AS team_id, cast(count(DISTINCT q.person_id) AS bigint) AS volunteers FROM q

-- name: roll_calls_of_months
-- People helped, who came and who did not, per team of the activity, of roll-calls that count in these months.
SELECT cast(coalesce(a.team_id, 0) AS bigint) AS team_id, cast(count(*) AS bigint) AS sessions,
    cast(sum(coalesce(c.beneficiaries, 0)) AS bigint) AS helped,
    cast(sum(coalesce(c.came, 0)) AS bigint) AS came, cast(sum(coalesce(c.no_shows, 0)) AS bigint) AS no_shows
FROM roll_call c JOIN shift h ON h.id = c.shift_id JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE c.month BETWEEN :first AND :last
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
GROUP BY a.team_id

-- name: roll_calls_of_days
-- The same for shifts that began between two instants.
SELECT cast(coalesce(a.team_id, 0) AS bigint) AS team_id, cast(count(*) AS bigint) AS sessions,
    cast(sum(coalesce(c.beneficiaries, 0)) AS bigint) AS helped,
    cast(sum(coalesce(c.came, 0)) AS bigint) AS came, cast(sum(coalesce(c.no_shows, 0)) AS bigint) AS no_shows
FROM shift h JOIN roll_call c ON c.shift_id = h.id JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE h.starts_at >= :first_at AND h.starts_at < :last_at AND c.month IS NOT NULL
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
GROUP BY a.team_id

-- name: new_people_of_months
-- Who served for a team in these months and never before (per team, and 0 as team_id stands for none).
SELECT cast(coalesce(r.team_id, 0) AS bigint) AS team_id, r.person_id,
    cast(max(CASE WHEN EXISTS (
        SELECT 1 FROM service_record e JOIN station t ON t.id = e.station_id
        WHERE e.person_id = r.person_id AND e.state = 'verified' AND e.month < :first
            AND t.path LIKE cast(:path AS text) || '%'
            AND (e.nature = 'service' OR (e.nature = 'training' AND cast(:training AS bigint) = 1)
                OR (e.nature = 'preparation' AND cast(:preparation AS bigint) = 1)))
        THEN 1 ELSE 0 END) AS bigint) AS known_to_all
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.month BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
    AND s.path LIKE cast(:path AS text) || '%'
    AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
        OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    AND NOT EXISTS (
        SELECT 1 FROM service_record e WHERE e.person_id = r.person_id AND e.state = 'verified' AND e.month < :first
            AND coalesce(e.team_id, 0) = coalesce(r.team_id, 0)
            AND (e.nature = 'service' OR (e.nature = 'training' AND cast(:training AS bigint) = 1)
                OR (e.nature = 'preparation' AND cast(:preparation AS bigint) = 1)))
GROUP BY r.team_id, r.person_id
HAVING sum(r.minutes) > 0

-- name: team_names
-- Every team's name, also of those that are closed.
SELECT id, name FROM team

-- name: scope_of_station
-- A station as a scope.
SELECT id AS station_id, name, zone, path FROM station WHERE id = :id

-- name: scope_of_team
-- A team as a scope, with the path of its station.
SELECT t.id AS team_id, t.name, s.zone, s.path, s.id AS station_id
FROM team t JOIN station s ON s.id = t.station_id WHERE t.id = :id
