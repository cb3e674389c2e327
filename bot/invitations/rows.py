"""Links. The code itself is shown once and never stored: a copy of the database opens no door."""

from hashlib import sha256

from bot.invitations.rules import Invitation, OpenInvitation
from bot.stations import rows as stations
from bot.store.transaction import Row, Tx

FIELDS = ("id", "purpose", "role", "station_id", "team_id", "person_id", "uses_left", "expires_at", "created_by")


def made(row: Row) -> Invitation:
    return Invitation(*(row[field] for field in FIELDS))


def fingerprint(code: str) -> str:
    """Enough without a salt: a code has 128 random bits."""
    return sha256(code.encode()).hexdigest()


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
    id: int = await tx.value(
        "add_invitation",
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
    return id


async def by_code(tx: Tx, code: str) -> Invitation | None:
    row = await tx.row("invitation_by_hash", code_hash=fingerprint(code))
    return made(row) if row else None


async def invitation(tx: Tx, id: int) -> Invitation | None:
    row = await tx.row("get_invitation", id=id)
    return made(row) if row else None


async def take_use(tx: Tx, id: int, now: int) -> bool:
    """False where none is left or its time is over; of two who race for the last use one gets it."""
    return await tx.change("use_invitation", id=id, now=now) == 1


async def open_of(tx: Tx, person_id: int, now: int) -> list[OpenInvitation]:
    """What somebody has made that can still be used, the newest first, at most twenty."""
    rows = await tx.rows("open_invitations_of", person_id=person_id, now=now)
    return [OpenInvitation(made(row), row["team"], row["station"], await title_at(tx, row)) for row in rows]


async def title_at(tx: Tx, row: Row) -> str:
    """Of the staff a role's link makes; empty for other links."""
    return await stations.staff_title_of(tx, row["station_id"]) if row["role"] else ""


async def withdraw(tx: Tx, id: int) -> None:
    await tx.change("withdraw_invitation", id=id)
