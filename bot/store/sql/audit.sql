-- name: next_note
-- The number and the predecessor's hash of the note to come; holds the end of the chain until the commit.
INSERT INTO audit_head (id, notes, hash) VALUES (1, 1, '')
ON CONFLICT (id) DO UPDATE SET notes = audit_head.notes + 1
RETURNING notes, hash

-- name: add_note
-- One act, chained to the one before.
INSERT INTO audit (number, at, actor_id, act, subject, facts, previous, hash)
VALUES (:number, :at, :actor_id, :act, :subject, :facts, :previous, :hash)

-- name: end_chain
-- The new end of the chain.
UPDATE audit_head SET hash = :hash WHERE id = 1

-- name: chain_end
-- How many notes there must be, and the last one's hash.
SELECT notes, hash FROM audit_head WHERE id = 1

-- name: notes_after
-- A page of the chain.
SELECT number, at, actor_id, act, subject, facts, previous, hash FROM audit
WHERE number > :number ORDER BY number LIMIT 1000
