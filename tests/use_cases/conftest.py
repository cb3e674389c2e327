"""`locked` is the test's database opened with a data key: phone numbers and guardians' names can be kept."""

from collections.abc import AsyncIterator

import pytest

from bot.storage.database import Database, open_database
from bot.storage.vault import Vault


@pytest.fixture
async def locked(database_url: str) -> AsyncIterator[Database]:
    opened = await open_database(database_url, vault=Vault("a key that only tests know"))
    yield opened
    await opened.close()
