-- name: add_erasure
-- Everything of an account is erased in this transaction; the word that nothing is left is owed from now on.
INSERT INTO erasure (telegram_id, language, asked_at) VALUES (:telegram_id, :language, :now)

-- name: erasures
-- All that is owed, the oldest first.
SELECT id, telegram_id, language, state, asked_at FROM erasure ORDER BY id

-- name: start_telling
-- The log was found empty: the word may leave. 0 rows where that was known before.
UPDATE erasure SET state = 'telling' WHERE id = :id AND state = 'erasing'

-- name: unsettled_for_account
-- Whether something of an account that nobody stands behind is still on its way in or out.
SELECT 1 FROM inbox WHERE inbox.lane = :telegram_id AND inbox.state = 'new'
UNION ALL
SELECT 1 FROM outbox
WHERE outbox.chat_id = :telegram_id AND outbox.state IN ('pending', 'sending')
  AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = outbox.person_id AND person.telegram_id = outbox.chat_id)
LIMIT 1

-- name: forget_last_messages
-- The word itself, and whatever else was said to the account since; not what belongs to who has joined again.
DELETE FROM outbox
WHERE outbox.chat_id = :telegram_id AND outbox.state NOT IN ('pending', 'sending')
  AND NOT EXISTS (SELECT 1 FROM person WHERE person.id = outbox.person_id AND person.telegram_id = outbox.chat_id)

-- name: forget_last_lanes
-- What the account pressed and wrote since has had its effect and does not say any more whose it was.
UPDATE inbox SET lane = 0 WHERE lane = :telegram_id AND state <> 'new'

-- name: forget_account
-- The id goes; the row stays until the log is empty once more.
UPDATE erasure SET telegram_id = NULL, language = NULL, state = 'closing' WHERE id = :id

-- name: end_erasure
-- Nothing is left, and nothing is owed.
DELETE FROM erasure WHERE id = :id AND state = 'closing'
