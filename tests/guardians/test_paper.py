from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    CompanionMissing,
    ConsentExpired,
    EmptyText,
    InTheFuture,
    NotFound,
    Refusal,
    UnknownChoice,
)
from bot.guardians import paper as paper_consent
from bot.members import acts as people
from bot.members import profile_rows as profiles
from bot.members import trainings
from bot.people import rows
from bot.people.consent.rules import GuardianConsent
from bot.stations import rows as stations
from bot.store.database import Database
from bot.store.statements import read_statement
from bot.store.transaction import Tx
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, Town, build_town

TODAY = date(2026, 11, 22)
NAMES = read_statement(
    "the names on a form", "SELECT guardian_name, companion_name FROM guardian_consent WHERE person_id = :person_id"
)


async def recorded(tx: Tx, town: Town, who: str = "chan", **other: object) -> date:
    given = {
        "person_id": town.people["anna"],
        "age_band": "14_17",
        "given_on": TODAY,
        "guardian": "Mother Zhang",
        "companion": None,
    }
    return await paper_consent.record_consent(Seated(tx, await town.viewer(who), NOW), **{**given, **other})  # type: ignore[arg-type]  # a test's shorthand


async def test_paper_consent_holds_for_a_year(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        until = await recorded(tx, town, age_band="under_14", companion="Uncle Bo")
        card = await people.person_card(Seated(tx, await town.viewer("chan"), NOW), anna)
        notes = [(note.act, note.facts) for note in await notes_about(tx, f"person:{anna}")]

    assert until == date(2027, 11, 21)
    assert card.person.age_band == "under_14"
    assert card.consent is not None
    assert card.consent == GuardianConsent(
        id=card.consent.id,
        person_id=anna,
        way="paper",
        guardian_id=None,
        given_on=TODAY,
        valid_until=until,
        companion=True,
    )
    assert notes == [("consent_recorded", {"given_on": "2026-11-22"})]


async def test_paper_consent_holds_as_long_as_the_station_sets(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        futian = town.stations["futian"]
        await stations.set_setting(tx, station_id=futian, key="paper_consent_months", value="6", set_by=None, now=NOW)
        until = await recorded(tx, town)
        card = await people.person_card(Seated(tx, await town.viewer("chan"), NOW), town.people["anna"])
        with pytest.raises(ConsentExpired):
            await recorded(tx, town, given_on=date(2026, 5, 1))

    assert until == date(2027, 5, 21)
    assert card.consent is not None
    assert card.consent.valid_until == until


async def test_consent_is_recorded_without_a_data_key_but_no_name(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await recorded(tx, town, age_band="under_14", companion="Uncle Bo")
        card = await people.person_card(Seated(tx, await town.viewer("chan"), NOW), town.people["anna"])
        (row,) = await tx.rows(NAMES, person_id=town.people["anna"])
    assert card.consent is not None
    assert card.consent.companion is True
    assert tuple(row) == ("", "")


async def test_an_age_that_is_known_stays_as_old_as_it_is(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        await profiles.set_age_band(tx, anna, "14_17", NOW - 1)
        await recorded(tx, town)
        kept = (await rows.person(tx, anna)).age_band_at
        await recorded(tx, town, age_band="under_14", companion="Uncle Bo")
        new = (await rows.person(tx, anna)).age_band_at

    assert (kept, new) == (NOW - 1, NOW)


@pytest.mark.parametrize(
    ("who", "change", "refusal"),
    [
        pytest.param("chan", {"given_on": date(2026, 11, 23)}, InTheFuture, id="tomorrow"),
        pytest.param("chan", {"given_on": date(2025, 11, 22)}, ConsentExpired, id="a year ago"),
        pytest.param("chan", {"age_band": "under_14"}, CompanionMissing, id="no companion"),
        pytest.param("chan", {"age_band": "adult"}, UnknownChoice, id="no minor"),
        pytest.param("chan", {"guardian": " "}, EmptyText, id="no name"),
        pytest.param("carl", {}, NotFound, id="captain"),
        pytest.param("li", {}, NotFound, id="another station"),
        pytest.param("anna", {}, NotFound, id="oneself"),
    ],
)
async def test_consent_is_refused(
    locked: Database, who: str, change: dict[str, object], refusal: type[Refusal]
) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        with pytest.raises(refusal):
            await recorded(tx, town, who, **change)


async def test_nobody_records_for_themselves_through_a_role(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotFound):
            await recorded(tx, town, "chan", person_id=town.people["chan"])
        with pytest.raises(NotFound):
            await trainings.add_training(
                Seated(tx, await town.viewer("chan"), NOW), person_id=town.people["chan"], name="First aid"
            )


async def test_training_is_recorded_and_removed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan, anna = await town.viewer("chan"), town.people["anna"]
        for name in ("First aid", " First  aid", "Driving"):
            await trainings.add_training(Seated(tx, chan, NOW), person_id=anna, name=name)
        both = (await people.person_card(Seated(tx, chan, NOW), anna)).trainings
        await trainings.remove_training(Seated(tx, chan, NOW), person_id=anna, name="Driving")
        one = (await people.person_card(Seated(tx, chan, NOW), anna)).trainings
        with pytest.raises(NotFound):
            await trainings.remove_training(Seated(tx, chan, NOW), person_id=anna, name="Driving")
        with pytest.raises(NotFound):
            await trainings.add_training(Seated(tx, await town.viewer("carl"), NOW), person_id=anna, name="Driving")

    assert (both, one) == (("Driving", "First aid"), ("First aid",))
