"""How old people say they are. Telegram tells nobody's age: they say a band, first only "18 or over" or "under 18", the
exact one when it is needed.
"""

from enum import StrEnum
from typing import Literal, get_args

from bot.ground.refusals import (
    AgeBandMissing,
    MinorOnRecord,
    TooYoung,
)
from bot.ground.times import DAY
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


ASKED_AGAIN_AFTER = 365 * DAY


def is_minor(person: Person) -> bool:
    """Under 18, as far as is known."""
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


def tellable(person: Person, now: int) -> tuple[AgeBand, ...]:
    """What somebody is offered to say of their own age; who said to be under 18 is offered no adult's group."""
    return tuple(band for band in EXACT if may_tell(person, band, now))


def may_tell(person: Person, band: AgeBand, now: int) -> bool:
    try:
        check_told_age(person, band, now)
    except MinorOnRecord:
        return False
    return True


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
