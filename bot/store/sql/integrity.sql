-- name: overbooked_shifts
-- Shifts whose taken places are not those of confirmed and offered people plus groups, or more than there are.
SELECT q.id, q.taken, q.held, q.capacity FROM (
    SELECT h.id, h.taken, h.capacity,
        (SELECT cast(count(*) AS bigint) FROM sign_up u
            WHERE u.shift_id = h.id AND u.state IN ('confirmed', 'offered') AND u.group_place_id IS NULL)
        + (SELECT cast(coalesce(sum(g.places), 0) AS bigint) FROM group_place g
            WHERE g.shift_id = h.id AND g.cancelled_at IS NULL) AS held
    FROM shift h) q
WHERE q.taken <> q.held OR q.taken > q.capacity
ORDER BY q.id LIMIT 1

-- name: overlapping_records
-- Two records of one person at the same time, neither sent back nor reversed. In order of their starts two neighbours
-- overlap if any do: so one pass is enough.
WITH standing AS (
    SELECT r.id, r.ends_at, lead(r.id) OVER own AS next_id, lead(r.starts_at) OVER own AS next_starts
    FROM service_record r
    WHERE r.state <> 'returned' AND r.reverses_id IS NULL AND r.person_id IS NOT NULL
        AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
    WINDOW own AS (PARTITION BY r.person_id ORDER BY r.starts_at, r.id)
)
SELECT id, next_id AS other_id FROM standing WHERE next_starts < ends_at ORDER BY id LIMIT 1

-- name: unbalanced_corrections
-- A reversing record takes back exactly what it reverses, for the same team and kind.
SELECT x.id FROM service_record x JOIN service_record r ON r.id = x.reverses_id
WHERE x.minutes <> -r.minutes OR x.heads <> r.heads OR x.station_id <> r.station_id
    OR coalesce(x.team_id, 0) <> coalesce(r.team_id, 0) OR x.kind <> r.kind OR x.nature <> r.nature
ORDER BY x.id LIMIT 1

-- name: every_tally
-- What the closed months say.
SELECT station_id, month, team_id, totals FROM tally ORDER BY month, station_id, team_id

-- name: sums_by_path
-- What the running sums say, by the place in the tree.
SELECT s.path, m.team_id, m.month, cast(sum(m.minutes) AS bigint) AS minutes
FROM team_month m JOIN station s ON s.id = m.station_id
GROUP BY s.path, m.team_id, m.month

-- name: size_of_books
-- How many people are known, and how many records of service there are.
SELECT (SELECT cast(count(*) AS bigint) FROM person WHERE state <> 'erased') AS people,
    (SELECT cast(count(*) AS bigint) FROM service_record) AS records
