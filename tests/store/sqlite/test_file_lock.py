"""SQLite's process lock is a file: deleted under the bot it is taken anew, before another process has a chance."""

import asyncio
import os
from pathlib import Path

import pytest

from bot.store.database import sqlite_path
from bot.store.one_process.hold import Grip, Taken
from bot.store.one_process.lock import lock_file, place_of, process_lock


@pytest.fixture
def lock(sqlite_url: str) -> Path:
    return lock_file(sqlite_path(sqlite_url))


async def test_deleted_lock_is_taken_anew(sqlite_url: str, lock: Path) -> None:
    async with process_lock(sqlite_url) as hold:
        os.unlink(lock)
        async with asyncio.timeout(10):
            while place_of(lock) is None:  # noqa: ASYNC110  # a file has no event
                await asyncio.sleep(0.05)

        assert await refused(sqlite_url)
        assert hold.grip is Grip.FAST
    assert not await refused(sqlite_url)


async def test_lock_that_somebody_else_took_meanwhile_is_gone(sqlite_url: str, lock: Path) -> None:
    told: asyncio.Future[Grip] = asyncio.get_running_loop().create_future()
    async with process_lock(sqlite_url) as hold:
        hold.heed = lambda grip, _words: told.set_result(grip)
        os.unlink(lock)
        async with process_lock(sqlite_url):
            assert await asyncio.wait_for(told, 10) is Grip.GONE


async def refused(url: str) -> bool:
    try:
        async with process_lock(url):
            return False
    except Taken:
        return True
