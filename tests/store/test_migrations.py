"""Up, down and up again on both databases; what migrating makes is what the tables say."""

import multiprocessing
import signal
import sqlite3
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import Connection, create_engine
from sqlalchemy.ext.asyncio import create_async_engine

from bot.call_list import rows as call_list_rows
from bot.desk import Seated
from bot.ground.times import DAY, HOUR
from bot.reminders.acts import remind
from bot.reports.integrity.acts import first_fault
from bot.schema import metadata
from bot.stations.acts import change_setting
from bot.store.audit.checking import BadNote, first_bad_note
from bot.store.audit.sealing import seal_written
from bot.store.database import open_database
from bot.store.migrating import HEAD, SchemaTooNew, migrate, version
from bot.store.migrations.climbing import climb, config, known
from tests.helpers.books import LATER, entered, verified
from tests.helpers.lines import signs_up
from tests.helpers.offers import START, offer
from tests.helpers.raw_sql import fetched, raw
from tests.helpers.town import build_town
from tests.store import dying
from tests.store.test_audit import write_notes


def test_head_is_the_newest_revision() -> None:
    assert HEAD in known()
    assert config().get_main_option("script_location")


async def test_schema_climbs_up_down_and_up(database_url: str) -> None:
    await climb(database_url, "base")
    assert await version(database_url) is None

    assert await migrate(database_url) is True
    assert await version(database_url) == HEAD
    assert await migrate(database_url) is False


async def test_database_of_a_newer_program_is_refused(sqlite_url: str) -> None:
    """Fault 71: an old program on a new schema."""
    with sqlite3.connect(sqlite_url.removeprefix("sqlite:///")) as connection:
        connection.execute("UPDATE alembic_version SET version_num = '9999'")

    with pytest.raises(SchemaTooNew, match="9999"):
        await migrate(sqlite_url)


def differences(connection: Connection) -> list[object]:
    return list(compare_metadata(MigrationContext.configure(connection), metadata))


async def test_metadata_equals_the_migrated_schema_on_postgresql(postgres_url: str) -> None:
    engine = create_async_engine("postgresql+asyncpg://" + postgres_url.split("://", 1)[1])
    async with engine.connect() as connection:
        found = await connection.run_sync(differences)
    await engine.dispose()

    assert found == []


async def test_paths_stand_in_the_order_of_bytes_whatever_the_order_of_the_database_is(postgres_url: str) -> None:
    ask = "SELECT collation_name FROM information_schema.columns WHERE table_name = 'station' AND column_name = 'path'"

    assert await fetched(postgres_url, ask) == [("C",)]


def test_metadata_equals_the_migrated_schema_on_sqlite(migrated_file: Path) -> None:
    """Compared as SQLite keeps it, text for text: batch mode loses triggers and checks silently."""
    made = create_engine("sqlite://")
    with made.connect() as connection, sqlite3.connect(migrated_file) as migrated:
        metadata.create_all(connection)
        ask = (
            "SELECT type, name, sql FROM sqlite_master WHERE name NOT LIKE 'alembic%' AND sql IS NOT NULL ORDER BY name"
        )
        wanted = [tuple(row) for row in connection.exec_driver_sql(ask)]
        found = migrated.execute(ask).fetchall()
    made.dispose()

    assert [normal(row) for row in found] == [normal(row) for row in wanted]


def normal(row: tuple[str, str, str]) -> tuple[str, str, list[str]]:
    kind, name, text = row
    parts = sorted(part.strip(" ,\n\t()") for part in text.replace('"', "").splitlines())
    return kind, name, [part for part in parts if part]


KILLED_AT = (1, 2, 3, 5, 8, 13, 21, 34, 55)
FORKS = multiprocessing.get_context("forkserver")
FORKS.set_forkserver_preload(["tests.store.dying"])


def died(url: str, last: int) -> int | None:
    process = FORKS.Process(target=dying.main, args=(url, last))
    process.start()
    process.join(60)
    return process.exitcode


async def test_migration_killed_at_a_statement_is_all_or_nothing_and_resumes(database_url: str) -> None:
    """Fault 71."""
    await climb(database_url, "base")

    codes = [(died(database_url, last), await version(database_url)) for last in KILLED_AT]

    assert codes == [(-signal.SIGKILL, None)] * len(KILLED_AT)
    assert await migrate(database_url) is True
    database = await open_database(database_url)
    async with database.read() as tx:
        assert await first_fault(tx) is None
    await database.close()


async def test_rows_outlive_the_call_lists_coming_and_going(database_url: str) -> None:
    """0002: a message lost before is looked at afterwards; one that was delivered is not."""
    row = (
        "INSERT INTO outbox (bot_id, key, kind, class, chat_id, payload, created_at, due_at, state)"
        " VALUES (1, '{0}', 'cancelled', 'critical', 5, '', 7, 7, '{0}')"
    )
    await climb(database_url, "base")
    await climb(database_url, "0001")
    for state in ("unknown", "sent"):
        await raw(database_url, row.format(state))
    await climb(database_url, "0002")
    database = await open_database(database_url)
    async with database.read() as tx:
        found = [one["key"] for one in await tx.rows(call_list_rows.newly_undelivered.statement, limit=9)]
    await database.close()
    await migrate(database_url)
    database = await open_database(database_url)
    async with database.read() as tx:
        assert await first_fault(tx) is None
    await database.close()
    while await version(database_url) != "0001":
        await climb(database_url, "-1")

    assert found == ["unknown"]
    assert await version(database_url) == "0001"
    assert await fetched(database_url, "SELECT key, state, attempts FROM outbox ORDER BY id") == [
        ("unknown", "unknown", 0),
        ("sent", "sent", 0),
    ]


async def test_whoever_was_there_before_is_found_by_name_afterwards(database_url: str) -> None:
    """0006"""
    await climb(database_url, "base")
    await climb(database_url, "0005")
    row = "INSERT INTO person (state, name, created_at) VALUES ('{0}', '{1}', 7)"
    await raw(database_url, *(row.format(*one) for one in (("managed", "王芳"), ("active", "Ann"), ("erased", ""))))
    await migrate(database_url)
    database = await open_database(database_url)
    async with database.read() as tx:
        assert await first_fault(tx) is None
    await database.close()

    assert sorted(await fetched(database_url, "SELECT part, name FROM name_part")) == [
        *(("", name) for name in ("Ann", "王芳")),
        *((part, "Ann") for part in ("a", "an", "ann", "n", "nn")),
        *((part, "王芳") for part in ("王", "王芳", "芳")),
    ]


async def test_who_was_reminded_before_counts_as_asked_afterwards(database_url: str) -> None:
    """0011"""
    database = await open_database(database_url)
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await signs_up(town, "anna", shift_id)
        await remind(tx, START - 24 * HOUR, 64)
        await signs_up(town, "ben", shift_id, START - 20 * HOUR)
    await database.close()
    while await version(database_url) != "0010":
        await climb(database_url, "-1")
    await migrate(database_url)

    asked = f"SELECT asked_revision FROM sign_up WHERE shift_id = {shift_id} ORDER BY id"  # noqa: S608 - an id of ours
    assert await fetched(database_url, asked) == [(0,), (None,)]


async def test_long_day_that_waits_says_afterwards_whom_it_waits_for(database_url: str) -> None:
    """0017: by the limits that hold at its station, and by what is verified of that day."""
    database = await open_database(database_url)
    async with database.write() as tx:
        town = await build_town(tx)
        await change_setting(
            Seated(tx, await town.viewer("wu"), LATER), town.stations["city"], "administrator_hours", "11"
        )
        for name, hours in (("anna", 9), ("ben", 11.5), ("carl", 2)):
            await entered(town, name, hours=hours)
        await entered(town, "anna", starts_at=START + DAY, hours=5)
        await verified(town, "anna", starts_at=START + DAY + 6 * HOUR, hours=4)
    await database.close()
    needs = "SELECT needs FROM service_record WHERE state = 'submitted' ORDER BY id"
    before = await fetched(database_url, needs)
    while await version(database_url) != "0016":
        await climb(database_url, "-1")
    await migrate(database_url)

    assert before[-4:] == [("coordinator",), ("administrator",), ("",), ("coordinator",)]
    assert await fetched(database_url, needs) == before


async def test_chain_of_notes_goes_on_where_it_was(database_url: str) -> None:
    """0021: on the way down what waits is sealed, also what is not what was written; what comes afterwards follows."""
    database = await open_database(database_url)
    async with database.write() as tx:
        await write_notes(tx, range(1, 3))
        await seal_written(tx)
        await write_notes(tx, range(3, 6))
    await database.close()
    await raw(database_url, "UPDATE audit SET act = 'other' WHERE at = 5")
    while await version(database_url) != "0020":
        await climb(database_url, "-1")
    places = await fetched(database_url, "SELECT number, at FROM audit ORDER BY number")
    await migrate(database_url)
    database = await open_database(database_url)
    async with database.write() as tx:
        changed = await first_bad_note(tx)
    await raw(database_url, "UPDATE audit SET act = 'grant' WHERE at = 5")
    async with database.write() as tx:
        mended = await first_bad_note(tx)
        await write_notes(tx, range(6, 7))
        sealed = await seal_written(tx)
        written = await first_bad_note(tx)
    await database.close()

    assert places == [(n, n) for n in range(1, 6)]
    assert (changed, mended, sealed, written) == (
        BadNote(5, "changed"),
        BadNote(5, "changed"),
        1,
        BadNote(5, "changed"),
    )
