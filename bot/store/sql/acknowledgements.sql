-- name: ask_acknowledgement
-- Somebody was told and has not answered yet; told anew, the answer is asked anew.
INSERT INTO acknowledgement (activity_id, person_id, what, told_at, seen_at)
VALUES (:activity_id, :person_id, :what, :now, NULL)
ON CONFLICT (activity_id, person_id, what) DO UPDATE SET told_at = excluded.told_at, seen_at = NULL

-- name: acknowledge
-- Pressed by the person, for themselves and for those whom they look after.
UPDATE acknowledgement SET seen_at = :now
WHERE activity_id = :activity_id AND what = :what AND seen_at IS NULL
  AND (person_id = :person_id OR person_id IN (
    SELECT id FROM person WHERE managed_by_id = :person_id AND telegram_id IS NULL))

-- name: count_acknowledgements
-- How many were told, and how many pressed.
SELECT cast(count(*) AS bigint) AS told, cast(count(seen_at) AS bigint) AS seen
FROM acknowledgement WHERE activity_id = :activity_id AND what = :what

-- name: unseen_people
-- Who has not pressed, with who looks after them.
SELECT p.id, p.name, m.name AS manager,
    CASE WHEN p.telegram_id IS NULL OR p.unreachable_at IS NOT NULL THEN 0 ELSE 1 END AS telegram
FROM acknowledgement k JOIN person p ON p.id = k.person_id LEFT JOIN person m ON m.id = p.managed_by_id
WHERE k.activity_id = :activity_id AND k.what = :what AND k.seen_at IS NULL ORDER BY p.name, p.id

-- name: withdraw_for_cancelled
-- Nobody holds a place in what does not take place; what has begun keeps its people, for the roll-call.
UPDATE sign_up SET state = 'withdrawn', reason = 'cancelled', withdrawn_at = :now, withdrawn_by = :by,
    offer_ends_at = NULL
WHERE state <> 'withdrawn' AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))

-- name: cancel_group_places
-- Nor does a team.
UPDATE group_place SET cancelled_at = :now
WHERE cancelled_at IS NULL AND shift_id IN (
    SELECT id FROM shift WHERE activity_id = :activity_id AND starts_at > cast(:now AS bigint))

-- name: free_all_places
-- As many as were withdrawn.
UPDATE shift SET taken = 0 WHERE activity_id = :activity_id AND starts_at > :now

-- name: group_holders
-- Who speaks for the groups that hold places in shifts that have not begun: the captains, and who reserved them.
SELECT g.id AS place_id, g.shift_id, g.created_by AS person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
UNION
SELECT g.id AS place_id, g.shift_id, m.person_id
FROM group_place g JOIN shift h ON h.id = g.shift_id
JOIN membership m ON m.team_id = g.team_id AND m.captain = 1 AND m.left_at IS NULL
WHERE h.activity_id = :activity_id AND g.cancelled_at IS NULL AND h.starts_at > :now
ORDER BY place_id, person_id
