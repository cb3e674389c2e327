-- name: add_grant
-- A role on a station and the tree below it; held already changes nothing.
INSERT INTO role_grant (person_id, role, station_id, granted_by, granted_at)
VALUES (:person_id, :role, :station_id, :granted_by, :now)
ON CONFLICT (person_id, role, station_id) WHERE withdrawn_at IS NULL DO NOTHING

-- name: grants_of_person
-- The roles a person holds now.
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL
ORDER BY station.path, role_grant.role

-- name: holders_above
-- Everybody who holds a role on this station or above it, the nearest first.
SELECT person.id, person.name, person.telegram_id, role_grant.role, station.path
FROM role_grant
JOIN station ON station.id = role_grant.station_id
JOIN person ON person.id = role_grant.person_id
WHERE role_grant.role = :role AND role_grant.withdrawn_at IS NULL AND cast(:path AS text) LIKE station.path || '%'
ORDER BY length(station.path) DESC, person.name, person.id

-- name: withdraw_grant
-- The role ends; its row stays.
UPDATE role_grant SET withdrawn_at = :now, withdrawn_by = :withdrawn_by WHERE id = :id AND withdrawn_at IS NULL

-- name: holders_of_role
-- Everybody who holds a role anywhere, by id.
SELECT DISTINCT person_id FROM role_grant WHERE role = :role AND withdrawn_at IS NULL ORDER BY person_id
