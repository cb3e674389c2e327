-- name: group_place_by_id
-- One group's places in a shift, given back or not.
SELECT g.id, g.shift_id, g.team_id, t.name AS team, s.path AS team_path, g.places, g.created_by, g.cancelled_at
FROM group_place g JOIN team t ON t.id = g.team_id JOIN station s ON s.id = t.station_id
WHERE g.id = :id

-- name: group_place_of_team
-- What a team holds in a shift.
SELECT g.id, g.shift_id, g.team_id, t.name AS team, s.path AS team_path, g.places, g.created_by, g.cancelled_at
FROM group_place g JOIN team t ON t.id = g.team_id JOIN station s ON s.id = t.station_id
WHERE g.shift_id = :shift_id AND g.team_id = :team_id AND g.cancelled_at IS NULL

-- name: named_on_group_place
-- Who is named for a group's places.
SELECT person.name FROM sign_up JOIN person ON person.id = sign_up.person_id
WHERE sign_up.group_place_id = :id AND sign_up.state = 'confirmed' ORDER BY sign_up.id

-- name: sign_ups_on_group_place
-- Their sign-ups.
SELECT * FROM sign_up WHERE group_place_id = :id AND state = 'confirmed' ORDER BY id

-- name: add_group_place
-- Places held for a group; claimed before.
INSERT INTO group_place (shift_id, team_id, places, created_by, created_at)
VALUES (:shift_id, :team_id, :places, :created_by, :now) RETURNING id

-- name: change_group_place
-- More or fewer; claimed or released before.
UPDATE group_place SET places = :places WHERE id = :id AND cancelled_at IS NULL

-- name: cancel_group_place
-- Given back; 0 rows when it was before.
UPDATE group_place SET cancelled_at = :now WHERE id = :id AND cancelled_at IS NULL

-- name: group_teams_of_viewer
-- Living group teams the viewer captains, or that belong to a station the viewer holds a role on.
SELECT t.id, t.name, s.path FROM team t JOIN station s ON s.id = t.station_id
WHERE t.kind = 'group' AND t.closed_at IS NULL AND (
  EXISTS (SELECT 1 FROM membership m WHERE m.team_id = t.id AND m.person_id = :viewer_id AND m.captain = 1
    AND m.left_at IS NULL)
  OR EXISTS (SELECT 1 FROM role_grant g JOIN station h ON h.id = g.station_id
    WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path LIKE h.path || '%'))
ORDER BY t.name, t.id LIMIT 20

-- name: unnamed_group_places
-- Groups of coming shifts with places that bear no name yet, and who looks after the group.
SELECT g.id, g.shift_id, h.starts_at, h.revision, a.station_id, g.created_by, g.team_id
FROM group_place g JOIN shift h ON h.id = g.shift_id JOIN activity a ON a.id = h.activity_id
WHERE g.cancelled_at IS NULL AND h.starts_at > :now AND h.starts_at <= :until AND a.state IN ('published', 'closed')
  AND g.places > (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed')
  AND NOT EXISTS (SELECT 1 FROM occurrence o
    WHERE o.key = 'group_names:' || cast(g.id AS text) || '/' || cast(h.revision AS text))
ORDER BY g.id

-- name: own_group_places
-- Coming places of groups that a person captains, or that the person reserved.
SELECT g.shift_id, g.team_id, t.name AS team, a.title, h.starts_at, h.ends_at, s.zone, g.places,
  (SELECT cast(count(*) AS bigint) FROM sign_up u WHERE u.group_place_id = g.id AND u.state = 'confirmed') AS named
FROM group_place g
JOIN team t ON t.id = g.team_id
JOIN shift h ON h.id = g.shift_id
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
WHERE g.cancelled_at IS NULL AND h.ends_at > :now AND a.state <> 'cancelled'
  AND (g.created_by = :person_id OR EXISTS (SELECT 1 FROM membership m
    WHERE m.team_id = g.team_id AND m.person_id = :person_id AND m.captain = 1 AND m.left_at IS NULL))
ORDER BY h.starts_at, g.id LIMIT cast(:limit AS bigint)

-- name: captains_of
-- Who speaks for a team.
SELECT person_id FROM membership WHERE team_id = :team_id AND captain = 1 AND left_at IS NULL ORDER BY person_id
