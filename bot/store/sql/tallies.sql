-- name: add_tally
-- One frozen line of a closed month; a second closing changes nothing.
INSERT INTO tally (station_id, month, team_id, totals, closed_at)
VALUES (:station_id, :month, :team_id, :totals, :now)
ON CONFLICT (station_id, month, team_id) DO NOTHING

-- name: tallies_of_month
-- The closed month of a station: the whole (team_id -1), its teams, and what had no team (0).
SELECT team_id, totals FROM tally WHERE station_id = :station_id AND month = :month ORDER BY team_id

-- name: stations_to_close
-- Stations whose last closed month lies before :month, with where to go on; what lies deepest comes first.
SELECT s.id, s.path, s.zone, s.created_at, t.closed AS last_closed, m.first AS first_booked
FROM station s
LEFT JOIN (SELECT station_id, max(month) AS closed FROM tally GROUP BY station_id) t ON t.station_id = s.id
LEFT JOIN (SELECT station_id, min(month) AS first FROM team_month GROUP BY station_id) m ON m.station_id = s.id
WHERE t.closed IS NULL OR t.closed < :month
ORDER BY length(s.path) - length(replace(s.path, '/', '')) DESC, s.id

-- name: open_station_below
-- A station below that has not closed the month yet, though it was there: its hours could still change.
SELECT b.id FROM station b
WHERE b.path LIKE cast(:path AS text) || '%' AND b.id <> :id AND b.created_at < :ends_at
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = b.id AND t.month = :month)
LIMIT 1

-- name: unclosed_stations
-- A station and those below it that have not closed the month, in the order in which they are locked.
SELECT s.id FROM station s
WHERE s.path LIKE cast(:path AS text) || '%'
    AND NOT EXISTS (SELECT 1 FROM tally t WHERE t.station_id = s.id AND t.month = :month)
ORDER BY s.id

-- name: month_settings
-- What stations have set about reports, closing and digests themselves.
SELECT s.path, c.key, c.value FROM station_setting c JOIN station s ON s.id = c.station_id
WHERE c.key IN ('report_day', 'report_time', 'closing_day', 'closing_time', 'digest_weekday', 'digest_time',
    'quiet_starts', 'quiet_ends')

-- name: stations_to_report
-- Stations of a zone that somebody answers for and that have had no provisional report of this month.
SELECT s.id, s.path, s.zone, s.created_at FROM station s
WHERE NOT EXISTS (SELECT 1 FROM occurrence o WHERE o.key = 'report/' || cast(:month AS text) || '/' || s.id)
    AND EXISTS (SELECT 1 FROM role_grant g WHERE g.station_id = s.id AND g.withdrawn_at IS NULL
        AND g.role IN ('coordinator', 'administrator'))
ORDER BY s.id

-- name: answerable_people
-- Who gets the reports of a station: its coordinators, or its administrators where it has none.
SELECT g.person_id, g.role FROM role_grant g JOIN person p ON p.id = g.person_id
WHERE g.station_id = :station_id AND g.withdrawn_at IS NULL AND g.role IN ('coordinator', 'administrator')
    AND p.state = 'active'
ORDER BY g.person_id

-- name: open_roll_calls
-- Sessions that are over without a closed roll-call, per lead: people were expected, nobody has said who came.
SELECT a.lead_id, p.name AS lead, cast(count(*) AS bigint) AS n
FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
JOIN person p ON p.id = a.lead_id
LEFT JOIN roll_call c ON c.shift_id = h.id
WHERE h.starts_at >= :starts_at AND h.starts_at < :ends_at AND h.ends_at <= :now AND a.state <> 'cancelled'
    AND (c.shift_id IS NULL OR c.state <> 'closed') AND (h.taken > 0 OR c.shift_id IS NOT NULL)
    AND s.path LIKE cast(:path AS text) || '%' AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
GROUP BY a.lead_id, p.name
ORDER BY a.lead_id

-- name: waiting_records_by_lead
-- Records of these days that wait, per lead of the activity or of the team. The cast keeps to the index of what waits.
SELECT coalesce(a.lead_id, t.lead_id) AS lead_id, cast(count(*) AS bigint) AS n,
    cast(sum(r.minutes * r.heads) AS bigint) AS minutes
FROM service_record r
LEFT JOIN activity a ON a.id = r.activity_id
LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND cast(r.day AS text) BETWEEN :first AND :last
    AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY coalesce(a.lead_id, t.lead_id)

-- name: adjustments_of_months
-- What was booked in these months for days before them: corrections and late verifications after a closing.
SELECT cast(coalesce(sum(r.minutes * r.heads), 0) AS bigint) AS minutes
FROM service_record r
WHERE r.month BETWEEN :first AND :last AND r.day < :first_day AND r.state = 'verified'
    AND r.station_id IN (SELECT id FROM station WHERE path LIKE cast(:path AS text) || '%')
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
