"""Where the page is found when another program was there first."""

import socket
from collections.abc import Iterator

import pytest

from bot.demo.ports import port_for
from bot.settings import BadSetting
from tests.helpers.postgres import free_port

HERE = "127.0.0.1"


@pytest.fixture
def taken() -> Iterator[int]:
    with socket.create_server((HERE, 0)) as server:
        yield int(server.getsockname()[1])


def test_usual_port_gives_way_to_one_that_is_free(taken: int) -> None:
    """It has a number before the page is there: a demo that begins anew is found where it was."""
    free = free_port()
    usual, other = (port_for(HERE, None, usual=usual) for usual in (free, taken))

    assert usual == free
    assert other not in (0, taken)


def test_port_that_was_asked_for_is_taken_or_refused(taken: int) -> None:
    free = free_port()

    assert port_for(HERE, free) == free
    with pytest.raises(BadSetting, match=f"^Port {taken} is taken by another program: choose another with --port.$"):
        port_for(HERE, taken)
