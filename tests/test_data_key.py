"""Fault 69 as an operator meets it: the program ends before it has said a word to anybody."""

import pytest

from bot.store.database import open_database
from bot.store.one_process.data_key import check_data_key
from bot.store.vault import Vault
from bot.wire.health import Exit
from tests.helpers.program import connected, ended, simulated
from tests.helpers.raw_sql import fetched

RIGHT = "cmlnaHQtcmlnaHQtcmlnaHQtcmlnaHQtcmlnaHQtMTI="
WRONG = "d3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmctd3Jvbmctd3I="


async def sealed_with(url: str, key: str) -> None:
    database = await open_database(url, vault=Vault(key))
    async with database.write() as tx:
        await check_data_key(tx)
    await database.close()


@pytest.mark.parametrize("key", [WRONG, ""], ids=["wrong", "missing"])
async def test_program_does_not_start_with_a_key_that_is(sqlite_url: str, key: str) -> None:
    """Fault 69."""
    await sealed_with(sqlite_url, RIGHT)
    async with simulated() as simulator:
        code, _, said = await ended("run", **connected(simulator, sqlite_url, data_key=key))

    assert (code, said.count("LIANDONG_DATA_KEY"), "Traceback" in said) == (Exit.SETTINGS, 1, False)
    assert [one for one in (RIGHT, WRONG) if one in said] == []
    assert await fetched(sqlite_url, "SELECT * FROM station") == []
