"""What people say of their age, who stays a minor, and the last days that are not like the others."""

from datetime import date

import pytest

from bot.ground.frozen import replace
from bot.ground.refusals import AgeBandMissing, MinorOnRecord, Refusal, TooYoung
from bot.ground.times import DAY
from bot.members.shown import Details, PersonCard
from bot.people.ages import AgeBand, check_age, check_told_age, is_minor
from bot.people.consent.rules import last_day_of
from bot.people.permissions import Ties
from tests.people.test_consent import GIVEN, KIT, NOW

JUST, LONG_AGO = NOW - DAY, NOW - 365 * DAY
MINORS = {AgeBand.MINOR, AgeBand.UNDER_14, AgeBand.TEEN}
TIES = Ties(5, frozenset(), frozenset(), managed=False)
CARD = PersonCard(KIT, TIES, Details(None, False, None), (), (), (), None, date(2026, 11, 22))


def allowed(was: AgeBand | None, asked_at: int) -> set[AgeBand]:
    if was is AgeBand.UNDER_14:
        return {AgeBand.UNDER_14}
    if was is AgeBand.MINOR or (was is AgeBand.TEEN and asked_at == JUST):
        return MINORS
    return set(AgeBand)


@pytest.mark.parametrize("said", list(AgeBand))
@pytest.mark.parametrize("asked_at", [JUST, LONG_AGO, LONG_AGO + 1])
@pytest.mark.parametrize("was", [None, *AgeBand])
def test_no_minor_grows_up_between_two_taps(was: AgeBand | None, asked_at: int, said: AgeBand) -> None:
    person = replace(KIT, age_band=was, age_band_at=asked_at)
    expected = MinorOnRecord(age=14 if was is AgeBand.UNDER_14 else 18)
    try:
        check_told_age(person, said, NOW)
        refused: Refusal | None = None
    except MinorOnRecord as refusal:
        refused = refusal
    assert refused == (None if said in allowed(was, LONG_AGO if asked_at == LONG_AGO else JUST) else expected)


@pytest.mark.parametrize("band", [None, *AgeBand])
def test_minors_are_the_bands_under_eighteen(band: AgeBand | None) -> None:
    assert is_minor(replace(KIT, age_band=band)) is (band in MINORS)


@pytest.mark.parametrize(
    ("band", "minimum", "expected"),
    [
        (None, 0, None),
        (None, 1, AgeBandMissing()),
        ("under_14", 13, None),
        ("under_14", 14, TooYoung(minimum_age=14)),
        ("14_17", 17, None),
        ("14_17", 18, TooYoung(minimum_age=18)),
        ("minor", 17, AgeBandMissing()),
        ("minor", 18, TooYoung(minimum_age=18)),
        ("60_up", 99, None),
    ],
)
def test_age_reaches_the_minimum_or_may(band: str | None, minimum: int, expected: Refusal | None) -> None:
    try:
        check_age(replace(KIT, age_band=band), minimum)
        refused = None
    except Refusal as refusal:
        refused = refusal
    assert refused == expected


@pytest.mark.parametrize(
    ("given_on", "months", "last"),
    [
        (date(2026, 11, 30), 12, date(2027, 11, 29)),
        (date(2026, 10, 31), 1, date(2026, 11, 30)),
        (date(2026, 10, 30), 1, date(2026, 11, 29)),
        (date(2026, 11, 30), 1, date(2026, 12, 29)),
        (date(2026, 11, 1), 2, date(2026, 12, 31)),
        (date(2026, 12, 31), 2, date(2027, 2, 28)),
    ],
)
def test_last_day_is_the_day_before_or_the_last_of_a_short_month(given_on: date, months: int, last: date) -> None:
    assert last_day_of(given_on, months) == last


@pytest.mark.parametrize(
    ("band", "until", "companion", "alone"),
    [
        ("under_14", date(2026, 11, 22), False, True),
        ("under_14", date(2026, 11, 23), False, True),
        ("under_14", date(2026, 11, 21), False, False),
        ("under_14", date(2026, 11, 22), True, False),
        ("14_17", date(2026, 11, 22), False, False),
        ("under_14", None, False, False),
    ],
    ids=["last day", "holds", "ran out", "somebody comes along", "older", "no word"],
)
def test_alone_is_who_needs_a_companion_and_has_none(
    band: str, until: date | None, companion: bool, alone: bool
) -> None:
    consent = None if until is None else replace(GIVEN, valid_until=until, companion=companion)
    card = replace(CARD, person=replace(KIT, age_band=band), consent=consent)

    assert card.alone is alone
    assert card.minor
