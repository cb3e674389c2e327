-- name: live_sign_ups_ahead
-- What a person still holds or waits for in shifts that have not begun, in the order in which shifts are locked.
SELECT sign_up.id, sign_up.shift_id
FROM sign_up JOIN shift ON shift.id = sign_up.shift_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND shift.starts_at > :now
ORDER BY sign_up.shift_id
