"""A team belongs to one station. Its captains are members with a mark, never more than three."""

from bot.ground.frozen import Frozen

KINDS = ("service", "group")
CAPTAINS = 3
NAME_LIMIT = 60  # code points


class Team(Frozen):
    id: int
    station_id: int
    path: str  # the station's
    station: str  # its name
    zone: str  # the station's
    name: str
    kind: str
    open: bool  # anybody of the station may join without an invitation
    lead_id: int | None  # the responsible social worker
    lead: str | None  # and the name
    chat_id: int | None
    closed_at: int | None


class Member(Frozen):
    person_id: int
    name: str
    captain: bool
    managed: bool
    joined_at: int


class WayIn(Frozen):
    """For whom an activity is, and the open teams whose members it takes."""

    audience: str
    teams: tuple[Team, ...]


class TeamCard(Frozen):
    """One team and who is in it, captains first."""

    team: Team
    members: tuple[Member, ...]

    @property
    def captains(self) -> tuple[Member, ...]:
        return tuple(member for member in self.members if member.captain)
