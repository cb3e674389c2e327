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
-- Two records of one person at the same time, neither sent back nor reversed.
SELECT r.id, o.id AS other_id FROM service_record r
JOIN service_record o ON o.person_id = r.person_id AND o.id > r.id
    AND o.starts_at < r.ends_at AND o.ends_at > r.starts_at
WHERE r.state <> 'returned' AND o.state <> 'returned' AND r.reverses_id IS NULL AND o.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = o.id)
ORDER BY r.id, o.id LIMIT 1

-- name: unbalanced_corrections
-- A reversing record takes back exactly what it reverses, for the same team and kind.
SELECT x.id FROM service_record x JOIN service_record r ON r.id = x.reverses_id
WHERE x.minutes <> -r.minutes OR x.heads <> r.heads OR x.station_id <> r.station_id
    OR coalesce(x.team_id, 0) <> coalesce(r.team_id, 0) OR x.kind <> r.kind OR x.nature <> r.nature
ORDER BY x.id LIMIT 1

-- name: closed_month_totals
-- What tallies say of the teams of a station itself, and what the sums say now, where both are known.
SELECT t.station_id, t.month, t.team_id, t.totals,
    cast(coalesce((SELECT sum(m.minutes) FROM team_month m JOIN station s ON s.id = m.station_id
        JOIN station own ON own.id = t.station_id
        WHERE m.month = t.month AND s.path LIKE own.path || '%'
            AND (t.team_id = -1 OR m.team_id = t.team_id)), 0) AS bigint) AS minutes
FROM tally t ORDER BY t.month, t.station_id, t.team_id
