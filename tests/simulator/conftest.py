from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.simulator.people import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient


class SetClock:
    """A clock that stands still until it is moved."""

    def __init__(self) -> None:
        self.now = 1_800_000_000.0

    def __call__(self) -> float:
        return self.now

    def move(self, seconds: float) -> None:
        self.now += seconds


@pytest.fixture
def clock() -> SetClock:
    return SetClock()


@pytest.fixture
async def sim(clock: SetClock) -> AsyncIterator[Simulator]:
    simulator = Simulator(clock=clock)
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.fixture
async def bot(sim: Simulator) -> AsyncIterator[BotClient]:
    async with aiohttp.ClientSession() as session:
        yield BotClient(sim, session)


@pytest.fixture
def anna(sim: Simulator) -> SimPerson:
    """Somebody who has pressed Start; the update about it is gone."""
    person = sim.person("Anna", language="en", phone="+85291234567")
    person.start()
    sim.world.updates.drop_all()
    return person
