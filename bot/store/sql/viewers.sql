-- name: mark_unreachable
-- Telegram said that nothing can be delivered to this person. Sign-ups stay.
UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL

-- name: mark_reachable
-- The person wrote or unblocked the bot.
UPDATE person SET unreachable_at = NULL, strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id

-- name: strike
-- A refusal that is no proof; the second counts after 36 hours, the third after 72.
UPDATE person SET strikes = strikes + 1, first_strike_at = coalesce(first_strike_at, :now)
WHERE telegram_id = :telegram_id AND unreachable_at IS NULL
  AND (strikes = 0 OR first_strike_at + strikes * 129600 <= :now)

-- name: third_strike
-- Three refusals over three days are proof enough.
UPDATE person SET unreachable_at = :now WHERE telegram_id = :telegram_id AND unreachable_at IS NULL AND strikes >= 3

-- name: forgive_strikes
-- Something was delivered after all.
UPDATE person SET strikes = 0, first_strike_at = NULL WHERE telegram_id = :telegram_id AND strikes > 0

-- name: follow_client_language
-- An active person's app now speaks another language.
UPDATE person SET client_language = :client_language WHERE id = :id AND state = 'active'

-- name: team_chat_moved
-- A group became a supergroup.
UPDATE team SET chat_id = :to_id WHERE chat_id = :from_id

-- name: team_chat_gone
-- The bot was put out of a team's group.
UPDATE team SET chat_id = NULL WHERE chat_id = :chat_id

-- name: zones_of_stations
-- Stations that set a zone, with their way down the tree.
SELECT path, zone FROM station WHERE zone IS NOT NULL
