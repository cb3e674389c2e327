"""Files that are not ours any more: nothing that was written to them is acknowledged."""

import os
from pathlib import Path

import pytest

from bot.store.database import open_database, sqlite_path
from bot.store.failures import NotOurs
from bot.store.sqlite.copying import unsound
from bot.store.sqlite.ownership import FRAMES, seen
from tests.helpers.happened import happened
from tests.helpers.raw_sql import fetched, raw
from tests.store.sqlite.harm import HARMS, log_of, snapshot
from tests.store.sqlite.owned import COUNT, claim, claimed, contents, end_of, opened, size, spoil

LONG = "x" * 3000  # nearly a page


@pytest.fixture
def path(sqlite_url: str) -> Path:
    return sqlite_path(sqlite_url)


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


async def test_own_checkpoints_are_no_harm(sqlite_url: str, path: Path) -> None:
    """The log is written back into the file time and again, also while a reader holds it."""
    async with opened(sqlite_url) as database:
        before = size(path)
        for n in range(12):
            await claim(database, *(f"{n} {m} {LONG}" for m in range(100)))
        async with database.read() as tx:
            assert await happened(tx) == 1200
            for n in range(12, 24):
                await claim(database, *(f"{n} {m} {LONG}" for m in range(100)))
            assert await happened(tx) == 1200

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
