"""Telegram's limits on how fast a bot may write, where they are asked for."""

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock


@pytest.fixture
def sim_with_limits(sim: Simulator) -> Simulator:
    sim.limits(True)
    return sim


async def sent(bot: BotClient, chat: int, times: int) -> list[int]:
    return [(await bot.call("sendMessage", chat_id=chat, text="x"))[0] for _ in range(times)]


async def test_there_are_none_unless_asked_for(bot: BotClient, anna: SimPerson) -> None:
    assert set(await sent(bot, anna.id, 100)) == {200}


@pytest.mark.usefixtures("sim_with_limits")
async def test_a_chat_takes_one_a_second_after_a_short_burst(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    assert await sent(bot, anna.id, 4) == [200, 200, 200, 429]
    clock.move(1)
    assert await sent(bot, anna.id, 2) == [200, 429]

    _, body = await bot.call("sendMessage", chat_id=anna.id, text="x")
    assert body == {
        "ok": False,
        "error_code": 429,
        "description": "Too Many Requests: retry after 1",
        "parameters": {"retry_after": 1},
    }


@pytest.mark.usefixtures("sim_with_limits")
async def test_a_group_takes_twenty_a_minute(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    bot.sim.group("Team", [anna], group_id=-77)

    assert await sent(bot, -77, 21) == [200] * 20 + [429]
    clock.move(2)
    assert await sent(bot, -77, 1) == [429]
    clock.move(1)
    assert await sent(bot, -77, 2) == [200, 429]


@pytest.mark.usefixtures("sim_with_limits")
async def test_thirty_a_second_go_out_in_all_and_others_are_not_held_back_by_a_full_chat(
    bot: BotClient, sim: Simulator, anna: SimPerson, clock: SetClock
) -> None:
    people = [sim.person(f"P{number}") for number in range(31)]
    for person in people:
        person.chat.started = True
    await sent(bot, anna.id, 4)
    clock.move(10)

    assert [(await sent(bot, person.id, 1))[0] for person in people] == [200] * 30 + [429]


@pytest.mark.usefixtures("sim_with_limits")
async def test_answers_to_presses_and_questions_cost_nothing(bot: BotClient, anna: SimPerson) -> None:
    for _ in range(50):
        await bot.ok("getChat", chat_id=anna.id)
        await bot.ok("sendChatAction", chat_id=anna.id, action="typing")

    assert bot.sim.world.flood.refused == 0


@pytest.mark.usefixtures("sim_with_limits")
async def test_edits_count_as_what_a_chat_is_written(bot: BotClient, anna: SimPerson) -> None:
    card = await bot.ok("sendMessage", chat_id=anna.id, text="x")

    edits = [
        (await bot.call("editMessageText", chat_id=anna.id, message_id=card["message_id"], text=f"{n}"))[0]
        for n in range(3)
    ]
    assert edits == [200, 200, 429]
