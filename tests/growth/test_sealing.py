"""A piece of notes is sealed, and one is written, in the same steps whatever is behind them and beside them."""

from pathlib import Path

from bot.store.audit.notes import note
from bot.store.audit.sealing import SEALED_AT_ONCE, seal_written
from bot.store.vault import Vault
from tests.growth.measuring import MOST
from tests.growth.meter import Meter
from tests.growth.metered_sqlite import MeteredMemory


async def steps(migrated: Path, behind: int) -> tuple[int, int]:
    """Of a note, and of a piece, with so many sealed before and so many more waiting."""
    meter = Meter()
    memory = MeteredMemory(migrated, Vault(None), meter)
    async with memory.write() as tx:
        for number in range(behind):
            await note(tx, at=number, actor_id=7, act="grant", subject="person:5")
        while await seal_written(tx):
            pass
        for number in range(SEALED_AT_ONCE + behind):
            await note(tx, at=number, actor_id=7, act="grant", subject="person:5")
        with meter.measuring("note"):
            await note(tx, at=behind, actor_id=7, act="grant", subject="person:5")
        with meter.measuring("piece"):
            assert await seal_written(tx) == SEALED_AT_ONCE
    return meter.most["note"].total(), meter.most["piece"].total()


async def test_sealing_costs_a_piece(migrated_file: Path) -> None:
    small, large = await steps(migrated_file, 100), await steps(migrated_file, 2000)

    assert large[0] <= MOST * small[0]
    assert large[1] <= MOST * small[1]
