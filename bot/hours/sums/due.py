"""What was added to the sums is folded into them, so that an answer has little to add up."""

from bot.hours.sums.acts import fold_added
from bot.store.ticks import Tick

TICKS: tuple[Tick, ...] = (Tick("sums", 15, lambda tx, _now: fold_added(tx)),)
