"""Links. A code is shown once; what is kept of it is a fingerprint, so nothing here can open a door."""

from bot.ground.frozen import Frozen
from bot.ground.viewer import Role
from bot.stations.rules import Station


class Invitation(Frozen):
    id: int
    purpose: str  # role, team, guardian, link
    role: str | None
    station_id: int | None
    team_id: int | None
    person_id: int | None
    uses_left: int
    expires_at: int
    created_by: int | None  # None: the console


class OpenInvitation(Frozen):
    """One that can still be used, with the names that go with it."""

    invitation: Invitation
    team: str | None
    station: str | None
    title: str = ""


class NewLink(Frozen):
    """Shown once: ``payload`` goes behind ``?start=``."""

    id: int
    payload: str
    expires_at: int
    uses: int


class RoleTaken(Frozen):
    role: Role
    station: Station
    title: str
