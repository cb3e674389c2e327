"""Whose transaction it is: a database that has a fence lets nothing happen but for the process that is the bot now.

The epoch is read inside the transaction and, on PostgreSQL, held under a share lock to its end. So who takes over waits
for what is in mid-air, and nothing of the old process happens afterwards, however late it wakes up.
"""

from dataclasses import dataclass

from bot.store.failures import Superseded, Unavailable


@dataclass(slots=True)
class Fence:
    """Given to a database by the engine that runs on it; commands beside it have none."""

    bot_id: int
    epoch: int
    shut: str | None = None
    """Why no transaction may begin now: the process lock is not ours. None: they may."""
    leaving: bool = False
    """The program is about to end and waits for nothing long."""

    def demand_open(self) -> None:
        """Before a transaction begins. Raises Unavailable."""
        if self.shut is not None:
            raise Unavailable(self.shut)

    def demand_own(self, epoch: int | None) -> None:
        """Inside the transaction, with the epoch it found. Raises Superseded."""
        if epoch != self.epoch:
            raise Superseded
