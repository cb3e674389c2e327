"""Every screen, notice and tick of a small world and of a larger one, held against each other.

``python -m tests.growth.measuring`` prints the table.
"""

import asyncio
import gc
import sys
import tempfile
from collections import Counter
from collections.abc import Container
from pathlib import Path

from bot.ground.frozen import Frozen
from bot.ground.viewer import Language
from bot.jobs.running import run_tick
from bot.jobs.ticks import TICKS
from bot.store import outbox_leaving as leaving
from bot.store.migrating import migrate
from bot.store.vault import Vault
from bot.wire.clock import SetClock
from bot.wire.coming_in.viewing import Defaults
from tests.benchmarks.world import BOT_ID, World, add_world, calm, sketched
from tests.benchmarks.world_rows import queue_many
from tests.growth.meter import Meter
from tests.growth.metered_sqlite import MeteredMemory
from tests.growth.walk import MeteredBot, MeteredWalk
from tests.walking.agency import NOW
from tests.walking.steps import Found
from tests.walking.walking import KEY

SMALL, LARGE = 0.001, 0.01
WAIT, PAGE = 100_000, 25
MOST = 1.5
FEW = 300
"""Steps that nobody minds: a page that is not full in the small world."""
LANGUAGE: Language = "zh_Hans"


class Growth(Frozen):
    """``worst``: the statement that grows most, with what it takes in both."""

    what: str
    small: int
    large: int
    worst: str
    worst_small: int
    worst_large: int

    @property
    def ratio(self) -> float:
        return self.large / max(1, self.small)

    @property
    def exceeds(self) -> bool:
        return self.large > MOST * self.small + FEW


async def measured(
    migrated: Path, scale: float, made: Path | None = None, keep: Path | None = None
) -> tuple[Meter, Found]:
    """``made``: a file of this world, which is not made anew then. ``keep``: the file in which it is to stay."""
    meter = Meter()
    memory = MeteredMemory(made or migrated, Vault(KEY), meter)
    world = await known_world(migrated, scale) if made else await new_world(memory, scale)
    if keep:
        memory.connection.execute("VACUUM INTO ?", (str(keep),))
    bot = await MeteredBot.started(memory, SetClock(NOW), Defaults(LANGUAGE, world.agency.made.cast.zone))
    assert isinstance(bot, MeteredBot)
    bot.meter = meter
    await idle(memory, meter)
    await pulling(memory, meter, world)
    return meter, await MeteredWalk(bot, world.agency, memory).through()


async def new_world(memory: MeteredMemory, scale: float) -> World:
    async with memory.write() as tx:
        world = await add_world(tx, scale, LANGUAGE, learns=False)
    await calm(memory)
    return world


async def known_world(migrated: Path, scale: float) -> World:
    """What is known of a world that stands in a file: the agency is the same in each."""
    memory = MeteredMemory(migrated, Vault(KEY), Meter())
    async with memory.write() as tx:
        return await sketched(tx, scale, LANGUAGE)


async def idle(memory: MeteredMemory, meter: Meter) -> None:
    """Each tick when nothing is due."""
    for tick in TICKS:
        with meter.measuring(f"tick {tick.name}"):
            await run_tick(memory, tick, lambda: NOW)
        async with memory.read() as tx:
            if tick.next_due is not None:
                with meter.measuring(f"next of {tick.name}"):
                    await tick.next_due(tx, NOW)
            if tick.watch is not None:
                with meter.measuring(f"watch of {tick.name}"):
                    await tick.watch(tx, NOW)


async def pulling(memory: MeteredMemory, meter: Meter, world: World) -> None:
    """What the pull takes while a message to very many waits; nothing of it stays."""
    async with memory.undone_afterwards(), memory.write() as tx:
        waits = {"first_person": world.first_crowd, "people": world.crowd, "now": NOW}
        await queue_many(tx, bot_id=BOT_ID, many=world.straight(WAIT), **waits)
        with meter.measuring("(a page of very many that wait)"):
            await leaving.expire(tx, BOT_ID, NOW)
            page = await leaving.due(tx, BOT_ID, NOW, PAGE)
            await leaving.claim(tx, 1, [row["key"] for row in page])
        assert len(page) == PAGE


def plain(statement: str) -> str:
    """Its subject and its own name, whichever file of the subject it stands in."""
    module, _, name = statement.partition(":")
    return f"{module.split('.')[1]}.{name}" if "." in module else statement


def grown(small: Meter, large: Meter, but: Container[str] = ()) -> list[Growth]:
    """What was met in both, the worst first, without these statements."""
    met = small.most.keys() & large.most.keys()
    found = [growth(what, without(small.most[what], but), without(large.most[what], but)) for what in met]
    return sorted(found, key=lambda one: (-one.ratio, one.what))


def without(cost: Counter[str], but: Container[str]) -> Counter[str]:
    return Counter({name: steps for name, steps in cost.items() if plain(name) not in but})


def growing(small: Meter, large: Meter) -> dict[str, str]:
    """Statements that take more in the larger world than screens may, and where they take most."""
    found: dict[str, tuple[int, str]] = {}
    for what in small.most.keys() & large.most.keys():
        for name, steps in large.most[what].items():
            more = steps - small.most[what][name]
            if steps > MOST * small.most[what][name] + FEW and more > found.get(name, (0, ""))[0]:
                found[name] = more, what
    return {name: what for name, (_, what) in sorted(found.items(), key=lambda one: -one[1][0])}


def growth(what: str, small: Counter[str], large: Counter[str]) -> Growth:
    worst = max(large, key=lambda name: (large[name] - small[name], name), default="")
    return Growth(what, small.total(), large.total(), worst, small[worst], large[worst])


def line(one: Growth) -> str:
    return (
        f"{one.what:34} {one.small:>9,} {one.large:>10,} {one.ratio:6.2f}  "
        f"{plain(one.worst)} {one.worst_small:,} {one.worst_large:,}"
    )


def main() -> None:
    gc.freeze()
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "migrated.db"
        asyncio.run(migrate(f"sqlite:///{path}"))
        meters: list[Meter] = []
        for scale in (SMALL, LARGE):
            meter, found = asyncio.run(measured(path, scale))
            meters.append(meter)
            print(f"{scale}: {found.steps:,} steps", *found.faults.items(), sep="\n", file=sys.stderr)
    small, large = meters
    for one in grown(small, large):
        print(line(one))
    print(*(f"{name}: {what}" for name, what in growing(small, large).items()), sep="\n")
    for what in sorted(small.most.keys() ^ large.most.keys()):
        print("only in one:", what)


if __name__ == "__main__":
    main()
