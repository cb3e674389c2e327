"""Links. The code itself is shown once and never stored: a copy of the database opens no door."""

from hashlib import sha256

from bot.invitations.rules import Invitation, OpenInvitation
from bot.stations import rows as stations
from bot.store.asking import row_reader, sql
from bot.store.transaction import Row, Tx, Value

invitation_of = row_reader(Invitation)


def fingerprint(code: str) -> str:
    """Enough without a salt: a code has 128 random bits."""
    return sha256(code.encode()).hexdigest()


@sql("""
INSERT INTO invitation (code_hash, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by,
                        created_at)
VALUES (:code_hash, :purpose, :role, :station_id, :team_id, :person_id, :uses, :expires_at, :created_by, :now)
RETURNING id
""")
async def add_invitation_statement(tx: Tx, /, **values: Value) -> int:
    """A link; only its fingerprint is kept."""


async def add_invitation(
    tx: Tx,
    *,
    code: str,
    purpose: str,
    uses: int,
    expires_at: int,
    created_by: int | None,
    now: int,
    role: str | None = None,
    station_id: int | None = None,
    team_id: int | None = None,
    person_id: int | None = None,
) -> int:
    return await add_invitation_statement(
        tx,
        code_hash=fingerprint(code),
        purpose=purpose,
        role=role,
        station_id=station_id,
        team_id=team_id,
        person_id=person_id,
        uses=uses,
        expires_at=expires_at,
        created_by=created_by,
        now=now,
    )


@sql("""
SELECT id, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by
FROM invitation WHERE code_hash = :code_hash
""")
async def invitation_by_hash(tx: Tx, *, code_hash: str) -> Invitation | None:
    """The invitation that a code belongs to."""


async def by_code(tx: Tx, code: str) -> Invitation | None:
    return await invitation_by_hash(tx, code_hash=fingerprint(code))


@sql("""
SELECT id, purpose, role, station_id, team_id, person_id, uses_left, expires_at, created_by
FROM invitation WHERE id = :id
""")
async def invitation(tx: Tx, id: int) -> Invitation | None:
    """One invitation."""


@sql("""
UPDATE invitation SET uses_left = uses_left - 1 WHERE id = :id AND uses_left > 0 AND expires_at > :now
""")
async def take_use(tx: Tx, id: int, now: int) -> bool:
    """False where none is left or its time is over; of two who race for the last use one gets it."""


@sql("""
SELECT invitation.id, invitation.purpose, invitation.role, invitation.station_id, invitation.team_id,
       invitation.person_id, invitation.uses_left, invitation.expires_at, invitation.created_by,
       team.name AS team, station.name AS station
FROM invitation
LEFT JOIN team ON team.id = invitation.team_id
LEFT JOIN station ON station.id = invitation.station_id
WHERE invitation.created_by = :person_id AND invitation.uses_left > 0 AND invitation.expires_at > :now
  AND invitation.purpose IN ('role', 'team')
ORDER BY invitation.id DESC LIMIT 20
""")
async def open_invitations_of(tx: Tx, *, person_id: int, now: int) -> list[Row]:
    """What somebody has made that can still be used, the newest first."""


async def open_of(tx: Tx, person_id: int, now: int) -> list[OpenInvitation]:
    """What somebody has made that can still be used, the newest first, at most twenty."""
    rows = await open_invitations_of(tx, person_id=person_id, now=now)
    return [OpenInvitation(invitation_of(row), row["team"], row["station"], await title_at(tx, row)) for row in rows]


async def title_at(tx: Tx, row: Row) -> str:
    """Of the staff a role's link makes; empty for other links."""
    return await stations.staff_title_of(tx, row["station_id"]) if row["role"] else ""


@sql("UPDATE invitation SET uses_left = 0 WHERE id = :id")
async def withdraw(tx: Tx, id: int) -> None:
    """No use of the link is left."""


@sql("UPDATE invitation SET uses_left = 0 WHERE created_by = :person_id OR person_id = :person_id")
async def erase_invitations(tx: Tx, *, person_id: Value) -> int:
    """Links made by or for the person open nothing any more."""
