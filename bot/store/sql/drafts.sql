-- name: open_draft
-- Starts a form afresh; an older draft of the same form is gone. Revisions grow over all forms of a person, closed ones too.
INSERT INTO draft (person_id, form, step, fields, card_id, revision, updated_at)
VALUES (:person_id, :form, :step, :fields, :card_id,
        (SELECT coalesce(max(mine.revision), -1) + 1 FROM draft AS mine WHERE mine.person_id = :person_id), :now)
ON CONFLICT (person_id, form) DO UPDATE SET
    step = excluded.step, fields = excluded.fields, card_id = excluded.card_id,
    revision = excluded.revision, updated_at = excluded.updated_at, state = 'open'
RETURNING person_id, form, step, fields, card_id, revision, updated_at, state

-- name: newest_draft
-- The form this person was last busy with; those that were set aside come last.
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft
WHERE person_id = :person_id AND state <> 'closed'
ORDER BY state DESC, updated_at DESC, revision DESC, form
LIMIT 1

-- name: find_draft
-- This person's draft of one form.
SELECT person_id, form, step, fields, card_id, revision, updated_at, state
FROM draft
WHERE person_id = :person_id AND form = :form AND state <> 'closed'

-- name: save_draft
-- One step further: the revision grows. No row where the draft was closed meanwhile.
UPDATE draft
SET step = :step, fields = :fields, card_id = :card_id, updated_at = :now, state = 'open',
    revision = (SELECT max(mine.revision) + 1 FROM draft AS mine WHERE mine.person_id = :person_id)
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
RETURNING person_id, form, step, fields, card_id, revision, updated_at, state

-- name: close_draft
-- The form is done or given up: what was typed goes, the revision stays.
UPDATE draft SET state = 'closed', step = '', fields = '{}', card_id = NULL
WHERE person_id = :person_id AND form = :form AND state <> 'closed'

-- name: close_drafts
-- Every form of this person is given up.
UPDATE draft SET state = 'closed', step = '', fields = '{}', card_id = NULL
WHERE person_id = :person_id AND state <> 'closed'

-- name: set_drafts_aside
-- The person turned to something else: what is typed from now on belongs to none of these. Revisions stay.
UPDATE draft SET state = 'aside' WHERE person_id = :person_id AND state = 'open'

-- name: drafts_aside
-- What was set aside since a moment, the newest first.
SELECT form FROM draft
WHERE person_id = :person_id AND state = 'aside' AND updated_at > :since
ORDER BY updated_at DESC, revision DESC, form

-- name: take_up_draft
-- Goes on with what was set aside: its card stays good.
UPDATE draft SET updated_at = :now, state = 'open'
WHERE person_id = :person_id AND form = :form AND state <> 'closed'

-- name: reword_draft
-- Something was taken out of the fields behind its person's back: an older card is stale from now on.
UPDATE draft
SET fields = :fields, revision = (SELECT max(mine.revision) + 1 FROM draft AS mine WHERE mine.person_id = :person_id)
WHERE person_id = :person_id AND form = :form AND state <> 'closed'
