-- name: add_invitation
-- A link; only its fingerprint is kept.
INSERT INTO invitation (code_hash, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by,
                        created_at)
VALUES (:code_hash, :purpose, :role, :station_id, :team_id, :person_id, :uses, :expires_at, :created_by, :now)
RETURNING id

-- name: invitation_by_hash
-- The invitation that a code belongs to.
SELECT id, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by
FROM invitation WHERE code_hash = :code_hash

-- name: use_invitation
-- Takes one use if there is one: of two who race for the last, one gets 1 row and the other 0.
UPDATE invitation SET uses_left = uses_left - 1 WHERE id = :id AND uses_left > 0 AND expires_at > :now

-- name: open_invitations_of
-- What somebody has made that can still be used, the newest first.
SELECT invitation.id, invitation.purpose, invitation.role, invitation.station_id, invitation.team_id,
       invitation.person_id, invitation.uses_left, invitation.expires_at, invitation.created_by,
       team.name AS team, station.name AS station
FROM invitation
LEFT JOIN team ON team.id = invitation.team_id
LEFT JOIN station ON station.id = invitation.station_id
WHERE invitation.created_by = :person_id AND invitation.uses_left > 0 AND invitation.expires_at > :now
  AND invitation.purpose IN ('role', 'team')
ORDER BY invitation.id DESC LIMIT 20

-- name: get_invitation
-- One invitation.
SELECT id, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by
FROM invitation WHERE id = :id

-- name: withdraw_invitation
-- No use is left.
UPDATE invitation SET uses_left = 0 WHERE id = :id
