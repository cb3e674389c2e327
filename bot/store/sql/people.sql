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

-- name: agree_to_notice
-- The first thing that is kept of anybody; agreeing again renews what was said. An active person stays active.
INSERT INTO person (telegram_id, state, language, client_language, age_band, age_band_at, consent_at, created_at)
VALUES (:telegram_id, 'new', :language, :client_language, :age_band, :now, :now, :now)
ON CONFLICT (telegram_id) DO UPDATE SET
    language = excluded.language, client_language = excluded.client_language, age_band = excluded.age_band,
    age_band_at = excluded.age_band_at, consent_at = excluded.consent_at
WHERE person.state = 'new'

-- name: name_person
-- With a name a person is complete; one who is already keeps the state.
UPDATE person SET name = :name, state = CASE WHEN state = 'new' THEN 'active' ELSE state END
WHERE id = :id AND state <> 'erased'

-- name: set_language
-- NULL follows the client again.
UPDATE person SET language = :language WHERE id = :id

-- name: set_home_team
-- The team that is meant where nothing else is said.
UPDATE person SET home_team_id = :team_id WHERE id = :id

-- name: set_age_band
-- As the person says it, and when.
UPDATE person SET age_band = :age_band, age_band_at = :now WHERE id = :id

-- name: set_volunteer_number
-- The number in the union's own register.
UPDATE person SET volunteer_number = :number WHERE id = :id

-- name: profile_of
-- What settings show of a person; of the phone only whether there is one.
SELECT name, language, client_language, age_band, volunteer_number, home_team_id,
       CASE WHEN phone IS NULL THEN 0 ELSE 1 END AS has_phone
FROM person WHERE id = :id

-- name: leave_own_team
-- A member goes; the row keeps the day, so that hours of then stay with the team of then.
UPDATE membership SET left_at = :now WHERE person_id = :person_id AND team_id = :team_id AND left_at IS NULL

-- name: forget_home_team
-- After leaving the team that was meant where nothing else is said.
UPDATE person SET home_team_id = NULL WHERE id = :person_id AND home_team_id = :team_id

-- name: erase_person
-- What is left is a row without anything of the person, so that past sign-ups and minutes still add up.
UPDATE person SET telegram_id = NULL, state = 'erased', name = '', language = NULL, client_language = '',
    age_band = NULL, age_band_at = NULL, consent_at = NULL, volunteer_number = NULL, phone = NULL, home_team_id = NULL,
    managed_by_id = NULL, unreachable_at = NULL, strikes = 0, first_strike_at = NULL
WHERE id = :person_id

-- name: release_managed
-- People without Telegram whom an erased one looked after.
UPDATE person SET managed_by_id = NULL WHERE managed_by_id = :person_id

-- name: ages_to_ask_again
-- Who was 14 to 17 when asked a year ago or longer, and was not asked since.
SELECT id, age_band_at FROM person
WHERE state = 'active' AND telegram_id IS NOT NULL AND age_band = '14_17' AND age_band_at <= :asked_until
  AND NOT EXISTS (
    SELECT 1 FROM occurrence
    WHERE occurrence.key = 'age:person:' || cast(person.id AS text) || ':' || cast(person.age_band_at AS text)
  )
ORDER BY id
LIMIT :most
