"""Fault 6, by its whole kind: an update that makes no sense is dead, its sender told once, and all others are done."""

import asyncio
import json
from collections.abc import Sequence

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.wire.limits import LIFTED, Limits
from tests.helpers.raw_sql import raw
from tests.wire.coming_in.odd_updates import NO_NUMBERS, odd_updates, sound
from tests.wire.coming_in.test_coming_in import SORRY
from tests.wire.conftest import MakeApp
from tests.wire.line import Line, http
from tests.wire.looking import alive, eventually, found, states, told

HURRIED = Limits(per_second=0, first_poll=0, flood_burst=0, retry_seconds=0.01)
FIRST = 1000


def batch(updates: Sequence[str]) -> bytes:
    return http(b'{"ok":true,"result":[' + ",".join(updates).encode() + b"]}")


def numbered(update: dict[str, object], number: int) -> str:
    return json.dumps({"update_id": number, **update})


async def test_every_odd_value_in_every_place_makes_a_dead_update_and_nothing_else(
    make_app: MakeApp, line: Line, anna: SimPerson, database_url: str
) -> None:
    """Twenty in a batch, and sound ones between them."""
    anna.chat.started = True
    kinds = [(name, odd % number) for number, (name, odd) in enumerate(odd_updates(anna), FIRST)]
    app = await make_app(line.url, limits=HURRIED)
    good = 0
    for start in range(0, len(kinds), 20):
        some = kinds[start : start + 20]
        updates = [odd for _, odd in some]
        updates[10:10] = [numbered(sound("message", anna), 10 * FIRST + start + place) for place in range(3)]
        order = line.say("getUpdates", batch(updates))
        anna.send("/count")  # ends the poll that waits
        good += 4
        await eventually(lambda order=order: not order.times)  # type: ignore[misc]  # mypy types no default of a lambda
        await app.settle()
        assert alive(app), [name for name, _ in some]

    assert len(kinds) > 450
    rows = await found(database_url, "SELECT update_id FROM inbox WHERE state = 'dead' ORDER BY update_id")
    assert [id for (id,) in rows] == [*range(FIRST, FIRST + len(kinds))]
    assert await states(database_url, "inbox") == {"dead": len(kinds), "done": good}
    assert [text for text in told(anna) if text != SORRY] == [f"{n} so far" for n in range(1, good + 1)]
    assert len(told(anna)) - good <= len(kinds)


async def test_sender_of_a_dead_update_is_told_once_in_private(
    make_app: MakeApp, line: Line, anna: SimPerson, database_url: str
) -> None:
    anna.chat.started = True
    odd = dict(odd_updates(anna))["message's number: 10,000 deep"]
    line.say("getUpdates", batch([odd % FIRST]))
    app = await make_app(line.url, limits=HURRIED)
    await eventually(lambda: bool(told(anna)))
    await app.settle()

    assert told(anna) == [SORRY]
    assert await found(database_url, "SELECT state, lane, raw FROM inbox") == [("dead", anna.id, "")]


async def test_button_of_a_dead_press_does_not_wait(make_app: MakeApp, line: Line, anna: SimPerson) -> None:
    anna.chat.started = True
    odd = dict(odd_updates(anna))["pressed card: 2^63"]
    line.say("getUpdates", batch([odd % FIRST]))
    app = await make_app(line.url, limits=HURRIED)
    await eventually(lambda: line.count("answerCallbackQuery") > 0)
    await app.settle()

    assert told(anna) == [SORRY]


@pytest.mark.parametrize("name", ["message's chat: 2^63", "message's number: 100 deep", "message's sender: a fraction"])
async def test_odd_update_that_an_older_program_kept_does_not_end_each_start(
    make_app: MakeApp, anna: SimPerson, simulator: Simulator, database_url: str, name: str
) -> None:
    anna.chat.started = True
    app = await make_app()
    await app.settle()
    await app.stop()
    kept = (dict(odd_updates(anna))[name] % 7).replace("'", "''")
    await raw(
        database_url,
        "INSERT INTO inbox (bot_id, update_id, lane, raw, state, attempts, received_at) "  # noqa: S608  # our own values
        f"VALUES ({app.engine.bot_id}, 7, {anna.id}, '{kept}', 'new', 0, 1)",
    )

    later = await make_app()
    anna.send("/count")
    await later.settle()

    assert told(anna) == [SORRY, "1 so far"]
    assert alive(later)


async def test_updates_without_a_number_do_not_keep_others_back(
    make_app: MakeApp, line: Line, anna: SimPerson, database_url: str
) -> None:
    anna.chat.started = True
    updates = []
    for place, odd in enumerate(NO_NUMBERS):
        updates += [odd, numbered(sound("message", anna), FIRST + place)]
    line.say("getUpdates", batch(updates))
    app = await make_app(line.url, limits=HURRIED)
    await eventually(lambda: len(told(anna)) == len(NO_NUMBERS))
    await app.settle()

    assert told(anna) == [f"{n} so far" for n in range(1, len(NO_NUMBERS) + 1)]
    assert await states(database_url, "inbox") == {"done": len(NO_NUMBERS)}


@pytest.mark.parametrize("count", [1, 30, 150])
async def test_only_updates_without_a_number_wait_and_we_still_hear(
    make_app: MakeApp, line: Line, anna: SimPerson, simulator: Simulator, count: int
) -> None:
    """They cannot be confirmed: asked for again, but not at full speed; whatever else comes is heard."""
    for _ in range(count):
        simulator.inject([])
    app = await make_app(line.url, limits=LIFTED)
    await eventually(lambda: "telegram" in app.health.reasons)
    before = line.count("getUpdates")
    await asyncio.sleep(1)
    polls = line.count("getUpdates") - before
    anna.send("/count")
    await eventually(lambda: bool(told(anna)))

    assert polls < 10
    assert alive(app)


async def test_number_far_ahead_of_all_others_makes_nobody_deaf(
    make_app: MakeApp, line: Line, anna: SimPerson, simulator: Simulator, database_url: str
) -> None:
    """It is never confirmed, for that would confirm what is still to come: kept once, and then waited beside."""
    anna.send("/count")
    simulator.inject({"update_id": 2**45, **sound("message", anna)})
    app = await make_app(line.url, limits=LIFTED)
    await eventually(lambda: len(told(anna)) == 2)
    anna.send("/count")
    await eventually(lambda: len(told(anna)) == 3, 20)
    before = line.count("getUpdates")
    await asyncio.sleep(1)

    assert line.count("getUpdates") - before < 5
    assert told(anna) == [f"{n} so far" for n in range(1, 4)]
    assert alive(app)
