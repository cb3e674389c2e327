"""The chain of notes, whole and tampered with; what waits to be sealed is in ``test_unsealed``."""

import asyncio

import pytest

from bot.store.audit.checking import BadNote, chain_end, first_bad_note
from bot.store.audit.notes import note, seal
from bot.store.audit.sealing import seal_written
from bot.store.database import Database, in_transaction
from bot.store.transaction import Tx
from tests.helpers.notes import notes_about
from tests.helpers.raw_sql import raw

TAMPERED = {
    "untouched": ([], None),
    "changed": (['UPDATE audit SET facts = \'{"role": "coordinator"}\' WHERE number = 3'], BadNote(3, "changed")),
    "resealed": (["UPDATE audit SET act = 'x', hash = previous WHERE number = 3"], BadNote(3, "changed")),
    "removed": (["DELETE FROM audit WHERE number = 2"], BadNote(2, "missing")),
    "first removed": (["DELETE FROM audit WHERE number = 1"], BadNote(1, "missing")),
    "removed and renumbered": (
        ["DELETE FROM audit WHERE number = 2", "UPDATE audit SET number = number - 1 WHERE number > 2"],
        BadNote(2, "changed"),
    ),
    "reordered": (
        [
            "UPDATE audit SET number = 99 WHERE number = 2",
            "UPDATE audit SET number = 2 WHERE number = 4",
            "UPDATE audit SET number = 4 WHERE number = 99",
        ],
        BadNote(2, "changed"),
    ),
    "tail cut": (["DELETE FROM audit WHERE number > 3"], BadNote(4, "missing")),
    "all gone": (["DELETE FROM audit"], BadNote(1, "missing")),
}


async def write_notes(tx: Tx, numbers: range) -> None:
    for number in numbers:
        await note(tx, at=number, actor_id=7, act="grant", subject="person:5", facts={"role": f"r{number}"})


async def sealed(database: Database, numbers: range) -> None:
    async with database.write() as tx:
        await write_notes(tx, numbers)
        await seal_written(tx)


@pytest.mark.parametrize("how", TAMPERED)
async def test_checker_names_the_first_bad_note(database: Database, database_url: str, how: str) -> None:
    """Fault 73."""
    statements, expected = TAMPERED[how]
    await sealed(database, range(1, 6))

    await raw(database_url, *statements)

    async with database.read() as tx:
        assert await first_bad_note(tx) == expected


async def test_checker_finds_a_note_moved_from_another_chain(database: Database, database_url: str) -> None:
    """Fault 73: every seal is right by itself, but the chain is broken."""
    await sealed(database, range(1, 4))
    forged = {"previous": "", "number": 2, "at": 2, "actor_id": 7, "act": "grant", "subject": "person:5", "facts": "{}"}
    change = f"UPDATE audit SET facts = '{{}}', previous = '', hash = '{seal(forged)}' WHERE number = 2"  # noqa: S608  # the hash is ours

    await raw(database_url, change)

    async with database.read() as tx:
        assert await first_bad_note(tx) == BadNote(2, "unchained")


async def test_notes_of_many_at_once_make_one_chain(database: Database) -> None:
    async def one(number: int) -> None:
        await in_transaction(database, lambda tx: write_notes(tx, range(number, number + 1)))

    await asyncio.gather(*(one(number) for number in range(12)))

    async with database.read() as tx:
        assert await first_bad_note(tx) is None
        assert len(await notes_about(tx, "person:5")) == 12


async def test_note_that_is_rolled_back_leaves_no_gap(database: Database) -> None:
    async def fails() -> None:
        async with database.write() as tx:
            await write_notes(tx, range(1))
            raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError):
        await fails()
    async with database.write() as tx:
        await write_notes(tx, range(1))

    async with database.read() as tx:
        assert await first_bad_note(tx) is None


async def test_empty_chain_is_whole(database: Database) -> None:
    async with database.read() as tx:
        assert (await first_bad_note(tx), await chain_end(tx)) == (None, "")
