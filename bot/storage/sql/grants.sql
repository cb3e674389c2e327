-- name: add_grant
-- A role on a station and the tree below it.
INSERT INTO role_grant (person_id, role, station_id, granted_by, granted_at)
VALUES (:person_id, :role, :station_id, :granted_by, :now)
