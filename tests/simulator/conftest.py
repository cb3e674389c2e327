from collections.abc import AsyncIterator

import aiohttp
import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.helpers.browser import chromium, opened
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock
from tests.simulator.page.hosts import PlainHost
from tests.simulator.page.shown import Shown


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


@pytest.fixture
async def shown(sim: Simulator, clock: SetClock, bot: BotClient, anna: SimPerson) -> AsyncIterator[Shown]:
    """Whatever goes wrong in the page fails the test."""
    sim.mount_page(PlainHost(clock), zone="Asia/Shanghai")
    async with chromium() as browser:
        page, wrong = await opened(browser, sim.api_url, locale="en-GB")
        yield Shown(page, bot, anna)
    assert wrong == []
