-- name: add_consent
-- A guardian's word for somebody under 18, given in the chat or taken from paper.
INSERT INTO guardian_consent (person_id, way, guardian_id, guardian_name, companion_name, companion_id, given_on,
                              valid_until, taken_by, created_at)
VALUES (:person_id, :way, :guardian_id, :guardian_name, :companion_name, :companion_id, :given_on, :valid_until,
        :taken_by, :now)
RETURNING id

-- name: withdraw_consents
-- The guardian takes it back, or newer consent takes its place.
UPDATE guardian_consent SET withdrawn_at = :now WHERE person_id = :person_id AND withdrawn_at IS NULL

-- name: name_companion
-- Somebody else comes along now; the guardian's word stands as it is.
UPDATE guardian_consent SET companion_name = :companion_name, companion_id = :companion_id WHERE id = :id

-- name: wards_of
-- For whom a guardian's word stands that was given in the chat.
SELECT person.id AS child_id, person.name
FROM guardian_consent AS consent JOIN person ON person.id = consent.person_id
WHERE consent.guardian_id = :guardian_id AND consent.withdrawn_at IS NULL
ORDER BY person.name, person.id

-- name: company_of
-- With whom somebody comes along, where it is not on their own word as guardian.
SELECT consent.person_id
FROM guardian_consent AS consent JOIN person ON person.id = consent.person_id
WHERE consent.companion_id = :companion_id AND consent.withdrawn_at IS NULL AND person.age_band = 'under_14'
  AND coalesce(consent.guardian_id, 0) <> :companion_id
ORDER BY consent.person_id

-- name: clear_companion
-- Nobody comes along, until somebody else is named.
UPDATE guardian_consent SET companion_id = NULL WHERE person_id = :person_id AND companion_id = :companion_id

-- name: last_consent_by
-- What a guardian had said last of a child before taking it back.
SELECT companion_name, companion_id FROM guardian_consent
WHERE person_id = :person_id AND guardian_id = :guardian_id
ORDER BY id DESC
LIMIT 1

-- name: consent_of
-- The newest consent that was not withdrawn, run out or not.
SELECT id, person_id, way, guardian_id, given_on, valid_until,
       CASE WHEN companion_name IS NULL AND companion_id IS NULL THEN 0 ELSE 1 END AS companion
FROM guardian_consent
WHERE person_id = :person_id AND withdrawn_at IS NULL
ORDER BY valid_until DESC, id DESC
LIMIT 1
