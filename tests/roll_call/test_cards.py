"""Open cards follow what others mark: once a second each, not over a question, and not for who did it."""

from bot.desk import Seated
from bot.ground import notices
from bot.ground.refusals import RollCallFinished
from bot.own_data import my_data_rows as own_data_rows
from bot.roll_call import acts as roll_call
from bot.roll_call import card_message_rows as rows
from bot.roll_call import cards as roll_cards
from bot.roll_call.rules import AttendanceState
from bot.roll_call.shown import OpenCard
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.offers import START
from tests.helpers.rolls import END, all_here, finish, mark, shift_with
from tests.helpers.town import Town, build_town


async def handed(town: Town) -> int:
    """Anna and Ben come; Chan (message 7) has the card open, Carl (message 9) takes the roll."""
    shift_id = await shift_with(town, "anna", "ben")
    chan = await town.viewer("chan")
    await roll_call.card(Seated(town.tx, chan, START), shift_id=shift_id)
    await roll_call.hand_to(Seated(town.tx, chan, START), shift_id=shift_id, captain_id=town.people["carl"])
    for name, message in (("chan", 7), ("carl", 9)):
        await roll_cards.opened(
            Seated(town.tx, await town.viewer(name), 0), shift_id=shift_id, message_id=message, page=0
        )
    return shift_id


async def waiting(tx: Tx, town: Town, name: str) -> int:
    rows = await tx.rows(own_data_rows.my_messages.statement, person_id=town.people[name])
    return sum(1 for row in rows if row["kind"] == notices.RollCallFresh.kind)


async def test_change_is_told_to_the_others_once_a_second(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await handed(town)
        await mark(town, shift_id, "anna", AttendanceState.HERE, who="carl")
        await mark(town, shift_id, "ben", AttendanceState.HERE, who="carl")
        first = await waiting(tx, town, "chan"), await waiting(tx, town, "carl")
        await mark(town, shift_id, "ben", AttendanceState.NO_SHOW, at=START + 1, who="carl")

        assert first == (1, 0)
        assert (await waiting(tx, town, "chan"), await waiting(tx, town, "carl")) == (2, 0)
        await all_here(town, shift_id, at=START + 2)
        assert await waiting(tx, town, "carl") == 1


async def test_covered_card_is_left_alone_until_it_is_shown_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await handed(town)
        chan, me = await town.viewer("chan"), town.people["chan"]
        before = await roll_cards.fresh(Seated(tx, chan, START), shift_id=shift_id, message_id=7)
        await roll_cards.covered(Seated(tx, chan, 0), shift_id=shift_id, message_id=7)
        covered = await roll_cards.fresh(Seated(tx, chan, START), shift_id=shift_id, message_id=7)
        await roll_cards.opened(Seated(tx, chan, 0), shift_id=shift_id, message_id=8, page=1)
        old = await roll_cards.fresh(Seated(tx, chan, START), shift_id=shift_id, message_id=7)
        again = await roll_cards.fresh(Seated(tx, chan, START), shift_id=shift_id, message_id=8)

        assert before is not None
        assert again is not None
        assert (before.page, covered, old, again.page) == (0, None, None, 1)
        assert await rows.shown(tx, shift_id) == [OpenCard(me, 8, 1), OpenCard(town.people["carl"], 9, 0)]


async def test_who_may_not_take_the_roll_any_more_gets_no_card(database: Database) -> None:
    """Fault 47."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await handed(town)
        carl, anna = await town.viewer("carl"), await town.viewer("anna")
        mine = await roll_cards.fresh(Seated(tx, carl, START), shift_id=shift_id, message_id=9)
        await rows.show(tx, shift_id, anna.id, 9, 0)
        hers = await roll_cards.fresh(Seated(tx, anna, START), shift_id=shift_id, message_id=9)

    assert mine is not None
    assert hers is None


async def test_finished_roll_call_is_shown_as_closed(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await handed(town)
        await all_here(town, shift_id)
        await finish(town, shift_id)
        carl = await town.viewer("carl")
        found = await roll_cards.fresh(Seated(tx, carl, END), shift_id=shift_id, message_id=9)
        refused = None
        try:
            await mark(town, shift_id, "anna", AttendanceState.HERE, at=END, who="carl")
        except RollCallFinished as no:
            refused = no

    assert found is not None
    assert (found.card.call.closed, refused) == (True, RollCallFinished())
