-- name: add_qualification
-- A training somebody has done; again changes nothing.
INSERT INTO qualification (person_id, name, recorded_by, recorded_at) VALUES (:person_id, :name, :recorded_by, :now)
ON CONFLICT (person_id, name) DO NOTHING

-- name: remove_qualification
-- Recorded by mistake, or run out.
DELETE FROM qualification WHERE person_id = :person_id AND name = :name

-- name: qualifications_of
-- Trainings, by name.
SELECT name FROM qualification WHERE person_id = :person_id ORDER BY name

-- name: known_qualifications
-- The trainings recorded most, as suggestions.
SELECT name, cast(count(*) AS bigint) AS n FROM qualification GROUP BY name ORDER BY n DESC, name LIMIT 8
