-- name: raise_epoch
-- A new process takes over: what an older one still holds in flight is from now on of unknown outcome.
INSERT INTO process (bot_id, epoch, started_at) VALUES (:bot_id, 1, :now)
ON CONFLICT (bot_id) DO UPDATE SET epoch = process.epoch + 1, started_at = :now
RETURNING epoch

-- name: epoch_of_bot
-- Whose turn it is: a transaction of an older process must not have an effect.
SELECT epoch FROM process WHERE bot_id = :bot_id

-- name: newest_epoch
-- Which start of which bot this is; none before the first.
SELECT epoch FROM process ORDER BY started_at DESC, bot_id DESC LIMIT 1
