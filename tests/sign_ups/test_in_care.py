"""What one person hears for all in their care: to the last moment that it matters, and of whom it is then."""

import pytest

from bot.desk import Seated
from bot.ground.times import DAY
from bot.leading import cancelling, holding
from bot.leading.changing import edit
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.acts import sign_up
from bot.sign_ups.groups.acts import reserve
from bot.sign_ups.in_care import acts as in_care
from bot.sign_ups.in_care.shown import InCare
from bot.sign_ups.rules import SignUpState
from bot.sign_ups.withdrawing import withdraw
from bot.store.database import Database
from tests.helpers.gatherings import activity_of
from tests.helpers.lines import sign_up_id
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town
from tests.sign_ups.test_groups import open_day

END = START + 150 * 60


async def looked_after(town: Town, name: str, team: str = "first") -> None:
    await town.person(name, state="managed", team=team, managed_by="carl")
    await town.joins(name, team)


async def two_in_care(town: Town, **other: int) -> int:
    """Carl reads for Gran and Pa, and comes himself."""
    await looked_after(town, "pa")
    shift_id = await offer(town, morning(**other))
    carl = Seated(town.tx, await town.viewer("carl"), NOW)
    for name in ("carl", "gran", "pa"):
        await sign_up(carl, shift_id=shift_id, person_id=town.people[name])
    return shift_id


async def changed(town: Town, shift_id: int, change: str) -> None:
    chan = Seated(town.tx, await town.viewer("chan"), NOW)
    if change == "on hold":
        await holding.hold(chan, shift_id=shift_id, decide_at=START - DAY)
    if change == "cancelled":
        await cancelling.cancel(chan, activity_id=await activity_of(town, shift_id), reason="weather")
    if change == "moved":
        await edit(chan, shift_id=shift_id, field="start", text="9:30")
    if change == "withdrawn":
        for name in ("gran", "pa"):
            carl = Seated(town.tx, await town.viewer("carl"), NOW)
            await withdraw(carl, sign_up_id=await sign_up_id(town, name, shift_id))


CHANGES = ["", "on hold", "cancelled", "moved", "withdrawn"]


@pytest.mark.parametrize("change", CHANGES)
async def test_they_are_reminded_while_it_stands(database: Database, change: str) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await two_in_care(town)
        await changed(town, shift_id, change)
        found = await in_care.reminded(tx, shift_id, 0, reader_id=town.people["carl"], now=NOW)

    assert names(found) == (["Gran", "Pa"] if change == "" else [])


@pytest.mark.parametrize("change", CHANGES)
async def test_they_are_asked_again_while_it_stands(database: Database, change: str) -> None:
    """What is on hold may still go ahead, at the new time."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await two_in_care(town)
        await changed(town, shift_id, change)
        found = await in_care.asked_again(tx, shift_id, 0, reader_id=town.people["carl"], now=NOW)

    assert names(found) == (["Gran", "Pa"] if change in {"", "on hold"} else [])


@pytest.mark.parametrize(
    ("at", "reminded", "asked"),
    [(START - 1, True, True), (START, False, True), (END - 1, False, True), (END, False, False)],
)
async def test_clock_ends_it(database: Database, at: int, reminded: bool, asked: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await two_in_care(town)
        carl = town.people["carl"]
        found = await in_care.reminded(tx, shift_id, 0, reader_id=carl, now=at)
        again = await in_care.asked_again(tx, shift_id, 0, reader_id=carl, now=at)
        made = await in_care.signed_up_by(tx, shift_id, carl, reader_id=carl, now=at)

    assert (found is not None, again is not None, made is not None) == (reminded, asked, reminded)


async def test_who_is_down_for_something_else_then_is_named(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await two_in_care(town)
        other = await offer(town, morning(starts_at=START + DAY))
        carl = Seated(tx, await town.viewer("carl"), NOW)
        await sign_up(carl, shift_id=other, person_id=town.people["pa"])
        await edit(Seated(tx, await town.viewer("chan"), NOW), shift_id=other, field="start", text="2026-12-05 10:00")
        look = await in_care.asked_again(tx, shift_id, 0, reader_id=town.people["carl"], now=NOW)
        done = await in_care.all_coming(carl, shift_id=shift_id, revision=0)

    assert look is not None
    assert (look.busy, done.busy) == (("Pa",), ("Pa",))
    assert [one.name for one in done.listed if one.sign_up.said_yes(0)] == ["Gran"]


async def test_who_signed_them_up_is_named_with_whom_they_signed_up(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await looked_after(town, "pa")
        shift_id = await offer(town)
        for who, whom in (("carl", "gran"), ("chan", "pa")):
            desk = Seated(tx, await town.viewer(who), NOW)
            await sign_up(desk, shift_id=shift_id, person_id=town.people[whom])
        found = [
            await in_care.signed_up_by(tx, shift_id, town.people[by], reader_id=town.people["carl"], now=NOW)
            for by in ("carl", "chan", "olga")
        ]

    assert [one and (names(one[0]), one[1]) for one in found] == [(["Gran"], "Carl"), (["Pa"], "Chan"), None]


@pytest.mark.parametrize(
    ("places", "group"),
    [((0, 0), True), ((0, None), False), ((None, None), False), ((0, 1), False)],
    ids=["of one group", "one on their own", "all on their own", "of two groups"],
)
async def test_group_is_meant_where_all_sit_on_its_places(
    database: Database, places: tuple[int | None, ...], group: bool
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await open_day(town)
        await town.team("club", "nanshan", kind="group", lead="li")
        await town.joins("finn", "club", captain=True)
        finn = Seated(tx, await town.viewer("finn"), NOW)
        cards = [
            await reserve(finn, shift_id=shift_id, team_id=town.teams[team], places=2) for team in ("company", "club")
        ]
        held = [card.place.id for card in cards if card.place]
        for name, place in zip(("kim", "lan"), places, strict=True):
            await town.person(name, state="managed", team="company", managed_by="finn")
            await town.joins(name, "company")
            at = None if place is None else held[place]
            await sign_ups.add(
                tx, shift_id=shift_id, person_id=town.people[name], state=SignUpState.CONFIRMED,
                by=town.people["finn"], now=NOW, group_place_id=at,
            )  # fmt: skip
        found = await in_care.look(tx, shift_id, reader_id=town.people["finn"], now=NOW)

    assert found is not None
    assert names(found) == ["Kim", "Lan"]
    assert (found.group is not None and found.group.id == held[0]) is group


async def test_nobody_is_asked_again_about_what_was_cancelled_under_way(database: Database) -> None:
    """Whoever is there keeps the sign-up, for the roll."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await two_in_care(town)
        carl, at = town.people["carl"], START + 60
        before = await in_care.asked_again(tx, shift_id, 0, reader_id=carl, now=at)
        chan = Seated(tx, await town.viewer("chan"), at)
        await cancelling.cancel(chan, activity_id=await activity_of(town, shift_id), reason="weather")
        after = await in_care.asked_again(tx, shift_id, 0, reader_id=carl, now=at)

    assert (names(before), names(after)) == (["Gran", "Pa"], [])


def names(found: InCare | None) -> list[str]:
    return sorted(one.name for one in found.listed) if found else []
