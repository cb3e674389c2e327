"""The log of Bot API calls, as an auditor sees it.

Empty long polls and the question whether anything waits (getWebhookInfo) are left out, or nothing else would be seen.
"""

from collections import deque
from dataclasses import dataclass, field
from typing import Any

KEPT_CALLS = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `at` by the simulator's clock, `milliseconds` of real time; status 0 means that no answer was sent."""

    number: int
    method: str
    at: float
    chat: int | None = None
    params: dict[str, Any] = field(default_factory=dict)
    status: int = 0
    milliseconds: float = 0.0
    description: str = ""
    fault: str = ""


class CallLog(deque[Call]):
    """Calls in order, the newest last; the oldest fall out."""

    def __init__(self) -> None:
        super().__init__(maxlen=KEPT_CALLS)
        self.total = 0

    def add(self, method: str, at: float, **facts: Any) -> None:
        """The next line; `facts` are fields of `Call`."""
        self.total += 1
        self.append(Call(self.total, method, at=at, **facts))

    def add_kill(self, at: float) -> None:
        """The bot's process was killed: no call, but nobody could read the next ones without it."""
        self.add("SIGKILL", at, fault="kill")

    def of(self, method: str, *, chat: int | None = None) -> list[Call]:
        """Calls of one method, perhaps to one chat."""
        wanted = method.lower()
        return [call for call in self if call.method.lower() == wanted and chat in (None, call.chat)]
