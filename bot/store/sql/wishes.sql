-- name: keep_wish
-- What this person wanted to join last, and may not before a guardian agrees.
INSERT INTO wish (person_id, shift_id, wished_at) VALUES (:person_id, :shift_id, :now)
ON CONFLICT (person_id) DO UPDATE SET shift_id = excluded.shift_id, wished_at = excluded.wished_at

-- name: take_wish
-- It is told now, once.
DELETE FROM wish WHERE person_id = :person_id RETURNING shift_id
