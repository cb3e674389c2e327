-- name: add_team
-- A service team or a group team of a station.
INSERT INTO team (station_id, name, kind, open, lead_id, created_at)
VALUES (:station_id, :name, :kind, :open, :lead_id, :now)
RETURNING id

-- name: add_membership
-- A person joins a team; again changes nothing.
INSERT INTO membership (team_id, person_id, captain, joined_at) VALUES (:team_id, :person_id, :captain, :now)
ON CONFLICT (team_id, person_id) WHERE left_at IS NULL DO NOTHING

-- name: get_team
-- One team with its station, lead and size.
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at,
       (SELECT cast(count(*) AS bigint) FROM membership WHERE team_id = team.id AND left_at IS NULL) AS members
FROM team
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE team.id = :id

-- name: teams_under
-- The living teams of a station and all below it.
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at,
       (SELECT cast(count(*) AS bigint) FROM membership WHERE team_id = team.id AND left_at IS NULL) AS members
FROM team
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE station.path LIKE cast(:path AS text) || '%' AND team.closed_at IS NULL
ORDER BY station.path, team.name, team.id

-- name: count_teams_under
-- How many of them there are.
SELECT cast(count(*) AS bigint) FROM team JOIN station ON station.id = team.station_id
WHERE station.path LIKE cast(:path AS text) || '%' AND team.closed_at IS NULL

-- name: teams_of_person
-- The living teams a person is in.
SELECT team.id, team.station_id, station.path, station.name AS station, station.zone, team.name, team.kind, team.open,
       team.lead_id, lead.name AS lead, team.chat_id, team.closed_at,
       (SELECT cast(count(*) AS bigint) FROM membership WHERE team_id = team.id AND left_at IS NULL) AS members
FROM membership AS mine
JOIN team ON team.id = mine.team_id
JOIN station ON station.id = team.station_id
LEFT JOIN person AS lead ON lead.id = team.lead_id
WHERE mine.person_id = :person_id AND mine.left_at IS NULL AND team.closed_at IS NULL
ORDER BY mine.joined_at, mine.id

-- name: memberships_of_person
-- The living teams a person is in, as domain.people.Membership.
SELECT membership.team_id, team.station_id, station.path, membership.captain
FROM membership
JOIN team ON team.id = membership.team_id
JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL AND team.closed_at IS NULL
ORDER BY membership.joined_at, membership.id

-- name: team_members
-- Captains first, then by name.
SELECT person.id AS person_id, person.name, membership.captain, person.state, membership.joined_at
FROM membership JOIN person ON person.id = membership.person_id
WHERE membership.team_id = :team_id AND membership.left_at IS NULL AND person.state IN ('active', 'managed')
ORDER BY membership.captain DESC, person.name, person.id

-- name: team_named
-- Whether a living team of the station bears the name already.
SELECT id FROM team WHERE station_id = :station_id AND name = :name AND closed_at IS NULL AND id <> :but

-- name: rename_team
-- Another name.
UPDATE team SET name = :name WHERE id = :id

-- name: set_team_kind
-- Service team or group team.
UPDATE team SET kind = :kind WHERE id = :id

-- name: set_team_open
-- Whether anybody of the station may join without an invitation.
UPDATE team SET open = :open WHERE id = :id

-- name: set_team_lead
-- The responsible social worker.
UPDATE team SET lead_id = :lead_id WHERE id = :id

-- name: hold_team
-- Whoever counts the captains before making one holds the team meanwhile.
UPDATE team SET name = name WHERE id = :id

-- name: mark_captain
-- Makes a member captain or an ordinary member again.
UPDATE membership SET captain = :captain WHERE team_id = :team_id AND person_id = :person_id AND left_at IS NULL

-- name: take_out_member
-- The membership ends; its row stays.
UPDATE membership SET left_at = :now, captain = 0
WHERE team_id = :team_id AND person_id = :person_id AND left_at IS NULL

-- name: lose_home_team
-- Somebody who left a team is at home in the oldest of the others.
UPDATE person SET home_team_id = (
    SELECT membership.team_id FROM membership WHERE membership.person_id = person.id AND membership.left_at IS NULL
    ORDER BY membership.joined_at, membership.id LIMIT 1
) WHERE id = :person_id AND home_team_id = :team_id

-- name: gain_home_team
-- The first team somebody joins is their home.
UPDATE person SET home_team_id = :team_id WHERE id = :person_id AND home_team_id IS NULL

-- name: teams_led_by
-- The living teams a social worker is responsible for.
SELECT team.id, team.name FROM team WHERE team.lead_id = :person_id AND team.closed_at IS NULL ORDER BY team.name, team.id
