-- name: get_activity
-- One activity with its station, team and lead.
SELECT a.*, s.path AS station_path, s.name AS station_name, s.zone, t.name AS team_name, p.name AS lead_name,
    (SELECT cast(count(*) AS bigint) FROM shift o WHERE o.activity_id = a.id) AS shifts
FROM activity a
JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN team t ON t.id = a.team_id
WHERE a.id = :activity_id

-- name: get_shift
-- One shift with its activity.
SELECT h.id AS shift_id, h.starts_at, h.ends_at, h.meet_at, h.deadline_at, h.capacity, h.minimum, h.taken,
    h.revision AS shift_revision, a.*, s.path AS station_path, s.name AS station_name, s.zone, t.name AS team_name,
    p.name AS lead_name, (SELECT cast(count(*) AS bigint) FROM shift o WHERE o.activity_id = a.id) AS shifts
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN team t ON t.id = a.team_id
WHERE h.id = :shift_id

-- name: shifts_of_activity
-- All shifts of an activity, in order of time.
SELECT h.id AS shift_id, h.starts_at, h.ends_at, h.meet_at, h.deadline_at, h.capacity, h.minimum, h.taken,
    h.revision AS shift_revision, a.*, s.path AS station_path, s.name AS station_name, s.zone, t.name AS team_name,
    p.name AS lead_name, (SELECT cast(count(*) AS bigint) FROM shift o WHERE o.activity_id = a.id) AS shifts
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN team t ON t.id = a.team_id
WHERE a.id = :activity_id
ORDER BY h.starts_at, h.id

-- name: add_activity
-- A new activity, published.
INSERT INTO activity (station_id, team_id, lead_id, title, kind, place, meet_place, contact, outdoor, risk, audience,
    description, transport, clothing, bring, insurance, language, strength, training, minimum_age, companions,
    confirmed_only, latitude, longitude, break_minutes, state, created_at, published_at)
VALUES (:station_id, :team_id, :lead_id, :title, :kind, :place, :meet_place, :contact, :outdoor, :risk, :audience,
    :description, :transport, :clothing, :bring, :insurance, :language, :strength, :training, :minimum_age, :companions,
    :confirmed_only, :latitude, :longitude, :break_minutes, 'published', :now, :now)
RETURNING id

-- name: add_shift
-- A new shift with nobody in it.
INSERT INTO shift (activity_id, starts_at, ends_at, meet_at, deadline_at, capacity, minimum)
VALUES (:activity_id, :starts_at, :ends_at, :meet_at, :deadline_at, :capacity, :minimum)
RETURNING id

-- name: upcoming_for_person
-- Coming shifts that a person is in the audience of or leads, own teams first; past the deadline only one's own.
SELECT h.id AS shift_id, a.id AS activity_id, a.title, a.kind, h.starts_at, h.ends_at, s.zone, h.capacity, h.taken,
    a.state, u.state AS mine,
    CASE WHEN EXISTS (SELECT 1 FROM membership m
        WHERE m.team_id = a.team_id AND m.person_id = :person_id AND m.left_at IS NULL) THEN 1 ELSE 0 END AS own
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
LEFT JOIN sign_up u ON u.shift_id = h.id AND u.person_id = :person_id AND u.state <> 'withdrawn'
WHERE h.starts_at >= :first AND h.starts_at < :until AND a.state IN ('published', 'on_hold')
  AND (h.deadline_at IS NULL OR h.deadline_at > :now OR u.state IS NOT NULL)
  AND (cast(:kind AS text) = '' OR a.kind = :kind)
  AND (a.audience = 'everyone'
    OR EXISTS (SELECT 1 FROM membership m JOIN team t ON t.id = m.team_id JOIN station b ON b.id = t.station_id
        WHERE m.person_id = :person_id AND m.left_at IS NULL
          AND ((a.audience = 'team' AND t.id = a.team_id)
            OR (a.audience = 'station' AND b.path LIKE s.path || '%')))
    OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
        WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL AND s.path LIKE b.path || '%'))
ORDER BY own DESC, h.starts_at, h.id
LIMIT :limit OFFSET :skip

-- name: helpers_of_activity
-- Who was named to help the lead.
SELECT p.id, p.name FROM activity_helper h JOIN person p ON p.id = h.person_id
WHERE h.activity_id = :activity_id ORDER BY p.name, p.id

-- name: recent_shifts_of_lead
-- The newest shift of each title that a lead posted, the latest first.
SELECT h.id AS shift_id, a.title, a.place, h.starts_at, h.ends_at, s.zone
FROM shift h
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE a.lead_id = :lead_id
  AND NOT EXISTS (SELECT 1 FROM shift o JOIN activity b ON b.id = o.activity_id
    WHERE b.lead_id = a.lead_id AND b.title = a.title
      AND (o.starts_at > h.starts_at OR (o.starts_at = h.starts_at AND o.id > h.id)))
ORDER BY a.created_at DESC, h.id DESC LIMIT :limit

-- name: recent_places_of_lead
-- The newest shift at each place of a lead, the latest first.
SELECT max(h.id) AS shift_id, a.place
FROM shift h JOIN activity a ON a.id = h.activity_id
WHERE a.lead_id = :lead_id
GROUP BY a.place ORDER BY max(h.id) DESC LIMIT :limit

-- name: known_trainings
-- Every qualification that somebody holds or an activity asked for.
SELECT name FROM qualification UNION SELECT training AS name FROM activity WHERE training IS NOT NULL ORDER BY name
