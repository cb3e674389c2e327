"""Links into teams and roles. A wrong code is answered with a refusal that is *returned*: raising it would roll back
the note of the wrong try, and guessing would be free.
"""

import secrets

from bot.desk import Desk, note
from bot.ground.frozen import replace
from bot.ground.refusals import (
    AlreadyMember,
    InvitationExpired,
    InvitationInvalid,
    InvitationsPaused,
    InvitationUsed,
    NotAllowed,
    NotFound,
    NotRegistered,
    OutOfRange,
    Refusal,
)
from bot.ground.times import DAY
from bot.ground.viewer import Role, Viewer
from bot.invitations import rows as invitations
from bot.invitations.permissions import may_invite, may_invite_to_role, may_invite_to_team, may_withdraw_invitation
from bot.invitations.rules import Invitation, NewLink, OpenInvitation, RoleTaken
from bot.people import role_rows as grants
from bot.people import rows as people
from bot.people.permissions import may_grant
from bot.roles import acts as roles
from bot.stations import rows as stations
from bot.stations.rules import Station
from bot.store import wrong_tries
from bot.store.audit import notes
from bot.store.transaction import Tx
from bot.teams import rows as teams
from bot.teams.rules import Team

TEAM_PREFIX, ROLE_PREFIX = "t_", "r_"
WHAT = "invitation"
MOST_DAYS, MOST_USES = 90, 200
CONSOLE_SECONDS = 15 * 60


def new_code() -> str:
    """128 random bits in the letters that a link may hold."""
    return secrets.token_urlsafe(16)


def check_terms(days: int, uses: int) -> None:
    for field, value, most in (("days", days, MOST_DAYS), ("uses", uses, MOST_USES)):
        if not 1 <= value <= most:
            raise OutOfRange(field=field, value=value, lowest=1, highest=most)


def check_inviter(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not may_invite(viewer):
        raise NotAllowed(needs="captain")


async def inviting_to_team(desk: Desk, team_id: int) -> Team:
    """The team that the viewer may invite to. Raises NotFound."""
    team = await teams.team(desk.tx, team_id)
    if team.closed_at is not None or not may_invite_to_team(desk.viewer, team_id, team.path):
        raise NotFound
    return team


async def inviting_to_role(desk: Desk, role: Role, station_id: int) -> Station:
    """The station for which the viewer may give this role. Raises NotFound."""
    station = await stations.station(desk.tx, station_id)
    if not may_invite_to_role(desk.viewer, role, station.path):
        raise NotFound
    return station


async def invite_to_team(desk: Desk, *, team_id: int, days: int, uses: int) -> NewLink:
    """Raises NotFound, OutOfRange."""
    await inviting_to_team(desk, team_id)
    check_terms(days, uses)
    code, expires_at = new_code(), desk.now + days * DAY
    made = await invitations.add_invitation(
        desk.tx,
        code=code,
        purpose="team",
        team_id=team_id,
        uses=uses,
        expires_at=expires_at,
        created_by=desk.viewer.id,
        now=desk.now,
    )
    await noted(desk.tx, desk.now, desk.viewer.id, made, {"team": team_id, "uses": uses})
    return NewLink(made, TEAM_PREFIX + code, expires_at, uses)


async def invite_to_role(desk: Desk, *, role: Role, station_id: int, days: int, uses: int) -> NewLink:
    """Raises NotFound, OutOfRange."""
    await inviting_to_role(desk, role, station_id)
    check_terms(days, uses)
    return await role_link(
        desk.tx,
        desk.now,
        role=role,
        station_id=station_id,
        uses=uses,
        expires_at=desk.now + days * DAY,
        created_by=desk.viewer.id,
    )


async def make_administrator_code(tx: Tx, now: int) -> NewLink:
    """The console's: one use, 15 minutes. Raises NotFound where there is no root station yet."""
    root = await stations.root(tx)
    if root is None:
        raise NotFound
    return await role_link(
        tx,
        now,
        role=Role.ADMINISTRATOR,
        station_id=root.id,
        uses=1,
        expires_at=now + CONSOLE_SECONDS,
        created_by=None,
    )


async def role_link(
    tx: Tx, now: int, *, role: Role, station_id: int, uses: int, expires_at: int, created_by: int | None
) -> NewLink:
    code = new_code()
    made = await invitations.add_invitation(
        tx,
        code=code,
        purpose="role",
        role=role.value,
        station_id=station_id,
        uses=uses,
        expires_at=expires_at,
        created_by=created_by,
        now=now,
    )
    await noted(tx, now, created_by, made, {"role": role.value, "station": station_id, "uses": uses})
    return NewLink(made, ROLE_PREFIX + code, expires_at, uses)


async def join_by_invitation(desk: Desk, code: str) -> Team | Refusal:
    """The team joined, or why not: InvitationInvalid, -Expired, -Used, InvitationsPaused, AlreadyMember.

    Raises NotRegistered: the link waits until the person has joined.
    """
    found = await looked_up(desk, code, "team")
    if isinstance(found, Refusal):
        return found
    team = await teams.team(desk.tx, found.team_id or 0)
    if team.closed_at is not None:
        return InvitationInvalid()
    if desk.viewer.in_team(team.id):
        return AlreadyMember(team=team.name)
    if not await invitations.take_use(desk.tx, found.id, desk.now):
        return gone(found, desk.now)
    await teams.join(desk.tx, team_id=team.id, person_id=desk.viewer.id, now=desk.now)
    return await teams.team(desk.tx, team.id)


async def accept_role(desk: Desk, code: str) -> RoleTaken | Refusal:
    """The role held from now on, or why not, as ``join_by_invitation`` says it.

    Raises NotRegistered, RoleHeldAlready. A link whose maker may not give the role any more is worth nothing.
    """
    found = await looked_up(desk, code, "role")
    if isinstance(found, Refusal):
        return found
    role, station = Role(found.role or ""), await stations.station(desk.tx, found.station_id or 0)
    if not await still_good(desk, found, role, station):
        return InvitationInvalid()
    await roles.check_not_held(desk.tx, desk.viewer.id, role, station)
    if not await invitations.take_use(desk.tx, found.id, desk.now):
        return gone(found, desk.now)
    await roles.book(
        desk.tx,
        desk.now,
        person_id=desk.viewer.id,
        role=role,
        station=station,
        granted_by=found.created_by,
        actor_id=desk.viewer.id,
    )
    return RoleTaken(role, station, await stations.staff_title_of(desk.tx, station.id))


async def looked_up(desk: Desk, code: str, purpose: str) -> Invitation | Refusal:
    if not desk.viewer.registered:
        raise NotRegistered
    until = await wrong_tries.pause_of(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
    if until is not None:
        return InvitationsPaused(until=until)
    found = await invitations.by_code(desk.tx, code)
    if found is None or found.purpose != purpose:
        await wrong_tries.note_wrong_try(desk.tx, desk.viewer.telegram_id, WHAT, desk.now)
        return InvitationInvalid()
    return found if found.uses_left > 0 and found.expires_at > desk.now else gone(found, desk.now)


async def still_good(desk: Desk, found: Invitation, role: Role, station: Station) -> bool:
    """Whether its maker could still give the role by hand; the console always can."""
    if found.created_by is None:
        return True
    maker = await people.person(desk.tx, found.created_by)
    held = tuple(await grants.grants_of(desk.tx, maker.id))
    return may_grant(replace(desk.viewer, person=maker, grants=held, memberships=()), role, station.path)


def gone(found: Invitation, now: int) -> Refusal:
    return InvitationExpired(expired_at=found.expires_at) if found.expires_at <= now else InvitationUsed()


async def open_invitations(desk: Desk) -> list[OpenInvitation]:
    """The viewer's own links that can still be used."""
    return await invitations.open_of(desk.tx, desk.viewer.id, desk.now)


async def withdraw_invitation(desk: Desk, invitation_id: int) -> None:
    """Raises NotFound."""
    found = await invitations.invitation(desk.tx, invitation_id)
    if found is None or not may_withdraw_invitation(desk.viewer, found.created_by):
        raise NotFound
    await invitations.withdraw(desk.tx, invitation_id)
    await note(desk, "invitation_withdrawn", f"invitation:{invitation_id}")


async def noted(tx: Tx, now: int, actor_id: int | None, made: int, facts: dict[str, int | str | None]) -> None:
    await notes.note(tx, at=now, actor_id=actor_id, act="invitation_made", subject=f"invitation:{made}", facts=facts)
