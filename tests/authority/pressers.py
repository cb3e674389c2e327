"""Who presses in the matrix of acts: each role above, on, beside and below the street /1/2/, and all others."""

from bot.activities.rules import Activity, ActivityState, Audience
from bot.ground.frozen import replace
from bot.ground.viewer import Grant, Membership, Person, Role, Viewer
from bot.messages.passing_on_rules import Passed
from bot.people.permissions import Ties
from bot.rosters.rules import Roster, RosterState
from bot.teams.rules import Team
from tests.helpers.town import ZONE

CITY, HERE, BESIDE, BELOW = "/1/", "/1/2/", "/1/3/", "/1/2/4/"
PLACES = {"city": CITY, "here": HERE, "beside": BESIDE, "below": BELOW}
CODES = {"sw": Role.SOCIAL_WORKER, "co": Role.COORDINATOR, "ad": Role.ADMINISTRATOR}
TEAM, OTHER_TEAM = 20, 30
LEAD, HELPER, TARGET, CAPTAIN = 71, 72, 73, 74


def person(id: int, state: str = "active", age_band: str = "adult", managed_by: int | None = None) -> Person:
    return Person(id, 5000 + id, state, "X", None, "en", age_band, 0, None, managed_by, None)


def viewer(
    id: int, grants: tuple[Grant, ...] = (), memberships: tuple[Membership, ...] = (), state: str = "active"
) -> Viewer:
    return Viewer(person(id, state), 5000 + id, "en", ZONE, grants, memberships)


def station_id(path: str) -> int:
    return int(path.strip("/").split("/")[-1])


def holding(id: int, role: Role, path: str, state: str = "active") -> Viewer:
    return viewer(id, (Grant(role, station_id(path), path),), state=state)


def in_team(team_id: int, path: str, *, captain: bool = False) -> tuple[Membership, ...]:
    return (Membership(team_id, station_id(path), path, captain),)


ACTORS: dict[str, Viewer] = {
    **{
        f"{code}_{place}": holding(100 + 10 * i + j, role, path)
        for i, (code, role) in enumerate(CODES.items())
        for j, (place, path) in enumerate(PLACES.items())
    },
    "stranger": viewer(0, state="new"),
    "erased": holding(61, Role.ADMINISTRATOR, CITY, state="erased"),
    "volunteer": viewer(62, memberships=in_team(TEAM, HERE)),
    "neighbour": viewer(63, memberships=in_team(25, HERE)),
    "outsider": viewer(64, memberships=in_team(OTHER_TEAM, BESIDE)),
    "captain": viewer(CAPTAIN, memberships=in_team(TEAM, HERE, captain=True)),
    "other_captain": viewer(65, memberships=in_team(OTHER_TEAM, BESIDE, captain=True)),
    "lead": holding(LEAD, Role.SOCIAL_WORKER, HERE),
    "helper": viewer(HELPER, memberships=in_team(OTHER_TEAM, BESIDE)),
    "target": viewer(TARGET, memberships=in_team(TEAM, HERE)),
}
EX_LEAD = {**ACTORS, "lead": viewer(LEAD)}
"""The same people, but the one named as lead is staff no longer."""

REGISTERED = set(ACTORS) - {"stranger", "erased"}
SW_UP = {"sw_city", "sw_here", "lead"}
CO_UP, AD_UP = {"co_city", "co_here"}, {"ad_city", "ad_here"}
OFFICE_UP = CO_UP | AD_UP
STAFF_UP = SW_UP | OFFICE_UP
OFFICE_ANY = {name for name in ACTORS if name[:2] in {"co", "ad"} and "_" in name}
STAFF_ANY = OFFICE_ANY | {name for name in ACTORS if name.startswith("sw_")} | {"lead"}
CAPTAINS = {"captain", "other_captain"}
MEMBERS = {"volunteer", "captain", "target"}

TIES = Ties(TARGET, frozenset({HERE}), frozenset({TEAM}), managed=False)
MANAGED = replace(TIES, managed=True)
THE_TEAM = Team(TEAM, 2, HERE, "Here", ZONE, "Team", "service", True, LEAD, "Lead", None, None)
ACTIVITY = Activity(
    id=1,
    station_id=2,
    station_path=HERE,
    station_name="Here",
    zone=ZONE,
    team_id=TEAM,
    team_name="Team",
    lead_id=LEAD,
    lead_name="Lead",
    title="Visit",
    kind="elderly",
    place="Home",
    meet_place="Gate",
    contact="Lead",
    outdoor=False,
    risk="None",
    audience=Audience.TEAM,
    state=ActivityState.PUBLISHED,
    cancel_reason=None,
    cancel_text=None,
    decide_at=None,
    revision=0,
    created_at=0,
    published_at=0,
    shifts=1,
)
HELPERS = {HELPER}
TARGET_PERSON = person(TARGET, age_band="14_17", managed_by=CAPTAIN)
TARGET_TEAMS = in_team(TEAM, HERE)
LIST = Roster(1, LEAD, None, RosterState.READY, None, "", "", "", 1, None, 0, None, None)
PASSED = Passed(1, TARGET, 5, 5, LEAD, "passed")
