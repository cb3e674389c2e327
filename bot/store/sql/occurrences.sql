-- name: claim_occurrence
-- Makes a scheduled event happen once: 1 row for the first who claims it, 0 for everybody after.
INSERT INTO occurrence (key, done_at) VALUES (:key, :now) ON CONFLICT (key) DO NOTHING

-- name: count_occurrences
-- How many of them there are.
SELECT cast(count(*) AS bigint) AS n FROM occurrence
