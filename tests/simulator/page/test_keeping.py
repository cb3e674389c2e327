"""What was on the phones is there again after a restart, through JSON."""

import json
from typing import Any

from bot.simulator.keeping import kept, recall
from bot.simulator.page.views import Wanted, chat_view
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock


async def full(sim: Simulator, bot: BotClient, anna: SimPerson) -> None:
    """One of everything that is kept."""
    shown = [[{"text": "My number", "request_contact": True}]]
    await bot.ok("sendMessage", chat_id=anna.id, text="Number?", reply_markup={"keyboard": shown})
    card = await bot.ok("sendMessage", chat_id=anna.id, text="<b>Card</b>", reply_markup=keyboard("Sign me up"))
    await bot.ok("deleteMessage", chat_id=anna.id, message_id=card["message_id"] - 1)
    await bot.ok("setMyCommands", commands=[{"command": "menu", "description": "Menu"}])
    anna.send_photo("look")
    anna.send("yes", reply_to=anna.last)
    bo = sim.person("Bo", language="zh-hant", note="volunteer")
    bo.start()
    bo.block()
    sim.group("Team One", [anna, bo])
    anna.send("/activities", chat=sim.groups[0])


def take_counters(found: dict[str, Any]) -> list[int]:
    """They are out of what is compared then."""
    world = found["world"]
    return [world.pop("next_message"), world.pop("next_query"), world["updates"].pop("next")]


async def test_a_kept_world_is_the_same_again(sim: Simulator, bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    await full(sim, bot, anna)
    before = json.loads(json.dumps(kept(sim)))

    again = Simulator(clock=clock)
    recall(again, before)

    after = kept(again)
    assert [new - old for old, new in zip(take_counters(before), take_counters(after), strict=True)] == [1000] * 3
    assert after == before
    assert [(p.name, p.note, p.chat.blocked) for p in again.people] == [("Anna", "", False), ("Bo", "volunteer", True)]
    assert again.people[0].reply_buttons() == sim.people[0].reply_buttons()
    shown = chat_view(again.people[0].chat, Wanted(), [])["messages"]
    assert [line["id"] for line in shown] == [message.id for message in anna.messages]


async def test_new_people_and_groups_get_ids_that_nobody_has(
    sim: Simulator, bot: BotClient, anna: SimPerson, clock: SetClock
) -> None:
    await full(sim, bot, anna)
    again = Simulator(clock=clock)
    recall(again, kept(sim))

    newcomer, group = again.person("Cora"), again.group("Team Two", [])

    assert newcomer.id not in {person.id for person in sim.people}
    assert group.id not in {one.id for one in sim.groups}
