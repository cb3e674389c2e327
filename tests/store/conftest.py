"""A way to the tests' PostgreSQL server on which connections get lost."""

from collections.abc import AsyncIterator

import pytest

from tests.helpers.road import Road


@pytest.fixture
async def road(postgres_server: str) -> AsyncIterator[Road]:
    opened = Road(int(postgres_server.rsplit(":", 1)[1]))
    await opened.open()
    yield opened
    await opened.close()


@pytest.fixture
def road_url(postgres_url: str, road: Road) -> str:
    """The test's database, by that way."""
    host, name = postgres_url.rsplit("/", 1)
    return f"{host.rsplit(':', 1)[0]}:{road.port}/{name}"
