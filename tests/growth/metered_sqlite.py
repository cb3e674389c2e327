"""A world in memory whose steps are counted, and in which whatever was done can be undone in turn."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, cast

from bot.store.vault import Vault
from tests.growth.meter import Meter, MeteredTx
from tests.walking.memory import Memory

GRAIN = 5
"""Steps of SQLite's machine after which it tells; what is left over counts for the statement's next time."""


class MeteredMemory(Memory):
    def __init__(self, world: Path, vault: Vault, meter: Meter) -> None:
        super().__init__(world, vault)
        self.meter = meter
        self.tx: Any = cast("Any", MeteredTx(self.tx, meter))
        self.connection.set_progress_handler(self.count, GRAIN)

    def count(self) -> int:
        self.meter.spent += GRAIN
        return 0

    @asynccontextmanager
    async def undone_afterwards(self) -> AsyncIterator[None]:
        """What happens in the block is undone at its end. May be nested."""
        self.connection.execute("SAVEPOINT undone")
        try:
            yield
        finally:
            self.connection.execute("ROLLBACK TO undone")
            self.connection.execute("RELEASE undone")
