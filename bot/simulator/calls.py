"""The log of Bot API calls, as an auditor sees it.

Empty long polls and the question whether anything waits (getWebhookInfo) are left out, or nothing else would be seen.
"""

from collections import deque
from dataclasses import dataclass
from typing import Any

KEPT_CALLS = 20_000


@dataclass(frozen=True, slots=True)
class Call:
    """One call: `at` by the simulator's clock, `milliseconds` of real time; status 0 means that no answer was sent."""

    number: int
    method: str
    chat: int | None
    params: dict[str, Any]
    status: int
    milliseconds: float
    at: float
    description: str = ""
    fault: str = ""


class CallLog(deque[Call]):
    """Calls in order, the newest last; the oldest fall out."""

    def __init__(self) -> None:
        super().__init__(maxlen=KEPT_CALLS)
        self.total = 0

    def of(self, method: str, *, chat: int | None = None) -> list[Call]:
        """Calls of one method, perhaps to one chat."""
        wanted = method.lower()
        return [call for call in self if call.method.lower() == wanted and chat in (None, call.chat)]
