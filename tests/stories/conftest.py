"""`story` tells a story once, or six times with ``--every``: in three languages on both databases."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.speech.words import LANGUAGES
from bot.store.database import Database, open_database
from tests.stories.story import Story, told

HERE = Path(__file__).parent


@pytest.hookimpl(tryfirst=True)
def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if HERE in item.path.parents:
            item.add_marker(pytest.mark.once("language", "database_url"))


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
