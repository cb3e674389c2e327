"""Notes between being written and being sealed: nothing is lost, what is tampered with is named, before and after."""

import asyncio
from typing import Any

import pytest

from bot.jobs.running import run_tick
from bot.store.audit import sealing
from bot.store.audit.checking import BadNote, chain_end, count_unsealed, first_bad_note
from bot.store.audit.due import TICKS
from bot.store.audit.sealing import SEALED_AT_ONCE, seal_written
from bot.store.database import Database, in_transaction, open_database
from bot.store.failures import Broken
from bot.store.statements import read_statement
from tests.helpers.raw_sql import fetched, raw
from tests.store.test_audit import write_notes

TAMPERED: dict[str, Any] = {
    "changed": (['UPDATE audit SET facts = \'{"role": "coordinator"}\' WHERE at = 4'], BadNote(4, "changed")),
    "its mark changed": (
        ["UPDATE audit_unsealed SET mark = 'x' WHERE note_id = (SELECT id FROM audit WHERE at = 4)"],
        BadNote(4, "changed"),
    ),
    "removed": (["DELETE FROM audit WHERE at = 4"], BadNote(4, "missing")),
    "tail cut": (["DELETE FROM audit WHERE at > 4"], BadNote(5, "missing")),
    "all gone": (["DELETE FROM audit WHERE at > 2"], BadNote(3, "missing")),
    "reordered": (
        [
            "UPDATE audit SET id = 99 WHERE at = 3",
            "UPDATE audit SET id = id - 1 WHERE at = 4",
            "UPDATE audit SET id = (SELECT id + 1 FROM audit WHERE at = 4) WHERE at = 3",
        ],
        BadNote(3, "changed"),
    ),
    "numbered by hand": (["UPDATE audit SET number = 9 WHERE at = 4"], BadNote(3, "missing"), BadNote(4, "missing")),
    "unsealed": (["UPDATE audit SET number = NULL WHERE at = 2"], BadNote(2, "missing")),
    "never to be sealed": (["DELETE FROM audit_unsealed"], BadNote(3, "unchained"), BadNote(4, "unchained")),
}


async def two_sealed_and_three_written(database: Database) -> None:
    async with database.write() as tx:
        await write_notes(tx, range(1, 3))
        await seal_written(tx)
        await write_notes(tx, range(3, 6))


async def found(database: Database) -> BadNote | None:
    async with database.read() as tx:
        return await first_bad_note(tx)


async def order(database_url: str) -> list[Any]:
    """Of the chain."""
    return [at for (at,) in await fetched(database_url, "SELECT at FROM audit WHERE number > 0 ORDER BY number")]


@pytest.mark.parametrize("how", TAMPERED)
async def test_what_is_tampered_with_before_it_is_sealed_is_named_before_and_after(
    database: Database, database_url: str, how: str
) -> None:
    """Fault 73: sealing covers nothing up."""
    statements, *expected = TAMPERED[how]
    await two_sealed_and_three_written(database)

    await raw(database_url, *statements)
    before = await found(database)
    await in_transaction(database, seal_written)
    await in_transaction(database, lambda tx: write_notes(tx, range(6, 7)))
    await in_transaction(database, seal_written)

    assert [before, await found(database)] == [expected[0], expected[-1]]


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "negative control"])
async def test_sealing_looks_whether_a_note_is_what_was_written(
    database: Database, database_url: str, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """Fault 73: without its mark a changed note would be sealed as if it had been written so."""
    await two_sealed_and_three_written(database)
    await raw(database_url, *TAMPERED["changed"][0])
    if not guarded:
        monkeypatch.setattr(sealing, "as_written", lambda row: row["id"] is not None)

    await in_transaction(database, seal_written)

    assert await found(database) == (BadNote(4, "changed") if guarded else None)


async def test_notes_are_sealed_in_the_order_in_which_they_were_written(database: Database, database_url: str) -> None:
    await two_sealed_and_three_written(database)
    whole_before = await found(database)

    await in_transaction(database, seal_written)

    assert (whole_before, await found(database)) == (None, None)
    assert await order(database_url) == [1, 2, 3, 4, 5]


async def test_sealing_again_changes_nothing(database: Database, database_url: str) -> None:
    await two_sealed_and_three_written(database)
    done = [await in_transaction(database, seal_written)]
    async with database.read() as tx:
        end = await chain_end(tx)
    done.append(await in_transaction(database, seal_written))

    async with database.read() as tx:
        assert (done, await chain_end(tx), await count_unsealed(tx)) == ([3, 0], end, 0)


async def test_tick_seals_all_there_is_piece_by_piece(database: Database, database_url: str) -> None:
    many = 2 * SEALED_AT_ONCE + 3
    await in_transaction(database, lambda tx: write_notes(tx, range(many)))
    first = await in_transaction(database, seal_written)
    (tick,) = TICKS
    rest = await run_tick(database, tick, lambda: 0)

    assert (first, rest) == (SEALED_AT_ONCE, many - SEALED_AT_ONCE)
    assert await order(database_url) == list(range(many))
    assert await found(database) is None


async def test_sealing_that_does_not_come_to_its_end_is_done_anew(database: Database, database_url: str) -> None:
    """Nothing is lost, nothing is in the chain twice."""
    await two_sealed_and_three_written(database)

    async def killed() -> None:
        async with database.write() as tx:
            await seal_written(tx)
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await killed()
    half = await found(database), await order(database_url)
    await in_transaction(database, seal_written)

    assert half == (None, [1, 2])
    assert (await found(database), await order(database_url)) == (None, [1, 2, 3, 4, 5])


async def test_note_that_is_committed_after_a_later_one_was_sealed_comes_after_it(postgres_url: str) -> None:
    """What is still open keeps nothing from being sealed, and is sealed when it is there."""
    database = await open_database(postgres_url)
    async with database.write() as early:
        await write_notes(early, range(1, 2))
        await in_transaction(database, lambda tx: write_notes(tx, range(2, 3)))
        meanwhile = await in_transaction(database, seal_written)
        assert await found(database) is None
    await in_transaction(database, lambda tx: write_notes(tx, range(3, 4)))
    later = await in_transaction(database, seal_written)

    assert (meanwhile, later) == (1, 2)
    assert (await order(postgres_url), await found(database)) == ([2, 1, 3], None)
    await database.close()


UNHELD = read_statement("sealing:unheld", "SELECT notes, hash FROM audit_head WHERE id = 1")


@pytest.mark.parametrize("guarded", [True, False], ids=["guarded", "negative control"])
async def test_two_who_seal_at_once_come_one_after_the_other(
    postgres_url: str, monkeypatch: pytest.MonkeyPatch, guarded: bool
) -> None:
    """The second waits for the first, and goes on from its end; without that it gives a place that is taken."""
    database = await open_database(postgres_url)
    if not guarded:
        await in_transaction(database, sealing.held_end)  # there must be one to begin with
        monkeypatch.setattr(sealing.held_end, "statement", UNHELD)
        monkeypatch.setattr(sealing.held_end, "answering", None)
    async with database.write() as first:
        async with database.write() as early:
            await write_notes(early, range(1, 2))
            await in_transaction(database, lambda tx: write_notes(tx, range(2, 3)))
            await seal_written(first)
        second = asyncio.create_task(database.do(seal_written))
        done, _ = await asyncio.wait([second], timeout=0.2)
    outcome = (await asyncio.gather(second, return_exceptions=True))[0]

    assert not done
    if guarded:
        assert (outcome, await order(postgres_url), await found(database)) == (1, [2, 1], None)
    else:
        assert isinstance(outcome, Broken)
        assert await order(postgres_url) == [2]
    await database.close()


async def test_notes_of_many_who_write_and_seal_at_once_make_one_chain(database: Database, database_url: str) -> None:
    async def one(number: int) -> None:
        await in_transaction(database, lambda tx: write_notes(tx, range(number, number + 1)))
        await in_transaction(database, seal_written)

    await asyncio.gather(*(one(number) for number in range(24)))

    assert sorted(await order(database_url)) == list(range(24))
    assert await found(database) is None
