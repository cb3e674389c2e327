"""Teams as staff and captains see and run them. What a newcomer or a member may do alone is in ``own_teams``."""

from bot import telling
from bot.desk import Desk, note
from bot.ground import notices
from bot.ground.notices import Told
from bot.ground.refusals import (
    NameTaken,
    NotAllowed,
    NotAMember,
    NotForManagedPeople,
    NotFound,
    TooManyCaptains,
    UnknownChoice,
)
from bot.ground.text import line
from bot.ground.viewer import STAFF, Holder, Role, Viewer
from bot.people import menus
from bot.people import role_rows as grants
from bot.stations import rows as stations
from bot.stations.rules import Station, topmost
from bot.store.transaction import Tx
from bot.teams import permissions as may
from bot.teams import rows as teams
from bot.teams.rules import CAPTAINS, KINDS, NAME_LIMIT, Member, Team, TeamCard

EVERY = 2**31
"""More than there are of anything."""


async def teams_in_sight(desk: Desk, most: int = EVERY) -> list[Team]:
    """Of the stations where the viewer is staff, and those the viewer is captain of; the first. Raises NotAllowed."""
    if not may.may_see_teams(desk.viewer):
        raise NotAllowed(needs="captain")
    tops = topmost({grant.path for grant in desk.viewer.grants if grant.role in STAFF})
    seen = [team for top in tops for team in await teams.teams_under(desk.tx, top, most=most)]
    own = [team for team in await teams.teams_of(desk.tx, desk.viewer.id) if desk.viewer.is_captain(team.id)]
    return seen + [team for team in own if team not in seen]


async def seen(desk: Desk, team_id: int) -> Team:
    """Raises NotFound, also for what is out of the viewer's reach."""
    team = await teams.team(desk.tx, team_id)
    if team.closed_at is not None or not may.may_see_team(desk.viewer, team_id, team.path):
        raise NotFound
    return team


async def team_card(desk: Desk, team_id: int) -> TeamCard:
    """Raises NotFound."""
    team = await seen(desk, team_id)
    return TeamCard(team, tuple(await teams.members(desk.tx, team_id)))


async def member(desk: Desk, team_id: int, person_id: int) -> tuple[Team, Member]:
    """Raises NotFound, NotAMember."""
    card = await team_card(desk, team_id)
    for one in card.members:
        if one.person_id == person_id:
            return card.team, one
    raise NotAMember(team=card.team.name)


def may_create_somewhere(viewer: Viewer) -> bool:
    return any(may.may_create_team(viewer, grant.path) for grant in viewer.grants)


def check_creator(viewer: Viewer) -> None:
    """Raises NotAllowed."""
    if not may_create_somewhere(viewer):
        raise NotAllowed(needs="coordinator")


async def creating_at(desk: Desk, station_id: int) -> Station:
    """Where the viewer may make a team. Raises NotFound."""
    station = await stations.station(desk.tx, station_id)
    if not may.may_create_team(desk.viewer, station.path):
        raise NotFound
    return station


async def create_team(desk: Desk, *, station_id: int, name: str, kind: str) -> int:
    """Open to the station, without a lead as yet; the new team's id.

    Raises NotFound, EmptyText, TextTooLong, NameTaken, UnknownChoice.
    """
    await creating_at(desk, station_id)
    known_kind(kind)
    called = await free_name(desk.tx, station_id, name)
    made = await teams.add_team(
        desk.tx, station_id=station_id, name=called, kind=kind, open=kind == "service", lead_id=None, now=desk.now
    )
    await noted(desk, "team_created", made)
    return made


async def changed(desk: Desk, team_id: int) -> Team:
    """Raises NotFound for a team out of reach, NotAllowed for one that may only be seen."""
    team = await seen(desk, team_id)
    if not may.may_change_team(desk.viewer, team.lead_id, team.path):
        raise NotAllowed(needs="coordinator")
    return team


async def rename_team(desk: Desk, team_id: int, name: str) -> None:
    """Raises NotFound, NotAllowed, EmptyText, TextTooLong, NameTaken."""
    team = await changed(desk, team_id)
    await teams.rename(desk.tx, team_id, await free_name(desk.tx, team.station_id, name, but=team_id))
    await noted(desk, "team_renamed", team_id)


async def set_kind(desk: Desk, team_id: int, kind: str) -> None:
    """Raises NotFound, NotAllowed, UnknownChoice."""
    await changed(desk, team_id)
    known_kind(kind)
    await teams.set_kind(desk.tx, team_id, kind)
    await noted(desk, f"team_{kind}", team_id)


async def set_open(desk: Desk, team_id: int, open: bool) -> None:
    """Whether anybody of the station may join without an invitation. Raises NotFound, NotAllowed."""
    await changed(desk, team_id)
    await teams.set_open(desk.tx, team_id, open)
    await noted(desk, "team_opened" if open else "team_by_invitation", team_id)


async def possible_leads(desk: Desk, team_id: int) -> list[Holder]:
    """The social workers of the team's station and of those above, the nearest first. Raises NotFound, NotAllowed."""
    team = await seen(desk, team_id)
    if not may.may_appoint_lead(desk.viewer, team.path):
        raise NotAllowed(needs="coordinator")
    return await grants.holders_above(desk.tx, team.path, Role.SOCIAL_WORKER)


async def appoint_lead(desk: Desk, team_id: int, person_id: int) -> None:
    """The responsible social worker, who hears of it. Raises NotFound, NotAllowed."""
    if person_id not in {holder.person_id for holder in await possible_leads(desk, team_id)}:
        raise NotFound
    await teams.set_lead(desk.tx, team_id, person_id)
    await tell(desk, notices.TeamLead(team_id), person_id, f"team:{team_id}")
    await noted(desk, "team_lead", team_id, person_id)


async def make_captain(desk: Desk, team_id: int, person_id: int) -> None:
    """Again changes nothing. Raises NotFound, NotAllowed, NotAMember, NotForManagedPeople, TooManyCaptains."""
    await changed(desk, team_id)
    _, one = await member(desk, team_id, person_id)
    if one.captain:
        return
    if one.managed:
        raise NotForManagedPeople
    await teams.hold(desk.tx, team_id)
    captains = (await team_card(desk, team_id)).captains
    if len(captains) >= CAPTAINS:
        raise TooManyCaptains(limit=CAPTAINS)
    await mark(desk, team_id, person_id, captain=True)


async def dismiss_captain(desk: Desk, team_id: int, person_id: int) -> None:
    """Stays a member; again changes nothing. Raises NotFound, NotAllowed, NotAMember."""
    await changed(desk, team_id)
    _, one = await member(desk, team_id, person_id)
    if one.captain:
        await mark(desk, team_id, person_id, captain=False)


async def mark(desk: Desk, team_id: int, person_id: int, *, captain: bool) -> None:
    made = notices.CaptainMade if captain else notices.CaptainDismissed
    await teams.mark_captain(desk.tx, team_id, person_id, captain)
    await menus.refresh(desk.tx, person_id, desk.now)
    await tell(desk, made(team_id), person_id, f"team:{team_id}")
    await noted(desk, made.kind, team_id, person_id)


async def take_out(desk: Desk, team_id: int, person_id: int) -> None:
    """Sign-ups and hours stay as they are. Raises NotFound, NotAllowed, NotAMember."""
    team = await changed(desk, team_id)
    if not await teams.take_out(desk.tx, team_id=team_id, person_id=person_id, now=desk.now):
        raise NotAMember(team=team.name)
    await menus.refresh(desk.tx, person_id, desk.now)
    await noted(desk, "member_taken_out", team_id, person_id)


async def free_name(tx: Tx, station_id: int, name: str, *, but: int = 0) -> str:
    called = line("team", name, NAME_LIMIT)
    if await teams.name_taken(tx, station_id=station_id, name=called, but=but):
        raise NameTaken(name=called)
    return called


def known_kind(kind: str) -> None:
    """Raises UnknownChoice."""
    if kind not in KINDS:
        raise UnknownChoice(field="team_kind", value="", choices=KINDS)


async def noted(desk: Desk, act: str, team_id: int, person_id: int | None = None) -> None:
    facts = {"person": person_id} if person_id else {}
    await note(desk, act, f"team:{team_id}", **facts)


async def tell(desk: Desk, told: Told, person_id: int, subject: str) -> None:
    """Nobody is told of what they do themselves."""
    if person_id != desk.viewer.id:
        key = f"{told.kind}:{subject}:{person_id}:{desk.now}"
        await telling.tell(desk.tx, told, person_id, key=key, subject=subject, now=desk.now)
