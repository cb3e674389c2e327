-- name: led_between
-- Shifts that a person leads, helps with, or coordinates from above; direction 1 in order of time, -1 the latest first.
SELECT h.id AS shift_id, a.id AS activity_id, a.title, h.starts_at, h.ends_at, s.zone, s.path AS station_path, h.capacity, h.taken, h.minimum,
    a.state, a.outdoor, r.state AS roll_call,
    CASE WHEN a.lead_id = :person_id THEN 1 ELSE 0 END AS own,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'confirmed'
      AND (u.answer IS NULL OR u.answered_revision IS NULL OR u.answered_revision <> h.revision)) AS silent,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.shift_id = h.id AND u.state = 'waitlisted') AS waiting
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN roll_call r ON r.shift_id = h.id
WHERE h.ends_at > :first AND h.starts_at < :until
  AND (cast(:outdoor AS bigint) = 0 OR (a.outdoor = 1 AND a.state <> 'cancelled'))
  AND (a.lead_id = :person_id
    OR EXISTS (SELECT 1 FROM activity_helper k WHERE k.activity_id = a.id AND k.person_id = :person_id)
    OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
      WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND g.role IN ('coordinator', 'administrator')
        AND s.path LIKE b.path || '%'))
ORDER BY h.starts_at * cast(:direction AS bigint), h.id
LIMIT :limit OFFSET :skip

-- name: histories_of_shift
-- What each participant promised and missed since a moment, this shift left out.
SELECT u.person_id, cast(count(DISTINCT o.shift_id) AS bigint) AS sign_ups,
    cast(count(DISTINCT CASE WHEN t.state = 'no_show' THEN o.shift_id END) AS bigint) AS missed
FROM sign_up u
JOIN sign_up o ON o.person_id = u.person_id AND o.shift_id <> u.shift_id AND o.state = 'confirmed'
JOIN shift h ON h.id = o.shift_id AND h.starts_at >= :since AND h.ends_at <= :now
LEFT JOIN attendance t ON t.shift_id = o.shift_id AND t.person_id = o.person_id
WHERE u.shift_id = :shift_id AND u.state <> 'withdrawn'
GROUP BY u.person_id

-- name: group_places_of_shift
-- Places held by teams, and how many of them have a name.
SELECT t.name AS team, g.places,
    (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state <> 'withdrawn') AS named
FROM group_place g JOIN team t ON t.id = g.team_id
WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL ORDER BY t.name, g.id

-- name: update_activity
-- Everything the lead says, at once; the card's revision grows.
UPDATE activity SET title = :title, kind = :kind, place = :place, meet_place = :meet_place, contact = :contact,
    outdoor = :outdoor, risk = :risk, audience = :audience, description = :description, transport = :transport,
    clothing = :clothing, bring = :bring, insurance = :insurance, language = :language, strength = :strength,
    training = :training, minimum_age = :minimum_age, companions = :companions, confirmed_only = :confirmed_only,
    latitude = :latitude, longitude = :longitude, break_minutes = :break_minutes, team_id = :team_id,
    station_id = :station_id, lead_id = :lead_id, revision = revision + 1
WHERE id = :id

-- name: update_shift
-- Times and numbers; 0 rows where more places are taken than there would be.
UPDATE shift SET starts_at = :starts_at, ends_at = :ends_at, meet_at = :meet_at, deadline_at = :deadline_at,
    capacity = :capacity, minimum = :minimum
WHERE id = :id AND taken <= :capacity

-- name: raise_shift_revision
-- Time or place changed: what was answered before does not count any more.
UPDATE shift SET revision = revision + 1 WHERE id = :id

-- name: set_activity_state
-- Published, on hold, closed or cancelled.
UPDATE activity SET state = :state, decide_at = :decide_at, cancel_reason = :reason, cancel_text = :text,
    cancelled_at = :cancelled_at, revision = revision + 1
WHERE id = :id AND state <> 'cancelled'

-- name: add_helper
-- Somebody helps the lead.
INSERT INTO activity_helper (activity_id, person_id) VALUES (:activity_id, :person_id)
ON CONFLICT (activity_id, person_id) DO NOTHING

-- name: remove_helper
-- And no longer.
DELETE FROM activity_helper WHERE activity_id = :activity_id AND person_id = :person_id

-- name: captains_of_activity
-- The captains of its team.
SELECT p.id, p.name FROM activity a JOIN membership m ON m.team_id = a.team_id JOIN person p ON p.id = m.person_id
WHERE a.id = :activity_id AND m.captain = 1 AND m.left_at IS NULL AND p.state = 'active' ORDER BY p.name, p.id

-- name: roll_call_state
-- Open, handed, submitted or closed; nothing before it opened.
SELECT state FROM roll_call WHERE shift_id = :shift_id

-- name: set_lead
-- Another lead; whoever helped and now leads helps no more.
UPDATE activity SET lead_id = :person_id, revision = revision + 1 WHERE id = :id
