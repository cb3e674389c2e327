"""The token is dead when ``getMe`` says so, twice, a minute apart: a single 401 or 404 may be anybody's.

While that is asked nothing is sent and nothing is burnt; once getMe knows us again all goes on.
"""

import asyncio
from collections.abc import Awaitable, Callable

from telegram.error import InvalidToken, TelegramError

from bot.wire.going_out.client import Client, NoAnswer, NotSent
from bot.wire.health import Exit, Health
from bot.wire.limits import Limits
from bot.wire.reading import answer_of

REFUSALS = 2
LONGEST_PAUSE = 60.0
UNKNOWN_ONCE = "Telegram does not know this token; it is asked once more in a minute"
UNKNOWN_TWICE = "Telegram does not know this token"


class Token:
    """``known`` after a call that was refused with 401 or 404; ``watch`` until it is settled; ``fatal`` is the end."""

    def __init__(self, *, client: Client, health: Health, limits: Limits, fatal: Callable[[Exit], None]) -> None:
        self.client = client
        self.health = health
        self.pause = limits.token_seconds
        self.fatal = fatal
        self.doubted = False  # getMe itself was refused
        self.suspected = asyncio.Event()
        self.turn = asyncio.Lock()
        self.answers = 0
        self.found: bool | None = None

    async def known(self) -> bool | None:
        """Whether getMe knows us, asked once for all who want to know now; None where nobody could say."""
        if self.doubted:
            return False
        before = self.answers
        async with self.turn:
            if self.answers == before:
                self.found = await self.ask()
                self.answers += 1
        if not self.found:
            self.suspected.set()
        return self.found

    def suspect(self) -> None:
        """Somebody was refused, and goes on without waiting for what comes of it."""
        self.suspected.set()

    async def ask(self) -> bool | None:
        try:
            answer = answer_of(*await self.client.post("getMe", b"{}"))
        except (NotSent, NoAnswer):
            return None
        if answer is None:
            return None
        return answer.ok or (False if answer.code in {401, 404} else None)

    async def watch(self) -> None:
        """Until cancelled."""
        while True:
            await self.suspected.wait()
            await self.settled()
            self.suspected.clear()

    async def settled(self) -> None:
        """Until getMe knows us. What is no answer to it counts neither for nor against."""
        refused = 0
        while not (known := await self.ask()):
            if known is False:
                refused += 1
                self.doubted = True
                self.health.red("token", UNKNOWN_ONCE if refused < REFUSALS else UNKNOWN_TWICE)
            if refused >= REFUSALS:
                self.fatal(Exit.TOKEN)
            await asyncio.sleep(self.pause)
        self.doubted = False
        self.health.mend("token")


async def introduced(
    introduce: Callable[[], Awaitable[None]], health: Health, limits: Limits, demand: Callable[[], Awaitable[None]]
) -> None:
    """Tries until we know who we are; ``demand`` raises where there is no need to try any more.

    Raises InvalidToken when Telegram has said twice that it does not know us.
    """
    refused, wait = 0, limits.retry_seconds
    while True:
        try:
            await introduce()
        except InvalidToken:
            refused += 1
            if refused >= REFUSALS:
                raise
            health.red("token", UNKNOWN_ONCE)
            await asyncio.sleep(limits.token_seconds)
        except TelegramError as error:
            health.red("telegram", f"cannot be reached: {type(error).__name__}")
            await demand()
            await asyncio.sleep(wait)
            wait = min(LONGEST_PAUSE, wait * 2)
        else:
            health.mend("token")
            return
