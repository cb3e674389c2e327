"""/mine, whom one may sign up for, and the line behind the line."""

from typing import cast

import pytest

from bot.desk import Seated
from bot.ground.refusals import NotAllowed, OthersConsentMissing, StaleCard
from bot.ground.times import DAY, HOUR
from bot.sign_ups import for_others
from bot.sign_ups.acts import sign_up
from bot.sign_ups.own_sign_ups import mine, one_of_mine
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.shown import Candidates
from bot.sign_ups.withdrawing import withdraw
from bot.stations import rows as stations
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers import rolls
from tests.helpers.lines import CONFIRMED, WAITLISTED, crowd, sign_up_id, signs_up, standing
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town
from tests.members.test_list_costs import Counting


async def test_mine_holds_what_comes_and_what_was(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await offer(town)
        second = await offer(town, morning(starts_at=START + 5 * HOUR, capacity=1))
        await signs_up(town, "ben", second)
        for shift_id in (second, first):
            await signs_up(town, "anna", shift_id, NOW + 1)
        anna = await town.viewer("anna")
        coming = await mine(Seated(tx, anna, NOW))
        past = await mine(Seated(tx, anna, START + DAY), past=True)

        assert [(one.starts_at, one.state, one.line, one.name) for one in coming.lines] == [
            (START, SignUpState.CONFIRMED, 0, None),
            (START + 5 * HOUR, SignUpState.WAITLISTED, 0, None),
        ]
        assert [(one.starts_at, one.attendance) for one in past.lines] == [(START, None)]


async def test_a_captain_sees_those_without_telegram_too(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl = await town.viewer("carl")
        await sign_up(Seated(tx, carl, NOW), shift_id=shift_id, person_id=town.people["gran"])
        page = await mine(Seated(tx, carl, NOW))
        opened = await one_of_mine(Seated(tx, carl, NOW), sign_up_id=page.lines[0].id)

        assert ([one.name for one in page.lines], opened.name) == (["Gran"], "Gran")


async def test_a_withdrawn_one_opens_as_what_took_its_place(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        anna, old = await town.viewer("anna"), await sign_up_id(town, "anna", shift_id)
        await withdraw(Seated(tx, anna, NOW), sign_up_id=old)
        gone = await one_of_mine(Seated(tx, anna, NOW), sign_up_id=old)
        back = await signs_up(town, "anna", shift_id, NOW + 1)
        found = await one_of_mine(Seated(tx, anna, NOW + 2), sign_up_id=old)

        assert (gone.sign_up.state, found.sign_up) == (SignUpState.WITHDRAWN, back.sign_up)


@pytest.mark.parametrize(
    ("reader", "ender", "by"),
    [("anna", "anna", None), ("anna", "chan", "Chan"), ("chan", "chan", "Chan"), ("chan", "anna", None)],
    ids=["own", "by staff", "staff look", "staff look at the person's own"],
)
async def test_what_ended_a_sign_up_is_said_with_whose_act_it_was(
    database: Database, reader: str, ender: str, by: str | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        old = await sign_up_id(town, "anna", shift_id)
        await withdraw(Seated(tx, await town.viewer(ender), NOW), sign_up_id=old)
        again = await withdraw(Seated(tx, await town.viewer(reader), NOW + 1), sign_up_id=old)
        found = await one_of_mine(Seated(tx, await town.viewer(reader), NOW + 1), sign_up_id=old)

        assert (again.again, found.by, found.name) == (True, by, None if reader == "anna" else "Anna")


async def test_lists_cost_the_same_for_many(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town, morning(capacity=200))
        await signs_up(town, "carl", shift_id)
        carl = await town.viewer("carl")

        async def cost() -> tuple[int, int]:
            listing, choosing = Counting(tx), Counting(tx)
            await mine(Seated(cast(Tx, listing), carl, NOW))
            await for_others.search(Seated(cast(Tx, choosing), carl, NOW), shift_id=shift_id)
            return listing.asked, choosing.asked

        await crowd(town, 30)
        few = await cost()
        for turn in range(1, 8):
            await signs_up(town, "carl", await offer(town, morning(starts_at=START + turn * 3 * HOUR)))

        many = await cost()

        assert many[0] == few[0]
        assert many[1] == few[1]


async def chosen(town: Town, who: str, shift_id: int, text: str = "") -> list[str]:
    found = await for_others.search(Seated(town.tx, await town.viewer(who), NOW), shift_id=shift_id, text=text)
    return [person.name for person in found.people]


async def test_who_may_be_chosen(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)

        assert await chosen(town, "carl", shift_id) == ["Ben", "Cora", "Gran"]
        assert await chosen(town, "chan", shift_id) == ["Ben", "Carl", "Cora", "Gran", "Dan", "Eve"]
        assert await chosen(town, "chan", shift_id, "a") == ["Carl", "Cora", "Gran", "Dan"]
        assert await chosen(town, "chan", shift_id, "%") == []
        with pytest.raises(NotAllowed):
            await chosen(town, "ben", shift_id)


@pytest.mark.parametrize(("who", "may_record"), [("carl", False), ("chan", True)], ids=["captain", "staff"])
async def test_a_new_name_under_18_is_kept_and_waits_for_the_form(
    database: Database, who: str, may_record: bool
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        viewer = await town.viewer(who)
        await for_others.open_choice(Seated(tx, viewer, NOW), shift_id=shift_id)
        new = await for_others.typed_name(Seated(tx, viewer, NOW), "小明")
        assert not isinstance(new, Candidates)
        wanted = await for_others.keep_minor(Seated(tx, viewer, NOW), revision=new.revision)
        with pytest.raises(OthersConsentMissing):
            await for_others.sign_up_person(Seated(tx, viewer, NOW), shift_id=shift_id, person_id=wanted.person_id)

        assert (wanted.name, wanted.team, wanted.may_record) == ("小明", "first", may_record)
        assert await standing(town, shift_id) == {}


async def test_a_new_name_is_added_only_when_the_age_was_said(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl = await town.viewer("carl")
        await for_others.open_choice(Seated(tx, carl, NOW), shift_id=shift_id)
        new = await for_others.typed_name(Seated(tx, carl, NOW), " 王  奶奶 ")
        assert not isinstance(new, Candidates)
        with pytest.raises(StaleCard):
            await for_others.sign_up_name(Seated(tx, carl, NOW), revision=new.revision + 1)
        done = await for_others.sign_up_name(Seated(tx, carl, NOW), revision=new.revision)

        assert (new.name, new.team, done.name, done.sign_up.state) == (
            "王 奶奶",
            "first",
            "王 奶奶",
            SignUpState.CONFIRMED,
        )


async def test_a_known_name_is_offered_before_a_new_one(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        carl = await town.viewer("carl")
        await for_others.open_choice(Seated(tx, carl, NOW), shift_id=shift_id)
        found = await for_others.typed_name(Seated(tx, carl, NOW), "Ben")
        new = await for_others.new_name(Seated(tx, carl, NOW))

        assert isinstance(found, Candidates)
        assert ([person.name for person in found.people], new.name) == (["Ben"], "Ben")


async def test_who_missed_too_often_waits_behind_the_line_where_the_station_says_so(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await stations.set_setting(
            tx, station_id=town.stations["futian"], key="no_show_limit", value="1", set_by=None, now=NOW
        )
        old = await offer(town, morning(starts_at=NOW + HOUR))
        await signs_up(town, "anna", old)
        await rolls.mark(town, old, "anna", rolls.S.NO_SHOW, at=NOW + 2 * HOUR)
        shift_id = await offer(town, morning(starts_at=START + 9 * HOUR, capacity=1))
        later = NOW + 5 * HOUR
        for turn, name in enumerate(("cora", "anna", "ben")):
            await signs_up(town, name, shift_id, later + turn)

        assert await standing(town, shift_id) == {"cora": CONFIRMED, "ben": WAITLISTED, "anna": WAITLISTED}
