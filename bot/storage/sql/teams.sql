-- name: add_team
-- A service team or a group team of a station.
INSERT INTO team (station_id, name, kind, open, lead_id, created_at)
VALUES (:station_id, :name, :kind, :open, :lead_id, :now)
RETURNING id

-- name: add_membership
-- A person joins a team.
INSERT INTO membership (team_id, person_id, captain, joined_at) VALUES (:team_id, :person_id, :captain, :now)
