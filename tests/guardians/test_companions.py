"""Fault 66: under 14 somebody comes along, and not everybody may say who."""

from datetime import date

import pytest

from bot.desk import Desk, Seated
from bot.ground.refusals import CompanionMissing, EmptyText, NotFound, OthersCompanionMissing, Refusal
from bot.guardians import companions
from bot.guardians.rules import CompanionSought
from bot.members import profile_rows as profiles
from bot.own_data import my_data_rows as own_data_rows
from bot.people.ages import AgeBand
from bot.people.consent import rows as consents
from bot.people.consent.acts import require_consent
from bot.store.database import Database
from tests.helpers.notes import notes_about
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE, Town, build_town


async def kit_of(town: Town, *, guardian: str | None = "ben", band: str = AgeBand.UNDER_14) -> int:
    """Under 14 in Anna's team, with consent from before a companion was needed."""
    kit = await town.person("kit", age_band=band, team="first")
    await town.joins("kit", "first")
    await consents.add_consent(
        town.tx,
        person_id=kit,
        way="chat" if guardian else "paper",
        given_on=date(2026, 11, 20),
        now=NOW,
        guardian_id=town.people[guardian] if guardian else None,
    )
    return kit


@pytest.mark.parametrize("companion", [pytest.param(None, id="along"), pytest.param("Uncle Bo", id="named")])
@pytest.mark.parametrize("who", ["ben", "carl", "chan", "olga"])
async def test_companion_named_opens_the_way(locked: Database, who: str, companion: str | None) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        viewer = await town.viewer(who)
        done = await companions.name(Seated(tx, viewer, NOW), child_id=kit, companion=companion)
        child = await town.viewer("kit")
        await require_consent(tx, child.person, at=START, zone=ZONE, now=NOW)
        kept = await tx.row(own_data_rows.my_consents.statement, person_id=kit)
        notes = [(note.act, note.actor_id) for note in await notes_about(tx, f"person:{kit}")]
        told = [row["kind"] for row in await tx.rows(own_data_rows.my_messages.statement, person_id=kit)]

        assert kept is not None
        name = kept["companion_name"]
        assert (name if companion is None else tx.vault.open(name, f"person:{kit}:companion")) == companion
    assert done == CompanionSought(kit, "Kit", 0)
    assert (notes, told) == ([("companion_named", viewer.id)], ["companion_named"])


@pytest.mark.parametrize(
    ("who", "name", "refusal"),
    [
        pytest.param("kit", "Uncle Bo", NotFound, id="the child"),
        pytest.param("anna", "Uncle Bo", NotFound, id="another member"),
        pytest.param("li", "Uncle Bo", NotFound, id="staff of another station"),
        pytest.param("dan", "Uncle Bo", NotFound, id="a volunteer of another team"),
        pytest.param("ben", " ", EmptyText, id="no name"),
    ],
)
async def test_companion_is_refused(locked: Database, who: str, name: str, refusal: type[Refusal]) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        with pytest.raises(refusal):
            await companions.name(Seated(tx, await town.viewer(who), NOW), child_id=kit, companion=name)
        consent = await consents.consent_of(tx, kit)

    assert consent is not None
    assert consent.companion is False


@pytest.mark.parametrize("gone", ["consent", "age"])
async def test_companion_needs_a_consent_that_stands_and_a_child(locked: Database, gone: str) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        if gone == "consent":
            await consents.withdraw_consent(tx, kit, NOW)
        else:
            await profiles.set_age_band(tx, kit, "14_17", NOW)
        with pytest.raises(NotFound):
            await companions.begin(Seated(tx, await town.viewer("ben"), 0), child_id=kit)


async def test_who_acts_for_a_child_hears_that_a_companion_is_missing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town)
        child = (await town.viewer("kit")).person
        with pytest.raises(CompanionMissing):
            await require_consent(tx, child, at=START, zone=ZONE, now=NOW)
        with pytest.raises(OthersCompanionMissing) as refused:
            await require_consent(tx, child, at=START, zone=ZONE, now=NOW, by=town.people["carl"])

    assert refused.value == OthersCompanionMissing(person=kit, name="Kit")


async def still_sought(desk: Desk, child_id: int) -> CompanionSought | None:
    """As the question is worded, or is not worded any more."""
    try:
        return await companions.still_sought(desk, child_id)
    except NotFound:
        return None


@pytest.mark.parametrize(
    ("guardian", "band", "day", "asked"),
    [
        pytest.param("ben", AgeBand.UNDER_14, 0, "Ben", id="asked"),
        pytest.param(None, AgeBand.UNDER_14, 0, None, id="consent on paper"),
        pytest.param("ben", AgeBand.TEEN, 0, None, id="no companion needed"),
        pytest.param("ben", AgeBand.UNDER_14, 364, None, id="run out"),
    ],
)
async def test_guardian_who_agreed_is_asked_for_a_companion(
    database: Database, guardian: str | None, band: str, day: int, asked: str | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        kit = await kit_of(town, guardian=guardian, band=band)
        ben = await town.viewer("ben")
        told = await companions.ask_guardian(Seated(tx, await town.viewer("kit"), NOW + day * 86_400))
        sought = await still_sought(Seated(tx, ben, NOW), kit)
        await companions.name(Seated(tx, ben, NOW), child_id=kit, companion=None) if sought and guardian else None
        after = await still_sought(Seated(tx, ben, NOW), kit)
        waiting = [row["kind"] for row in await tx.rows(own_data_rows.my_messages.statement, person_id=ben.id)]

    assert (told, waiting) == (asked, ["companion_asked"] if asked else [])
    assert (sought is not None, after) == (guardian is not None and band == AgeBand.UNDER_14, None)
