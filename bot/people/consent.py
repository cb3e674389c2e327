"""Under 18 there is no confirmed sign-up without a guardian's consent, and under 14 none without a named companion.

Telegram tells nobody's age: people say a band, first only "18 or over" or "under 18", the exact one when it is needed.
"""

from calendar import monthrange
from datetime import date, timedelta
from enum import StrEnum
from typing import Literal, get_args

from bot.ground.frozen import Frozen
from bot.ground.refusals import (
    AgeBandMissing,
    CompanionMissing,
    ConsentExpired,
    MinorOnRecord,
    NoGuardianConsent,
    TooYoung,
)
from bot.ground.times import DAY, day_bounds, local_day, zone_named
from bot.ground.viewer import Person


class AgeBand(StrEnum):
    MINOR = "minor"  # under 18; which band was not asked yet
    UNDER_14 = "under_14"
    TEEN = "14_17"
    ADULT = "adult"  # 18 or over; which band was not asked yet
    MIDDLE = "18_59"
    SENIOR = "60_up"


ExactMinor = Literal[AgeBand.UNDER_14, AgeBand.TEEN]
MINORS = frozenset({AgeBand.MINOR, AgeBand.UNDER_14, AgeBand.TEEN})
EXACT_MINORS: tuple[ExactMinor, ...] = get_args(ExactMinor)
EXACT = (AgeBand.UNDER_14, AgeBand.TEEN, AgeBand.MIDDLE, AgeBand.SENIOR)
OLDEST = {AgeBand.UNDER_14: 13, AgeBand.TEEN: 17, AgeBand.MINOR: 17}
CONSENT_MISSING = (NoGuardianConsent, ConsentExpired, CompanionMissing)
"""What a guardian's word puts right."""
ASKED_AGAIN_AFTER = 365 * DAY


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


def is_minor(person: Person) -> bool:
    return person.age_band in MINORS


def must_ask_age(person: Person, now: int) -> bool:
    """Never asked, asked only roughly for someone under 18, or 14–17 and asked more than a year ago."""
    if person.age_band in {None, AgeBand.MINOR}:
        return True
    return person.age_band == AgeBand.TEEN and (person.age_band_at or 0) + ASKED_AGAIN_AFTER <= now


def check_told_age(person: Person, band: AgeBand, now: int) -> None:
    """What people say of themselves: no minor grows up between two taps, only when the yearly question is due.

    Raises MinorOnRecord.
    """
    if person.age_band == AgeBand.UNDER_14 and band is not AgeBand.UNDER_14:
        raise MinorOnRecord(age=14)
    asked_again = person.age_band == AgeBand.TEEN and must_ask_age(person, now)
    if is_minor(person) and band not in MINORS and not asked_again:
        raise MinorOnRecord(age=18)


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


def check_age(person: Person, minimum_age: int | None) -> None:
    """Where an activity asks for an age. A band that may or may not reach it is let through: the lead sees the band.

    Raises AgeBandMissing, TooYoung.
    """
    if minimum_age is None or minimum_age <= 0:
        return
    if person.age_band is None:
        raise AgeBandMissing
    band = AgeBand(person.age_band)
    if minimum_age > OLDEST.get(band, minimum_age):
        raise TooYoung(minimum_age=minimum_age)
    if band is AgeBand.MINOR:
        raise AgeBandMissing


class Ward(Frozen):
    """For whom a guardian's word stands."""

    child_id: int
    name: str
