-- name: live_sign_ups_ahead
-- What a person still holds or waits for in shifts that have not begun, in the order in which shifts are locked.
SELECT sign_up.id, sign_up.shift_id
FROM sign_up JOIN shift ON shift.id = sign_up.shift_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND shift.starts_at > :now
ORDER BY sign_up.shift_id

-- name: erase_memberships
-- The erased person is in no team any more; the days stay, so that hours of then stay with the team of then.
UPDATE membership SET left_at = :now, captain = 0 WHERE person_id = :person_id AND left_at IS NULL

-- name: erase_grants
-- Nor in any role.
UPDATE role_grant SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL

-- name: erase_consents
-- The guardian's and the companion's names go; that there was consent on a day stays with the nameless row.
UPDATE guardian_consent SET guardian_name = NULL, companion_name = NULL, withdrawn_at = coalesce(withdrawn_at, :now)
WHERE person_id = :person_id

-- name: erase_company
-- With whom the erased person once came along.
UPDATE guardian_consent SET companion_id = NULL WHERE companion_id = :person_id

-- name: erase_qualifications
-- Trainings and skills.
DELETE FROM qualification WHERE person_id = :person_id

-- name: erase_notice_choices
-- Notices switched off.
DELETE FROM notice_off WHERE person_id = :person_id

-- name: erase_drafts
-- Forms, with what was typed.
DELETE FROM draft WHERE person_id = :person_id

-- name: erase_wish
-- What somebody wanted to join before a guardian agreed.
DELETE FROM wish WHERE person_id = :person_id

-- name: erase_words
-- Where something stands that was passed on.
DELETE FROM pass_on WHERE person_id = :person_id

-- name: erase_acknowledgements
-- Who was told of a change and has pressed "Got it".
DELETE FROM acknowledgement WHERE person_id = :person_id

-- name: erase_calls
-- For what somebody was to phone the person.
DELETE FROM call_entry WHERE person_id = :person_id

-- name: erase_call_marks
-- Whom the person has phoned.
UPDATE call_entry SET marked_by = NULL WHERE marked_by = :person_id

-- name: erase_helping
-- Activities in which somebody is named to help.
DELETE FROM activity_helper WHERE person_id = :person_id

-- name: erase_roll_cards
-- In which messages the person had a roll-call open.
DELETE FROM roll_card WHERE person_id = :person_id

-- name: erase_invitations
-- Links made by or for the person open nothing any more.
UPDATE invitation SET uses_left = 0 WHERE created_by = :person_id OR person_id = :person_id

-- name: erase_answers
-- What was answered to reminders and why somebody could not come.
UPDATE sign_up SET answer = NULL, answered_at = NULL, late_minutes = NULL,
    reason = CASE WHEN reason IS NULL THEN NULL ELSE 'erased' END
WHERE person_id = :person_id

-- name: erase_statements
-- Questions about hours, with their words.
DELETE FROM statement WHERE person_id = :person_id

-- name: erase_waiting_records
-- Hours that nobody has verified were never in a total.
DELETE FROM service_record WHERE person_id = :person_id AND state <> 'verified'

-- name: erase_notes_of_records
-- Verified minutes stay, without words.
UPDATE service_record SET note = '', verified_reason = NULL, returned_reason = NULL WHERE person_id = :person_id

-- name: erase_messages
-- Whatever waits for the person or was sent.
DELETE FROM outbox WHERE person_id = :person_id OR chat_id = :telegram_id

-- name: erase_tries
-- Wrong codes.
DELETE FROM wrong_try WHERE telegram_id = :telegram_id

-- name: erase_lanes
-- Updates that had their effect, and the very one that asks for this, do not say any more whose they were.
UPDATE inbox SET lane = 0 WHERE lane = :telegram_id AND (state <> 'new' OR update_id = :update_id)

-- name: needed_for
-- Coming activities this person leads and living teams this person answers for: somebody else must first.
SELECT activity.title AS name
FROM activity
WHERE activity.lead_id = :person_id AND activity.state <> 'cancelled'
  AND EXISTS (SELECT 1 FROM shift WHERE shift.activity_id = activity.id AND shift.ends_at > :now)
UNION
SELECT team.name FROM team WHERE team.lead_id = :person_id AND team.closed_at IS NULL
ORDER BY 1

-- name: other_administrators
-- How many others administer.
SELECT cast(count(DISTINCT role_grant.person_id) AS bigint) AS n
FROM role_grant JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = 'administrator' AND role_grant.withdrawn_at IS NULL AND person.state = 'active'
  AND role_grant.person_id <> :person_id
