-- name: add_station
-- The path is completed by place_station, once the id is known.
INSERT INTO station (parent_id, path, level, name, zone, preset, created_at)
VALUES (:parent_id, :path, :level, :name, :zone, :preset, :now)
RETURNING id

-- name: place_station
-- Gives a new station its place in the tree.
UPDATE station SET path = :path WHERE id = :id

-- name: get_station
-- One station.
SELECT id, parent_id, path, level, name, zone, preset FROM station WHERE id = :id

-- name: root_station
-- The one above all.
SELECT id, parent_id, path, level, name, zone, preset FROM station WHERE parent_id IS NULL
