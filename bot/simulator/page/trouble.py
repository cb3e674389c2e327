"""The switches of the trouble panel. One switch is one fault; turning it on twice changes nothing.

Some of them leave the polls alone: a bot whose polls get no answer would stand still, and nobody would see how it
sends.
"""

from collections.abc import Callable
from typing import Any

from bot.simulator.troubles.faults import Faults
from bot.simulator.troubles.outages import KINDS, Outage
from bot.simulator.troubles.struck import Fault

RETRY_AFTER = 5
SLOW_SECONDS = 2.0
OUTAGE_SECONDS = 24 * 3600
HERE = tuple(kind for kind in KINDS if kind != "refused")  # the page itself listens at the same address
DELIVERED = 1 / 20  # of the calls that a 502 answers, these have taken effect
POLLS = frozenset({"getupdates", "getwebhookinfo"})


class Trouble:
    """Faults that are switched on by hand."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._on: dict[str, Fault | Outage] = {}
        self._makers: dict[str, Callable[[], Fault | Outage]] = {
            "too_many": lambda: faults.too_many_requests(RETRY_AFTER, spared=POLLS),
            "slow": lambda: faults.slow(SLOW_SECONDS),
            "server_error": lambda: faults.server_error(delivers=DELIVERED),
            "drop_after": lambda: faults.drop_after(spared=POLLS),
            "outage": lambda: faults.outage(OUTAGE_SECONDS, HERE, spared=POLLS),
        }

    def switch(self, kind: str, on: bool) -> None:
        """Turn one on or off; LookupError where there is no such switch."""
        if kind == "duplicate":
            self._faults.updates.repeat(on)
        elif kind not in self._makers:
            raise LookupError("no such trouble")
        elif on and kind not in self._on:
            self._on[kind] = self._makers[kind]()
        elif not on and kind in self._on:
            self._faults.clear(self._on.pop(kind))

    def view(self) -> dict[str, Any]:
        """Which are on, and how many calls (of "duplicate": updates) each has hit."""
        switches: dict[str, Any] = {kind: self._line(self._on.get(kind)) for kind in self._makers}
        updates = self._faults.updates
        switches["duplicate"] = {"on": updates.duplicating, "hits": updates.repeated if updates.duplicating else 0}
        return switches

    def _line(self, fault: Fault | Outage | None) -> dict[str, Any]:
        return {"on": fault is not None, "hits": fault.hits if fault else 0}
