"""The bad days of a server: restarted, crashed, only to be read, its connections ended or forgotten on the way."""

import asyncio
import random
import signal
from collections.abc import Awaitable, Callable

from tests.simulation.books.on_server import OnServer, administrating
from tests.simulation.outside.luck import luck
from tests.simulation.world import World

DAY = 86400.0
A_DAY = 6.0
LONGEST = 300.0  # seconds for which it is away
OTHERS = "SELECT pid FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database() ORDER BY pid"
END = "SELECT pg_terminate_backend($1)"


class Troubles:
    def __init__(self, world: World, books: OnServer) -> None:
        self.world = world
        self.books = books
        self.luck = luck(world.plan.seed, "server")

    async def run(self) -> None:
        while True:
            await asyncio.sleep(self.luck.expovariate(A_DAY / DAY))
            if self.world.weather.over:
                return
            trouble = self.luck.choices(list(KINDS), weights=list(KINDS.values()))[0]
            self.world.weather.count(f"server {trouble.__name__.replace('_', ' ')}")
            await trouble(self)
            self.bad()

    def bad(self) -> None:
        self.world.weather.bad.append(self.world.elapsed)

    async def away(self) -> None:
        """For seconds or minutes; whoever presses something meanwhile waits."""
        until = self.world.elapsed + LONGEST * self.luck.random() ** 2
        while self.world.elapsed < until:
            self.bad()
            await asyncio.sleep(1)

    async def restarted(self) -> None:
        self.books.cluster.stop(signal.SIGINT)
        await self.away()
        self.books.cluster.start()

    async def crashed(self) -> None:
        self.books.cluster.stop(signal.SIGQUIT)
        await self.away()
        self.books.cluster.start()

    async def connections_ended(self) -> None:
        async with administrating(self.books.direct) as server:
            pids = [row["pid"] for row in await server.fetch(OTHERS)]
            for pid in self.some(self.luck, pids):
                await server.execute(END, pid)

    @staticmethod
    def some(chance: random.Random, pids: list[int]) -> list[int]:
        return pids if chance.random() < 0.5 else pids[: chance.randrange(len(pids) + 1)]

    async def read_only(self) -> None:
        await self.administrate("ALTER SYSTEM SET default_transaction_read_only = on", "SELECT pg_reload_conf()")
        await self.away()
        await self.administrate("ALTER SYSTEM RESET default_transaction_read_only", "SELECT pg_reload_conf()")

    async def forgotten(self) -> None:
        """As a firewall does."""
        self.books.road.forget()

    async def answer_lost(self) -> None:
        self.books.road.lose("answer", b"COMMIT")

    async def question_lost(self) -> None:
        self.books.road.lose("question", b"COMMIT")

    async def administrate(self, *statements: str) -> None:
        async with administrating(self.books.direct) as server:
            for statement in statements:
                await server.execute(statement)


KINDS: dict[Callable[[Troubles], Awaitable[None]], float] = {
    Troubles.restarted: 1,
    Troubles.crashed: 1,
    Troubles.connections_ended: 3,
    Troubles.read_only: 1,
    Troubles.forgotten: 0.3,  # ten seconds of real time, each
    Troubles.answer_lost: 3,
    Troubles.question_lost: 1,
}
"""How often, one against the other."""
