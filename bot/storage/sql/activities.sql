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
