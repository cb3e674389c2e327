"""What befalls the program as a whole, drawn by the seed: killed, stopped and started, overtaken by a second poller, a
clock that is wrong for a while.
"""

import asyncio
from collections.abc import Callable

from bot.simulator.params import Params
from bot.wire.health import Exit
from tests.simulation.books.keeping import Books
from tests.simulation.outside.luck import luck
from tests.simulation.process import Process
from tests.simulation.world import World

DAY = 86400.0
OK = 200
KILLS, STOPS, RIVALS, STEPS, HARMS, GROWTH = 3.0, 0.5, 0.4, 0.7, 0.2, 0.1  # a day
SOON = 120  # steps within which a process dies that is to be killed


class Mishaps:
    """`process`: the one that runs now, if any."""

    def __init__(self, world: World, books: Books, process: Callable[[], Process | None]) -> None:
        self.world = world
        self.books = books
        self.process = process

    def begin(self) -> list["asyncio.Task[None]"]:
        wanted = {"kills": (self.kills, self.stops), "pollers": (self.rivals,), "clock": (self.steps,)}
        wanted |= {"files": (self.harms,), "groups": (self.growth,)}
        chosen = [one for fault, mishaps in wanted.items() if fault in self.world.plan.faults for one in mishaps]
        return [asyncio.create_task(one()) for one in chosen]

    async def kills(self) -> None:
        """At a step that is drawn: while something is going on, at any await that reaches outside."""
        chance = luck(self.world.plan.seed, "kills")
        while True:
            await asyncio.sleep(chance.expovariate(KILLS / DAY))
            process = self.process()
            if process is not None and not self.world.weather.over:
                process.fuse = process.steps + 1 + chance.randrange(SOON)

    async def stops(self) -> None:
        """As when a new version is put in place."""
        chance = luck(self.world.plan.seed, "stops")
        while True:
            await asyncio.sleep(chance.expovariate(STOPS / DAY))
            process = self.process()
            app = process.app if process else None
            if app is not None and hasattr(app.engine, "ended") and not self.world.weather.over:
                self.world.weather.count("stop")
                app.end(Exit.OK)

    async def harms(self) -> None:
        """Somebody lays hands on the files under the bot. It ends by itself, and a person puts right what can be."""
        chance = luck(self.world.plan.seed, "files")
        while True:
            await asyncio.sleep(chance.expovariate(HARMS / DAY))
            if self.world.weather.over:
                return
            process = self.process()
            if process is not None and not process.dead and (harm := self.books.harm(chance)):
                self.world.weather.count(f"files {harm}")
                self.world.weather.bad.append(self.world.elapsed)

    async def growth(self) -> None:
        """A group becomes a supergroup, with another id."""
        chance = luck(self.world.plan.seed, "groups")
        while not self.world.weather.over:
            await asyncio.sleep(chance.expovariate(GROWTH / DAY))
            self.world.grow(chance.choice(sorted(self.world.groups)))

    async def rivals(self) -> None:
        """Somebody starts the same bot elsewhere, sees that it runs here, and ends."""
        chance = luck(self.world.plan.seed, "rivals")
        while True:
            await asyncio.sleep(chance.expovariate(RIVALS / DAY))
            if self.world.weather.over:
                return
            self.world.weather.count("second poller")
            self.world.weather.bad.append(self.world.elapsed)
            for _ in range(chance.randint(1, 3)):
                reply = await self.world.simulator.api.answer("getUpdates", Params({"timeout": 4}, {}))
                if reply.status != OK:
                    break

    async def steps(self) -> None:
        """A clock that somebody set, until it is put right: minutes ahead or back, or hours back for a short while."""
        chance = luck(self.world.plan.seed, "clock")
        while True:
            await asyncio.sleep(chance.expovariate(STEPS / DAY))
            if self.world.weather.over:
                return
            self.world.weather.count("clock step")
            far = chance.random() < 0.2
            began = self.world.elapsed
            self.world.clock.off = -3 * 3600 if far else chance.randint(-600, 600)
            await asyncio.sleep(300 if far else chance.uniform(60, 1800))
            self.world.clock.off = 0
            self.world.weather.wrong.append((began, self.world.elapsed))
