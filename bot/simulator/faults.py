"""Misbehaviour on order. The newest matching fault wins; `times` counts down with each call it hits.

`drop_after` is the cruel one: the call takes effect and the connection closes without an answer.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import ApiError, too_many_requests
from bot.simulator.updates import UpdateQueue

BAD_GATEWAY = "<html>\r\n<head><title>502 Bad Gateway</title></head>\r\n<body>nginx</body>\r\n</html>\r\n"


@dataclass(slots=True, eq=False)
class Fault:
    """One order: what goes wrong, for which method and chat (None: all), how many calls more (None: until cleared)."""

    kind: str
    method: str | None = None
    spared: frozenset[str] = frozenset()  # in lower case
    chat: int | None = None
    times: int | None = None
    error: ApiError | None = None
    seconds: float = 0.0
    status: int = 502
    body: str = BAD_GATEWAY
    hits: int = 0

    def matches(self, method: str, chat: int | None) -> bool:
        """Whether this call is meant."""
        if method in self.spared or self.chat not in (None, chat):
            return False
        return self.method is None or self.method.lower() == method


@dataclass(slots=True)
class Faults:
    """The orders in force. Every method returns its fault, so that it can be cleared or counted (`hits`)."""

    updates: UpdateQueue
    active: list[Fault] = field(default_factory=list)

    def too_many_requests(self, retry_after: int | None, **where: Any) -> Fault:
        """429 with so many seconds to wait; None leaves the number out."""
        error = too_many_requests(retry_after) if retry_after is not None else ApiError(429, "Too Many Requests")
        return self._add(Fault("error", error=error, **where))

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
        """5xx with a body that is not JSON; the call has no effect."""
        return self._add(Fault("html", status=status, body=body, **where))

    def hang(self, **where: Any) -> Fault:
        """No answer at all, and no effect, until the caller gives up."""
        return self._add(Fault("hang", **where))

    def slow(self, seconds: float, **where: Any) -> Fault:
        """The call takes this much longer."""
        return self._add(Fault("slow", seconds=seconds, **where))

    def drop_after(self, **where: Any) -> Fault:
        """The call takes effect, then the connection closes without an answer."""
        return self._add(Fault("drop_after", **where))

    def reset(self, **where: Any) -> Fault:
        """The connection closes before the call takes effect."""
        return self._add(Fault("reset", **where))

    def duplicate(self) -> None:
        """Deliver every update twice, the second time although it was confirmed."""
        self.updates.repeat(True)

    def clear(self, fault: Fault | None = None) -> None:
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
                fault.hits += 1
                if fault.times is not None:
                    fault.times -= 1
                    if fault.times <= 0:
                        self.active.remove(fault)
                return fault
        return None

    def _add(self, fault: Fault) -> Fault:
        self.active.append(fault)
        return fault
