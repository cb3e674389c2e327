"""The way to a server, with what can happen on it: it forgets connections without a word, or loses one answer."""

import asyncio
from contextlib import suppress
from typing import Literal

Loss = Literal["question", "answer", "word"]


class Road:
    """``port`` leads to the server's. ``forget`` and ``lose`` change how what goes on from now on fares."""

    def __init__(self, to: int) -> None:
        self.to = to
        self.port = 0
        self.forgotten: set[int] = set()  # travellers whose bytes arrive nowhere, in either direction
        self.travellers: dict[int, asyncio.Task[None]] = {}
        self.blocked = False
        self.marked = b""
        self.loss: Loss | None = None

    async def open(self) -> None:
        self.server = await asyncio.start_server(self.travel, "127.0.0.1", 0)
        self.port = self.server.sockets[0].getsockname()[1]

    async def close(self) -> None:
        self.server.close()
        tasks = list(self.travellers.values())
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)

    def forget(self, *, for_good: bool = False) -> None:
        """As a firewall does: connections that are open now lead nowhere, and nobody is told. New ones pass, unless
        it is ``for_good``.
        """
        self.forgotten |= set(self.travellers)
        self.blocked = for_good

    def lose(self, loss: Loss, mark: bytes) -> None:
        """The next thing said with ``mark`` in it: the *question* does not arrive, or its *answer* does not, and the
        connection ends; or the answer goes without a *word*, and the connection stays.
        """
        self.loss, self.marked = loss, mark

    async def travel(self, here: asyncio.StreamReader, back: asyncio.StreamWriter) -> None:
        task = asyncio.current_task()
        assert task is not None
        number = id(task)
        self.travellers[number] = task
        if self.blocked:
            self.forgotten.add(number)
        try:
            there, forth = await asyncio.open_connection("127.0.0.1", self.to)
            try:
                asking = asyncio.create_task(self.carry(number, here, forth, asks=True))
                answering = asyncio.create_task(self.carry(number, there, back, asks=False))
                try:
                    await asyncio.wait([asking, answering], return_when=asyncio.FIRST_COMPLETED)
                    if number in self.forgotten:
                        await asyncio.Event().wait()  # neither side hears that the other has gone
                finally:
                    asking.cancel()
                    answering.cancel()
                    await asyncio.gather(asking, answering, return_exceptions=True)
            finally:
                forth.close()
        except (OSError, asyncio.CancelledError):
            pass
        finally:
            back.close()
            self.travellers.pop(number, None)
            self.forgotten.discard(number)

    async def carry(
        self, number: int, source: asyncio.StreamReader, target: asyncio.StreamWriter, *, asks: bool
    ) -> None:
        with suppress(OSError):
            while said := await source.read(65_536):
                if asks and self.loss is not None and self.marked in said:
                    loss, self.loss = self.loss, None
                    if loss == "question":
                        return
                    self.forgotten.add(number)
                    target.write(said)  # it arrives, and is answered into nothing
                    await target.drain()
                    if loss == "answer":
                        self.travellers[number].cancel()
                elif number not in self.forgotten:
                    target.write(said)
                    await target.drain()
