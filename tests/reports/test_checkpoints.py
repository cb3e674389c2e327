"""Each day the administrators get the end of the chain; a chain that was written anew does not go through it."""

import pytest

from bot.ground.times import DAY, HOUR
from bot.reports.integrity.checkpoints import Checkpoint, coming_checkpoint, read_checkpoint, tell_checkpoint, unlike
from bot.reports.rules import Fault
from bot.speech.words import Words
from bot.store.audit.checking import chain_end, first_bad_note
from bot.store.audit.notes import note
from bot.store.audit.sealing import seal_written
from bot.store.database import Database
from bot.store.ticks import Due
from bot.store.transaction import Tx
from bot.wire.rendering import Telling
from handlers.reports.checkpoints import show_checkpoint
from tests.helpers.lines import queued
from tests.helpers.raw_sql import raw
from tests.helpers.town import NOW, ZONE, build_town

TOMORROW = (NOW // DAY + 1) * DAY


async def noted(tx: Tx, at: int) -> None:
    await note(tx, at=at, actor_id=7, act="tested", subject="person:5")
    while await seal_written(tx):
        pass


async def test_administrator_is_told_once_a_day_where_something_was_noted(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await noted(tx, NOW)
        told = []
        for now in (NOW, NOW + HOUR, TOMORROW, TOMORROW + DAY):
            if now == TOMORROW + DAY:
                await noted(tx, now)
            await tell_checkpoint(tx, now)
            told.append(len(await queued(town, "checkpoint")))

    assert told == [1, 1, 1, 2]


@pytest.mark.parametrize(("who", "reads"), [("wu", True), ("olga", False), ("anna", False)])
async def test_only_administrators_read_it(database: Database, who: str, reads: bool) -> None:
    """By what they are when it leaves."""
    async with database.write() as tx:
        town = await build_town(tx)
        to = Telling(tx, town.people[who], 0, NOW, Words("en", ZONE))
        screen = await show_checkpoint(to, 12, "ab" * 32)

    assert (screen is not None) is reads


async def test_next_checkpoint_is_foreseen(database: Database) -> None:
    async with database.write() as tx:
        await build_town(tx)
        await noted(tx, NOW)
        ahead = await coming_checkpoint(tx, NOW)
        await tell_checkpoint(tx, NOW)
        after = await coming_checkpoint(tx, NOW)

    assert (ahead, after) == ([Due(TOMORROW, "checkpoint", 1)], [])


async def test_chain_written_anew_does_not_go_through_a_checkpoint(database: Database, database_url: str) -> None:
    """Fault 73: it is whole in itself, and another one."""
    async with database.write() as tx:
        for at in (1, 2, 3):
            await noted(tx, at)
        kept = read_checkpoint(f"📌 3 {await chain_end(tx)}")
        assert kept is not None
        right = await unlike(tx, kept)
    await raw(database_url, "DELETE FROM audit", "DELETE FROM audit_head")
    async with database.write() as tx:
        for at in (1, 2, 4):
            await noted(tx, at)
        whole, wrong = await first_bad_note(tx), await unlike(tx, kept)

    assert (right, whole, wrong) == (None, None, Fault("checkpoint", "audit:3"))


@pytest.mark.parametrize("text", ["", "12", "0 " + "a" * 64, "12 " + "a" * 63, "12 " + "g" * 64])
def test_what_is_no_checkpoint_is_none(text: str) -> None:
    assert read_checkpoint(text) is None


def test_checkpoint_is_read_as_it_was_copied() -> None:
    assert read_checkpoint(f"🔏 12\n{'AB' * 32} .") == Checkpoint(12, "ab" * 32)
