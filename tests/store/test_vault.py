from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from bot.ground.refusals import NoDataKey
from bot.people import rows as people
from bot.people import rows as people_rows
from bot.store.database import Database, open_database, sqlite_path
from bot.store.one_process.data_key import check_data_key
from bot.store.vault import Vault, WrongKey
from tests.helpers.town import build_town

KEY = "kite-harbour-lantern-57"
PHONE = "+8613800138000"
CANARIES = (PHONE, "13800138000", KEY)


@asynccontextmanager
async def opened(url: str, key: str | None) -> AsyncIterator[Database]:
    database = await open_database(url, vault=Vault(key))
    try:
        yield database
    finally:
        await database.close()


async def start(url: str, key: str | None) -> None:
    async with opened(url, key) as database, database.write() as tx:
        await check_data_key(tx)


async def fill(url: str) -> int:
    """Somebody with a phone number; the person's id."""
    async with opened(url, KEY) as database, database.write() as tx:
        await check_data_key(tx)
        anna = (await build_town(tx)).people["anna"]
        await people.set_phone(tx, anna, PHONE)
    return anna


async def test_sealed_values_open_with_the_key(database_url: str) -> None:
    anna = await fill(database_url)

    async with opened(database_url, KEY) as database, database.read() as tx:
        assert await people.phone_of(tx, anna) == PHONE


@pytest.mark.parametrize("key", ["another-key-altogether", None], ids=["wrong", "missing"])
async def test_start_is_refused_with_a_key_that_is(database_url: str, key: str | None) -> None:
    """Fault 69."""
    await fill(database_url)

    with pytest.raises(WrongKey):
        await start(database_url, key)
    await start(database_url, KEY)


async def test_start_without_any_key_ever_goes_on(database_url: str) -> None:
    await start(database_url, None)
    await start(database_url, None)
    await start(database_url, KEY)


async def test_without_a_key_nothing_is_written(database_url: str) -> None:
    """Fault 69: never plain text."""
    async with opened(database_url, None) as database, database.write() as tx:
        anna = (await build_town(tx)).people["anna"]
        with pytest.raises(NoDataKey):
            await people.set_phone(tx, anna, PHONE)
        assert await people.has_phone(tx, anna) is False


async def test_sealed_phone_does_not_open_in_another_row(database_url: str) -> None:
    anna = await fill(database_url)
    async with opened(database_url, KEY) as database, database.write() as tx:
        sealed = await tx.value(people_rows.sealed_phone.statement, id=anna)
        await tx.change(people_rows.set_phone_statement.statement, id=anna + 1, phone=sealed)
        with pytest.raises(WrongKey):
            await people.phone_of(tx, anna + 1)


async def test_files_hold_no_plain_text(sqlite_url: str) -> None:
    """Fault 70, on the bytes of the file and its log."""
    await fill(sqlite_url)

    files = list(sqlite_path(sqlite_url).parent.glob("liandong.db*"))
    found = {canary for file in files for canary in CANARIES if canary.encode() in file.read_bytes()}
    assert (bool(files), found) == (True, set())


@pytest.mark.parametrize("key", [KEY, None], ids=["key", "none"])
def test_vault_shows_nothing_of_itself(key: str | None) -> None:
    """Fault 70."""
    vault = Vault(key)
    assert KEY not in repr(vault) + str(vault)
    assert not hasattr(vault, "__dict__")


def test_short_key_is_refused() -> None:
    with pytest.raises(ValueError, match="at least 16"):
        Vault("short")
