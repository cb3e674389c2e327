-- name: add_station
-- The path is completed by place_station, once the id is known.
INSERT INTO station (parent_id, path, level, name, zone, own_zone, preset, created_at)
VALUES (:parent_id, :path, :level, :name, :zone, :own_zone, :preset, :now)
RETURNING id

-- name: place_station
-- Gives a new station its place in the tree.
UPDATE station SET path = :path WHERE id = :id

-- name: get_station
-- One station.
SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE id = :id

-- name: root_station
-- The one above all.
SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE parent_id IS NULL

-- name: station_children
-- Directly below, by name.
SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE parent_id = :id ORDER BY name, id

-- name: stations_under
-- A station and all below it, the tree read from the top.
SELECT id, parent_id, path, level, name, zone, own_zone, preset
FROM station WHERE path LIKE cast(:path AS text) || '%' ORDER BY path

-- name: station_chain
-- From the root down to the station itself.
SELECT above.id, above.parent_id, above.path, above.level, above.name, above.zone, above.own_zone, above.preset
FROM station JOIN station AS above ON station.path LIKE above.path || '%'
WHERE station.id = :id ORDER BY length(above.path)

-- name: station_named
-- Whether a sister bears the name already.
SELECT id FROM station WHERE parent_id = :parent_id AND name = :name AND id <> :but

-- name: rename_station
-- Another name.
UPDATE station SET name = :name WHERE id = :id

-- name: set_station_preset
-- The preset that the settings start from; NULL inherits.
UPDATE station SET preset = :preset WHERE id = :id

-- name: set_station_zone
-- A zone of its own. Follow with spread_zones.
UPDATE station SET zone = :zone, own_zone = 1 WHERE id = :id

-- name: inherit_station_zone
-- No zone of its own any more; the root keeps its. Follow with spread_zones.
UPDATE station SET own_zone = 0 WHERE id = :id AND parent_id IS NOT NULL

-- name: spread_zones
-- Every station of a subtree takes the zone of the nearest one that has its own.
UPDATE station SET zone = (
    SELECT above.zone FROM station AS above
    WHERE above.own_zone = 1 AND station.path LIKE above.path || '%'
    ORDER BY length(above.path) DESC LIMIT 1
)
WHERE path LIKE cast(:path AS text) || '%'

-- name: settings_of_chain
-- Presets and settings of a station and of those above it, the root first; a station without settings has one row.
SELECT above.id AS station_id, above.preset, station_setting.key, station_setting.value
FROM station
JOIN station AS above ON station.path LIKE above.path || '%'
LEFT JOIN station_setting ON station_setting.station_id = above.id
WHERE station.id = :id ORDER BY length(above.path), station_setting.key

-- name: set_station_setting
-- Set here, from now on, for this station and all below it that set nothing themselves.
INSERT INTO station_setting (station_id, key, value, set_by, set_at) VALUES (:station_id, :key, :value, :set_by, :now)
ON CONFLICT (station_id, key) DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at

-- name: inherit_station_setting
-- Not set here any more.
DELETE FROM station_setting WHERE station_id = :station_id AND key = :key
