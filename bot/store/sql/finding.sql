-- name: find_people
-- By part of a name or by the whole volunteer number, among whom this viewer's roles reach; see permissions.people.
SELECT person.id, person.name, person.state, person.unreachable_at, (
    SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
    WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
    ORDER BY membership.joined_at, membership.id LIMIT 1
) AS team
FROM person
WHERE person.state IN ('active', 'managed')
  AND (lower(person.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'
       OR person.volunteer_number = cast(:number AS text))
  AND (
    EXISTS (
        SELECT 1 FROM membership
        JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
        JOIN station ON station.id = team.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE membership.person_id = person.id AND membership.left_at IS NULL AND station.path LIKE held.path || '%'
    )
    OR EXISTS (
        SELECT 1 FROM role_grant AS their
        JOIN station ON station.id = their.station_id
        JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
        JOIN station AS held ON held.id = role_grant.station_id
        WHERE their.person_id = person.id AND their.withdrawn_at IS NULL AND station.path LIKE held.path || '%'
    )
    OR (
        EXISTS (
            SELECT 1 FROM role_grant JOIN station AS held ON held.id = role_grant.station_id
            WHERE role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL AND held.parent_id IS NULL
        )
        AND NOT EXISTS (
            SELECT 1 FROM membership JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
            WHERE membership.person_id = person.id AND membership.left_at IS NULL
        )
        AND NOT EXISTS (SELECT 1 FROM role_grant WHERE person_id = person.id AND withdrawn_at IS NULL)
    )
  )
ORDER BY person.name, person.id LIMIT :limit OFFSET :offset

-- name: ties_of_person
-- Where a person belongs: the stations of their teams and of their roles.
SELECT membership.team_id, station.path
FROM membership
JOIN team ON team.id = membership.team_id AND team.closed_at IS NULL
JOIN station ON station.id = team.station_id
WHERE membership.person_id = :person_id AND membership.left_at IS NULL
UNION ALL
SELECT NULL AS team_id, station.path
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL

-- name: details_of_person
-- What a card shows beyond domain.people.Person; of the phone only whether there is one.
SELECT person.volunteer_number, CASE WHEN person.phone IS NULL THEN 0 ELSE 1 END AS has_phone,
       carer.name AS managed_by
FROM person LEFT JOIN person AS carer ON carer.id = person.managed_by_id
WHERE person.id = :person_id

-- name: roles_of_person
-- Roles with the names of their stations.
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.person_id = :person_id AND role_grant.withdrawn_at IS NULL
ORDER BY station.path, role_grant.role

-- name: get_role
-- One role that is held, by its id.
SELECT role_grant.id, role_grant.role, role_grant.station_id, station.path, station.name AS station,
       role_grant.person_id
FROM role_grant JOIN station ON station.id = role_grant.station_id
WHERE role_grant.id = :id AND role_grant.withdrawn_at IS NULL

-- name: members_named
-- Members of a team who bear this name.
SELECT person.id FROM membership JOIN person ON person.id = membership.person_id
WHERE membership.team_id = :team_id AND membership.left_at IS NULL AND person.name = :name
  AND person.state IN ('active', 'managed')

-- name: coming_activities_of_lead
-- Titles of what a lead still has to come.
SELECT DISTINCT activity.title, activity.id
FROM activity JOIN shift ON shift.activity_id = activity.id
WHERE activity.lead_id = :person_id AND activity.state <> 'cancelled' AND shift.ends_at > :now
ORDER BY activity.id LIMIT 10
