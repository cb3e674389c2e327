-- name: drafts_of_others
-- Forms that others have open or have set aside, with what was typed.
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft WHERE state <> 'closed' AND fields <> '{}' AND person_id <> :person_id

-- name: answers_to_others
-- Ready calls that wait to leave, or whose fate is not booked yet.
SELECT id, key, payload FROM outbox
WHERE state IN ('pending', 'sending') AND kind LIKE 'call:%' AND chat_id <> :telegram_id AND payload <> ''

-- name: reword_answer
-- The same call without a name.
UPDATE outbox SET payload = :payload WHERE id = :id

-- name: notices_naming_chat
-- Notices to others that may say in which chat something stands.
SELECT id, payload FROM outbox
WHERE state IN ('pending', 'sending') AND kind NOT LIKE 'call:%' AND chat_id <> :telegram_id
  AND payload LIKE '%' || cast(cast(:telegram_id AS bigint) AS text) || '%'

-- name: drop_notice
-- It would lead to the chat of somebody who is gone.
DELETE FROM outbox WHERE id = :id

-- name: unsent_broadcasts
-- Words to many that nobody has sent yet.
SELECT id, text FROM broadcast WHERE state = 'draft' AND author_id <> :person_id

-- name: drop_unsent_broadcast
-- They are written anew, without the name.
DELETE FROM broadcast WHERE id = :id AND state = 'draft'

-- name: erase_unsent_broadcasts
-- Words to many that the person never sent.
DELETE FROM broadcast WHERE state = 'draft' AND author_id = :person_id
