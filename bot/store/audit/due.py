"""Notes are sealed soon after they are written."""

from bot.store.audit.sealing import seal_written
from bot.store.ticks import Tick

TICKS: tuple[Tick, ...] = (Tick("notes", 5, lambda tx, _now: seal_written(tx), leaves=False),)
