"""Misbehaviour on order. The newest matching fault wins; `times` counts down with each call it hits.

Whether a call that gets no proper answer took effect is nobody's to know: `delivers` is the share of such calls that do
(0 none, 1 all), drawn from a seed. `drop_after` is the cruel one: all of them do.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from random import Random
from typing import Any

from bot.simulator.errors import ApiError
from bot.simulator.troubles.outages import KINDS, Outage
from bot.simulator.troubles.struck import BAD_GATEWAY, DEEP, GARBLED, PAGE, Fault
from bot.simulator.updates import UpdateQueue


@dataclass(slots=True)
class Faults:
    """The orders in force. Every method returns its fault, so that it can be cleared or counted (`hits`).

    All take `method`, `spared` methods, `chat` and `times`; where an answer is lost or senseless also `delivers` and
    the `seed` of that share.
    """

    updates: UpdateQueue
    clock: Callable[[], float]
    active: list[Fault | Outage] = field(default_factory=list)

    def too_many_requests(self, retry_after: Any, **where: Any) -> Fault:
        """429 with so many seconds to wait, or whatever else stands there; None leaves the number out."""
        if retry_after is None:
            return self._add(Fault("error", error=ApiError(429, "Too Many Requests"), **where))
        words = f"Too Many Requests: retry after {retry_after}"
        return self._add(Fault("error", error=ApiError(429, words, {"retry_after": retry_after}), **where))

    def forbidden(self, words: str = "bot was blocked by the user", **where: Any) -> Fault:
        """403 with these words."""
        return self._add(Fault("error", error=ApiError(403, f"Forbidden: {words}"), **where))

    def bad_request(self, words: str, parameters: Mapping[str, Any] | None = None, **where: Any) -> Fault:
        """400 with these words."""
        return self._add(Fault("error", error=ApiError(400, f"Bad Request: {words}", parameters), **where))

    def unauthorized(self, **where: Any) -> Fault:
        """401, as for a revoked token."""
        return self._add(Fault("error", error=ApiError(401, "Unauthorized"), **where))

    def server_error(self, status: int = 502, body: str = BAD_GATEWAY, **where: Any) -> Fault:
        """5xx with a body that is not JSON; the call has no effect, unless it `delivers`."""
        return self._lost("html", status=status, body=body.encode(), **where)

    def page(self, body: str = PAGE, **where: Any) -> Fault:
        """200 with somebody else's page, as from a hotel's network; no effect, unless it `delivers`."""
        return self._lost("page", status=200, body=body.encode(), **where)

    def raw(self, body: bytes, status: int = 200, **where: Any) -> Fault:
        """These bytes as the answer, said to be JSON. The call takes effect, unless `delivers` says otherwise."""
        return self._lost("raw", status=status, body=body, content_type="application/json", **{"delivers": 1, **where})

    def garbled(self, **where: Any) -> Fault:
        """JSON whose text is not UTF-8; the call takes effect."""
        return self.raw(GARBLED, **where)

    def deep(self, **where: Any) -> Fault:
        """JSON nested ten thousand deep; the call takes effect."""
        return self.raw(DEEP, **where)

    def cut(self, **where: Any) -> Fault:
        """The call takes effect, and the connection closes in the middle of the answer."""
        return self._lost("cut", **{"delivers": 1, **where})

    def hang(self, **where: Any) -> Fault:
        """No answer at all until the caller gives up, and no effect, unless it `delivers`."""
        return self._lost("hang", **where)

    def slow(self, seconds: float, **where: Any) -> Fault:
        """The call takes this much longer."""
        return self._add(Fault("slow", seconds=seconds, **where))

    def drop_after(self, **where: Any) -> Fault:
        """The call takes effect, then the connection closes without an answer."""
        return self._lost("drop_after", **{"delivers": 1, **where})

    def reset(self, **where: Any) -> Fault:
        """The connection closes before the call takes effect, unless it `delivers`."""
        return self._lost("reset", **where)

    def outage(
        self, seconds: float, kinds: Sequence[str] = KINDS, delivered_share: float = 0.05, seed: int = 0, **where: Any
    ) -> Outage:
        """From now on for so many seconds by the simulator's clock these kinds of trouble take turns, in an order and
        for times drawn from the seed. Of the calls left in doubt this share took effect."""
        found = Outage.drawn(self.clock, seconds, kinds, delivered_share, Random(seed), **where)
        self.active.append(found)
        return found

    def duplicate(self) -> None:
        """Deliver every update twice, the second time although it was confirmed."""
        self.updates.repeat(True)

    def clear(self, fault: Fault | Outage | None = None) -> None:
        """End one fault, or all of them."""
        if fault is None:
            self.active.clear()
            self.updates.repeat(False)
        elif fault in self.active:
            self.active.remove(fault)

    def strike(self, method: str, chat: int | None) -> Fault | None:
        """The fault that hits this call, counted."""
        for fault in reversed(self.active):
            if fault.matches(method, chat):
                struck = fault.strike()
                if fault.spent:
                    self.active.remove(fault)
                return struck
        return None

    def _lost(self, kind: str, seed: int = 0, **facts: Any) -> Fault:
        return self._add(Fault(kind, chance=Random(seed), **facts))

    def _add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault
