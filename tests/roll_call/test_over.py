"""Who is asked to finish the roll, when it is over and in the evening, on both sides of each limit."""

import pytest

from bot.desk import Seated
from bot.ground.frozen import replace
from bot.ground.times import DAY, HOUR, MINUTE
from bot.roll_call import over, over_rows
from bot.roll_call.over_rows import OverRoll
from bot.roll_call.rules import RollCallState
from bot.store import outbox
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.lines import queued
from tests.helpers.neighbours import put
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, card, shift_with
from tests.helpers.town import Town, build_town

STANDS = read_statement("stands", "UPDATE roll_call SET state = :state WHERE shift_id = :shift_id")
EVENING = START + 11 * HOUR  # 20:00, when leads get their lists
LED = ["carl", "chan"]  # the team's captain and the lead: it was handed to nobody


async def asked(town: Town, *instants: int) -> list[list[str]]:
    """Whom each of these moments asks."""
    found, seen = [], len(await queued(town, "finish_roll"))
    for now in instants:
        await over.ask_to_finish(town.tx, now, 64)
        new = (await queued(town, "finish_roll"))[seen:]
        seen += len(new)
        found.append(sorted(who for _, who, _ in new))
    return found


async def test_who_leads_is_asked_at_the_end_and_once_more_in_the_evening(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await card(town, await shift_with(town, "anna"))
        found = await asked(town, END - 1, END, END + 1, EVENING - 1, EVENING, EVENING + 1, END + DAY)

    assert found == [[], LED, [], [], LED, [], []]


@pytest.mark.parametrize(("late", "who"), [(0, LED), (1, [])], ids=["a day", "longer"])
async def test_a_bot_that_stood_still_asks_for_a_day(database: Database, late: int, who: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await card(town, await shift_with(town, "anna"))
        found = await asked(town, END + DAY + late)

    assert found == [who]


@pytest.mark.parametrize(("before", "again"), [(HOUR + 1, True), (HOUR, False)], ids=["longer than an hour", "an hour"])
async def test_evening_comes_only_to_what_was_not_over_just_then(database: Database, before: int, again: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        roll = await over_of(town, asked_at=EVENING - before)

        assert await over.asked_next(tx, roll) == (EVENING if again else 0)


@pytest.mark.parametrize("state", [None, RollCallState.SUBMITTED, RollCallState.CLOSED])
async def test_nobody_is_asked_about_what_is_finished_or_never_began(
    database: Database, state: RollCallState | None
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)

        assert await over.asked_next(tx, await over_of(town, state=state)) == 0


async def over_of(town: Town, **other: object) -> OverRoll:
    shift_id = await shift_with(town, "anna")
    await card(town, shift_id)
    found = await over_rows.over_to_look_at(town.tx, until=END, limit=64)
    return replace(next(one for one in found if one.id == shift_id), **other)


async def test_who_comes_next_and_how_many(database: Database) -> None:
    """The earliest, with all whom it asks; nobody is counted for what has no people."""
    async with database.write() as tx:
        town = await build_town(tx)
        for starts_at in (START, START + HOUR):
            shift_id = await offer(town, morning(starts_at=starts_at))
            await card(town, shift_id, starts_at)
            for number in (1, 2):
                await over.ask_to_finish(tx, starts_at - number, 64)
        await card(town, await shift_with(town, "anna"))
        found = [await over.next_asked(tx, now) for now in (END - 1, END)]

    assert found == [(END, 2), None]


async def test_what_nobody_signed_up_for_is_looked_at_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await card(town, shift_id)
        await over.ask_to_finish(tx, END, 64)
        looks = [
            [one.id for one in await over_rows.over_to_look_at(tx, since=1, until=until, limit=64)]
            for until in (END + 10 * MINUTE - 1, END + 10 * MINUTE)
        ]

    assert [shift_id in look for look in looks] == [False, True]


@pytest.mark.parametrize(("limit", "said"), [(1, 1), (64, 0)], ids=["full", "all"])
async def test_a_full_look_asks_for_another(database: Database, limit: int, said: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await card(town, await offer(town))

        assert await over.ask_to_finish(tx, END, limit) == said


@pytest.mark.parametrize(
    ("state", "left", "asked"),
    [("open", False, True), ("handed", False, True), ("submitted", False, False), ("closed", False, False),
     ("open", True, False)],
)  # fmt: skip
async def test_who_is_still_here_is_asked_until_it_is_finished(
    database: Database, state: str, left: bool, asked: bool
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await card(town, shift_id)
        await put(
            tx, "attendance", shift_id=shift_id, person_id=town.people["anna"], state="here", source="check_in",
            walk_in=0, left_at=END if left else None, marked_by=town.people["anna"], marked_at=START,
        )  # fmt: skip
        await tx.change(STANDS, shift_id=shift_id, state=state)
        look = await over.check_out_look(Seated(tx, await town.viewer("anna"), END), shift_id=shift_id)

    assert (look is not None) is asked


async def test_who_was_asked_is_asked_again_in_the_evening_and_nobody_to_check_out_twice(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await card(town, shift_id)
        await put(
            tx, "attendance", shift_id=shift_id, person_id=town.people["anna"], state="here", source="check_in",
            walk_in=0, left_at=None, marked_by=town.people["anna"], marked_at=START,
        )  # fmt: skip
        for now in (END, EVENING):
            await over.ask_to_finish(tx, now, 64)
        told = await outbox.waiting_facts(tx, f"shift:{shift_id}", "finish_roll")

        assert sorted(one["again"] for one in told) == [0, 0, 1, 1]
        assert await queued(town, "check_out") == [("check_out", "anna", END)]
