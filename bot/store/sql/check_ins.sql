-- name: add_check_in_code
-- A code of a shift; only its fingerprint is kept.
INSERT INTO check_in_code (shift_id, way, code_hash, starts_at, ends_at, created_by)
VALUES (:shift_id, :way, :code_hash, :starts_at, :ends_at, :by)

-- name: check_in_codes
-- Codes with this fingerprint that began after :since, the newest first; six digits may have come up twice.
SELECT shift_id, way, starts_at, ends_at FROM check_in_code
WHERE code_hash = :code_hash AND starts_at > :since ORDER BY ends_at DESC, id DESC

-- name: forget_check_in_codes
-- Codes that ran out long ago.
DELETE FROM check_in_code WHERE shift_id = :shift_id AND ends_at < :before
