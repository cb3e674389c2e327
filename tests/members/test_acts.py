from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.refusals import EmptyText, NameTaken, NotAllowed, NotFound, Refusal, UnknownChoice
from bot.members import acts as people
from bot.members import finding_rows as finding
from bot.members import phones
from bot.members import profile_rows as members_profile_rows
from bot.people import rows
from bot.people.permissions import may_see_person
from bot.store.audit.sealing import any_unsealed
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, Town, build_town

PHONE = "+8613800138000"
TODAY = date(2026, 11, 22)


async def found(tx: Tx, town: Town, who: str, text: str, offset: int = 0) -> list[str]:
    page = await people.find_people(Seated(tx, await town.viewer(who), 0), text, offset)
    return [one.name for one in page.people]


@pytest.mark.parametrize(
    ("who", "text", "expected"),
    [
        pytest.param("olga", "an", ["Anna", "Chan", "Dan", "Gran"], id="part of a name"),
        pytest.param("olga", "ANN", ["Anna"], id="whatever the case"),
        pytest.param("chan", "fay", [], id="another station's"),
        pytest.param("li", "fay", ["Fay"], id="the own station's"),
        pytest.param("olga", "%", ["100% Zoe_"], id="a sign stands for itself"),
        pytest.param("olga", "_", ["100% Zoe_"], id="another sign"),
        pytest.param("olga", "\\", [], id="a third sign"),
        pytest.param("olga", "100%", ["100% Zoe_"], id="found by its sign"),
        pytest.param("olga", "A-17", ["100% Zoe_"], id="volunteer number"),
        pytest.param("olga", "A-1", [], id="part of a number"),
        pytest.param("olga", "newcomer", [], id="who has not joined"),
        pytest.param("olga", "lonely", ["Lonely"], id="in no team, for the root"),
        pytest.param("chan", "lonely", [], id="in no team, for a street"),
    ],
)
async def test_search_finds_whom_the_role_reaches(database: Database, who: str, text: str, expected: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        zoe = await town.person("zoe", team="first")
        await town.joins("zoe", "first")
        await members_profile_rows.set_name(tx, zoe, "100% Zoe_")
        await tx.change(members_profile_rows.set_volunteer_number.statement, person_id=zoe, number="A-17")
        await town.person("newcomer", state="new")
        await town.person("lonely")
        assert await found(tx, town, who, text) == expected


async def test_search_is_paged(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await people.find_people(Seated(tx, await town.viewer("olga"), 0), "")
        second = await people.find_people(Seated(tx, await town.viewer("olga"), 0), "", offset=8)
    names = [one.name for one in (*first.people, *second.people)]
    assert (len(first.people), first.more, second.more, names) == (8, True, False, sorted(names))
    assert len(names) == 12


async def test_search_agrees_with_the_predicate(database: Database) -> None:
    """What the statement finds is exactly whom the predicate allows, for every pair of people."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("lonely")
        for who in ("olga", "wu", "chan", "li"):
            viewer = await town.viewer(who)
            seen = {one.id for one in await finding.find_people(tx, viewer.id, "", limit=100)}
            allowed = {id for id in town.people.values() if may_see_person(viewer, await finding.ties_of(tx, id))}
            assert (who, seen) == (who, allowed)


async def test_search_is_for_staff(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotAllowed):
            await found(tx, town, "carl", "anna")


@pytest.mark.parametrize(("who", "whom"), [("anna", "ben"), ("carl", "dan"), ("li", "anna"), ("chan", "nobody")])
async def test_person_out_of_reach_is_not_there(database: Database, who: str, whom: str) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotFound):
            await people.person_card(Seated(tx, await town.viewer(who), NOW), town.people.get(whom, 999))


async def test_card_shows_what_the_viewer_may_know(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.grants("gran", "social_worker", "futian")
        for_staff = await people.person_card(Seated(tx, await town.viewer("chan"), NOW), town.people["gran"])
        for_captain = await people.person_card(Seated(tx, await town.viewer("carl"), NOW), town.people["gran"])

    assert (for_staff.person.name, for_staff.details.managed_by, for_staff.today) == ("Gran", "Carl", TODAY)
    assert [team.name for team in for_staff.teams] == ["first"]
    assert (len(for_staff.roles), for_captain.roles, for_staff.consent) == (1, (), None)


@pytest.mark.parametrize("who", ["carl", "chan", "olga"])
async def test_phone_is_shown_and_the_look_noted(locked: Database, who: str) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        anna = town.people["anna"]
        await rows.set_phone(tx, anna, PHONE)
        shown = await phones.look_at_phone(Seated(tx, await town.viewer(who), NOW), anna)
        [note] = await notes_about(tx, f"person:{anna}")

    assert (shown, note.act, note.actor_id, note.at) == (PHONE, "phone_seen", town.people[who], NOW)
    assert PHONE not in repr(note)


@pytest.mark.parametrize(("who", "whom"), [("carl", "dan"), ("anna", "ben"), ("li", "anna")])
async def test_phone_is_refused_and_nothing_noted(locked: Database, who: str, whom: str) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        await rows.set_phone(tx, town.people[whom], PHONE)
        with pytest.raises(NotFound):
            await phones.look_at_phone(Seated(tx, await town.viewer(who), NOW), town.people[whom])
        assert not await any_unsealed(tx)


async def test_no_phone_is_no_look(locked: Database) -> None:
    async with locked.write() as tx:
        town = await build_town(tx)
        shown = await phones.look_at_phone(Seated(tx, await town.viewer("chan"), NOW), town.people["anna"])
        assert (shown, await any_unsealed(tx)) == (None, False)


async def test_captain_adds_somebody_without_telegram(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        carl = await town.viewer("carl")
        added = await people.add_managed(
            Seated(tx, carl, NOW), team_id=town.teams["first"], name=" Auntie  Wong ", age_band="60_up"
        )
        card = await people.person_card(Seated(tx, carl, NOW), added)

    assert (card.person.name, card.person.state, card.person.age_band) == ("Auntie Wong", "managed", "60_up")
    assert (card.details.managed_by, [team.name for team in card.teams]) == ("Carl", ["first"])


@pytest.mark.parametrize(
    ("who", "team", "name", "band", "refusal"),
    [
        pytest.param("carl", "second", "Zoe", "adult", NotFound(), id="another team"),
        pytest.param("anna", "first", "Zoe", "adult", NotFound(), id="a volunteer"),
        pytest.param("carl", "first", "Anna", "adult", NameTaken("Anna"), id="there is one of that name"),
        pytest.param("carl", "first", " \u3164 ", "adult", EmptyText("name"), id="no name"),
        pytest.param("carl", "first", "Zoe", "old", UnknownChoice("age_band", "", people.BANDS), id="band"),
    ],
)
async def test_adding_is_refused(
    database: Database, who: str, team: str, name: str, band: str, refusal: Refusal
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refusal)) as caught:
            await people.add_managed(
                Seated(tx, await town.viewer(who), NOW), team_id=town.teams[team], name=name, age_band=band
            )
        assert caught.value == refusal


async def test_second_of_the_same_name_can_be_added(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        added = await people.add_managed(
            Seated(tx, await town.viewer("carl"), NOW),
            team_id=town.teams["first"],
            name="Anna",
            age_band="adult",
            again=True,
        )
        assert added != town.people["anna"]


async def test_managed_person_is_renamed_and_aged(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        carl, gran = await town.viewer("carl"), town.people["gran"]
        await people.rename_managed(Seated(tx, carl, NOW), gran, "Grandma Li")
        await people.set_age(Seated(tx, carl, NOW), gran, "60_up")
        card = await people.person_card(Seated(tx, carl, NOW), gran)
        with pytest.raises(NotFound):
            await people.rename_managed(Seated(tx, carl, NOW), town.people["anna"], "Not hers to change")

    assert (card.person.name, card.person.age_band, card.person.state) == ("Grandma Li", "60_up", "managed")


@pytest.mark.parametrize(
    ("who", "whom", "refused"),
    [
        pytest.param("chan", "kit", None, id="staff, of a minor"),
        pytest.param("chan", "tot", None, id="staff, of a minor without Telegram"),
        pytest.param("carl", "tot", NotAllowed(needs="social_worker"), id="captain, of a minor without Telegram"),
        pytest.param("carl", "kit", NotFound(), id="captain, of a minor"),
        pytest.param("chan", "anna", NotFound(), id="staff, of an adult"),
        pytest.param("li", "kit", NotFound(), id="staff elsewhere"),
        pytest.param("kit", "kit", NotFound(), id="oneself"),
    ],
)
async def test_only_staff_make_an_adult_of_a_minor(
    database: Database, who: str, whom: str, refused: Refusal | None
) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band="14_17", team="first")
        await town.joins("kit", "first")
        await town.person("tot", age_band="under_14", state="managed", team="first", managed_by="carl")
        await town.joins("tot", "first")
        got: Refusal | None = None
        try:
            await people.set_age(Seated(tx, await town.viewer(who), NOW), town.people[whom], "18_59")
        except Refusal as no:
            got = no
        band = (await rows.person(tx, town.people[whom])).age_band

    assert got == refused
    assert (band == "18_59") is (refused is None)


async def test_unregistered_viewer_reaches_nobody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga = await town.viewer("olga")
        erased = replace(olga, person=replace(olga.person, state="erased"))
        with pytest.raises(NotFound):
            await people.person_card(Seated(tx, erased, NOW), town.people["anna"])
