"""The program as a process that may be killed at any await: from then on nothing that is left of it has an effect.

Its statements are cut off, its calls never leave, and what it held in memory is gone; the next one starts on the file.
"""

import asyncio
from contextlib import suppress

from bot.app import App
from bot.jobs.ticks import TICKS
from bot.settings import Secret, Settings
from bot.store.database import Database
from bot.store.failures import NotOurs, Unavailable
from bot.wire.health import Exit
from handlers.routes import ROUTES
from tests.simulation.books.keeping import Books
from tests.simulation.outside.line import Line
from tests.simulation.outside.printing import InPlace
from tests.simulation.outside.ticking import Ticking
from tests.simulation.outside.virtual import TASKS, Killed, Tasks
from tests.simulation.world import World


class Process:
    """One run of the program, from its start to its end or its death."""

    def __init__(self, world: World, books: Books) -> None:
        self.world = world
        self.books = books
        self.steps = 0
        self.fuse: int | None = None  # dies at this step
        self.dead = False
        self.tasks = Tasks()
        self.ended: asyncio.Future[Exit | None] = asyncio.get_running_loop().create_future()
        self.app: App | None = None

    def step(self) -> None:
        """Everything that reaches outside passes here, before and after."""
        if not self.dead:
            self.steps += 1
            if self.steps == self.fuse:
                self.kill()
        if self.dead:
            raise Killed

    def before(self, sql: str) -> None:
        self.step()
        self.world.weather.statement(sql)

    def after(self, _sql: str) -> None:
        self.step()

    def kill(self) -> None:
        """SIGKILL."""
        self.dead = self.world.noise.muted = True
        self.books.cut(self.database)
        self.end(None)

    def end(self, code: Exit | None) -> None:
        if not self.ended.done():
            self.ended.set_result(code)

    async def run(self) -> Exit | None:
        """Its exit code, or None when it was killed."""
        self.world.noise.muted = False
        try:
            self.database: Database = await self.books.open(self.world.vault, self)
        except Unavailable:
            self.dead = True
            return Exit.FAULT
        token = TASKS.set(self.tasks)
        main = asyncio.create_task(self.main())
        TASKS.reset(token)
        main.add_done_callback(self.main_ended)
        code = await self.ended
        await self.gone()
        if not self.dead:
            self.dead = True
            self.books.cut(self.database)
        return code

    def main_ended(self, task: "asyncio.Task[Exit]") -> None:
        self.end(None if task.cancelled() or task.exception() else task.result())

    async def main(self) -> Exit:
        settings = Settings(
            bot_token=Secret(self.world.simulator.token), database_url=self.books.url, language="zh_Hans"
        )
        self.app = App(
            settings,
            database=self.database,
            clock=self.world.clock,
            routes=ROUTES,
            ticks=TICKS,
            limits=self.world.limits,
            checkpoint=lambda _name: self.step(),
            client=Line(self.world, self.step),
            printer=InPlace(),
            driver=Ticking,
        )
        await self.app.start()
        code = await self.app.wait()
        await self.app.stop()
        with suppress(NotOurs):  # it says in words what became of the files
            await self.database.close()
        return code

    async def gone(self) -> None:
        """Every task of it, whatever it does when it is cancelled; nothing of that reaches outside any more."""
        while self.tasks:
            for task in list(self.tasks):
                task.cancel()
            await asyncio.wait(list(self.tasks))
            await asyncio.sleep(0)
