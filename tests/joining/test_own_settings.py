import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    AlreadyMember,
    BadPhone,
    ContactOfSomeoneElse,
    EmptyText,
    MinorOnRecord,
    NoDataKey,
    NotFound,
    NotRegistered,
    Refusal,
    TextTooLong,
    UnknownChoice,
)
from bot.ground.times import DAY
from bot.joining import own_settings, own_teams
from bot.own_data import my_data_rows as own_data_rows
from bot.people import rows as people
from bot.people import rows as people_rows
from bot.people import viewer_rows
from bot.people.notice_choices import Silenced
from bot.store.audit.checking import first_bad_note
from bot.store.database import Database, open_database
from bot.store.vault import Vault
from tests.helpers.town import NOW, build_town

YEAR = 365 * DAY
PHONE = "+86 138-0013-8000"


async def test_phone_is_kept_sealed_in_one_form(database_url: str) -> None:
    opened = await open_database(database_url, vault=Vault("a key that only tests know"))
    async with opened.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        await own_settings.share_phone(Seated(tx, anna, 0), phone=PHONE, owner=anna.telegram_id, forwarded=False)
        sealed = await tx.value(people_rows.sealed_phone.statement, id=anna.id)
        phone = await people.phone_of(tx, anna.id)
        mine = await own_settings.look(Seated(tx, anna, 0))
        await own_settings.remove_phone(Seated(tx, anna, 0))
        after = await people.phone_of(tx, anna.id)
    await opened.close()

    assert (phone, "138" in sealed, mine.profile.has_phone, mine.keeps_phones, after) == (
        "+8613800138000",
        False,
        True,
        True,
        None,
    )


@pytest.mark.parametrize(
    ("phone", "own", "forwarded", "refused"),
    [
        pytest.param(PHONE, False, False, ContactOfSomeoneElse(), id="somebody else's"),
        pytest.param(PHONE, True, True, ContactOfSomeoneElse(), id="forwarded"),
        pytest.param("12", True, False, BadPhone(), id="too short"),
        pytest.param("1" * 16, True, False, BadPhone(), id="too long"),
        pytest.param("١٢٣٤٥٦٧", True, False, BadPhone(), id="other digits"),
        pytest.param(PHONE, True, False, NoDataKey(), id="without a key"),
    ],
)
async def test_phone_is_refused(database: Database, phone: str, own: bool, forwarded: bool, refused: Refusal) -> None:
    """Fault 51."""
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        owner = anna.telegram_id if own else 1
        with pytest.raises(type(refused)):
            await own_settings.share_phone(Seated(tx, anna, 0), phone=phone, owner=owner, forwarded=forwarded)

        assert await people.has_phone(tx, anna.id) is False


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        pytest.param("\u200b", EmptyText(field="name"), id="nothing to see"),
        pytest.param("n" * 41, TextTooLong(field="name", length=41, limit=40), id="too long"),
    ],
)
async def test_bad_name_is_refused(database: Database, name: str, refused: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(type(refused)) as raised:
            await own_settings.rename(Seated(tx, await town.viewer("anna"), 0), name)

    assert raised.value == refused


@pytest.mark.parametrize(
    ("before", "band", "later", "notes"),
    [
        pytest.param("adult", "60_up", 9, [], id="adult says the band"),
        pytest.param("minor", "14_17", 9, [], id="minor says the band"),
        pytest.param("14_17", "18_59", YEAR, ["age_band"], id="grown up by the yearly question: noted"),
        pytest.param("18_59", "14_17", 9, [], id="a minor after all"),
    ],
)
async def test_age_is_told_and_growing_up_is_noted(
    database: Database, before: str, band: str, later: int, notes: list[str]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band=before)
        kit = await town.viewer("kit")
        await own_settings.tell_age(Seated(tx, kit, NOW + later), band)
        person = await people.person(tx, kit.id)
        rows = await tx.rows(own_data_rows.my_notes.statement, person_id=kit.id, subject=f"person:{kit.id}")

        assert await first_bad_note(tx) is None
    assert (person.age_band, person.age_band_at, [row["act"] for row in rows]) == (band, NOW + later, notes)


@pytest.mark.parametrize("band", ["18_59", "60_up"])
@pytest.mark.parametrize(
    ("before", "later"),
    [
        pytest.param("minor", 2 * YEAR, id="under 18"),
        pytest.param("14_17", YEAR - 1, id="before the yearly question"),
    ],
)
async def test_minor_does_not_grow_up_between_two_taps(database: Database, before: str, later: int, band: str) -> None:
    """Fault 66."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band=before)
        kit = await town.viewer("kit")
        with pytest.raises(MinorOnRecord) as refused:
            await own_settings.tell_age(Seated(tx, kit, NOW + later), band)

        assert (await people.person(tx, kit.id)).age_band == before
    assert refused.value == MinorOnRecord(age=18)


@pytest.mark.parametrize("band", ["14_17", "18_59", "60_up"])
async def test_companion_is_not_tapped_away(database: Database, band: str) -> None:
    """Fault 66: who is on record as under 14 says so for as long as staff do not say otherwise."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kit", age_band="under_14")
        kit = await town.viewer("kit")
        with pytest.raises(MinorOnRecord) as refused:
            await own_settings.tell_age(Seated(tx, kit, NOW + 2 * YEAR), band)

        assert (await people.person(tx, kit.id)).age_band == "under_14"
    assert refused.value == MinorOnRecord(age=14)


@pytest.mark.parametrize("forged", ["adult", "minor", "", "99"])
async def test_rough_or_unknown_age_is_refused(database: Database, forged: str) -> None:
    """Fault 45."""
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(UnknownChoice):
            await own_settings.tell_age(Seated(tx, await town.viewer("anna"), NOW), forged)


async def test_notice_is_switched_off_and_on_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        off = await own_settings.switch_notice(Seated(tx, anna, 0), "recruiting")
        on = await own_settings.switch_notice(Seated(tx, anna, 0), "recruiting")
        with pytest.raises(UnknownChoice):
            await own_settings.switch_notice(Seated(tx, anna, 0), "cancellation")

    assert (sorted(off), sorted(on)) == ([Silenced.RECRUITING], [])


async def test_who_has_not_joined_has_no_settings(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotRegistered):
            await own_settings.look(Seated(tx, await town.viewer("gran"), 0))


async def test_only_open_service_teams_take_everybody(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        closed = await town.team("closed", "futian", open=False)
        anna = await town.viewer("anna")
        offered = [team.name for team in await own_teams.open_teams(Seated(tx, anna, 0))]
        for refused in (closed, town.teams["company"], 999):
            with pytest.raises(NotFound):
                await own_teams.join_open_team(Seated(tx, anna, NOW), refused)
        with pytest.raises(AlreadyMember):
            await own_teams.join_open_team(Seated(tx, anna, NOW), town.teams["first"])

    assert offered == ["second"]


async def test_first_team_joined_becomes_home_and_leaving_forgets_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("kim")
        await own_teams.join_open_team(Seated(tx, await town.viewer("kim"), NOW), town.teams["second"])
        kim = await town.viewer("kim")
        joined = (kim.person.home_team_id, [one.team_id for one in kim.memberships])
        await own_teams.leave_team(Seated(tx, kim, NOW + 5), town.teams["second"])
        gone = await town.viewer("kim")
        left = await viewer_rows.memberships_of(tx, kim.id)

    assert joined == (town.teams["second"], [town.teams["second"]])
    assert (gone.person.home_team_id, left) == (None, [])


async def test_only_the_own_team_can_be_left_or_preferred(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        for act in (own_teams.own_team, own_teams.make_home):
            with pytest.raises(NotFound):
                await act(Seated(tx, anna, NOW), town.teams["second"])
        with pytest.raises(NotFound):
            await own_teams.leave_team(Seated(tx, anna, NOW), town.teams["second"])


async def test_volunteer_number_is_kept_as_files_hold_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await own_settings.set_volunteer_number(Seated(tx, await town.viewer("anna"), 0), " ＳＺ－１２　３ ")
        mine = await own_settings.look(Seated(tx, await town.viewer("anna"), 0))

    assert mine.profile.volunteer_number == "SZ-12 3"
