import pytest

from bot.desk import Seated
from bot.ground.refusals import EmptyText, NoConsent, TextTooLong
from bot.ground.viewer import Membership, Viewer
from bot.joining.acts import FORM, agree, proposed_name, shift_of_link, take_name
from bot.people import rows as people
from bot.people.viewer_rows import STRANGER
from bot.store import drafts
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.offers import offer
from tests.helpers.town import NOW, ZONE, build_town

KIM = Viewer(STRANGER, 5_300_000_000, "zh_Hant", ZONE)


async def kim_agrees(tx: Tx, *, adult: bool = True, link: str = "", language: str | None = None) -> Viewer:
    return await agree(Seated(tx, KIM, NOW), adult=adult, language=language, client_language="zh-hk", link=link)


async def test_agreeing_keeps_age_group_and_consent_but_no_name(database: Database) -> None:
    async with database.write() as tx:
        kim = await kim_agrees(tx, adult=False)
        draft = await drafts.find(tx, kim.id, FORM)

    person = kim.person
    assert (person.state, person.name, person.age_band, person.client_language) == ("new", "", "minor", "zh-hk")
    assert (kim.registered, kim.language, draft and draft.fields) == (False, "zh_Hant", {"link": ""})


async def test_agreeing_again_changes_what_was_said(database: Database) -> None:
    async with database.write() as tx:
        first = await kim_agrees(tx, adult=False)
        again = await agree(Seated(tx, first, NOW + 5), adult=True, language="en", client_language="zh-hk", link="a_7")
        draft = await drafts.find(tx, again.id, FORM)

    assert (again.id, again.person.age_band, again.language) == (first.id, "adult", "en")
    assert draft is not None
    assert draft.fields == {"link": "a_7"}


async def test_member_who_agrees_again_stays_as_is(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        again = await agree(Seated(tx, anna, NOW), adult=False, language="zh_Hans", client_language="en", link="")

        assert again == anna
        assert await people.person(tx, anna.id) == anna.person


@pytest.mark.parametrize("open_team", [True, False], ids=["open team", "closed team"])
async def test_name_completes_joining_with_the_activity_team(database: Database, open_team: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.team("third", "futian", open=open_team)
        shift = await offer(town, team_id=town.teams["third"])
        kim, link = await take_name(Seated(tx, await kim_agrees(tx, link=f"a_{shift}"), NOW), " Kim\nLee ")
        draft = await drafts.find(tx, kim.id, FORM)

    member = Membership(town.teams["third"], town.stations["futian"], town.paths["futian"], captain=False)
    assert (kim.person.name, kim.registered, link, draft) == ("Kim Lee", True, f"a_{shift}", None)
    assert kim.memberships == ((member,) if open_team else ())
    assert kim.person.home_team_id == (town.teams["third"] if open_team else None)


async def test_guessed_link_makes_nobody_a_member_of_a_group_team(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift = await offer(town, station_id=town.stations["nanshan"], team_id=town.teams["company"])
        kim, _ = await take_name(Seated(tx, await kim_agrees(tx, link=f"a_{shift}"), NOW), "Kim")

    assert (kim.memberships, kim.person.home_team_id) == ((), None)


async def test_nobody_is_named_before_consent(database: Database) -> None:
    """Fault 65."""
    async with database.write() as tx:
        with pytest.raises(NoConsent):
            await take_name(Seated(tx, KIM, NOW), "Kim")

        assert await people.by_telegram_id(tx, KIM.telegram_id) is None


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        pytest.param(" \u200b\u3164", EmptyText(field="name"), id="nothing to see"),
        pytest.param("x" * 41, TextTooLong(field="name", length=41, limit=40), id="too long"),
    ],
)
async def test_name_must_be_legible(database: Database, name: str, refused: Exception) -> None:
    async with database.write() as tx:
        kim = await kim_agrees(tx)
        with pytest.raises(type(refused)) as raised:
            await take_name(Seated(tx, kim, NOW), name)

    assert raised.value == refused


async def test_name_pressed_twice_keeps_the_first(database: Database) -> None:
    async with database.write() as tx:
        kim, _ = await take_name(Seated(tx, await kim_agrees(tx), NOW), "Kim")
        again, link = await take_name(Seated(tx, kim, NOW), "Lee")

    assert (again.person.name, link) == ("Kim", "")


@pytest.mark.parametrize(
    ("link", "expected"),
    [
        pytest.param("a_17", 17, id="activity"),
        pytest.param("a_", None, id="no number"),
        pytest.param("a_-1", None, id="negative"),
        pytest.param("a_٣", None, id="other digits"),
        pytest.param("a_9999999999999999", None, id="too many digits"),
        pytest.param("t_17", None, id="another link"),
        pytest.param("", None, id="none"),
    ],
)
def test_link_of_an_activity_is_read(link: str, expected: int | None) -> None:
    assert shift_of_link(link) == expected


@pytest.mark.parametrize(
    ("first", "last", "name"),
    [
        pytest.param("  Anna\u202e \x00Lee ", "", "Anna Lee", id="cleaned"),
        pytest.param("x" * 99, "", "x" * 40, id="cut"),
        pytest.param("小明", "王", "王小明", id="Han, family name in its field"),
        pytest.param("王", "小明", "王小明", id="Han, family name first"),
        pytest.param("小明", "欧阳", "欧阳小明", id="a family name of two characters"),
        pytest.param("Anna", "李", "Anna 李", id="mixed"),
        pytest.param("Anna", "Lee", "Anna Lee", id="Latin"),
        pytest.param("王芳13800001111", "", "王芳", id="with a phone number"),
    ],
)
def test_proposed_name(first: str, last: str, name: str) -> None:
    assert proposed_name(first, last) == name
