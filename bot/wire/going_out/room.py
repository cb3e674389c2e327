"""How many calls may be in flight at once: after trouble one, then one more for each that went well."""

import asyncio
from collections import deque


class Room:
    """``async with room:`` around each call. FIFO; ``width`` grows back to ``most``."""

    def __init__(self, most: int) -> None:
        self.most = self.width = most
        self.inside = 0
        self.waiting: deque[asyncio.Future[None]] = deque()

    async def __aenter__(self) -> None:
        while self.inside >= self.width:
            turn: asyncio.Future[None] = asyncio.get_running_loop().create_future()
            self.waiting.append(turn)
            try:
                await turn
            except asyncio.CancelledError:
                self.call_in()  # the turn may have been ours already: somebody else's now
                raise
        self.inside += 1

    async def __aexit__(self, *_error: object) -> None:
        self.inside -= 1
        self.call_in()

    def narrow(self) -> None:
        """One at a time from now on; who is inside comes to an end."""
        self.width = 1

    def widen(self) -> None:
        """One more."""
        if self.width < self.most:
            self.width += 1
            self.call_in()

    def call_in(self) -> None:
        free = self.width - self.inside
        while free > 0 and self.waiting:
            turn = self.waiting.popleft()
            if not turn.done():
                turn.set_result(None)
                free -= 1
