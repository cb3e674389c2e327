"""How a demo ends: somebody at the terminal says so, or its page asks for another in its place."""

import asyncio
import signal

SIGNALS = (signal.SIGTERM, signal.SIGINT)


class Ending:
    """``told`` returns when this demo is over. ``anew``: the language of the one that takes its place."""

    def __init__(self) -> None:
        self.over = asyncio.Event()
        self.anew: str | None = None

    def stop(self) -> None:
        self.anew = None
        self.over.set()

    def begin_anew(self, language: str) -> None:
        self.anew = language
        self.over.set()

    async def told(self) -> None:
        """Signals are ours only while it waits: a demo that is being set up may be broken off."""
        loop = asyncio.get_running_loop()
        for name in SIGNALS:
            loop.add_signal_handler(name, self.stop)
        await self.over.wait()
        for name in SIGNALS:
            loop.remove_signal_handler(name)
