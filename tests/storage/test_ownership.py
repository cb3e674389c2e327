"""Files that are not ours any more: nothing written to them is acknowledged, and nothing is lost that we could see."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager, suppress
from pathlib import Path

import pytest

from bot.storage.copying import unsound
from bot.storage.database import Database, open_database, sqlite_path
from bot.storage.failures import NotOurs, Unavailable
from bot.storage.migrating import migrate
from bot.storage.ownership import FRAMES, seen
from tests.raw_sql import fetched, raw
from tests.storage.harm import HARMS, log_of, snapshot

COUNT = "SELECT count(*) FROM occurrence"
LONG = "x" * 3000  # nearly a page
HERE = Path()


@pytest.fixture
def path(sqlite_url: str) -> Path:
    return sqlite_path(sqlite_url)


@asynccontextmanager
async def opened(url: str) -> AsyncIterator[Database]:
    database = await open_database(url)
    try:
        yield database
    finally:
        with suppress(NotOurs):
            await database.close()


async def claim(
    database: Database, *keys: str, then: Callable[[Path], object] = lambda _: None, path: Path = HERE
) -> None:
    """``then`` is done to ``path`` before the transaction ends."""
    async with database.write() as tx:
        for key in keys:
            await tx.change("claim_occurrence", key=key, now=1)
        then(path)


async def claimed(database: Database) -> int:
    async with database.read() as tx:
        return int(await tx.value("count_occurrences"))


def contents(path: Path) -> bytes:
    return path.read_bytes()


def size(path: Path) -> int:
    return path.stat().st_size


def spoil(path: Path, page: object) -> None:
    assert isinstance(page, int)
    with path.open("r+b") as file:
        file.seek((page - 1) * 4096)
        file.write(b"\xff" * 4096)


async def end_of(database: Database) -> str:
    """What the operator is told about the files."""
    with pytest.raises(NotOurs) as told:
        await database.close()
    return str(told.value)


@pytest.mark.parametrize("harm", HARMS)
async def test_nothing_is_acknowledged_once_the_files_are_not_ours(sqlite_url: str, path: Path, harm: str) -> None:
    """Fault 85: harmed between two transactions; whoever asks later hears the same."""
    async with opened(sqlite_url) as database:
        await claim(database, "before")
        snapshot(path)
        HARMS[harm](path)

        with pytest.raises(NotOurs):
            await claim(database, "after")
        with pytest.raises(NotOurs):
            await claimed(database)
        with pytest.raises(NotOurs):
            database.look()


@pytest.mark.parametrize("harm", HARMS)
async def test_what_was_written_while_the_files_were_harmed_is_not_acknowledged(
    sqlite_url: str, path: Path, harm: str
) -> None:
    """Fault 85: harmed inside the transaction, before its COMMIT."""
    async with opened(sqlite_url) as database:
        await claim(database, "before")
        snapshot(path)

        with pytest.raises(NotOurs):
            await claim(database, "within", then=HARMS[harm], path=path)


async def test_same_bytes_put_back_before_the_commit_are_not_ours(sqlite_url: str, path: Path) -> None:
    """Fault 72: ``cp`` under load: the same file, the same size, and still somebody else has written."""
    async with opened(sqlite_url) as database:
        await claim(database, "before")
        snapshot(path)
        same = contents(path)

        with pytest.raises(NotOurs):
            await claim(database, "within", then=lambda path: path.write_bytes(same), path=path)


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


async def test_own_checkpoints_are_no_harm(sqlite_url: str, path: Path) -> None:
    """The log is written back into the file time and again, also while a reader holds it."""
    async with opened(sqlite_url) as database:
        before = size(path)
        for n in range(12):
            await claim(database, *(f"{n} {m} {LONG}" for m in range(100)))
        async with database.read() as tx:
            assert await tx.value("count_occurrences") == 1200
            for n in range(12, 24):
                await claim(database, *(f"{n} {m} {LONG}" for m in range(100)))
            assert await tx.value("count_occurrences") == 1200

        assert await claimed(database) == 2400
        assert size(path) > before + FRAMES * 4096
    assert (unsound(path), await fetched(sqlite_url, COUNT)) == (None, [(2400,)])


async def test_nothing_but_a_checkpoint_writes_into_the_file(sqlite_url: str, path: Path) -> None:
    async with opened(sqlite_url) as database:
        before = seen(path)
        for n in range(8):
            await claim(database, *(f"{n} {m} {LONG}" for m in range(10)))

        assert seen(path) == before


async def test_others_may_read_and_write_beside_us(sqlite_url: str, path: Path) -> None:
    """`check`, `invite`, a look with SQLite's own program."""
    async with opened(sqlite_url) as database:
        for n in range(3):
            await claim(database, f"{n}")
            beside = await open_database(sqlite_url, beside=True)
            await claim(beside, f"beside {n}")
            assert await claimed(beside) == 2 * (n + 1)
            await beside.close()
            await raw(
                sqlite_url,
                "INSERT INTO occurrence (key, done_at) VALUES ('raw', 1)",
                "DELETE FROM occurrence WHERE key = 'raw'",
            )
            os.chmod(path, 0o640)

        database.look()
        assert await claimed(database) == 6


async def test_erasing_may_write_the_file_anew_and_empty_the_log(sqlite_url: str, path: Path) -> None:
    async with opened(sqlite_url) as database:
        await claim(database, *(f"{n}" for n in range(50)))
        await database.rewrite()
        assert await database.empty_log()
        assert log_of(path).stat().st_size == 0

        await claim(database, "after")
        assert await claimed(database) == 51


async def test_who_works_beside_a_bot_notices_as_well(sqlite_url: str, path: Path) -> None:
    """A link must not be printed that stands in a file which is gone."""
    async with opened(sqlite_url):
        beside = await open_database(sqlite_url, beside=True)
        HARMS["moved away"](path)

        with pytest.raises(NotOurs):
            await claim(beside, "code")
        await end_of(beside)


async def test_file_cut_short_before_the_start_is_damaged(sqlite_url: str, path: Path) -> None:
    """Fault 72: half a copy."""
    os.truncate(path, size(path) // 2 // 4096 * 4096)

    with pytest.raises(NotOurs, match="damaged"):
        await open_database(sqlite_url)


async def test_damage_found_on_the_way_ends_it(sqlite_url: str, path: Path) -> None:
    """Fault 72: a page that is no page any more."""
    for (page,) in await fetched(sqlite_url, "SELECT rootpage FROM sqlite_master WHERE tbl_name = 'occurrence'"):
        spoil(path, page)

    async with opened(sqlite_url) as database:
        with pytest.raises(NotOurs, match="damaged"):
            await claimed(database)
        with pytest.raises(NotOurs, match="damaged"):
            await claim(database, "after")
