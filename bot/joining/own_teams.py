"""Teams from the volunteer's side: joining an open one, leaving, and which one is meant where nothing else is said."""

from bot.activities import rows as activities
from bot.activities.rules import Activity, ActivityState, Audience
from bot.desk import Desk
from bot.ground.refusals import AlreadyMember, NotFound, NoWayIn
from bot.ground.viewer import Viewer
from bot.members import profile_rows as profiles
from bot.people import menus
from bot.people import rows as people
from bot.stations import rows as stations
from bot.teams import rows as teams
from bot.teams.permissions import may_join
from bot.teams.rules import Team, WayIn

EVERY = 2**31
"""More than there are of anything."""


async def open_teams(desk: Desk, most: int = EVERY) -> list[Team]:
    """Those this person could join, in the order of the tree; the first of them."""
    root = await stations.root(desk.tx)
    found = await teams.open_under(desk.tx, root.path, desk.viewer.id, most=most) if root else []
    return joinable(desk.viewer, found)


def joinable(viewer: Viewer, found: list[Team]) -> list[Team]:
    return [team for team in found if may_join(viewer, team) and not viewer.in_team(team.id)]


async def first_teams(desk: Desk, most: int = EVERY) -> list[Team]:
    """What to offer somebody who would otherwise hear of hardly anything; none for everybody else."""
    return await open_teams(desk, most) if desk.viewer.alone else []


async def teams_letting_in(desk: Desk, activity: Activity, most: int = 1) -> list[Team]:
    """The open teams whose members are in the activity's audience."""
    if activity.audience == Audience.STATION:
        return joinable(desk.viewer, await teams.open_under(desk.tx, activity.station_path, desk.viewer.id, most=most))
    if activity.audience == Audience.TEAM and activity.team_id is not None:
        return joinable(desk.viewer, [await teams.team(desk.tx, activity.team_id)])
    return []


async def way_in(desk: Desk, shift_id: int, most: int = EVERY) -> WayIn:
    """For somebody with the link of a coming shift who is not in its audience. Raises NoWayIn."""
    shift = await activities.get_shift(desk.tx, shift_id)
    if (
        shift is None
        or shift.ends_at <= desk.now
        or shift.state not in {ActivityState.PUBLISHED, ActivityState.ON_HOLD}
    ):
        raise NoWayIn
    found = await teams_letting_in(desk, shift.activity, most)
    if not found:
        raise NoWayIn
    return WayIn(audience_name(shift.activity), tuple(found))


def audience_name(activity: Activity) -> str:
    of_team = activity.audience == Audience.TEAM and activity.team_name
    return of_team or activity.station_name


async def join_open_team(desk: Desk, team_id: int) -> Team:
    """The first team becomes the home team. Raises NotFound, AlreadyMember."""
    team = await teams.team(desk.tx, team_id)
    if not may_join(desk.viewer, team):
        raise NotFound
    if not await teams.add_membership(desk.tx, team_id=team.id, person_id=desk.viewer.id, now=desk.now):
        raise AlreadyMember(team=team.name)
    person = await people.person(desk.tx, desk.viewer.id)
    if person.home_team_id is None:
        await profiles.set_home_team(desk.tx, desk.viewer.id, team.id)
    return team


async def own_team(desk: Desk, team_id: int) -> Team:
    """Raises NotFound."""
    if not desk.viewer.in_team(team_id):
        raise NotFound
    return await teams.team(desk.tx, team_id)


async def leave_team(desk: Desk, team_id: int) -> Team:
    """Hours stay with the team. Raises NotFound."""
    team = await own_team(desk, team_id)
    await profiles.leave_team(desk.tx, desk.viewer.id, team_id, desk.now)
    if desk.viewer.is_captain(team_id):
        await menus.refresh(desk.tx, desk.viewer.id, desk.now)
    return team


async def make_home(desk: Desk, team_id: int) -> Team:
    """Raises NotFound."""
    team = await own_team(desk, team_id)
    await profiles.set_home_team(desk.tx, desk.viewer.id, team_id)
    return team
