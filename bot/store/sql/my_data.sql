-- name: my_person
-- The person's own row; the phone is still sealed.
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, consent_at, volunteer_number,
       phone, unreachable_at, created_at
FROM person WHERE id = :person_id

-- name: my_teams
-- Teams, those left as well.
SELECT team.name AS team, station.name AS station, membership.captain, membership.joined_at, membership.left_at
FROM membership JOIN team ON team.id = membership.team_id JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id ORDER BY membership.id

-- name: my_roles
-- Roles, those withdrawn as well.
SELECT role_grant.role, station.name AS station, role_grant.granted_at, role_grant.withdrawn_at
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id ORDER BY role_grant.id

-- name: my_consents
-- What a guardian has agreed to; the names are still sealed.
SELECT way, guardian_name, companion_name, given_on, valid_until, created_at, withdrawn_at
FROM guardian_consent WHERE person_id = :person_id ORDER BY id

-- name: my_wards
-- For whom this person has agreed as a guardian.
SELECT person.name, guardian_consent.given_on, guardian_consent.valid_until, guardian_consent.withdrawn_at
FROM guardian_consent JOIN person ON person.id = guardian_consent.person_id
WHERE guardian_consent.guardian_id = :person_id ORDER BY guardian_consent.id

-- name: my_qualifications
-- Trainings and skills.
SELECT name, recorded_at FROM qualification WHERE person_id = :person_id ORDER BY name

-- name: my_silenced
-- Notices this person does not want.
SELECT notice FROM notice_off WHERE person_id = :person_id ORDER BY notice

-- name: my_sign_ups
-- Every sign-up there ever was.
SELECT activity.title, shift.starts_at, shift.ends_at, sign_up.state, sign_up.answer, sign_up.answered_at,
       sign_up.late_minutes, sign_up.confirmed_at, sign_up.withdrawn_at, sign_up.reason, sign_up.late, sign_up.created_at
FROM sign_up JOIN shift ON shift.id = sign_up.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id ORDER BY sign_up.id

-- name: my_wish
-- What this person wanted to join before a guardian agreed.
SELECT activity.title, shift.starts_at, wish.wished_at
FROM wish JOIN shift ON shift.id = wish.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE wish.person_id = :person_id

-- name: my_attendance
-- What was marked at roll-calls.
SELECT activity.title, shift.starts_at, attendance.state, attendance.late_minutes, attendance.early_minutes,
       attendance.here_at, attendance.left_at, attendance.overtime_minutes, attendance.walk_in, attendance.source,
       attendance.marked_at
FROM attendance JOIN shift ON shift.id = attendance.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE attendance.person_id = :person_id ORDER BY attendance.id

-- name: my_records
-- Every entry of hours, corrections as well.
SELECT service_record.id, activity.title, service_record.kind, service_record.nature, service_record.day,
       service_record.starts_at, service_record.ends_at, service_record.minutes, service_record.state,
       service_record.source, service_record.note, service_record.flags, service_record.entered_at,
       service_record.verified_at, service_record.returned_at, service_record.returned_reason,
       service_record.reverses_id, service_record.replaces_id
FROM service_record LEFT JOIN activity ON activity.id = service_record.activity_id
WHERE service_record.person_id = :person_id ORDER BY service_record.id

-- name: my_acknowledgements
-- Changes and cancellations this person was told of.
SELECT activity.title, acknowledgement.what, acknowledgement.told_at, acknowledgement.seen_at
FROM acknowledgement JOIN activity ON activity.id = acknowledgement.activity_id
WHERE acknowledgement.person_id = :person_id ORDER BY acknowledgement.told_at, activity.id

-- name: my_calls
-- For what somebody was to phone this person, because the bot was not sure to have reached them.
SELECT activity.title, call_entry.what, call_entry.why, call_entry.state, call_entry.added_at, call_entry.marked_at
FROM call_entry JOIN activity ON activity.id = call_entry.activity_id
WHERE call_entry.person_id = :person_id ORDER BY call_entry.added_at, activity.id

-- name: my_helping
-- Activities in which this person is named to help.
SELECT activity.title FROM activity_helper JOIN activity ON activity.id = activity_helper.activity_id
WHERE activity_helper.person_id = :person_id ORDER BY activity.id

-- name: my_roll_cards
-- Roll-calls whose card was opened in this person's chat.
SELECT activity.title, shift.starts_at
FROM roll_card JOIN shift ON shift.id = roll_card.shift_id JOIN activity ON activity.id = shift.activity_id
WHERE roll_card.person_id = :person_id ORDER BY shift.id

-- name: my_statements
-- Hours this person was asked to agree to.
SELECT record_id, state, asked_at, answered_at, question FROM statement WHERE person_id = :person_id ORDER BY record_id

-- name: my_words
-- Where something stands that was passed on, or could have been.
SELECT chat_id, message_id, state, created_at FROM pass_on WHERE person_id = :person_id ORDER BY id

-- name: my_drafts
-- Forms that wait to be finished.
SELECT form, fields, updated_at FROM draft WHERE person_id = :person_id AND state <> 'closed' ORDER BY form

-- name: my_messages
-- What is on its way to this person, and the trace of what was sent within thirty days.
SELECT kind, state, due_at, sent_at FROM outbox WHERE person_id = :person_id ORDER BY id

-- name: my_notes
-- What was noted about this person, or of what this person did as staff.
SELECT at, act, subject, facts FROM audit
WHERE subject = :subject OR actor_id = :person_id
ORDER BY number
