"""The demo's phones and clock on disk, beside its database: a demo that is started again goes on where it stopped."""

import asyncio
import json
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

from bot.ground.frozen import Frozen, asdict
from bot.simulator.keeping import kept, recall
from bot.simulator.server import Simulator
from bot.store.sqlite.private import write_file

FOLDER = Path("data/demo")
DATABASE = FOLDER / "liandong.db"
FILE = FOLDER / "world.json"
GLANCE = 3.0  # seconds between two looks whether there is something to write
SELDOM = 30.0  # nothing changed, but the clock went on


class Kept(Frozen):
    """What a run leaves to the next one. ``now``: the demo's clock, ``people``: how many more than the cast."""

    language: str
    people: int
    now: int
    world: dict[str, Any]

    def clock_of_next(self, real: int) -> int:
        """Never backwards, whatever happened since the last writing."""
        return max(real, self.now + int(SELDOM + GLANCE) + 2)


def read_kept() -> Kept | None:
    """None where no demo was before, or another version of the program left something else."""
    try:
        found = Kept(**json.loads(FILE.read_text()))
        recall(Simulator(), found.world)
    except (OSError, ValueError, TypeError, LookupError):
        return None
    return found if DATABASE.exists() else None


def forget() -> None:
    """Database and phones of the last demo."""
    for file in [FILE, *FOLDER.glob("liandong.db*")]:
        file.unlink(missing_ok=True)


def write(found: Kept) -> None:
    """Whole or not at all, and for nobody else on this machine: what is typed here may be real."""
    text = json.dumps(asdict(found), ensure_ascii=False)
    draft = FILE.with_suffix(".new")
    write_file(draft, text.encode("utf-8", "replace"))
    draft.replace(FILE)


class Keeper:
    """Writes what has changed, every few seconds, and once more at the end."""

    def __init__(self, simulator: Simulator, now: Callable[[], int], language: str, people: int) -> None:
        self.simulator = simulator
        self.now = now
        self.language = language
        self.people = people
        self.version = -1
        self.written = 0.0

    async def keep(self) -> None:
        self.version, self.written = self.simulator.version, time.monotonic()
        world = kept(self.simulator)
        await asyncio.to_thread(write, Kept(self.language, self.people, self.now(), world))

    async def watch(self, ended: Awaitable[object]) -> None:
        """Until ``ended``."""
        end = asyncio.ensure_future(ended)
        while not end.done():
            await asyncio.wait([end], timeout=GLANCE)
            if self.simulator.version != self.version or time.monotonic() - self.written > SELDOM:
                await self.keep()
        await self.keep()
