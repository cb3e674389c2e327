-- name: add_crowd_person
-- Somebody without Telegram, for filling a demo; many at once, so no id comes back.
INSERT INTO person (state, name, client_language, age_band, age_band_at, home_team_id, created_at)
VALUES ('managed', :name, :client_language, 'adult', :now, :team_id, :now)

-- name: newest_person
-- The highest id before a crowd is added.
SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM person

-- name: crowd_of
-- Who was added after :after, with the team and station that each belongs to.
SELECT p.id, p.home_team_id AS team_id, t.station_id FROM person p JOIN team t ON t.id = p.home_team_id
WHERE p.id > :after ORDER BY p.id

-- name: newest_record
-- The highest id before records are added.
SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM service_record

-- name: add_sums_of_crowd
-- The running sums of the teams whose first records were added after :after.
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
SELECT station_id, team_id, month, kind, nature, cast(sum(minutes * heads) AS bigint), cast(sum(heads) AS bigint)
FROM service_record WHERE id > :after AND state = 'verified'
GROUP BY station_id, team_id, month, kind, nature

-- name: newest_activity
-- The highest id before activities are added.
SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM activity

-- name: activities_after
-- What was added after :after, in that order.
SELECT id FROM activity WHERE id > :after ORDER BY id

-- name: newest_shift
-- The highest id before shifts are added.
SELECT cast(coalesce(max(id), 0) AS bigint) AS id FROM shift

-- name: shifts_after
-- What was added after :after, in that order.
SELECT id FROM shift WHERE id > :after ORDER BY id

-- name: add_crowd_shift
-- A shift that is over, with its places already taken.
INSERT INTO shift (activity_id, starts_at, ends_at, meet_at, capacity, taken)
VALUES (:activity_id, :starts_at, :ends_at, :meet_at, :capacity, :taken)

-- name: add_crowd_roll_call
-- A roll-call that was taken and closed by the lead, with what came of it.
INSERT INTO roll_call (shift_id, state, opened_at, taken_by, closed_at, closed_by, beneficiaries, month, came, no_shows)
VALUES (:shift_id, 'closed', :opened_at, :by, :closed_at, :by, :beneficiaries, :month, :came, :no_shows)
