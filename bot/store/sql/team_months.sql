-- name: add_to_team_month
-- The running sums of a station and team ('0' is no team), in the transaction that books a record.
INSERT INTO team_month (station_id, team_id, month, kind, nature, minutes, attendances)
VALUES (:station_id, :team_id, :month, :kind, :nature, :minutes, :attendances)
ON CONFLICT (station_id, team_id, month, kind, nature) DO UPDATE
SET minutes = team_month.minutes + excluded.minutes, attendances = team_month.attendances + excluded.attendances

-- name: month_is_closed
-- A closed month has a tally, of the station itself or of one above, whose report holds this station too.
SELECT t.month FROM tally t JOIN station a ON a.id = t.station_id, station s
WHERE s.id = :station_id AND t.month = :month AND s.path LIKE a.path || '%' LIMIT 1

-- name: all_team_months
-- Every running sum, for comparing.
SELECT station_id, team_id, month, kind, nature, minutes, attendances FROM team_month
ORDER BY station_id, team_id, month, kind, nature

-- name: team_months_from_records
-- The same sums, added up from the records themselves.
SELECT station_id, coalesce(team_id, 0) AS team_id, month, kind, nature, cast(sum(minutes * heads) AS bigint) AS minutes,
    cast(sum(CASE WHEN minutes > 0 THEN heads ELSE -heads END) AS bigint) AS attendances
FROM service_record WHERE state = 'verified'
GROUP BY station_id, coalesce(team_id, 0), month, kind, nature
ORDER BY station_id, team_id, month, kind, nature
