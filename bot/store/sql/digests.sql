-- name: digest_readers
-- Who gets a weekly digest: captains, the leads of teams, social workers; with the station whose clock tells when.
SELECT q.person_id, min(q.path) AS path, min(q.zone) AS zone, min(q.since) AS since
FROM (
    SELECT m.person_id, s.path, s.zone, m.joined_at AS since
    FROM membership m JOIN team t ON t.id = m.team_id JOIN station s ON s.id = t.station_id
    WHERE m.captain = 1 AND m.left_at IS NULL AND t.closed_at IS NULL
    UNION ALL
    SELECT t.lead_id, s.path, s.zone, t.created_at
    FROM team t JOIN station s ON s.id = t.station_id
    WHERE t.lead_id IS NOT NULL AND t.closed_at IS NULL
    UNION ALL
    SELECT g.person_id, s.path, s.zone, g.granted_at
    FROM role_grant g JOIN station s ON s.id = g.station_id
    WHERE g.role = 'social_worker' AND g.withdrawn_at IS NULL
) q
JOIN person p ON p.id = q.person_id
WHERE p.state = 'active' AND p.telegram_id IS NOT NULL
    AND NOT EXISTS (SELECT 1 FROM notice_off n WHERE n.person_id = p.id AND n.notice = 'digest')
GROUP BY q.person_id
ORDER BY q.person_id

-- name: digests_done
-- Whose digest of a week was made.
SELECT key FROM occurrence WHERE key LIKE cast(:prefix AS text) || '%'

-- name: digest_teams
-- The teams a person captains or answers for.
SELECT t.id AS team_id, t.name, s.zone, s.path, s.id AS station_id
FROM team t JOIN station s ON s.id = t.station_id
WHERE t.closed_at IS NULL AND (t.lead_id = :person_id OR EXISTS (
    SELECT 1 FROM membership m
    WHERE m.team_id = t.id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY t.name, t.id

-- name: sessions_held
-- How many sessions of a team began in a week and were not cancelled.
SELECT cast(count(*) AS bigint) AS n FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE a.team_id = :team_id AND a.state <> 'cancelled' AND h.starts_at >= :starts_at AND h.starts_at < :ends_at

-- name: sessions_wanting
-- Sessions between two instants that a person leads, or of the teams the person captains or answers for.
SELECT h.id AS shift_id, a.id AS activity_id, a.title, h.starts_at, h.ends_at, s.zone, h.taken,
    coalesce(h.minimum, h.capacity) AS wanted, coalesce(c.state, '') AS roll_call
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
LEFT JOIN roll_call c ON c.shift_id = h.id
WHERE h.starts_at >= :starts_at AND h.starts_at < :ends_at AND a.state <> 'cancelled'
    AND (a.lead_id = :person_id OR EXISTS (
        SELECT 1 FROM team t WHERE t.id = a.team_id AND t.lead_id = :person_id) OR EXISTS (
        SELECT 1 FROM membership m
        WHERE m.team_id = a.team_id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY h.starts_at, h.id
