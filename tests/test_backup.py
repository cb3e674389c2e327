"""`liandong backup FILE`, as an operator meets it. Fault 72: it goes through SQLite's backup API and nothing else."""

import asyncio
import os
import sqlite3
import sys
from contextlib import closing
from pathlib import Path

import pytest

from bot.reports.integrity.acts import first_fault
from bot.store import occurrences as stored_occurrences
from bot.store.database import Database, open_database, sqlite_path
from bot.store.postgres.dump import commands
from bot.store.sqlite.copying import copied, unsound
from bot.wire.health import Exit
from tests.helpers.program import connected, ended, simulated, started, until_said
from tests.helpers.raw_sql import fetched, raw
from tests.helpers.town import build_town

ORPHAN = "INSERT INTO membership (person_id, team_id, joined_at, captain) VALUES (7, 8, 1, 0)"


def names_in(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Where backups go; nothing else lies there."""
    made = tmp_path / "backups"
    made.mkdir()
    return made


async def town_in(url: str) -> None:
    database = await open_database(url)
    async with database.write() as tx:
        await build_town(tx)
    await database.close()


async def test_backup_says_what_is_in_it(sqlite_url: str, folder: Path) -> None:
    await town_in(sqlite_url)
    ((people,),) = await fetched(sqlite_url, "SELECT count(*) FROM person")
    ((records,),) = await fetched(sqlite_url, "SELECT count(*) FROM service_record")
    file = folder / "liandong backup.db"

    code, answered, said = await ended("backup", str(file), database_url=sqlite_url)

    assert (code, said) == (Exit.OK, "")
    assert (
        answered
        == f"{file} is done: {file.stat().st_size / 1e6:,.1f} MB, {people} people, {records} records of service.\n"
    )
    assert names_in(folder) == {file.name}
    assert (unsound(file), file.stat().st_mode & 0o777) == (None, 0o600)
    assert (await ended("check", database_url=f"sqlite:///{file}"))[0] == Exit.OK


async def test_backup_beside_a_running_bot(sqlite_url: str, folder: Path) -> None:
    file = folder / "copy.db"
    async with simulated() as simulator, started("run", **connected(simulator, sqlite_url)) as running:
        await until_said(running, "is running")
        code, _, said = await ended("backup", str(file), database_url=sqlite_url)

        assert (code, said, running.returncode) == (Exit.OK, "", None)
    assert await fetched(f"sqlite:///{file}", "SELECT count(*) FROM station") == [(1,)]


async def test_copy_made_while_others_write_is_of_one_moment(sqlite_url: str, folder: Path) -> None:
    """Each transaction writes two rows or none; the writer never waits for the copy, nor the copy for the writer."""
    database = await open_database(sqlite_url)
    await write_pairs(database, range(300))
    copying = asyncio.create_task(copied(sqlite_path(sqlite_url), folder / "copy.db", lambda _done, _whole: None))
    written = 300
    while not copying.done():
        await write_pairs(database, range(written, written + 1))
        written += 1
    await copying
    await database.close()

    copy = f"sqlite:///{folder / 'copy.db'}"
    ((rows, left, right),) = await fetched(
        copy, "SELECT count(*), sum(key LIKE 'left%'), sum(key LIKE 'right%') FROM occurrence"
    )
    assert written > 301
    assert (left == right, rows >= 600, rows <= 2 * written) == (True, True, True)  # type: ignore[operator]
    assert unsound(folder / "copy.db") is None
    opened = await open_database(copy, beside=True)
    async with opened.read() as tx:
        assert await first_fault(tx) is None
    await opened.close()


async def write_pairs(database: Database, numbers: range) -> None:
    for n in numbers:
        async with database.write() as tx:
            await tx.change(stored_occurrences.claim.statement, key=f"left {n} {'x' * 3000}", now=1)
            await asyncio.sleep(0)
            await tx.change(stored_occurrences.claim.statement, key=f"right {n} {'x' * 3000}", now=1)


async def test_file_that_is_there_is_replaced_only_when_asked(sqlite_url: str, folder: Path) -> None:
    file = folder / "copy.db"
    file.write_text("last week's")

    refused = await ended("backup", str(file), database_url=sqlite_url)
    kept = file.read_text()
    forced = await ended("backup", "--force", str(file), database_url=sqlite_url)

    assert refused == (Exit.FAULT, "", f"It cannot go on now: {file} is there already: `--force` replaces it\n")
    assert (kept, forced[0], unsound(file)) == ("last week's", Exit.OK, None)
    assert (names_in(folder), file.stat().st_mode & 0o777) == ({"copy.db"}, 0o600)


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("liandong.db", "belongs to the database itself: give the copy another name"),
        ("liandong.db-wal", "belongs to the database itself: give the copy another name"),
        ("same.db", "belongs to the database itself: give the copy another name"),
        ("link.db", "belongs to the database itself: give the copy another name"),
        ("backups", "is a folder: give the copy a name in it"),
    ],
)
async def test_place_that_will_not_do_is_named(
    sqlite_url: str, tmp_path: Path, folder: Path, name: str, words: str
) -> None:
    os.link(tmp_path / "liandong.db", tmp_path / "same.db")
    os.symlink("liandong.db", tmp_path / "link.db")
    before = (tmp_path / "liandong.db").read_bytes()

    shown = await ended("backup", "--force", str(tmp_path / name), database_url=sqlite_url)

    assert shown == (Exit.FAULT, "", f"It cannot go on now: {tmp_path / name} {words}\n")
    assert (tmp_path / "liandong.db").read_bytes() == before


async def test_folder_that_is_not_there_is_named(sqlite_url: str, tmp_path: Path) -> None:
    shown = await ended("backup", str(tmp_path / "usb" / "copy.db"), database_url=sqlite_url)

    assert shown == (Exit.FAULT, "", f"It cannot go on now: there is no folder {tmp_path / 'usb'}\n")


async def test_there_is_nothing_to_copy(tmp_path: Path, folder: Path) -> None:
    url = f"sqlite:///{tmp_path / 'new.db'}"

    shown = await ended("backup", str(folder / "copy.db"), database_url=url)

    assert shown == (Exit.FAULT, "", f"It cannot go on now: there is no database at {tmp_path / 'new.db'}\n")
    assert (names_in(folder), names_in(tmp_path)) == (set(), {"backups"})


async def test_disk_that_is_full_leaves_no_half_copy(sqlite_url: str) -> None:
    """As on a full disk, no file may grow beyond some kilobytes."""
    folder = sqlite_path(sqlite_url).parent / "backups"
    folder.mkdir()
    script = f"ulimit -f 64; exec {sys.executable} -m bot backup {folder / 'copy.db'}"
    process = await asyncio.create_subprocess_exec(
        "bash", "-c", script, env={**os.environ, "LIANDONG_DATABASE_URL": sqlite_url},
        stderr=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE,
    )  # fmt: skip
    answered, said = await asyncio.wait_for(process.communicate(), 30)

    assert (process.returncode, answered) == (Exit.FAULT, b"")
    assert said.decode().startswith(f"It cannot go on now: {folder}: ")
    assert names_in(folder) == set()


async def test_damaged_database_is_not_copied(sqlite_url: str, folder: Path) -> None:
    """A row whose index does not know it: only a look through the whole finds that."""
    path = sqlite_path(sqlite_url)
    await raw(sqlite_url, "INSERT INTO occurrence (key, done_at) VALUES ('a', 1)")
    with closing(sqlite3.connect(path)) as connection:
        ((page,),) = connection.execute(
            "SELECT rootpage FROM sqlite_master WHERE type = 'index' AND tbl_name = 'occurrence'"
        ).fetchall()
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(bytes([10, 0, 0, 0, 0, 16, 0, 0]))  # an empty page of an index

    code, answered, said = await ended("backup", str(folder / "copy.db"), database_url=sqlite_url)

    assert (code, answered, names_in(folder)) == (Exit.FAULT, "", set())
    assert said.startswith(f"It cannot go on now: {path} is damaged: ")


async def test_books_with_a_fault_are_copied_and_the_fault_is_told(sqlite_url: str, folder: Path) -> None:
    """A copy of them is still the newest that there is."""
    await raw(sqlite_url, ORPHAN)
    file = folder / "copy.db"

    code, answered, said = await ended("backup", str(file), database_url=sqlite_url)

    fault = "membership.person_id refers to 1 rows that are not there"
    assert (code, answered.startswith(f"{file} is done: ")) == (Exit.FAULT, True)
    assert said == f"Its books have a fault, and so have the database's: {fault}\n"
    assert await fetched(f"sqlite:///{file}", "SELECT person_id FROM membership") == [(7,)]


async def test_database_of_another_version_is_copied_before_it_is_brought_up_to_date(
    sqlite_url: str, folder: Path
) -> None:
    await raw(sqlite_url, "UPDATE alembic_version SET version_num = '0000'")

    code, answered, said = await ended("backup", str(folder / "copy.db"), database_url=sqlite_url)

    assert (code, said) == (Exit.OK, "")
    assert answered.endswith("of another version of liandong, so its books were not checked.\n")
    assert unsound(folder / "copy.db") is None


async def test_postgresql_s_own_tools_are_named(folder: Path) -> None:
    """No server is asked; and a script that counts on a file learns from the exit code that there is none."""
    url = "postgresql://me:secret@localhost:5433/agency?sslmode=require&password=secret"
    file = folder / "it's.dump"

    code, answered, said = await ended("backup", str(file), database_url=url)

    assert (code, answered, "secret" in said) == (Exit.FAULT, "", False)
    assert said.splitlines() == [
        "No backup was made, PostgreSQL makes its own: " + commands(url, file)[0],
        "Back into an empty database: " + commands(url, file)[1],
    ]
    assert "'postgresql://me@localhost:5433/agency?sslmode=require'" in said
