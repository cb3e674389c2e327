"""Fault 52: one person presses faster than people can."""

from collections import Counter

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.wire.coming_in.flood import Flood
from bot.wire.limits import Limits
from tests.wire.conftest import MakeApp
from tests.wire.looking import states, told

SLOW = Limits(per_second=0, first_poll=0, flood_burst=10, flood_per_second=0.001)


async def test_flood_is_dropped_and_told_once(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    app = await make_app(limits=SLOW)
    ben = simulator.person("Ben")

    for _ in range(50):
        anna.send("/count")
    ben.send("good day")
    await app.settle()

    assert Counter(text.split()[-1] for text in told(anna)) == {"far": 10, "minute.": 1}
    assert told(ben) == ["You said good day"]
    assert await states(database_url, "inbox") == {"done": 51}


async def test_press_that_is_dropped_is_answered_with_the_reason(make_app: MakeApp, anna: SimPerson) -> None:
    """No press is ticked off without an effect or an answer that the person sees."""
    app = await make_app(limits=SLOW)
    anna.send("/count")
    await app.settle()

    presses = [anna.press("One more") for _ in range(30)]
    await app.settle()
    answers = Counter([(await press.answered()).text.split()[0] for press in presses])

    assert answers == {"now": 9, "One": 21}


async def test_flood_lets_pass_what_waited_at_telegram() -> None:
    flood = Flood(SLOW)

    assert {flood.passage(1, 61, 0.0) for _ in range(100)} == {"pass"}


async def test_flood_counts_each_lane_for_itself() -> None:
    flood = Flood(SLOW)

    passages = [flood.passage(lane, 0, 0.0) for _ in range(12) for lane in (1, 2)]

    assert Counter(passages) == {"pass": 20, "tell": 2, "drop": 2}


async def test_flood_can_be_lifted() -> None:
    flood = Flood(Limits(flood_burst=0))

    assert {flood.passage(1, 0, 0.0) for _ in range(1000)} == {"pass"}
