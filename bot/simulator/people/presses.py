"""A press is answered once and within 15 s; until then the button shows that it is busy.

A press waits for the bot for 150 s, but whoever fetches it after 15 finds it "too old" to answer. Nothing official
names that time; it was measured: https://gist.github.com/d-Rickyy-b/f789c75228bf00f572eec4450ed0d7c9
"""

import asyncio
from dataclasses import dataclass, field

from bot.simulator.people.chats import Message

ANSWER_SECONDS = 15


@dataclass(frozen=True, slots=True)
class CallbackAnswer:
    """What the person sees: a toast, an alert, a link to open, or nothing (an empty text ends the waiting)."""

    text: str = ""
    show_alert: bool = False
    url: str = ""


@dataclass(slots=True, eq=False)
class Press:
    """One press of an inline button by one person; `at` in seconds since 1970 by the simulator's clock."""

    id: str
    person_id: int
    message: Message | None
    label: str
    data: str
    at: float
    answer: CallbackAnswer | None = None
    _done: asyncio.Event = field(default_factory=asyncio.Event)

    def give(self, answer: CallbackAnswer) -> None:
        """The bot answered."""
        self.answer = answer
        self._done.set()

    async def answered(self, within: float = 10.0) -> CallbackAnswer:
        """The answer, waiting for it at most `within` seconds; TimeoutError when none came."""
        await asyncio.wait_for(self._done.wait(), within)
        if self.answer is None:
            raise TimeoutError
        return self.answer
