"""Fault 69 as an operator meets it: the program ends before it has said a word to anybody."""

import asyncio
import os
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.simulator.server import Simulator
from bot.storage.data_key import check_data_key
from bot.storage.database import open_database
from bot.storage.vault import Vault
from bot.wire.health import Exit
from tests.raw_sql import fetched

RIGHT = "cmlnaHQtcmlnaHQtcmlnaHQtcmlnaHQtcmlnaHQtMTI="
WRONG = "d3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmctd3I="


async def sealed_with(url: str, key: str) -> None:
    database = await open_database(url, vault=Vault(key))
    async with database.write() as tx:
        await check_data_key(tx)
    await database.close()


@asynccontextmanager
async def simulated() -> AsyncIterator[Simulator]:
    simulator = Simulator()
    await simulator.start()
    try:
        yield simulator
    finally:
        await simulator.stop()


async def run(simulator: Simulator, url: str, key: str) -> tuple[int | None, str]:
    """Exit code and what the console showed."""
    settings = {
        "LIANDONG_BOT_TOKEN": simulator.token,
        "LIANDONG_API_URL": simulator.api_url,
        "LIANDONG_DATABASE_URL": url,
        **({"LIANDONG_DATA_KEY": key} if key else {}),
    }
    inherited = {name: value for name, value in os.environ.items() if not name.startswith("LIANDONG_")}
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-m", "bot", "run", env={**inherited, **settings}, stderr=asyncio.subprocess.PIPE
    )
    async with asyncio.timeout(30):
        _, shown = await process.communicate()
    return process.returncode, shown.decode()


@pytest.mark.parametrize("key", [WRONG, ""], ids=["wrong", "missing"])
async def test_program_does_not_start_with_a_key_that_is(sqlite_url: str, key: str) -> None:
    """Fault 69."""
    await sealed_with(sqlite_url, RIGHT)
    async with simulated() as simulator:
        code, shown = await run(simulator, sqlite_url, key)

    assert (code, shown.count("LIANDONG_DATA_KEY"), "Traceback" in shown) == (Exit.SETTINGS, 1, False)
    assert [one for one in (RIGHT, WRONG) if one in shown] == []
    assert await fetched(sqlite_url, "SELECT * FROM station") == []
