"""Under 18 there is no confirmed sign-up without a guardian's consent, and under 14 none without a named companion."""

from calendar import monthrange
from datetime import date, timedelta

from bot.ground.frozen import Frozen
from bot.ground.refusals import (
    AgeBandMissing,
    CompanionMissing,
    ConsentExpired,
    NoGuardianConsent,
)
from bot.ground.times import day_bounds, local_day, zone_named
from bot.ground.viewer import Person
from bot.people.ages import AgeBand, is_minor, must_ask_age

CONSENT_MISSING = (NoGuardianConsent, ConsentExpired, CompanionMissing)
"""What a guardian's word puts right."""


class GuardianConsent(Frozen):
    """``companion``: somebody is named who comes along; who, stays encrypted."""

    id: int
    person_id: int
    way: str  # chat, paper
    guardian_id: int | None
    given_on: date
    valid_until: date  # the last day it holds
    companion: bool


def last_day_of(given_on: date, months: int = 12) -> date:
    """The day before the same day so many months later; where that month is too short, its last day."""
    year, month = divmod(given_on.year * 12 + given_on.month - 1 + months, 12)
    longest = monthrange(year, month + 1)[1]
    if given_on.day > longest:
        return date(year, month + 1, longest)
    return date(year, month + 1, given_on.day) - timedelta(days=1)


def check_consent(person: Person, consent: GuardianConsent | None, *, at: int, zone: str, now: int) -> None:
    """Whether this person may hold a place in something that begins ``at``, as far as consent goes.

    Raises NoGuardianConsent, ConsentExpired, AgeBandMissing, CompanionMissing.
    """
    if person.age_band is None:
        raise AgeBandMissing
    if not is_minor(person):
        return
    if consent is None:
        raise NoGuardianConsent
    place = zone_named(zone)
    if consent.valid_until < local_day(place, at):
        raise ConsentExpired(expired_at=day_bounds(place, consent.valid_until, consent.valid_until).ends_at)
    if must_ask_age(person, now):
        raise AgeBandMissing
    if person.age_band == AgeBand.UNDER_14 and not consent.companion:
        raise CompanionMissing


class Ward(Frozen):
    """For whom a guardian's word stands."""

    child_id: int
    name: str
