"""Whatever the umask: what holds people's names and hours is readable by its owner alone."""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from bot.store import occurrences as stored_occurrences
from bot.store.database import open_database
from bot.store.migrating import migrate
from bot.store.one_process.lock import process_lock
from bot.store.sqlite.private import open_to_others, write_file


@pytest.fixture(params=[0o000, 0o022, 0o077], ids=oct, autouse=True)
def umask(request: pytest.FixtureRequest) -> Iterator[None]:
    before = os.umask(request.param)
    yield
    os.umask(before)


def rights_in(folder: Path) -> dict[str, str]:
    return {str(path.relative_to(folder)): oct(path.stat().st_mode & 0o777) for path in sorted(folder.rglob("*"))}


def widen(file: Path) -> None:
    file.touch()
    file.chmod(0o664)


async def test_new_database_is_its_owner_s(tmp_path: Path) -> None:
    url = f"sqlite:///{tmp_path}/data/bot/liandong.db"

    async with process_lock(url):
        await migrate(url)
        database = await open_database(url)
        async with database.write() as tx:
            await tx.change(stored_occurrences.claim.statement, key="a", now=1)
        found = rights_in(tmp_path)
        await database.close()

    assert found == {
        "data": "0o700",
        "data/bot": "0o700",
        "data/bot/liandong.db": "0o600",
        "data/bot/liandong.db-shm": "0o600",
        "data/bot/liandong.db-wal": "0o600",
        "data/bot/liandong.db.lock": "0o600",
    }


async def test_wider_rights_of_an_older_version_are_taken_back(migrated_file: Path, tmp_path: Path) -> None:
    """Found where they are, and mended by whoever owns the database; who only looks beside it changes nothing."""
    path = tmp_path / "liandong.db"
    shutil.copyfile(migrated_file, path)
    for end in ("", ".lock"):
        widen(Path(f"{path}{end}"))
    beside = await open_database(f"sqlite:///{path}", beside=True)
    await beside.close()
    before = [file.name for file in open_to_others(path)]

    async with process_lock(f"sqlite:///{path}"):
        database = await open_database(f"sqlite:///{path}")
        after = rights_in(tmp_path)
        await database.close()

    assert before == ["liandong.db", "liandong.db.lock"]
    assert set(after.values()) == {"0o600"}


def test_file_is_written_for_its_owner_whatever_was_there(tmp_path: Path) -> None:
    path = tmp_path / "world.json"
    path.write_bytes(b"old and long")
    path.chmod(0o666)

    write_file(path, b"new")

    assert (path.read_bytes(), rights_in(tmp_path)) == (b"new", {"world.json": "0o600"})
