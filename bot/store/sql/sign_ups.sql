-- name: claim_seats
-- Takes places in one step, or none of them: 1 row where they were free. The guard against overbooking (with the CHECK).
UPDATE shift SET taken = taken + cast(:places AS bigint)
WHERE id = :shift_id AND taken + cast(:places AS bigint) <= capacity

-- name: release_seats
-- Gives places back.
UPDATE shift SET taken = taken - cast(:places AS bigint) WHERE id = :shift_id

-- name: add_sign_up
-- A new row; the index on live sign-ups refuses a second one.
INSERT INTO sign_up (shift_id, person_id, group_place_id, state, behind, line_at, confirmed_at, late, created_by, created_at)
VALUES (:shift_id, :person_id, :group_place_id, :state, :behind, :line_at, :confirmed_at, 0, :created_by, :line_at)
RETURNING *

-- name: sign_up_by_id
-- One sign-up, live or not.
SELECT * FROM sign_up WHERE id = :id

-- name: live_sign_up
-- The person's sign-up for this shift that is not withdrawn.
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id AND state <> 'withdrawn'

-- name: last_sign_up
-- The person's newest sign-up for this shift, whatever its state.
SELECT * FROM sign_up WHERE shift_id = :shift_id AND person_id = :person_id ORDER BY id DESC LIMIT 1

-- name: clashing_shift
-- The first other shift with a live sign-up of this person that overlaps; touching is no overlap.
SELECT activity.title, shift.starts_at, shift.ends_at
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
JOIN activity ON activity.id = shift.activity_id
WHERE sign_up.person_id = :person_id AND sign_up.state <> 'withdrawn' AND activity.state <> 'cancelled'
  AND shift.id <> :shift_id AND shift.starts_at < :ends_at AND :starts_at < shift.ends_at
ORDER BY shift.starts_at, shift.id LIMIT 1

-- name: waiting_line
-- Who waits, the next first: those behind the line after all others.
SELECT * FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' ORDER BY behind, line_at, id

-- name: places_before
-- How many stand before this one in the line.
SELECT cast(count(*) AS bigint) AS n FROM sign_up
WHERE shift_id = :shift_id AND state = 'waitlisted'
  AND (behind < :behind OR (behind = :behind AND (line_at < :line_at OR (line_at = :line_at AND id < :id))))

-- name: anyone_waits
-- A row where somebody is on the waiting list.
SELECT 1 AS yes FROM sign_up WHERE shift_id = :shift_id AND state = 'waitlisted' LIMIT 1

-- name: confirm_sign_up
-- From the line, or from an offer, to a place; 0 rows when it has left that state meanwhile.
UPDATE sign_up SET state = 'confirmed', confirmed_at = :now, offer_ends_at = NULL
WHERE id = :id AND state = :state

-- name: offer_place
-- The next in line is asked.
UPDATE sign_up SET state = 'offered', offered_at = :now, offer_ends_at = :ends_at WHERE id = :id AND state = 'waitlisted'

-- name: note_open_offer
-- Told that a place is free for whoever presses first.
UPDATE sign_up SET offered_at = :now WHERE id = :id AND state = 'waitlisted'

-- name: withdraw_sign_up
-- The row stays, as history; 0 rows when it was withdrawn already.
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, withdrawn_by = :by, reason = :reason, late = :late,
  offer_ends_at = NULL
WHERE id = :id AND state <> 'withdrawn'

-- name: give_reason
-- Said afterwards; illness is never late.
UPDATE sign_up SET reason = :reason, late = CASE WHEN cast(:reason AS text) = 'ill' THEN 0 ELSE late END
WHERE id = :id AND state = 'withdrawn'

-- name: answer_coming
-- The yes to a reminder, for the time and place of this revision.
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision
WHERE id = :id AND state = 'confirmed'

-- name: answer_late
-- Will come, but later.
UPDATE sign_up SET answer = 'coming', answered_at = :now, answered_revision = :revision, late_minutes = :minutes
WHERE id = :id AND state = 'confirmed'

-- name: sign_ups_of_shift
-- Every live sign-up with its person, in the order they came; the line behind the confirmed.
SELECT sign_up.*, person.name, person.managed_by_id,
  CASE WHEN person.telegram_id IS NULL THEN 0 ELSE 1 END AS telegram
FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.shift_id = :shift_id AND sign_up.state <> 'withdrawn'
ORDER BY CASE sign_up.state WHEN 'confirmed' THEN 0 WHEN 'offered' THEN 1 ELSE 2 END,
  sign_up.behind, sign_up.line_at, sign_up.id

-- name: sign_up_counts
-- The heads of one shift; a yes counts only for the time and place as they are.
SELECT
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' THEN 1 ELSE 0 END), 0) AS bigint) AS confirmed,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'offered' THEN 1 ELSE 0 END), 0) AS bigint) AS offered,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'waitlisted' THEN 1 ELSE 0 END), 0) AS bigint) AS waitlisted,
  cast(coalesce(sum(CASE WHEN sign_up.state = 'confirmed' AND (sign_up.answer IS NULL
    OR sign_up.answered_revision IS NULL OR sign_up.answered_revision <> shift.revision)
    THEN 1 ELSE 0 END), 0) AS bigint) AS silent,
  cast(coalesce(sum(CASE WHEN sign_up.group_place_id IS NOT NULL THEN 1 ELSE 0 END), 0) AS bigint) AS named
FROM shift LEFT JOIN sign_up ON sign_up.shift_id = shift.id AND sign_up.state <> 'withdrawn'
WHERE shift.id = :shift_id

-- name: group_heads
-- Places that groups hold in this shift.
SELECT cast(coalesce(sum(places), 0) AS bigint) AS n FROM group_place WHERE shift_id = :shift_id AND cancelled_at IS NULL

-- name: count_no_shows
-- How often this person did not come, and how often they had a place, since then.
SELECT
  cast(count(*) AS bigint) AS sign_ups,
  cast(coalesce(sum(CASE WHEN attendance.state = 'no_show' THEN 1 ELSE 0 END), 0) AS bigint) AS missed
FROM sign_up
JOIN shift ON shift.id = sign_up.shift_id
LEFT JOIN attendance ON attendance.shift_id = sign_up.shift_id AND attendance.person_id = sign_up.person_id
WHERE sign_up.person_id = :person_id AND sign_up.state = 'confirmed'
  AND shift.starts_at >= :since AND shift.starts_at <= :now

-- name: is_trained
-- A row where the person has this qualification.
SELECT 1 AS yes FROM qualification WHERE person_id = :person_id AND name = :name

-- name: forget_open_offers
-- Nothing is open any more: the next free place is a new one.
UPDATE sign_up SET offered_at = NULL WHERE shift_id = :shift_id AND state = 'waitlisted' AND offered_at IS NOT NULL

-- name: expired_offers
-- Offers whose time has passed, shift by shift.
SELECT * FROM sign_up WHERE state = 'offered' AND offer_ends_at <= :now
ORDER BY shift_id, id LIMIT cast(:limit AS bigint)

-- name: expire_offer
-- Withdrawn by time; 0 rows when it was answered in the last moment.
UPDATE sign_up SET state = 'withdrawn', withdrawn_at = :now, reason = 'expired', offer_ends_at = NULL
WHERE id = :id AND state = 'offered' AND offer_ends_at <= :now

-- name: waiting_too_long
-- Who still waits in what has begun.
SELECT sign_up.* FROM shift JOIN sign_up ON sign_up.shift_id = shift.id
WHERE shift.starts_at <= :now AND shift.starts_at > :now - 2592000 AND sign_up.state IN ('waitlisted', 'offered')
ORDER BY shift.id, sign_up.id LIMIT cast(:limit AS bigint)

-- name: coming_sign_ups
-- What a person, or somebody they look after, is signed up for and is not over; `line` is who waits before them.
SELECT su.id, su.state, activity.title, shift.starts_at, shift.ends_at, station.zone, cast(NULL AS text) AS attendance,
  CASE WHEN su.person_id = :person_id THEN NULL ELSE person.name END AS name,
  (SELECT cast(count(*) AS bigint) FROM sign_up o WHERE o.shift_id = su.shift_id AND o.state = 'waitlisted'
    AND (o.behind < su.behind OR (o.behind = su.behind AND (o.line_at < su.line_at
      OR (o.line_at = su.line_at AND o.id < su.id))))) AS line
FROM sign_up su
JOIN shift ON shift.id = su.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN station ON station.id = activity.station_id
JOIN person ON person.id = su.person_id
WHERE (su.person_id = :person_id OR person.managed_by_id = :person_id) AND su.state <> 'withdrawn'
  AND shift.ends_at > :now AND activity.state <> 'cancelled'
ORDER BY shift.starts_at, shift.id, su.id LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)

-- name: past_sign_ups
-- What a person had a place in, the newest first, with what became of it.
SELECT su.id, su.state, activity.title, shift.starts_at, shift.ends_at, station.zone, attendance.state AS attendance,
  cast(NULL AS text) AS name, cast(0 AS bigint) AS line
FROM sign_up su
JOIN shift ON shift.id = su.shift_id
JOIN activity ON activity.id = shift.activity_id
JOIN station ON station.id = activity.station_id
LEFT JOIN attendance ON attendance.shift_id = su.shift_id AND attendance.person_id = su.person_id
WHERE su.person_id = :person_id AND su.state = 'confirmed' AND shift.ends_at <= :now AND activity.state <> 'cancelled'
ORDER BY shift.starts_at DESC, shift.id, su.id LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)

-- name: offer_ends
-- When the offers that stand run out.
SELECT offer_ends_at FROM sign_up WHERE state = 'offered' AND offer_ends_at > :now ORDER BY offer_ends_at

-- name: shifts_with_room_and_line
-- Coming shifts with a free place while somebody waits.
SELECT shift.id FROM shift JOIN activity ON activity.id = shift.activity_id
WHERE shift.starts_at > :now AND shift.taken < shift.capacity AND activity.state IN ('published', 'closed')
  AND EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = shift.id AND sign_up.state = 'waitlisted')
ORDER BY shift.id
