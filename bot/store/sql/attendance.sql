-- name: roll_call_of_shift
-- The roll-call of a shift with the names of who has it.
SELECT r.*, c.name AS captain, t.name AS taker
FROM roll_call r LEFT JOIN person c ON c.id = r.captain_id LEFT JOIN person t ON t.id = r.taken_by
WHERE r.shift_id = :shift_id

-- name: open_roll_call
-- From now on there is one; nothing happens where there was one.
INSERT INTO roll_call (shift_id, state, opened_at) VALUES (:shift_id, 'open', :now)
ON CONFLICT (shift_id) DO NOTHING

-- name: reopen_roll_call
-- The shift was moved after its card had come: it begins anew.
UPDATE roll_call SET state = 'open', opened_at = :now, captain_id = NULL WHERE shift_id = :shift_id AND state <> 'closed'

-- name: hand_roll_call
-- A captain has it now.
UPDATE roll_call SET state = 'handed', captain_id = :captain_id WHERE shift_id = :shift_id AND state <> 'closed'

-- name: submit_roll_call
-- Finished by who may not close it.
UPDATE roll_call SET state = 'submitted', taken_by = :by, beneficiaries = :beneficiaries
WHERE shift_id = :shift_id AND state <> 'closed'

-- name: set_beneficiaries
-- How many people were helped; NULL: nobody said.
UPDATE roll_call SET beneficiaries = :beneficiaries WHERE shift_id = :shift_id AND state <> 'closed'

-- name: close_roll_call
-- Closed, once: 0 rows where it was closed before.
UPDATE roll_call SET state = 'closed', closed_at = :now, closed_by = :by, taken_by = coalesce(taken_by, :by)
WHERE shift_id = :shift_id AND state <> 'closed'

-- name: add_closed_roll_call
-- A roll-call that was taken and closed in one.
INSERT INTO roll_call (shift_id, state, opened_at, taken_by, closed_at, closed_by, beneficiaries)
VALUES (:shift_id, 'closed', :at, :by, :at, :by, :beneficiaries)
ON CONFLICT (shift_id) DO NOTHING

-- name: mark_attendance
-- What is known of a person from now on; a walk-in stays one.
INSERT INTO attendance (shift_id, person_id, state, late_minutes, early_minutes, here_at, left_at, overtime_minutes,
    walk_in, source, marked_by, marked_at)
VALUES (:shift_id, :person_id, :state, :late_minutes, :early_minutes, :here_at, :left_at, :overtime_minutes, :walk_in,
    :source, :by, :now)
ON CONFLICT (shift_id, person_id) DO UPDATE SET state = excluded.state, late_minutes = excluded.late_minutes,
    early_minutes = excluded.early_minutes, here_at = excluded.here_at, left_at = excluded.left_at,
    overtime_minutes = excluded.overtime_minutes, source = excluded.source, marked_by = excluded.marked_by,
    marked_at = excluded.marked_at

-- name: mark_rest
-- Everybody who has a place and is not marked yet.
INSERT INTO attendance (shift_id, person_id, state, here_at, overtime_minutes, walk_in, source, marked_by, marked_at)
SELECT u.shift_id, u.person_id, cast(:state AS text), cast(:here_at AS bigint), 0, 0, 'roll_call',
    cast(:by AS bigint), cast(:now AS bigint)
FROM sign_up u WHERE u.shift_id = :shift_id AND u.state = 'confirmed'
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = u.shift_id AND t.person_id = u.person_id)

-- name: count_group_heads
-- Heads without names of every group that was not counted yet: all of them, or none.
UPDATE group_place SET heads_here = CASE WHEN cast(:came AS bigint) = 1 THEN places - (
    SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = group_place.id AND u.state = 'confirmed')
    ELSE 0 END
WHERE shift_id = :shift_id AND cancelled_at IS NULL AND heads_here IS NULL

-- name: set_group_heads
-- So many heads without names have come.
UPDATE group_place SET heads_here = :heads WHERE id = :id AND shift_id = :shift_id AND cancelled_at IS NULL

-- name: group_heads_of_shift
-- What groups hold without names, and how many of it came.
SELECT g.id, g.team_id, t.name AS team, g.heads_here, g.places - (
    SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed') AS unnamed
FROM group_place g JOIN team t ON t.id = g.team_id
WHERE g.shift_id = :shift_id AND g.cancelled_at IS NULL
ORDER BY t.name, g.id

-- name: all_leave
-- Everybody who is still there has left now.
UPDATE attendance SET state = 'done', left_at = :left_at, marked_by = :by, marked_at = :now
WHERE shift_id = :shift_id AND state IN ('here', 'late') AND left_at IS NULL

-- name: allow_overtime
-- The lead's word for what was served after the planned end.
UPDATE attendance SET overtime_minutes = :minutes WHERE shift_id = :shift_id AND person_id = :person_id

-- name: attendance_of
-- What is known of one person.
SELECT * FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id

-- name: roll_call_lines
-- Who has a place and who came without one, by name.
SELECT p.id AS person_id, p.name, CASE WHEN p.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram,
    u.late_minutes AS told_late, t.state, t.late_minutes, t.early_minutes, t.here_at, t.left_at, t.overtime_minutes,
    t.walk_in, t.source
FROM person p
LEFT JOIN sign_up u ON u.person_id = p.id AND u.shift_id = :shift_id AND u.state = 'confirmed'
LEFT JOIN attendance t ON t.person_id = p.id AND t.shift_id = :shift_id
WHERE p.id IN (
    SELECT person_id FROM sign_up WHERE shift_id = :shift_id AND state = 'confirmed'
    UNION SELECT person_id FROM attendance WHERE shift_id = :shift_id)
ORDER BY p.name, p.id

-- name: on_roll_call
-- A row where the person has a place in the shift or is marked.
SELECT 1 AS yes FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id AND state = 'confirmed'
UNION SELECT 1 AS yes FROM attendance WHERE shift_id = :shift_id AND person_id = :person_id

-- name: due_roll_calls
-- Shifts with people whose card is due and has not come, or came over 2 h early because they were moved since.
SELECT d.id, d.lead_id FROM (
    SELECT h.id, h.starts_at, h.taken, a.lead_id, h.starts_at - 60 * coalesce((
        SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
        WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
        ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) AS opens_at
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    WHERE h.starts_at <= :latest AND h.starts_at > :earliest AND a.state IN ('published', 'closed') AND h.taken > 0
) d
LEFT JOIN roll_call r ON r.shift_id = d.id
WHERE d.opens_at <= :now AND (r.shift_id IS NULL OR (r.state <> 'closed' AND r.opened_at < d.starts_at - 7200))
ORDER BY d.starts_at, d.id LIMIT cast(:limit AS bigint)

-- name: next_roll_call
-- When the next card comes, and how many people it is about.
SELECT d.opens_at, cast(sum(d.taken) AS bigint) AS people FROM (
    SELECT h.id, h.taken, h.starts_at - 60 * coalesce((
        SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
        WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
        ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) AS opens_at
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    WHERE h.starts_at > :now AND a.state IN ('published', 'closed') AND h.taken > 0
) d
WHERE d.opens_at > :now
GROUP BY d.opens_at ORDER BY d.opens_at LIMIT 1

-- name: open_roll_calls_for
-- What somebody may take the roll of now: as lead, helper, captain or staff; own ones first, then the latest.
SELECT d.id, d.title, d.starts_at, d.ends_at, d.zone, d.state FROM (
    SELECT h.id, a.title, h.starts_at, h.ends_at, s.zone, coalesce(r.state, 'open') AS state,
        CASE WHEN a.lead_id = :viewer_id OR coalesce(r.captain_id, 0) = :viewer_id THEN 0 ELSE 1 END AS rank
    FROM shift h JOIN activity a ON a.id = h.activity_id JOIN station s ON s.id = a.station_id
    LEFT JOIN roll_call r ON r.shift_id = h.id
    WHERE h.starts_at > :earliest AND h.starts_at - 60 * coalesce((
            SELECT cast(c.value AS bigint) FROM station_setting c JOIN station b ON b.id = c.station_id
            WHERE c.key = 'roll_call_minutes' AND s.path LIKE b.path || '%'
            ORDER BY length(b.path) DESC LIMIT 1), cast(:minutes AS bigint)) <= :now
        AND coalesce(r.state, 'open') <> 'closed' AND (a.state <> 'cancelled' OR r.shift_id IS NOT NULL)
        AND (h.taken > 0 OR r.shift_id IS NOT NULL OR a.lead_id = :viewer_id)
        AND (r.captain_id = :viewer_id
            OR EXISTS (SELECT 1 FROM activity_helper k WHERE k.activity_id = a.id AND k.person_id = :viewer_id)
            OR EXISTS (SELECT 1 FROM membership m WHERE m.team_id = a.team_id AND m.person_id = :viewer_id
                AND m.captain = 1 AND m.left_at IS NULL)
            OR EXISTS (SELECT 1 FROM role_grant g JOIN station b ON b.id = g.station_id
                WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE b.path || '%'))
) d
ORDER BY d.rank, d.starts_at DESC, d.id LIMIT :limit OFFSET :offset

-- name: captains_for_shift
-- Who can be handed the roll-call: captains of the activity's team, and of the groups that hold places.
SELECT DISTINCT p.id, p.name FROM membership m
JOIN person p ON p.id = m.person_id
JOIN shift h ON h.id = :shift_id
JOIN activity a ON a.id = h.activity_id
WHERE m.captain = 1 AND m.left_at IS NULL AND p.telegram_id IS NOT NULL AND p.state = 'active' AND (m.team_id = a.team_id
    OR m.team_id IN (SELECT g.team_id FROM group_place g WHERE g.shift_id = h.id AND g.cancelled_at IS NULL))
ORDER BY p.name, p.id

-- name: walk_in_candidates
-- Members of the activity's team and people the viewer looks after who are not on the list yet.
SELECT DISTINCT p.id, p.name FROM person p
WHERE p.state IN ('active', 'managed') AND (p.managed_by_id = :viewer_id OR EXISTS (
        SELECT 1 FROM membership m WHERE m.person_id = p.id AND m.left_at IS NULL
            AND m.team_id = cast(:team_id AS bigint)))
    AND NOT EXISTS (SELECT 1 FROM sign_up u
        WHERE u.shift_id = :shift_id AND u.person_id = p.id AND u.state = 'confirmed')
    AND NOT EXISTS (SELECT 1 FROM attendance t WHERE t.shift_id = :shift_id AND t.person_id = p.id)
    AND (cast(:pattern AS text) = '' OR lower(p.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\')
ORDER BY p.name, p.id LIMIT :limit OFFSET :offset
