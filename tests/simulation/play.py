"""One run of the simulation, from its seed: an agency, its people, the program that is killed and started, checks."""

import asyncio
import logging
import shutil
import time
from collections.abc import Callable, Coroutine
from dataclasses import dataclass, field
from datetime import UTC, datetime
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import Any

from bot.wire.health import Exit
from tests.simulation.agency import Agency, found
from tests.simulation.books.in_place import Nobody
from tests.simulation.books.keeping import Books, InFile
from tests.simulation.crowd import Crowd
from tests.simulation.invariants.view import Finding
from tests.simulation.invariants.watch import APART, Watch
from tests.simulation.outside.luck import loaded_dice, luck
from tests.simulation.outside.mishaps import Mishaps
from tests.simulation.outside.virtual import VirtualLoop, played
from tests.simulation.plan import Plan
from tests.simulation.process import Process
from tests.simulation.world import World

DAY = 86400
QUIET_END = 3 * 3600.0  # at the end nothing goes wrong for so long, then the queues must be empty
Troubles = Callable[[World], Coroutine[Any, Any, None]]
EARLIEST = int(datetime(2026, 3, 1, tzinfo=UTC).timestamp())


@dataclass(slots=True)
class Outcome:
    """What a run found, and what it did."""

    plan: Plan
    findings: list[Finding] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    acts: dict[str, int] = field(default_factory=dict)
    notices: dict[str, int] = field(default_factory=dict)
    faults: dict[str, int] = field(default_factory=dict)
    digest: str = ""
    day: int = 0  # of the last look
    seconds: float = 0.0


class Play:
    """`troubles`: of the books, where what they are kept on has a life of its own."""

    def __init__(self, plan: Plan, books: Books, troubles: Troubles | None = None) -> None:
        self.plan = plan
        self.books = books
        self.troubles = troubles
        days = luck(plan.seed, "calendar").randrange(540)
        self.world = World(plan, EARLIEST + days * DAY + 16 * 3600)  # midnight of the head station
        self.process: Process | None = None
        self.day = 0

    async def run(self) -> list[Finding]:
        self.world.clock.begin()
        agency = await self.founded()
        crowd = Crowd(self.world, agency)
        mishaps = Mishaps(self.world, self.books, lambda: self.process)
        tasks = [asyncio.create_task(self.keep_running()), *mishaps.begin(), *crowd.begin()]
        if self.troubles is not None and "database" in self.plan.faults:
            tasks.append(asyncio.create_task(self.troubles(self.world)))
        watch = Watch(self.world, agency, crowd, self.books)
        findings: list[Finding] = []
        for _ in range(self.plan.days):
            await asyncio.sleep(DAY - APART)
            findings += await watch.look(self.process)
            self.day += 1
            self.raise_failed(tasks)
            if findings and not self.plan.patient:
                break
        self.world.weather.over = True
        crowd.end()
        await asyncio.sleep(QUIET_END)
        findings = findings or await watch.look(self.process, at_end=True)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)
        if self.process is not None and not self.process.dead:
            self.process.kill()
            await self.process.gone()
        self.world.journal.lines += await watch.books()
        await self.books.over()
        return findings

    @staticmethod
    def raise_failed(tasks: list["asyncio.Task[None]"]) -> None:
        """What goes wrong in the play itself is no finding."""
        for task in tasks:
            if task.done() and task.exception() is not None:
                task.result()

    async def founded(self) -> Agency:
        await self.books.ready()
        database = await self.books.open(self.world.vault, Nobody())
        async with database.write() as tx:
            agency = await found(tx, self.world.begins, self.plan.people)
        self.books.cut(database)
        return agency

    async def keep_running(self) -> None:
        """The program, started again whenever it ended or was killed, as a service manager does."""
        chance = luck(self.plan.seed, "starts")
        while True:
            self.process = Process(self.world, self.books)
            code = await self.process.run()
            if code is None:
                self.world.weather.count("kill")
            elif code is not Exit.OK:
                self.world.weather.count(f"exit {code.name}")
            if code is Exit.NOT_OURS:
                self.books.put_right()
            self.world.weather.bad.append(self.world.elapsed)
            await asyncio.sleep(1 + 20 * chance.random())
            self.world.weather.bad.append(self.world.elapsed)


def play(plan: Plan, template: Path) -> Outcome:
    """Plays it on a copy of a migrated file."""
    memory = Path("/dev/shm")
    with TemporaryDirectory(dir=memory if memory.is_dir() else None) as folder:
        path = Path(folder) / "liandong.db"
        shutil.copy(template, path)
        return staged(plan, InFile(path))


def staged(
    plan: Plan, books: Books, troubles: Troubles | None = None, loop: type[VirtualLoop] = VirtualLoop
) -> Outcome:
    began = time.perf_counter()
    root = logging.getLogger()
    with loaded_dice(plan.seed):
        this = Play(plan, books, troubles)
        root.addHandler(this.world.noise)
        try:
            findings = played(this.run(), loop)
        finally:
            root.removeHandler(this.world.noise)
    journal = this.world.journal
    return Outcome(
        plan, findings, journal.lines, dict(journal.acts), dict(journal.kinds), dict(this.world.weather.met),
        journal.digest(), this.day, time.perf_counter() - began,
    )  # fmt: skip
