"""What becomes of files that are not ours any more: nothing is lost that we could still see, and nothing is spoilt."""

import asyncio
import sys
from pathlib import Path

import pytest

from bot.store.database import open_database, sqlite_path
from bot.store.failures import Unavailable
from bot.store.migrating import migrate
from bot.store.sqlite.copying import unsound
from tests.helpers.raw_sql import fetched, raw
from tests.store.sqlite.harm import HARMS, log_of, snapshot
from tests.store.sqlite.owned import COUNT, claim, contents, end_of


@pytest.fixture
def path(sqlite_url: str) -> Path:
    return sqlite_path(sqlite_url)


@pytest.mark.parametrize("harm", ["deleted", "deleted with its log", "moved away", "replaced"])
async def test_what_only_we_can_still_see_is_saved(sqlite_url: str, path: Path, harm: str) -> None:
    database = await open_database(sqlite_url)
    await claim(database, "before")
    snapshot(path)
    await claim(database, "later", "last")
    HARMS[harm](path)

    told = await end_of(database)

    (saved,) = path.parent.glob("liandong.db.rescued-*")
    assert f"Everything that was kept until then is in {saved}" in told
    assert (unsound(saved), await fetched(f"sqlite:///{saved}", COUNT)) == (None, [(3,)])
    assert saved.stat().st_mode & 0o777 == 0o600
    assert not log_of(path).exists()  # it would be played into whatever is put there


async def test_no_empty_database_is_begun_where_one_was_saved(sqlite_url: str, path: Path) -> None:
    database = await open_database(sqlite_url)
    await claim(database, "before")
    HARMS["deleted"](path)
    await end_of(database)
    (saved,) = path.parent.glob("liandong.db.rescued-*")

    with pytest.raises(Unavailable, match="rename that to liandong"):
        await migrate(sqlite_url)
    saved.rename(path)

    assert await migrate(sqlite_url) is False
    assert await fetched(sqlite_url, COUNT) == [(1,)]


async def test_log_is_not_played_into_a_copy_that_was_put_over_the_file(sqlite_url: str, path: Path) -> None:
    await raw(sqlite_url, "INSERT INTO occurrence (key, done_at) VALUES ('first', 1)")
    copy = snapshot(path)  # of the time before this process
    database = await open_database(sqlite_url)
    await claim(database, *(f"{n}" for n in range(50)))
    HARMS["copied over"](path)

    told = await end_of(database)

    (apart,) = path.parent.glob("liandong.db-wal.apart-*")
    assert told.endswith(f"set apart as {apart}")
    assert contents(path) == contents(copy)
    assert await fetched(sqlite_url, COUNT) == [(1,)]


async def test_log_stays_where_the_file_is_the_one_it_belongs_to(sqlite_url: str, path: Path) -> None:
    """Touched, or copied over by what was copied just now: the log makes it whole again."""
    database = await open_database(sqlite_url)
    await claim(database, "before")
    snapshot(path)
    await claim(database, "later")
    HARMS["copied over"](path)

    told = await end_of(database)

    assert told.endswith("as when a copy is put over it")
    assert (unsound(path), await fetched(sqlite_url, COUNT)) == (None, [(2,)])


async def test_log_is_left_alone_while_another_program_is_at_it(sqlite_url: str, path: Path) -> None:
    """To take it away from under somebody would be our turn at the same fault."""
    snapshot(path)
    database = await open_database(sqlite_url)
    await claim(database, "before")
    look = "import sqlite3, sys; c = sqlite3.connect(sys.argv[1]); c.execute('SELECT 1 FROM person'); print(flush=True)"
    other = await asyncio.create_subprocess_exec(
        sys.executable,
        "-c",
        f"{look}; sys.stdin.read()",
        str(path),
        stdin=asyncio.subprocess.PIPE,
        stdout=asyncio.subprocess.PIPE,
    )
    assert other.stdout is not None
    await other.stdout.readline()
    HARMS["copied over"](path)

    told = await end_of(database)
    other.kill()
    await other.wait()

    assert f"Another program has it open; {log_of(path)} is of the file that was there" in told
    assert log_of(path).exists()


@pytest.mark.parametrize("harm", ["log deleted", "index deleted"])
async def test_what_only_the_log_held_is_kept(sqlite_url: str, path: Path, harm: str) -> None:
    database = await open_database(sqlite_url)
    await claim(database, "before", "later")
    HARMS[harm](path)

    await end_of(database)

    assert (unsound(path), await fetched(sqlite_url, COUNT)) == (None, [(2,)])
