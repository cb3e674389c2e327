"""What staff and captains see of people: already cut down to what the viewer may know."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.viewer import Person, Role
from bot.people.ages import AgeBand, is_minor
from bot.people.consent.rules import GuardianConsent
from bot.people.permissions import Ties
from bot.teams.rules import Team


class Found(Frozen):
    id: int
    name: str
    team: str | None  # the one they joined first
    managed: bool
    unreachable: bool


class HeldRole(Frozen):
    id: int
    role: Role
    station_id: int
    path: str
    station: str
    title: str
    """What the station calls its staff."""


class Details(Frozen):
    volunteer_number: str | None
    has_phone: bool
    managed_by: str | None


class Page(Frozen):
    """What a search found; ``text`` as it was looked for."""

    text: str
    people: tuple[Found, ...]
    offset: int
    more: bool
    pages: int | None


class PersonCard(Frozen):
    """One person, as far as this viewer may know."""

    person: Person
    ties: Ties
    details: Details
    teams: tuple[Team, ...]
    roles: tuple[HeldRole, ...]
    trainings: tuple[str, ...]
    consent: GuardianConsent | None  # of a minor only
    today: date

    @property
    def minor(self) -> bool:
        return is_minor(self.person)

    @property
    def alone(self) -> bool:
        """Under 14 with a guardian's word that holds, but nobody is named who comes along."""
        stands = self.consent is not None and self.consent.valid_until >= self.today and not self.consent.companion
        return stands and self.person.age_band == AgeBand.UNDER_14


class Withdrawn(Frozen):
    """What the person led, and others lead from now on."""

    person_id: int
    role: Role
    station: str
    title: str
    teams: tuple[str, ...]
    activities: tuple[str, ...]
