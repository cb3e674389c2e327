-- name: open_draft
-- Starts a form afresh; an older draft of the same form is gone. Revisions grow over all forms of a person.
INSERT INTO draft (person_id, form, step, fields, card_id, revision, updated_at)
VALUES (:person_id, :form, :step, :fields, :card_id,
        (SELECT coalesce(max(mine.revision), -1) + 1 FROM draft AS mine WHERE mine.person_id = :person_id), :now)
ON CONFLICT (person_id, form) DO UPDATE SET
    step = excluded.step, fields = excluded.fields, card_id = excluded.card_id,
    revision = excluded.revision, updated_at = excluded.updated_at, aside = 0
RETURNING person_id, form, step, fields, card_id, revision, updated_at, aside

-- name: newest_draft
-- The form this person was last busy with; those that were set aside come last.
SELECT person_id, form, step, fields, card_id, revision, updated_at, aside
FROM draft
WHERE person_id = :person_id
ORDER BY aside, updated_at DESC, revision DESC, form
LIMIT 1

-- name: find_draft
-- This person's draft of one form.
SELECT person_id, form, step, fields, card_id, revision, updated_at, aside
FROM draft
WHERE person_id = :person_id AND form = :form

-- name: save_draft
-- One step further: the revision grows. No row where the draft was closed meanwhile.
UPDATE draft
SET step = :step, fields = :fields, card_id = :card_id, updated_at = :now, aside = 0,
    revision = (SELECT max(mine.revision) + 1 FROM draft AS mine WHERE mine.person_id = :person_id)
WHERE person_id = :person_id AND form = :form
RETURNING person_id, form, step, fields, card_id, revision, updated_at, aside

-- name: close_draft
-- The form is done or given up.
DELETE FROM draft WHERE person_id = :person_id AND form = :form

-- name: close_drafts
-- Every form of this person is given up.
DELETE FROM draft WHERE person_id = :person_id

-- name: set_drafts_aside
-- The person turned to something else: what is typed from now on belongs to none of these. Revisions stay.
UPDATE draft SET aside = 1 WHERE person_id = :person_id AND aside = 0

-- name: drafts_aside
-- What was set aside since a moment, the newest first.
SELECT form FROM draft
WHERE person_id = :person_id AND aside = 1 AND updated_at > :since
ORDER BY updated_at DESC, revision DESC, form

-- name: take_up_draft
-- Goes on with what was set aside: its card stays good.
UPDATE draft SET updated_at = :now, aside = 0 WHERE person_id = :person_id AND form = :form
