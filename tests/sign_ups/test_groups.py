"""Places for a group: all or none, names later, heads without names stay the group's."""

import pytest

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.ground.refusals import (
    AlreadySignedUp,
    GroupTeamsOnly,
    NamesClosed,
    NotEnoughPlaces,
    NotFound,
    OthersClash,
    OutOfRange,
)
from bot.ground.times import DAY, HOUR
from bot.leading.changing import edit
from bot.sign_ups import list_rows
from bot.sign_ups.groups import names as group_names
from bot.sign_ups.groups import rows as group_rows
from bot.sign_ups.groups.acts import give_back, reserve
from bot.sign_ups.own_sign_ups import mine
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from tests.helpers.lines import CONFIRMED, WAITLISTED, queued, sign_up_id, signs_up, standing, taken
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town


async def open_day(town: Town, capacity: int = 10) -> int:
    """Fay becomes captain of the company; everybody may come."""
    await town.person("finn", team="company")
    await town.joins("finn", "company", captain=True)
    return await offer(town, morning(capacity=capacity), audience=Audience.EVERYONE)


async def reserves(town: Town, shift_id: int, places: int, who: str = "finn", now: int = NOW) -> int:
    card = await reserve(
        Seated(town.tx, await town.viewer(who), now), shift_id=shift_id, team_id=town.teams["company"], places=places
    )
    assert card.place is not None
    return card.place.id


async def names(town: Town, place: int, *lines: str, now: int = NOW) -> tuple[str, ...]:
    finn = await town.viewer("finn")
    await group_names.ask_names(Seated(town.tx, finn, now), group_place_id=place)
    typed = await group_names.typed_names(Seated(town.tx, finn, now), "\n".join(lines))
    card = await group_names.keep_names(Seated(town.tx, finn, now), group_place_id=place, revision=typed.revision)
    assert card.place is not None
    return card.place.names


async def test_a_group_takes_its_places_at_once_and_names_them_later(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 6)
        before = await list_rows.counts(tx, shift_id)
        named = await names(town, place, "Fay", "  张<b>伟 ", "", "Wu Lan", "Wu Lan")
        after = await list_rows.counts(tx, shift_id)

        assert named == ("Fay", "张<b>伟", "Wu Lan")
        assert (before.unnamed, before.coming, after.unnamed, after.confirmed, after.coming) == (6, 6, 3, 3, 6)
        assert await taken(tx, shift_id) == 6


@pytest.mark.parametrize(
    ("doubles", "expected"),
    [(True, ["Fay", "李四", "张三", "张三"]), (False, ["Fay", "李四", "张三"])],
    ids=["two", "one"],
)
async def test_names_that_stand_twice_are_asked_about(database: Database, doubles: bool, expected: list[str]) -> None:
    """Commas part names as lines do; a known member is taken once."""
    async with database.write() as tx:
        town = await build_town(tx)
        place = await reserves(town, await open_day(town), 6)
        finn = await town.viewer("finn")
        await group_names.ask_names(Seated(tx, finn, NOW), group_place_id=place)
        typed = await group_names.typed_names(Seated(tx, finn, NOW), "Fay、李四，张三\n张三;")
        card = await group_names.keep_names(
            Seated(tx, finn, NOW), group_place_id=place, revision=typed.revision, doubles=doubles
        )

        assert (typed.names, typed.doubles) == (("Fay", "李四", "张三"), ("张三",))
        assert card.place is not None
        assert sorted(card.place.names) == sorted(expected)


async def test_a_member_is_known_however_the_name_is_written(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await names(town, await reserves(town, shift_id, 3), "ＦＡＹ")

        assert await standing(town, shift_id) == {"fay": CONFIRMED}


async def test_who_speaks_for_a_group_finds_its_places_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await names(town, await reserves(town, shift_id, 3), "Wu Lan")
        found = [
            (await mine(Seated(tx, await town.viewer(who), at))).groups for who, at in (("finn", NOW), ("fay", NOW))
        ]
        over = (await mine(Seated(tx, await town.viewer("finn"), START + DAY))).groups

    assert [(one.shift_id, one.team, one.places, one.named) for one in found[0]] == [(shift_id, "company", 3, 1)]
    assert (found[1], over) == ((), ())


async def test_more_than_is_free_is_refused_whole(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town, capacity=5)
        await signs_up(town, "anna", shift_id)
        with pytest.raises(NotEnoughPlaces) as found:
            await reserves(town, shift_id, 5)

        assert found.value == NotEnoughPlaces(wanted=5, free=4)
        assert await taken(tx, shift_id) == 1


async def test_while_somebody_waits_a_group_gets_none(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town, capacity=1)
        await signs_up(town, "anna", shift_id)
        await signs_up(town, "ben", shift_id)
        anna = await sign_up_id(town, "anna", shift_id)
        await withdraw(Seated(tx, await town.viewer("anna"), START - HOUR), sign_up_id=anna)
        with pytest.raises(NotEnoughPlaces):
            await reserves(town, shift_id, 1, now=START - HOUR)


async def test_places_given_back_go_to_who_waits(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town, capacity=4)
        place = await reserves(town, shift_id, 4)
        await names(town, place, "Fay")
        for turn, name in enumerate(("anna", "ben")):
            await signs_up(town, name, shift_id, NOW + turn)
        await reserves(town, shift_id, 3, now=NOW + 5)
        fewer = await standing(town, shift_id)
        await give_back(Seated(tx, await town.viewer("finn"), NOW + 6), group_place_id=place)

        assert fewer == {"fay": CONFIRMED, "anna": CONFIRMED, "ben": WAITLISTED}
        assert (await standing(town, shift_id), await taken(tx, shift_id)) == (
            {"anna": CONFIRMED, "ben": CONFIRMED},
            2,
        )


async def test_a_named_person_who_cancels_leaves_the_place_to_the_group(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 3)
        await names(town, place, "Fay")
        await withdraw(Seated(tx, await town.viewer("fay"), NOW), sign_up_id=await sign_up_id(town, "fay", shift_id))

        assert (await taken(tx, shift_id), (await list_rows.counts(tx, shift_id)).unnamed) == (3, 3)


async def test_names_are_refused_after_their_time_and_beyond_the_places(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 2)
        with pytest.raises(NotEnoughPlaces):
            await names(town, place, "A", "B", "C")
        with pytest.raises(NamesClosed):
            await names(town, place, "A", now=START - 48 * HOUR)


async def test_a_member_who_is_in_already_is_not_named_twice(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await signs_up(town, "fay", shift_id)
        place = await reserves(town, shift_id, 2)
        with pytest.raises(AlreadySignedUp) as found:
            await names(town, place, "Fay")

        assert found.value == AlreadySignedUp(name="Fay")


async def test_a_clash_of_a_named_member_says_whose_it_is(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        other = await offer(town, morning(hours=2), audience=Audience.EVERYONE, title="Tea")
        await signs_up(town, "fay", other)
        place = await reserves(town, await open_day(town), 2)
        with pytest.raises(OthersClash) as found:
            await names(town, place, "Fay")

        assert found.value == OthersClash(name="Fay", activity="Tea", starts_at=START, ends_at=START + 2 * HOUR)


@pytest.mark.parametrize(
    ("who", "places", "expected"),
    [
        ("anna", 3, GroupTeamsOnly),
        ("chan", 3, GroupTeamsOnly),
        ("finn", 0, OutOfRange),
        ("finn", 501, OutOfRange),
    ],
    ids=["no captain", "another station", "none", "too many"],
)
async def test_group_places_are_refused(database: Database, who: str, places: int, expected: type[Exception]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        with pytest.raises(expected):
            await reserves(town, shift_id, places, who)


async def test_staff_of_the_group_may_reserve_for_it_and_strangers_not_touch_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 3, "olga")
        with pytest.raises(NotFound):
            await give_back(Seated(tx, await town.viewer("chan"), NOW), group_place_id=place)


async def test_captains_are_reminded_of_names_a_day_before_they_are_due(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await reserves(town, shift_id, 3)
        due = START - 48 * HOUR - DAY
        done = [await group_names.remind_of_names(tx, at, 64) for at in (due - 1, due, due + 1)]

        assert (done, await queued(town)) == ([0, 1, 0], [("group_names", "finn", due)])


async def test_who_speaks_for_a_group_hears_that_the_time_has_changed(database: Database) -> None:
    """Its heads have no names to be told by. Olga reserved, Finn is the captain."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await reserves(town, shift_id, 3, "olga")
        await edit(Seated(tx, await town.viewer("chan"), NOW), shift_id=shift_id, field="start", text="10:00")

        assert await queued(town) == [("group_moved", "olga", NOW), ("group_moved", "finn", NOW)]


async def test_who_is_named_hears_of_it_and_of_places_given_back(database: Database) -> None:
    """Finn himself knows, and so he does of Wu Lan, who has no Telegram."""
    async with database.write() as tx:
        town = await build_town(tx)
        place = await reserves(town, await open_day(town), 3)
        await names(town, place, "Fay", "Finn", "Wu Lan")
        named = await queued(town)
        await give_back(Seated(tx, await town.viewer("finn"), NOW), group_place_id=place)

        told = ("signed_up_for", "fay", NOW)
        assert (named, await queued(town)) == ([told], [told, ("withdrawn_by", "fay", NOW)])


@pytest.mark.parametrize(("named", "again"), [(0, None), (2, group_names.AGAIN)], ids=["missing", "all named"])
async def test_who_is_all_named_is_looked_at_again(database: Database, named: int, again: int | None) -> None:
    """Names may be taken back before they are due; who was reminded is not reminded again."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        place = await reserves(town, shift_id, 2)
        if named:
            await names(town, place, "Fay", "Wu Lan")
        due = START - 48 * HOUR - DAY
        foreseen = [one for one in await group_names.next_names(tx, due - 1) if one[1] == f"shift:{shift_id}"]
        await group_names.remind_of_names(tx, due, 64)
        looks = await group_rows.shifts_with_groups(tx, until=1 << 40, limit=64)

    assert foreseen == ([] if named else [(due, f"shift:{shift_id}")])
    assert [one.look_at for one in looks if one.id == shift_id] == ([] if again is None else [due + again])
