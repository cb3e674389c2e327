"""`story` tells a story six times: in three languages on both databases."""

from collections.abc import AsyncIterator

import pytest

from bot.speech.words import LANGUAGES
from bot.store.database import Database, open_database
from tests.stories.story import Story, told


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    return str(request.param)


@pytest.fixture
async def database(database_url: str) -> AsyncIterator[Database]:
    """Beside the bot, which owns it."""
    opened = await open_database(database_url, beside=True)
    yield opened
    await opened.close()


@pytest.fixture
async def story(database_url: str, database: Database, language: str) -> AsyncIterator[Story]:
    async with told(database_url, database, language) as made:
        yield made
