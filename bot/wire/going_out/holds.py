"""Chats that Telegram asked us to leave alone. A hold is a length of time: no clock that is set back makes it longer.

It ends by whichever clock comes there first: the wall's, which goes on while the machine sleeps and which a demo winds,
or the loop's, which nobody can wind.
"""

import math
from collections.abc import Mapping

from bot.wire.clock import Clock, elapsed

REMEMBERED = 20_000  # chats


class Holds:
    """In memory, for the chats of this process; the rows that wait have their own ``not_before``."""

    def __init__(self, clock: Clock) -> None:
        self.clock = clock
        self.ends: dict[int, tuple[int, float]] = {}  # chat: by the wall clock, by the loop's

    def hold(self, chat_id: int, seconds: int) -> int:
        """Nothing to this chat for so long; until when, by the wall clock. A longer hold stays."""
        seconds = max(seconds, self.left(chat_id))
        if len(self.ends) >= REMEMBERED:
            self.ends = {chat: end for chat, end in self.ends.items() if self.left(chat)}
        self.ends[chat_id] = (self.clock.now() + seconds, elapsed() + seconds)
        return self.ends[chat_id][0]

    def left(self, chat_id: int) -> int:
        """Whole seconds, 0 when it is free."""
        end = self.ends.get(chat_id)
        if end is None:
            return 0
        return max(0, math.ceil(min(end[0] - self.clock.now(), end[1] - elapsed())))

    def resume(self, until: Mapping[int, int]) -> None:
        """Holds of the process before, by the wall clock."""
        now = self.clock.now()
        for chat_id, end in until.items():
            self.hold(chat_id, end - now)
