"""Fault 66: nobody under 18 gets a place without a guardian's word, nobody under 14 without a companion."""

from datetime import date

import pytest

from bot.ground.frozen import replace
from bot.ground.refusals import AgeBandMissing, CompanionMissing, ConsentExpired, NoGuardianConsent, Refusal, TooYoung
from bot.ground.times import DAY
from bot.ground.viewer import Person
from bot.people.ages import check_age, must_ask_age
from bot.people.consent.rules import GuardianConsent, check_consent, last_day_of

NOW = 1_795_312_800  # Sunday 22 November 2026, 10:00 in Shanghai
ZONE = "Asia/Shanghai"
KIT = Person(5, 50, "active", "Kit", None, "en", "14_17", NOW - DAY, None, None, None)
GIVEN = GuardianConsent(1, 5, "chat", 6, date(2026, 11, 1), date(2027, 10, 31), companion=False)
RUN_OUT = replace(GIVEN, given_on=date(2025, 11, 24), valid_until=date(2026, 11, 23))
MIDNIGHT = 1_795_449_600  # where 23 November ends in Shanghai


def refusal(person: Person, consent: GuardianConsent | None, at: int = NOW + 2 * DAY) -> Refusal | None:
    try:
        check_consent(person, consent, at=at, zone=ZONE, now=NOW)
    except Refusal as no:
        return no
    return None


@pytest.mark.parametrize(
    ("band", "band_at", "consent", "expected"),
    [
        pytest.param("adult", NOW, None, None, id="adult"),
        pytest.param("60_up", NOW - 900 * DAY, None, None, id="senior, asked long ago"),
        pytest.param(None, None, None, AgeBandMissing(), id="never asked"),
        pytest.param("minor", NOW, None, NoGuardianConsent(), id="under 18 without consent"),
        pytest.param("14_17", NOW, None, NoGuardianConsent(), id="14 to 17 without consent"),
        pytest.param("under_14", NOW, None, NoGuardianConsent(), id="under 14 without consent"),
        pytest.param("minor", NOW, GIVEN, AgeBandMissing(), id="under 18, exact band not asked"),
        pytest.param("14_17", NOW - DAY, GIVEN, None, id="14 to 17 with consent"),
        pytest.param("14_17", NOW - 365 * DAY, GIVEN, AgeBandMissing(), id="14 to 17, asked a year ago"),
        pytest.param("14_17", NOW - 364 * DAY, GIVEN, None, id="14 to 17, asked nearly a year ago"),
        pytest.param("under_14", NOW, GIVEN, CompanionMissing(), id="under 14 without a companion"),
        pytest.param("under_14", NOW, replace(GIVEN, companion=True), None, id="under 14 with a companion"),
        pytest.param("14_17", NOW, RUN_OUT, ConsentExpired(expired_at=MIDNIGHT), id="runs out before the day"),
    ],
)
def test_place_needs_consent(
    band: str | None, band_at: int | None, consent: GuardianConsent | None, expected: Refusal | None
) -> None:
    assert refusal(replace(KIT, age_band=band, age_band_at=band_at), consent) == expected


def test_consent_holds_on_its_last_day() -> None:
    assert refusal(KIT, RUN_OUT, MIDNIGHT - 1) is None
    assert refusal(KIT, RUN_OUT, MIDNIGHT) == ConsentExpired(expired_at=MIDNIGHT)


@pytest.mark.parametrize(
    ("given_on", "last"),
    [
        pytest.param(date(2026, 11, 22), date(2027, 11, 21), id="twelve months"),
        pytest.param(date(2027, 3, 1), date(2028, 2, 29), id="into a leap year"),
        pytest.param(date(2028, 2, 29), date(2029, 2, 28), id="leap day"),
        pytest.param(date(2026, 1, 1), date(2026, 12, 31), id="new year"),
    ],
)
def test_consent_holds_twelve_months(given_on: date, last: date) -> None:
    assert last_day_of(given_on) == last


@pytest.mark.parametrize(
    ("given_on", "months", "last"),
    [
        pytest.param(date(2026, 11, 22), 6, date(2027, 5, 21), id="half a year"),
        pytest.param(date(2026, 8, 31), 6, date(2027, 2, 28), id="to a month that is too short"),
        pytest.param(date(2026, 11, 1), 1, date(2026, 11, 30), id="the first"),
        pytest.param(date(2026, 11, 22), 60, date(2031, 11, 21), id="five years"),
    ],
)
def test_consent_holds_as_long_as_the_station_says(given_on: date, months: int, last: date) -> None:
    assert last_day_of(given_on, months) == last


@pytest.mark.parametrize(
    ("band", "minimum", "expected"),
    [
        pytest.param(None, None, None, id="no age asked for"),
        pytest.param(None, 16, AgeBandMissing(), id="band unknown"),
        pytest.param("minor", 18, TooYoung(minimum_age=18), id="under 18 for adults"),
        pytest.param("minor", 14, AgeBandMissing(), id="under 18, maybe old enough"),
        pytest.param("under_14", 14, TooYoung(minimum_age=14), id="under 14 for 14"),
        pytest.param("14_17", 14, None, id="14 to 17 for 14"),
        pytest.param("14_17", 16, None, id="14 to 17 for 16: the lead decides"),
        pytest.param("14_17", 18, TooYoung(minimum_age=18), id="14 to 17 for adults"),
        pytest.param("adult", 18, None, id="adult for adults"),
    ],
)
def test_age_is_compared_by_band(band: str | None, minimum: int | None, expected: Refusal | None) -> None:
    try:
        check_age(replace(KIT, age_band=band), minimum)
        refused = None
    except Refusal as no:
        refused = no
    assert refused == expected


@pytest.mark.parametrize(
    ("band", "asked_at", "asked"),
    [
        (None, NOW, True),
        ("minor", NOW, True),
        ("14_17", NOW - 365 * DAY, True),
        ("14_17", NOW - 365 * DAY + 1, False),
        ("14_17", None, True),
        ("under_14", NOW - 900 * DAY, False),
        ("adult", NOW - 900 * DAY, False),
    ],
    ids=["never", "roughly", "a year ago", "a second less", "nobody knows when", "under 14", "grown up"],
)
def test_age_is_asked(band: str | None, asked_at: int | None, asked: bool) -> None:
    assert must_ask_age(replace(KIT, age_band=band, age_band_at=asked_at), NOW) is asked
