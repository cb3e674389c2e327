-- name: candidates
-- Who this viewer may sign up for the shift and is not: members of captained teams and of stations held, those cared for.
SELECT person.id, person.name, (
  SELECT team.name FROM membership JOIN team ON team.id = membership.team_id
  WHERE membership.person_id = person.id AND membership.left_at IS NULL AND team.closed_at IS NULL
  ORDER BY CASE WHEN team.id = cast(:team_id AS bigint) THEN 0 ELSE 1 END, membership.joined_at, membership.id LIMIT 1
) AS team
FROM person
WHERE person.state IN ('active', 'managed') AND person.id <> :viewer_id
  AND lower(person.name) LIKE '%' || cast(:pattern AS text) || '%' ESCAPE '\'
  AND NOT EXISTS (SELECT 1 FROM sign_up WHERE sign_up.shift_id = :shift_id AND sign_up.person_id = person.id
    AND sign_up.state <> 'withdrawn')
  AND (person.managed_by_id = :viewer_id
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN membership AS captained ON captained.team_id = own.team_id AND captained.person_id = :viewer_id
        AND captained.captain = 1 AND captained.left_at IS NULL
      WHERE own.person_id = person.id AND own.left_at IS NULL)
    OR EXISTS (SELECT 1 FROM membership AS own
      JOIN team ON team.id = own.team_id AND team.closed_at IS NULL
      JOIN station ON station.id = team.station_id
      JOIN role_grant ON role_grant.person_id = :viewer_id AND role_grant.withdrawn_at IS NULL
      JOIN station AS held ON held.id = role_grant.station_id
      WHERE own.person_id = person.id AND own.left_at IS NULL AND station.path LIKE held.path || '%'))
ORDER BY CASE WHEN EXISTS (SELECT 1 FROM membership AS near WHERE near.person_id = person.id
    AND near.team_id = cast(:team_id AS bigint) AND near.left_at IS NULL) THEN 0 ELSE 1 END,
  person.name, person.id
LIMIT cast(:limit AS bigint) OFFSET cast(:skip AS bigint)
