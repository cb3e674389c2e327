"""Who is who. A viewer is a person as of one moment, with the roles and teams that this person acts by."""

from enum import StrEnum
from typing import Literal, get_args

from bot.ground.frozen import Frozen

Language = Literal["zh_Hans", "zh_Hant", "en"]
LANGUAGES: tuple[Language, ...] = get_args(Language)
"""Each has a catalogue."""


class Role(StrEnum):
    """Granted on a station, good for the tree below it. Volunteer and captain are not granted: see membership."""

    SOCIAL_WORKER = "social_worker"
    COORDINATOR = "coordinator"
    ADMINISTRATOR = "administrator"


class Person(Frozen):
    id: int  # 0: not known yet
    telegram_id: int | None
    state: str  # new, active, managed, erased
    name: str
    language: Language | None  # chosen; None follows the client
    client_language: str
    age_band: str | None
    age_band_at: int | None
    home_team_id: int | None
    managed_by_id: int | None
    unreachable_at: int | None

    @property
    def registered(self) -> bool:
        return self.state == "active"


class Grant(Frozen):
    role: Role
    station_id: int
    path: str  # the station's, as '/1/4/'


class Membership(Frozen):
    team_id: int
    station_id: int
    path: str  # the station's
    captain: bool


class Viewer(Frozen):
    """Who acts, as checked for this update. Unknown people have ``person.id == 0`` and no roles."""

    person: Person
    telegram_id: int
    language: Language
    zone: str
    grants: tuple[Grant, ...] = ()
    memberships: tuple[Membership, ...] = ()

    @property
    def id(self) -> int:
        return self.person.id

    @property
    def registered(self) -> bool:
        return self.person.registered

    def has(self, *roles: Role) -> bool:
        """Any of the roles, anywhere. Who has left holds none."""
        return self.registered and any(grant.role in roles for grant in self.grants)

    def holds(self, path: str, *roles: Role) -> bool:
        """Any of the roles on the station with this path, or on one above it. Who has left holds none."""
        return self.registered and any(grant.role in roles and path.startswith(grant.path) for grant in self.grants)

    @property
    def alone(self) -> bool:
        """In no team and without a role: hears only of what is for everyone."""
        return self.registered and not self.memberships and not self.grants

    def in_team(self, team_id: int | None) -> bool:
        return any(membership.team_id == team_id for membership in self.memberships)

    def is_captain(self, team_id: int | None = None) -> bool:
        """Captain of this team, or of any."""
        return self.registered and any(m.captain and team_id in {None, m.team_id} for m in self.memberships)


def known_language(code: str | None) -> Language | None:
    """The language of this code; None for what has no catalogue, an older program's or somebody's own idea."""
    return next((language for language in LANGUAGES if language == code), None)


def reading_language(client_language: str | None) -> Language:
    """zh-hant*, zh-tw, zh-hk and zh-mo read Traditional, any other zh Simplified, everybody else English."""
    code = (client_language or "").lower().replace("_", "-")
    if code.startswith(("zh-hant", "zh-tw", "zh-hk", "zh-mo")):
        return "zh_Hant"
    return "zh_Hans" if code.startswith("zh") else "en"


STAFF = (Role.SOCIAL_WORKER, Role.COORDINATOR, Role.ADMINISTRATOR)


OFFICE = (Role.COORDINATOR, Role.ADMINISTRATOR)


class Holder(Frozen):
    """Somebody who holds a role on a station or above it."""

    person_id: int
    name: str
    path: str  # of the station it is held on
