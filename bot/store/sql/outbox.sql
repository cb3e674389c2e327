-- name: queue_answer
-- A ready call, already in flight: the process that made it sends it right after this transaction.
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload,
                    created_at, due_at, expires_at, state, epoch)
VALUES (:bot_id, :key, :kind, :class_, :chat_id, :person_id, :subject, :payload,
        :now, :now, :expires_at, 'sending', :epoch)
ON CONFLICT (key) DO NOTHING

-- name: queue_for_person
-- A notice to somebody who can be reached; of the bot that started last on this database, which is the only one running.
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload,
                    created_at, due_at, expires_at, state)
SELECT coalesce(b.bot_id, 0), 'bot' || cast(coalesce(b.bot_id, 0) AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), cast(:class_ AS text), p.telegram_id, p.id, cast(:subject AS text), cast(:payload AS text),
       cast(:now AS bigint), cast(:due_at AS bigint), cast(:expires_at AS bigint), 'pending'
FROM person p
LEFT JOIN (SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1) b ON 1 = 1
WHERE p.id = :person_id AND p.telegram_id IS NOT NULL AND p.unreachable_at IS NULL
ON CONFLICT (key) DO NOTHING

-- name: station_of_reader
-- Whose quiet hours a person sleeps in: of the home team, another team, the place of work, else of all.
SELECT s.id, s.zone FROM station s WHERE s.id = coalesce(
  (SELECT t.station_id FROM person p JOIN team t ON t.id = p.home_team_id WHERE p.id = :person_id),
  (SELECT min(t.station_id) FROM membership m JOIN team t ON t.id = m.team_id
    WHERE m.person_id = :person_id AND m.left_at IS NULL),
  (SELECT min(g.station_id) FROM role_grant g WHERE g.person_id = :person_id AND g.withdrawn_at IS NULL),
  (SELECT r.id FROM station r WHERE r.parent_id IS NULL))

-- name: meeting_of_shift
-- Until when news of a shift are of use to who comes.
SELECT meet_at, starts_at FROM shift WHERE id = :id

-- name: note_unreached
-- What would have left for somebody who cannot be reached: it counts as not sent, and says who it was.
INSERT INTO outbox (bot_id, key, kind, class, chat_id, person_id, subject, payload, created_at, due_at, state, error)
SELECT coalesce(b.bot_id, 0), 'bot' || cast(coalesce(b.bot_id, 0) AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), 'normal', p.telegram_id, p.id, cast(:subject AS text), '',
       cast(:now AS bigint), cast(:now AS bigint), 'dropped', 'unreachable'
FROM person p
LEFT JOIN (SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1) b ON 1 = 1
WHERE p.id = :person_id AND p.telegram_id IS NOT NULL
ON CONFLICT (key) DO NOTHING

-- name: unreached_people
-- Who was not reached, known before or found out on the way.
SELECT p.name FROM outbox o JOIN person p ON p.id = o.person_id
WHERE o.subject = :subject AND o.state = 'dropped' AND o.error = 'unreachable' ORDER BY p.name, p.id

-- name: doubtful_people
-- Some names of those whom it may not have reached: nobody knows (doubt 1), or it was not delivered (0).
SELECT p.name FROM outbox o JOIN person p ON p.id = o.person_id
WHERE o.subject = :subject AND CASE WHEN o.state = 'unknown' THEN 1 WHEN o.state IN ('dead', 'expired') THEN 0 END
    = cast(:doubt AS bigint)
ORDER BY p.name, p.id LIMIT :limit

-- name: queue_for_chat
-- A notice to a group.
INSERT INTO outbox (bot_id, key, kind, class, chat_id, subject, payload, created_at, due_at, expires_at, state)
SELECT b.bot_id, 'bot' || cast(b.bot_id AS text) || ':' || cast(:key AS text),
       cast(:kind AS text), cast(:class_ AS text), cast(:chat_id AS bigint), cast(:subject AS text),
       cast(:payload AS text), cast(:now AS bigint), cast(:due_at AS bigint),
       cast(:expires_at AS bigint), 'pending'
FROM (SELECT coalesce((SELECT bot_id FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1), 0) AS bot_id) b
WHERE 1 = 1
ON CONFLICT (key) DO NOTHING

-- name: adopt_notices
-- What was queued before any bot had run on this database belongs to the first that does.
UPDATE outbox SET bot_id = :bot_id, key = 'bot' || cast(cast(:bot_id AS bigint) AS text) || substr(key, 5) WHERE bot_id = 0

-- name: drop_subject
-- What waits about something that no longer holds.
UPDATE outbox SET state = 'dropped', payload = '' WHERE subject = :subject AND state = 'pending'

-- name: drop_subject_kind
-- The same for one kind of notice.
UPDATE outbox SET state = 'dropped', payload = '' WHERE subject = :subject AND kind = :kind AND state = 'pending'

-- name: drop_keyed
-- The same for those whose key goes on from here: what replaces them is queued anew.
UPDATE outbox SET state = 'dropped', payload = ''
WHERE subject = :subject AND state = 'pending' AND key LIKE 'bot%:' || cast(:key AS text) || ':%'

-- name: drop_for_chat
-- What waits for somebody who cannot be reached.
UPDATE outbox SET state = 'dropped', payload = '', error = :error
WHERE bot_id = :bot_id AND chat_id = :chat_id AND state = 'pending'

-- name: count_by_state
-- How a broadcast stands.
SELECT state, cast(count(*) AS bigint) AS n FROM outbox WHERE subject = :subject GROUP BY state ORDER BY state

-- name: count_due
-- What should leave now, and what is on its way.
SELECT cast(count(*) AS bigint) AS n FROM outbox
WHERE bot_id = :bot_id AND ((state = 'pending' AND due_at <= :now AND coalesce(not_before, 0) <= :now)
  OR (state = 'sending' AND epoch = :epoch))

-- name: any_due
-- Whether anything should leave now.
SELECT 1 FROM outbox
WHERE bot_id = :bot_id AND state = 'pending' AND due_at <= :now AND coalesce(not_before, 0) <= :now LIMIT 1

-- name: due_parcels
-- What should leave now, what people wait for first, with who will read it; in an outage first what can do no harm.
SELECT o.id, o.key, o.kind, o.class, o.person_id, o.chat_id, o.subject, o.payload, o.created_at, o.due_at,
       o.expires_at, o.attempts, o.parts, p.telegram_id, p.language, p.client_language, p.unreachable_at, p.strikes,
       s.path AS home_path, (SELECT epoch FROM process WHERE process.bot_id = :bot_id) AS epoch
FROM outbox o
LEFT JOIN person p ON p.id = o.person_id
LEFT JOIN team t ON t.id = p.home_team_id
LEFT JOIN station s ON s.id = t.station_id
WHERE o.id IN (
    SELECT id FROM outbox
    WHERE bot_id = :bot_id AND state = 'pending' AND due_at <= :now AND coalesce(not_before, 0) <= :now
    ORDER BY CASE WHEN cast(:certain_first AS bigint) = 0 OR class = 'edit' THEN 0 ELSE attempts END,
        CASE class WHEN 'edit' THEN 0 WHEN 'reply' THEN 0 WHEN 'critical' THEN 1 ELSE 2 END, due_at, id
    LIMIT :limit)
ORDER BY CASE o.class WHEN 'edit' THEN 0 WHEN 'reply' THEN 0 WHEN 'critical' THEN 1 ELSE 2 END, o.due_at, o.id

-- name: expire_parcels
-- What waits and would come too late.
UPDATE outbox SET state = 'expired', payload = '' WHERE bot_id = :bot_id AND state = 'pending' AND expires_at <= :now

-- name: claim_parcel
-- It is on its way; only the newest process may say so.
UPDATE outbox SET state = 'sending', epoch = :epoch WHERE key = :key AND state = 'pending'

-- name: settle_parcel
-- It will not be sent again; what it said is erased.
UPDATE outbox SET state = :state, payload = '', message_id = :message_id, sent_at = :now, error = :error
WHERE key = :key AND epoch = :epoch AND state = 'sending'

-- name: postpone_parcel
-- It waits again; ``attempts`` counts the sends that may have arrived, ``parts`` the messages of it that have.
UPDATE outbox SET state = 'pending', not_before = :not_before, attempts = attempts + :attempts, parts = :parts,
    error = :error
WHERE key = :key AND epoch = :epoch AND state = 'sending'

-- name: hold_chat
-- Nothing for this chat before then.
UPDATE outbox SET not_before = :not_before, error = :error
WHERE bot_id = :bot_id AND chat_id = :chat_id AND state = 'pending' AND coalesce(not_before, 0) < :not_before

-- name: held_chats
-- Chats that Telegram told us to leave alone, and until when.
SELECT chat_id, max(not_before) AS until FROM outbox
WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :now AND error = '429' GROUP BY chat_id

-- name: shorten_waits
-- The clock went back: whoever waits for a length of time waits no longer for that.
UPDATE outbox SET not_before = not_before - :step WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :now

-- name: end_impossible_waits
-- Nothing waits that long: the clock went back while nobody looked.
UPDATE outbox SET not_before = NULL WHERE bot_id = :bot_id AND state = 'pending' AND not_before > :latest

-- name: due_at_once
-- What was to leave at once when it was queued, by a clock that went back since.
UPDATE outbox SET due_at = :now
WHERE bot_id = :bot_id AND state = 'pending' AND due_at > :now AND due_at <= created_at

-- name: retarget_chat
-- A group has a new id.
UPDATE outbox SET chat_id = :to_id WHERE bot_id = :bot_id AND chat_id = :from_id AND state IN ('pending', 'sending')

-- name: left_behind
-- Sent or not? The process that knew is gone.
SELECT key, kind, class, attempts, created_at, expires_at FROM outbox
WHERE bot_id = :bot_id AND state = 'sending' AND epoch < :epoch ORDER BY id

-- name: resend_left_behind
-- It may have arrived; a second copy is better than none.
UPDATE outbox SET state = 'pending', attempts = attempts + 1, error = 'unknown' WHERE key = :key

-- name: give_up_left_behind
-- It may have arrived; it is not worth a second copy.
UPDATE outbox SET state = 'unknown', payload = '' WHERE key = :key

-- name: forget_old_parcels
-- Answers after a week, everything else after thirty days.
DELETE FROM outbox WHERE bot_id = :bot_id AND state NOT IN ('pending', 'sending')
  AND created_at < CASE WHEN class IN ('reply', 'edit') THEN cast(:week AS bigint) ELSE cast(:month AS bigint) END
