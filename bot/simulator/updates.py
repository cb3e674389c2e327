"""An update stays until a getUpdates asks for a higher offset, and presses vanish after 150 s even if nobody asked.

An offset more than 10 ahead of the queue is not trusted: it is answered from the head (td, TQueue::get), which is how
a bot survives ids that start again lower after a quiet week.
"""

import asyncio
from collections import deque
from collections.abc import Callable, Sequence
from itertools import islice
from typing import Any

from bot.simulator.errors import conflict

KEPT_SECONDS = 24 * 3600
PRESS_SECONDS = 150
INLINE_SECONDS = 30
MAX_TIMEOUT = 50
_NOT_BY_DEFAULT = {"chat_member", "message_reaction", "message_reaction_count"}
_KEPT = {"callback_query": PRESS_SECONDS, "inline_query": INLINE_SECONDS}
_OLDER = "terminated by other getUpdates request; make sure that only one bot instance is running"
Update = dict[str, Any]


class UpdateQueue:
    """What waits for the bot."""

    def __init__(self, clock: Callable[[], float]) -> None:
        self._clock = clock
        self._next_id = 100_000_001
        self._waiting: deque[tuple[float, Update]] = deque()
        self._poll: asyncio.Future[None] | None = None
        self._allowed: frozenset[str] | None = None
        self._again: list[Update] = []
        self._next_expiry = float("inf")
        self.duplicating = False
        self.repeating = False  # whether the newest batch had something for the second time
        self.repeated = 0  # updates delivered a second time since duplicating began
        self.wake_webhook: Callable[[], None] | None = None
        self.pushed: Callable[[Update], None] | None = None
        """Told of each as it is queued: for who wants to see all that the bot is given."""

    def __len__(self) -> int:
        self._forget_old()
        return len(self._waiting)

    @property
    def now(self) -> int:
        """The clock in whole seconds."""
        return int(self._clock())

    def allow(self, kinds: Sequence[str] | None) -> None:
        """Keep only these kinds from now on; None leaves what was set, an empty list means Telegram's default."""
        if kinds is not None:
            self._allowed = frozenset(kinds) or None

    @property
    def allowed(self) -> list[str] | None:
        """The kinds asked for, None for the default."""
        return sorted(self._allowed) if self._allowed else None

    def push(self, kind: str, payload: Any) -> Update | None:
        """Queue an update as Telegram would; None where the bot does not want this kind."""
        if (kind not in self._allowed) if self._allowed else (kind in _NOT_BY_DEFAULT):
            return None
        update = {"update_id": self._next_id, kind: payload}
        self._next_id += 1
        self.push_raw(update, kept=_KEPT.get(kind, KEPT_SECONDS))
        if self.pushed is not None:
            self.pushed(update)
        return update

    def push_raw(self, update: Any, *, kept: float = KEPT_SECONDS) -> None:
        """Queue anything at all, whatever its shape or id."""
        until = self._clock() + kept
        self._next_expiry = min(self._next_expiry, until)
        self._waiting.append((until, update))
        self._wake()

    def restart_ids(self, first: int) -> None:
        """The next update gets this id (Telegram chooses anew after a week without updates)."""
        self._next_id = first

    def take_id(self) -> int:
        """An id for an update made by hand."""
        self._next_id += 1
        return self._next_id - 1

    def repeat(self, on: bool) -> None:
        """Deliver every update twice, from now on or no more; twice on changes nothing."""
        if on and not self.duplicating:
            self.repeated = 0
        self.duplicating = on

    def drop_all(self) -> None:
        """Forget everything that waits."""
        self._waiting.clear()

    def kept(self) -> Update:
        """What waits, as JSON."""
        return {"next": self._next_id, "waiting": [list(entry) for entry in self._waiting]}

    def recall(self, found: Update, skipped: int) -> None:
        """What waited; new ids begin `skipped` later."""
        self._next_id = found["next"] + skipped
        self._waiting = deque((until, update) for until, update in found["waiting"])
        self._next_expiry = min((until for until, _ in self._waiting), default=float("inf"))

    def head(self) -> Update | None:
        """The oldest waiting update, for the webhook."""
        self._forget_old()
        return self._waiting[0][1] if self._waiting else None

    def confirm_head(self, update: Update) -> None:
        """The webhook's receiver has it."""
        if self._waiting and self._waiting[0][1] is update:
            self._waiting.popleft()

    async def poll(self, offset: int, limit: int, seconds: float) -> list[Update]:
        """getUpdates: confirms what is below `offset`, then waits up to so many seconds; an older poll gets 409."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(conflict(_OLDER))
        self._confirm(offset)
        batch = self._batch(limit)
        if batch or seconds <= 0:
            return batch
        mine = self._poll = asyncio.get_running_loop().create_future()
        try:
            await asyncio.wait_for(mine, min(seconds, MAX_TIMEOUT))
        except TimeoutError:
            return []
        finally:
            if self._poll is mine:
                self._poll = None
        return self._batch(limit)

    def end_poll(self, error: Exception) -> None:
        """Answer a waiting poll with this error (a webhook was set, the token was revoked)."""
        if self._poll is not None and not self._poll.done():
            self._poll.set_exception(error)

    def _batch(self, limit: int) -> list[Update]:
        self._forget_old()
        again, self._again = self._again, []
        self.repeating = bool(again)
        self.repeated += len(again)
        batch = again + [update for _, update in islice(self._waiting, limit)]
        if self.duplicating:
            self._again = [update for update in batch if update not in again]
        return batch

    def _confirm(self, offset: int) -> None:
        if offset < 0:
            while len(self._waiting) > -offset:
                self._waiting.popleft()
            return
        if offset == 0 or offset > self._next_id + 10:
            return
        while self._waiting and _id(self._waiting[0][1]) < offset:
            self._waiting.popleft()

    def _forget_old(self) -> None:
        now = self._clock()
        if now >= self._next_expiry:
            self._waiting = deque((until, update) for until, update in self._waiting if until > now)
            self._next_expiry = min((until for until, _ in self._waiting), default=float("inf"))

    def _wake(self) -> None:
        if self.wake_webhook is not None:
            self.wake_webhook()
        elif self._poll is not None and not self._poll.done():
            self._poll.set_result(None)


def _id(update: Any) -> int:
    identifier = update.get("update_id") if isinstance(update, dict) else None
    return identifier if isinstance(identifier, int) else 0
