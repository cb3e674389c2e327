-- name: note_wrong_try
-- A code that was not right.
INSERT INTO wrong_try (telegram_id, what, at) VALUES (:telegram_id, :what, :now)

-- name: wrong_tries_since
-- When wrong codes of this kind came from this account, the oldest first.
SELECT at FROM wrong_try WHERE telegram_id = :telegram_id AND what = :what AND at > :since ORDER BY at, id

-- name: forget_wrong_tries
-- What is too old to matter.
DELETE FROM wrong_try WHERE telegram_id = :telegram_id AND at <= :horizon

-- name: age_wrong_tries
-- The clock went back: a pause that has begun ends when it would have ended.
UPDATE wrong_try SET at = at - :step WHERE at > :since

-- name: forget_future_tries
-- Of a time that has not come yet, by a clock that went back while nobody looked.
DELETE FROM wrong_try WHERE at > :now
