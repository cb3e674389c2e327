import pytest

from bot.desk import Seated
from bot.ground.refusals import (
    BadNumber,
    EmptyText,
    NameTaken,
    NotAllowed,
    NotFound,
    OutOfRange,
    Refusal,
    UnknownChoice,
    UnknownSetting,
)
from bot.stations import acts as stations
from bot.stations import rows
from bot.store.database import Database
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, build_town


async def test_root_is_made_once(database: Database) -> None:
    async with database.write() as tx:
        first = await stations.ensure_root(tx, NOW, name="Agency", zone="Asia/Hong_Kong", preset="hong_kong")
        again = await stations.ensure_root(tx, NOW, name="Other", zone="Asia/Shanghai", preset="mainland")
        settings = await rows.settings_of(tx, first.id)

    assert first == again
    assert (first.name, first.zone, first.path, settings.language) == (
        "Agency",
        "Asia/Hong_Kong",
        f"/{first.id}/",
        "zh_Hant",
    )


async def test_a_subtree_is_whatever_stands_below_and_nothing_that_only_begins_alike(database: Database) -> None:
    """The paths /1/2/ and /1/20/ begin alike, and so does /1/2/21/ with both."""
    async with database.write() as tx:
        root = await stations.ensure_root(tx, NOW, name="Agency", zone="Asia/Shanghai", preset="mainland")
        made = [
            await rows.add_station(tx, parent=root, level="district", name=f"D{n}", zone=None, preset=None, now=NOW)
            for n in range(30)
        ]
        first = made[0]
        alike = [one for one in made[1:] if str(one.id).startswith(str(first.id))]
        below = await rows.add_station(tx, parent=first, level="street", name="S", zone=None, preset=None, now=NOW)
        found = await rows.under(tx, first.path, most=99)
        way = await rows.chain(tx, below.id)

    assert alike
    assert [one.id for one in found] == [first.id, below.id]
    assert [one.id for one in way] == [root.id, first.id, below.id]


@pytest.mark.parametrize(("who", "expected"), [("olga", ["city"]), ("wu", ["city"]), ("street", ["futian"])])
async def test_tree_begins_where_the_role_is_held(database: Database, who: str, expected: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("street")
        await town.grants("street", "coordinator", "futian")
        assert [one.name for one in await stations.tops(Seated(tx, await town.viewer(who), 0))] == expected


@pytest.mark.parametrize("who", ["chan", "carl", "anna"])
async def test_tree_is_for_the_office(database: Database, who: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(NotAllowed):
            await stations.tops(Seated(tx, await town.viewer(who), 0))


async def test_card_shows_a_station_in_its_place(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        card = await stations.station_card(Seated(tx, await town.viewer("olga"), 0), town.stations["futian"])
        top = await stations.station_card(Seated(tx, await town.viewer("olga"), 0), town.stations["city"])

    assert (card.station.name, [one.name for one in card.way], card.below, card.teams) == ("futian", ["city"], (), 2)
    assert (card.preset, card.preset_from) == ("mainland", "city")
    assert ([one.name for one in top.below], top.teams, top.preset_from) == (["futian", "nanshan"], 3, None)


async def test_station_is_added_below_and_inherits(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga = await town.viewer("olga")
        made = await stations.add_station(
            Seated(tx, olga, NOW), parent_id=town.stations["futian"], level="community", name=" Lotus  Hill "
        )
        notes = [note.act for note in await notes_about(tx, f"station:{made.id}")]

    assert (made.name, made.level, made.path, made.own_zone, made.preset) == (
        "Lotus Hill",
        "community",
        f"{town.paths['futian']}{made.id}/",
        False,
        None,
    )
    assert notes == ["station_added"]


@pytest.mark.parametrize(
    ("who", "parent", "level", "name", "refusal"),
    [
        pytest.param("chan", "futian", "community", "x", NotFound, id="social worker"),
        pytest.param("street", "nanshan", "community", "x", NotFound, id="beside the own station"),
        pytest.param("street", "city", "street", "x", NotFound, id="above it"),
        pytest.param("olga", "futian", "city", "x", UnknownChoice, id="larger than what it lies in"),
        pytest.param("olga", "city", "street", "futian", NameTaken, id="a sister has the name"),
        pytest.param("olga", "city", "street", "\u200b", EmptyText, id="no name"),
        pytest.param("olga", "nowhere", "street", "x", NotFound, id="no such station"),
    ],
)
async def test_adding_is_refused(
    database: Database, who: str, parent: str, level: str, name: str, refusal: type[Refusal]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("street")
        await town.grants("street", "coordinator", "futian")
        with pytest.raises(refusal):
            await stations.add_station(
                Seated(tx, await town.viewer(who), NOW), parent_id=town.stations.get(parent, 99), level=level, name=name
            )


async def test_station_is_renamed_but_not_like_its_sister(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, futian = await town.viewer("olga"), town.stations["futian"]
        await stations.rename_station(Seated(tx, olga, NOW), futian, "Futian District")
        await stations.rename_station(Seated(tx, olga, NOW), town.stations["city"], "Agency")
        name = (await stations.seen(Seated(tx, olga, 0), futian)).name
        with pytest.raises(NameTaken):
            await stations.rename_station(Seated(tx, olga, NOW), futian, "nanshan")
    assert name == "Futian District"


async def test_zone_is_set_and_inherited_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, futian = await town.viewer("olga"), town.stations["futian"]
        await stations.set_zone(Seated(tx, olga, NOW), futian, "Asia/Urumqi")
        own = await stations.seen(Seated(tx, olga, 0), futian)
        await stations.set_zone(Seated(tx, olga, NOW), futian, None)
        inherited = await stations.seen(Seated(tx, olga, 0), futian)

    assert (own.zone, own.own_zone) == ("Asia/Urumqi", True)
    assert (inherited.zone, inherited.own_zone) == ("Asia/Shanghai", False)


@pytest.mark.parametrize("zone", ["Beijing", "", "../etc/passwd", None])
async def test_zone_of_the_root_is_a_zone(database: Database, zone: str | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        with pytest.raises(UnknownChoice):
            await stations.set_zone(Seated(tx, await town.viewer("olga"), NOW), town.stations["city"], zone)


async def test_preset_starts_a_branch_afresh(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, nanshan = await town.viewer("olga"), town.stations["nanshan"]
        await stations.set_preset(Seated(tx, olga, NOW), nanshan, "hong_kong")
        branch = await rows.settings_of(tx, nanshan)
        await stations.set_preset(Seated(tx, olga, NOW), nanshan, None)
        back = await rows.settings_of(tx, nanshan)
        with pytest.raises(UnknownChoice):
            await stations.set_preset(Seated(tx, olga, NOW), nanshan, "atlantis")
    assert (branch.language, back.language) == ("zh_Hant", "zh_Hans")


async def test_setting_is_set_here_and_inherited_below(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga, city, futian = await town.viewer("olga"), town.stations["city"], town.stations["futian"]
        before = await stations.setting_card(Seated(tx, olga, 0), futian, "grace_minutes")
        await stations.change_setting(Seated(tx, olga, NOW), city, "grace_minutes", "５")
        inherited = await stations.setting_card(Seated(tx, olga, 0), futian, "grace_minutes")
        await stations.change_setting(Seated(tx, olga, NOW), futian, "grace_minutes", "0")
        here = await stations.setting_card(Seated(tx, olga, 0), futian, "grace_minutes")
        await stations.inherit_setting(Seated(tx, olga, NOW), futian, "grace_minutes")
        again = await stations.setting_card(Seated(tx, olga, 0), futian, "grace_minutes")
        notes = [(note.act, note.facts) for note in await notes_about(tx, f"station:{futian}")]

    assert [(one.setting.value, one.here, one.source) for one in (before, inherited, here, again)] == [
        (10, False, None),
        (5, False, "city"),
        (0, True, "futian"),
        (5, False, "city"),
    ]
    assert before.preset == "mainland"
    assert notes == [
        ("setting_inherited", {"key": "grace_minutes"}),
        ("setting_changed", {"key": "grace_minutes", "value": "0"}),
    ]


@pytest.mark.parametrize(
    ("who", "key", "typed", "refusal"),
    [
        pytest.param("olga", "grace_minutes", "61", OutOfRange, id="too much"),
        pytest.param("olga", "grace_minutes", "NaN", BadNumber, id="no number"),
        pytest.param("olga", "volume", "1", UnknownSetting, id="no such setting"),
        pytest.param("chan", "grace_minutes", "5", NotFound, id="social worker"),
        pytest.param("street", "grace_minutes", "5", NotFound, id="above the own station"),
    ],
)
async def test_setting_is_refused(database: Database, who: str, key: str, typed: str, refusal: type[Refusal]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await town.person("street")
        await town.grants("street", "coordinator", "futian")
        with pytest.raises(refusal):
            await stations.change_setting(Seated(tx, await town.viewer(who), NOW), town.stations["city"], key, typed)
