"""Runs a plan of acts in processes of their own, and looks at what the database holds afterwards."""

import asyncio
import json
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from bot.sign_ups.list_rows import of_shift
from bot.store.database import open_database
from bot.store.transaction import Tx
from tests.helpers.lines import taken

ROOT = Path(__file__).parents[2]
LONGEST = 100  # seconds; the slowest race takes a tenth of it


@dataclass
class Race:
    """`weaker`, `unlocked`, `unchecked`: guards taken away for a negative control."""

    url: str
    folder: Path
    weaker: Mapping[str, str] = field(default_factory=dict)
    unlocked: Sequence[str] = ()
    unchecked: bool = False
    acts: list[dict[str, Any]] = field(default_factory=list)

    def let(self, act: str, **facts: int) -> None:
        self.acts.append({"act": act, "facts": facts})

    async def run(self) -> list[str]:
        plan = {
            "acts": self.acts,
            "weaker": dict(self.weaker),
            "unlocked": list(self.unlocked),
            "unchecked": self.unchecked,
        }
        path = self.folder / "plan.json"
        path.write_text(json.dumps(plan), encoding="utf-8")
        crowd = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "tests.races.crowd", self.url, str(path), cwd=ROOT, stdout=asyncio.subprocess.PIPE
        )
        out, _ = await asyncio.wait_for(crowd.communicate(), LONGEST)
        outcomes: list[str] = json.loads(out)
        return outcomes


async def states(tx: Tx, shift_id: int) -> list[str]:
    """Of every live sign-up, in the order of the list."""
    return [str(listed.sign_up.state) for listed in await of_shift(tx, shift_id)]


async def stands(url: str, shift_id: int) -> tuple[int, int, int]:
    """Places taken, confirmed and waiting, as another process left them."""
    database = await open_database(url, beside=True)
    try:
        async with database.read() as tx:
            found = await states(tx, shift_id)
            return await taken(tx, shift_id), found.count("confirmed"), found.count("waitlisted")
    finally:
        await database.close()
