-- name: add_broadcast
-- A message to many, not sent yet.
INSERT INTO broadcast (author_id, audience, text, state, people, created_at)
VALUES (:author_id, :audience, :text, 'draft', 0, :now) RETURNING id

-- name: get_broadcast
-- One of them.
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable
FROM broadcast WHERE id = :id

-- name: start_broadcast
-- It leaves from now on; 0 rows when somebody pressed before.
UPDATE broadcast SET state = 'sending', people = :people, gathered = :gathered, unreachable = :unreachable,
    confirmed_at = :now
WHERE id = :id AND state = 'draft'

-- name: end_broadcast
-- Stopped, or everything has left.
UPDATE broadcast SET state = :state WHERE id = :id AND state = 'sending'

-- name: finished_broadcasts
-- Those of which nothing waits any more.
SELECT b.id FROM broadcast b
WHERE b.state = 'sending' AND NOT EXISTS (
    SELECT 1 FROM outbox o WHERE o.subject = 'broadcast:' || cast(b.id AS text) AND o.state IN ('pending', 'sending'))
ORDER BY b.id LIMIT :limit

-- name: broadcasts_about
-- Everything that was sent to or about one audience, the latest first.
SELECT id, author_id, audience, text, state, people, created_at, confirmed_at, gathered, unreachable
FROM broadcast WHERE audience = :audience ORDER BY id DESC

-- name: people_of_team
-- The members, with whether Telegram reaches them: who is not on it, and who has blocked the bot.
SELECT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN membership m ON m.person_id = p.id
WHERE m.team_id = :id AND m.left_at IS NULL AND p.state IN ('active', 'managed') AND p.id <> :author_id ORDER BY p.id

-- name: people_of_station
-- Everybody in a team of the station or below it.
SELECT DISTINCT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN membership m ON m.person_id = p.id JOIN team t ON t.id = m.team_id
JOIN station b ON b.id = t.station_id JOIN station s ON b.path LIKE s.path || '%'
WHERE s.id = :id AND m.left_at IS NULL AND p.state IN ('active', 'managed') AND p.id <> :author_id ORDER BY p.id

-- name: people_of_activity
-- Everybody with a live sign-up for a shift of it that is not over.
SELECT DISTINCT p.id, p.name, CASE WHEN p.telegram_id IS NULL THEN 'absent'
    WHEN p.unreachable_at IS NOT NULL THEN 'blocked' ELSE 'reached' END AS reach
FROM person p JOIN sign_up u ON u.person_id = p.id JOIN shift h ON h.id = u.shift_id
WHERE h.activity_id = :id AND u.state <> 'withdrawn' AND p.id <> :author_id ORDER BY p.id
