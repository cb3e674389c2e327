"""PostgreSQL: several people's updates in one transaction, and what happens where two such transactions meet."""

import asyncio

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from bot.wire.context import Context
from bot.wire.routing import on_command
from tests.wire.conftest import MakeApp
from tests.wire.looking import states, told
from tests.wire.routes import ROUTES, echo

CROWD, ROUNDS = 8, 4


@pytest.fixture
def database_url(postgres_url: str) -> str:
    """Only where there is more than one worker."""
    return postgres_url


async def hold(context: Context) -> None:
    """Locks what is named, in the order in which it is named, as no act of ours would."""
    for name in context.rest.split():
        await context.tx.lock("team_month", int(name))
        await asyncio.sleep(0.001)  # the others come to their turn
    await echo(context)


async def test_batches_that_want_the_same_in_another_order_all_have_their_effect(
    make_app: MakeApp, simulator: Simulator, database_url: str
) -> None:
    people = [simulator.person(f"Person {n}") for n in range(CROWD)]
    wanted = {(n, turn): "1 2 3" if (n // 4 + turn) % 2 else "3 2 1" for n in range(CROWD) for turn in range(ROUNDS)}
    for turn in range(ROUNDS):
        for n, person in enumerate(people):
            person.send(f"/hold {wanted[n, turn]}")
    app = await make_app(routes=(*ROUTES, on_command("hold", hold)))

    async with asyncio.timeout(30):
        await app.settle()

    for n, person in enumerate(people):
        assert told(person) == [f"You said {wanted[n, turn]}" for turn in range(ROUNDS)]
    assert await states(database_url, "inbox") == {"done": CROWD * ROUNDS}


async def test_who_writes_to_what_is_not_held_by_name_goes_last(make_app: MakeApp, anna: SimPerson) -> None:
    """What others want in any order is held for no longer than one update takes."""
    for words in ("hello", "/count", "hello", "hello", "/count"):
        anna.send(words)
    marks: list[str] = []
    app = await make_app(checkpoint=marks.append)

    await app.settle()

    assert len(told(anna)) == 5
    assert marks.count("handled") == 2
