-- name: add_person
-- Anybody, with or without Telegram.
INSERT INTO person (telegram_id, state, name, language, client_language, age_band, age_band_at, consent_at, home_team_id,
                    managed_by_id, created_at)
VALUES (:telegram_id, :state, :name, :language, :client_language, :age_band, :age_band_at, :consent_at, :home_team_id,
        :managed_by_id, :now)
RETURNING id

-- name: get_person
-- One person, as domain.people.Person.
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, home_team_id, managed_by_id,
       unreachable_at
FROM person WHERE id = :id

-- name: person_by_telegram_id
-- The person behind a Telegram account.
SELECT id, telegram_id, state, name, language, client_language, age_band, age_band_at, home_team_id, managed_by_id,
       unreachable_at
FROM person WHERE telegram_id = :telegram_id

-- name: set_phone
-- Sealed by the vault, or NULL.
UPDATE person SET phone = :phone WHERE id = :id

-- name: sealed_phone
-- Sealed as it is.
SELECT phone FROM person WHERE id = :id
