-- name: silence_notice
-- This kind of notice shall not come any more.
INSERT INTO notice_off (person_id, notice) VALUES (:person_id, :notice) ON CONFLICT (person_id, notice) DO NOTHING

-- name: allow_notice
-- It may come again.
DELETE FROM notice_off WHERE person_id = :person_id AND notice = :notice

-- name: silenced_notices
-- What this person does not want.
SELECT notice FROM notice_off WHERE person_id = :person_id
