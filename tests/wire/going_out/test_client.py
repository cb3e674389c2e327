import json
from collections.abc import AsyncIterator

import pytest

from bot.simulator.server import Simulator
from bot.speech.screens import File
from bot.wire.going_out.client import Client


@pytest.fixture
async def sim() -> AsyncIterator[Simulator]:
    simulator = Simulator()
    await simulator.start()
    yield simulator
    await simulator.stop()


@pytest.mark.parametrize("name", ["service.csv", "福田一队 11月 时长.xlsx", "上水一隊（十一月）.csv"])
async def test_file_arrives_under_its_name(sim: Simulator, name: str) -> None:
    anna = sim.person("Anna")
    anna.start()
    client = Client(sim.api_url, sim.token)

    status, _ = await client.post(
        "sendDocument", json.dumps({"chat_id": anna.id, "caption": "时长"}).encode(), file=File(name, b"a;b")
    )

    await client.close()
    assert anna.last is not None
    assert anna.last.document is not None
    assert (status, anna.last.text) == (200, "时长")
    assert (anna.last.document.name, anna.last.document.data) == (name, b"a;b")
