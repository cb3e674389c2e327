-- name: add_to_team_month
-- The running sums of a station and team ('0' is no team), in the transaction that books a record.
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
VALUES (:station_id, :team_id, :month, :kind, :nature, :minutes, :attendances)
ON CONFLICT (station_id, team_id, month, kind, nature) DO UPDATE
SET minutes = team_month.minutes + excluded.minutes, attendances = team_month.attendances + excluded.attendances

-- name: month_is_closed
-- A closed month has a tally.
SELECT month FROM tally WHERE station_id = :station_id AND month = :month LIMIT 1
