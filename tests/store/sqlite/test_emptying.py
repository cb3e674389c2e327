"""Fault 67 on SQLite: the log is emptied as soon as nobody reads it, and the file keeps no copy of what has moved."""

import random
import sqlite3
from contextlib import closing
from pathlib import Path

from bot.people import name_part_rows
from bot.people import rows as people_rows
from bot.people.rows import add_person
from bot.store.database import Database, open_database, sqlite_path
from tests.helpers.raw_sql import bytes_of, raw

NAME = "Zebulon Quagga"


def around(url: str) -> dict[str, int]:
    """How often the name stands in each file of the database."""
    path = sqlite_path(url)
    files = [one for one in path.parent.iterdir() if one.name.startswith(path.name)]
    return {one.name.removeprefix(path.name): bytes_of(one).count(NAME.encode()) for one in files}


def copies(path: Path, names: list[str]) -> list[str]:
    data = bytes_of(path)
    return [name for name in names if name.encode() in data]


async def gone(database: Database) -> None:
    """Somebody comes and goes."""
    async with database.write() as tx:
        await add_person(tx, now=1, state="active", name=NAME)
    async with database.write() as tx:
        await name_part_rows.forget_parts(tx, person_id=1)
        await people_rows.erase_person(tx, person_id=1)


async def test_reader_keeps_the_log_and_is_waited_for(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    with closing(sqlite3.connect(sqlite_path(sqlite_url), isolation_level=None)) as reader:
        reader.execute("BEGIN")
        reader.execute("SELECT count(*) FROM person").fetchall()
        await gone(database)
        assert await database.empty_log() is False
        assert around(sqlite_url)["-wal"] > 0
        assert reader.execute("SELECT count(*) FROM person").fetchall() == [(0,)]  # undisturbed
        reader.execute("ROLLBACK")

    assert await database.empty_log() is True
    assert sqlite_path(sqlite_url + "-wal").stat().st_size == 0
    assert set(around(sqlite_url).values()) == {0}
    await database.close()


async def test_emptying_waits_for_nobody_and_leaves_the_writer_patient(sqlite_url: str) -> None:
    database = await open_database(sqlite_url)
    await gone(database)
    await database.empty_log()
    await database.rewrite()
    async with database.write() as tx:
        waits = await tx.connection.execute_fetchall("PRAGMA busy_timeout")  # type: ignore[attr-defined]  # SQLite's own

    assert [tuple(row) for row in waits] == [(5000,)]
    await database.close()


async def test_file_written_anew_holds_no_copy_of_what_has_moved(sqlite_url: str) -> None:
    """Rows that grow move between pages and may leave copies in the gaps, which are not overwritten afterwards.

    Without writing the file anew SQLite 3.40 leaves four of these 235 names.
    """
    database = await open_database(sqlite_url)
    draw = random.Random(1)
    names = [f"canary{draw.randrange(10**9):09d}" for _ in range(4000)]
    for start in (0, 2000):
        async with database.write() as tx:
            for place, name in enumerate(names[start : start + 2000]):
                await add_person(tx, now=1, state="active", name=name)
                if place % 3 == 0:
                    grown = draw.randrange(1, start + place + 2)
                    await tx.change(
                        people_rows.set_phone_statement.statement, id=grown, phone="y" * draw.randrange(900)
                    )
    async with database.write() as tx:
        for person_id in range(17, 4001, 17):
            await name_part_rows.forget_parts(tx, person_id=person_id)
            await people_rows.erase_person(tx, person_id=person_id)

    await database.rewrite()
    assert await database.empty_log() is True
    assert copies(sqlite_path(sqlite_url), names[16::17]) == []
    await database.close()


async def test_postgresql_has_nothing_to_empty(postgres_url: str) -> None:
    database = await open_database(postgres_url)
    await raw(postgres_url, "SELECT 1")
    await database.rewrite()

    assert await database.empty_log() is True
    await database.close()
