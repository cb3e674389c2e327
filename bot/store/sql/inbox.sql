-- name: take_update
-- Keeps an update for good; one that is there already stays as it is, unless the ids began again after a quiet week.
INSERT INTO inbox (bot_id, update_id, lane, raw, received_at) VALUES (:bot_id, :update_id, :lane, :raw, :now)
ON CONFLICT (bot_id, update_id) DO UPDATE
SET lane = :lane, raw = :raw, received_at = :now, state = 'new', attempts = 0
WHERE inbox.state <> 'new' AND inbox.received_at < :horizon

-- name: waiting_updates
-- The oldest updates of a worker's lanes, each with the person who sent it, the way to that person's home station, and
-- whether somebody is to phone that person.
SELECT i.update_id, i.lane, i.raw, i.attempts, i.received_at,
       (SELECT epoch FROM process WHERE process.bot_id = i.bot_id) AS epoch,
       p.id, p.telegram_id, p.state, p.name, p.language, p.client_language, p.age_band, p.age_band_at,
       p.home_team_id, p.managed_by_id, p.unreachable_at, p.strikes, s.path AS home_path,
       CASE WHEN EXISTS (SELECT 1 FROM call_entry c WHERE c.person_id = p.id AND c.state IN ('open', 'not_reached'))
         THEN 1 ELSE 0 END AS sought
FROM inbox i
LEFT JOIN person p ON p.telegram_id = i.lane
LEFT JOIN team t ON t.id = p.home_team_id
LEFT JOIN station s ON s.id = t.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
  AND abs(i.lane) % :workers = :worker
ORDER BY i.update_id
LIMIT :limit

-- name: roles_of_waiting
-- Whatever those who sent these updates act by; and, as person 0, the zones that stations set.
SELECT p.id AS person_id, 'grant' AS what, g.role AS value, g.station_id, s.path, 0 AS team_id, 0 AS captain
FROM inbox i
JOIN person p ON p.telegram_id = i.lane
JOIN role_grant g ON g.person_id = p.id AND g.withdrawn_at IS NULL
JOIN station s ON s.id = g.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
UNION
SELECT p.id, 'member', '', t.station_id, s.path, m.team_id, m.captain
FROM inbox i
JOIN person p ON p.telegram_id = i.lane
JOIN membership m ON m.person_id = p.id AND m.left_at IS NULL
JOIN team t ON t.id = m.team_id
JOIN station s ON s.id = t.station_id
WHERE i.bot_id = :bot_id AND i.state = 'new' AND i.update_id >= :first AND i.update_id <= :last
UNION
SELECT 0, 'zone', zone, id, path, 0, 0 FROM station WHERE zone IS NOT NULL
ORDER BY 1, 2, 3, 4, 6

-- name: tick_off
-- The update has had its effect, in this very transaction; its words are erased.
UPDATE inbox SET state = 'done', raw = '' WHERE bot_id = :bot_id AND update_id = :update_id

-- name: charge_attempt
-- The update failed when it was alone.
UPDATE inbox SET attempts = attempts + 1 WHERE bot_id = :bot_id AND update_id = :update_id

-- name: bury_update
-- The update will not be tried again; its words are erased.
UPDATE inbox SET state = 'dead', raw = '' WHERE bot_id = :bot_id AND update_id = :update_id

-- name: forget_old_updates
-- Telegram keeps an update for a day; a week is enough to know a repeated one.
DELETE FROM inbox WHERE bot_id = :bot_id AND state <> 'new' AND received_at < :horizon

-- name: count_new_updates
-- How many wait.
SELECT cast(count(*) AS bigint) AS n FROM inbox WHERE bot_id = :bot_id AND state = 'new'
