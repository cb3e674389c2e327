-- name: add_service_record
-- A new line of the books.
INSERT INTO service_record (
    person_id, team_id, station_id, activity_id, shift_id, kind, nature, day, month, starts_at, ends_at, minutes, heads,
    state, source, note, why, flags, entered_by, entered_at, verified_by, verified_at, verified_reason,
    reverses_id, replaces_id
) VALUES (
    :person_id, :team_id, :station_id, :activity_id, :shift_id, :kind, :nature, :day, :month, :starts_at, :ends_at,
    :minutes, :heads, :state, :source, :note, :why, :flags, :entered_by, :entered_at, :verified_by, :verified_at,
    :verified_reason, :reverses_id, :replaces_id
) RETURNING id

-- name: service_record_by_id
-- One record with the names that its readers need.
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    coalesce(v.name, '') AS verifier, x.id AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN person v ON v.id = r.verified_by
LEFT JOIN service_record x ON x.reverses_id = r.id
WHERE r.id = :id

-- name: service_records_in_the_way
-- What a person has on record in a stretch of time: sent back, reversed and reversing records leave it free.
SELECT r.starts_at, r.ends_at, coalesce(a.title, r.note) AS activity
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
WHERE r.person_id = :person_id AND r.id <> :except_id AND r.starts_at < :ends_at AND r.ends_at > :starts_at
    AND r.state <> 'returned' AND r.reverses_id IS NULL
    AND NOT EXISTS (SELECT 1 FROM service_record x WHERE x.reverses_id = r.id)
ORDER BY r.starts_at, r.id

-- name: verified_minutes_of_day
-- What counts for a person on one day of a station already.
SELECT cast(coalesce(sum(minutes), 0) AS bigint) AS minutes FROM service_record
WHERE person_id = :person_id AND day = :day AND state = 'verified'

-- name: set_record_verified
-- From waiting (or sent back) to verified, once.
UPDATE service_record
SET state = 'verified', month = :month, verified_by = :by, verified_at = :now, verified_reason = :reason
WHERE id = :id AND state = 'submitted'

-- name: set_record_returned
-- From waiting to sent back, with the reason.
UPDATE service_record SET state = 'returned', returned_by = :by, returned_at = :now, returned_reason = :reason
WHERE id = :id AND state = 'submitted'

-- name: resubmit_record
-- Sent back, mended, waiting again.
UPDATE service_record
SET state = 'submitted', day = :day, month = :month, starts_at = :starts_at, ends_at = :ends_at, minutes = :minutes,
    note = :note, entered_at = :now, station_id = :station_id, team_id = :team_id, activity_id = :activity_id,
    shift_id = :shift_id, kind = :kind, nature = :nature, source = :source, why = :why, flags = :flags
WHERE id = :id AND state = 'returned'

-- name: person_on_duty
-- Who held a role on the station (or above) at that time, or leads the activity as staff, was on duty.
SELECT g.id FROM role_grant g JOIN station s ON s.id = g.station_id
WHERE g.person_id = :person_id AND g.granted_at <= :at AND (g.withdrawn_at IS NULL OR g.withdrawn_at > :at)
    AND (cast(:path AS text) LIKE s.path || '%' OR EXISTS (
        SELECT 1 FROM activity a WHERE a.id = cast(:activity_id AS bigint) AND a.lead_id = g.person_id))
LIMIT 1

-- name: place_of_shift
-- Where and when a shift is, for the month it counts in.
SELECT s.id AS station_id, s.zone AS zone, h.starts_at AS starts_at
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
WHERE h.id = :shift_id

-- name: set_roll_call_month
-- Once a roll-call is closed: the month in which it counts, and how many came and did not, with and without names.
UPDATE roll_call SET month = :month,
    came = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state IN ('here', 'done', 'late', 'left_early'))
        + (SELECT cast(coalesce(sum(g.heads_here), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL),
    no_shows = (SELECT cast(count(*) AS bigint) FROM attendance t
        WHERE t.shift_id = roll_call.shift_id AND t.state = 'no_show')
        + (SELECT cast(coalesce(sum(g.places - g.heads_here - (SELECT count(*) FROM sign_up u
            WHERE u.group_place_id = g.id AND u.state = 'confirmed')), 0) AS bigint) FROM group_place g
        WHERE g.shift_id = roll_call.shift_id AND g.cancelled_at IS NULL)
WHERE shift_id = :shift_id

-- name: team_of_person_then
-- The team a person was in at that time (home team first); who was in none then, the one of today.
SELECT m.team_id FROM membership m JOIN person p ON p.id = m.person_id
WHERE m.person_id = :person_id
    AND (m.left_at IS NULL OR (m.joined_at <= :at AND m.left_at > :at))
ORDER BY CASE WHEN m.joined_at <= :at THEN 0 ELSE 1 END, CASE WHEN m.team_id = p.home_team_id THEN 0 ELSE 1 END,
    m.joined_at, m.id
LIMIT 1

-- name: shift_served_then
-- The activity that a person had signed up for at that time: its place and kind are the record's.
SELECT h.id AS shift_id, a.id AS activity_id, a.station_id, a.team_id, a.kind
FROM sign_up u JOIN shift h ON h.id = u.shift_id JOIN activity a ON a.id = h.activity_id
WHERE u.person_id = :person_id AND u.state = 'confirmed' AND a.state <> 'cancelled'
    AND h.starts_at < :ends_at AND h.ends_at > :starts_at
ORDER BY h.starts_at, h.id LIMIT 1

-- name: station_of_team
-- Where a team belongs.
SELECT station_id FROM team WHERE id = :team_id

-- name: records_of_person
-- A page of a person's records, the newest day first.
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    coalesce(v.name, '') AS verifier, x.id AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
LEFT JOIN person v ON v.id = r.verified_by
LEFT JOIN service_record x ON x.reverses_id = r.id
WHERE r.person_id = :person_id
ORDER BY r.starts_at DESC, r.id DESC
LIMIT :limit OFFSET :offset

-- name: own_sums
-- A person's minutes by state, month of service, kind and nature.
SELECT state, substr(day, 1, 7) AS month, kind, nature, cast(sum(minutes) AS bigint) AS minutes,
    cast(count(*) AS bigint) AS records
FROM service_record WHERE person_id = :person_id
GROUP BY state, substr(day, 1, 7), kind, nature
ORDER BY 1, 2, 3, 4

-- name: records_to_verify
-- A page of what waits below a station, or for this lead anywhere, except the viewer's own; the oldest first.
SELECT r.*, s.path AS station_path, s.zone AS zone, coalesce(a.lead_id, t.lead_id) AS lead_id,
    coalesce(p.name, '') AS person, coalesce(a.title, '') AS activity, coalesce(t.name, '') AS team,
    '' AS verifier, NULL AS reversed_by_id
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
LEFT JOIN person p ON p.id = r.person_id
WHERE r.state = 'submitted' AND r.id > :after AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
ORDER BY r.id
LIMIT :limit

-- name: count_to_verify
-- How much of it there is.
SELECT cast(count(*) AS bigint) AS n
FROM service_record r
JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE gs.path || '%'))
