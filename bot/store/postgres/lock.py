"""The process lock on PostgreSQL: an advisory lock that lives as long as the session that took it.

A session can outlive its process (the network forgot it) and a process its session (somebody ended it). So the session
beats: the server ends it when no beat comes, and we stop working when none is answered, which is earlier. A holder that
beats is alive and is believed at once; one that does not is waited out.
"""

import asyncio
import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress

import asyncpg

from bot.store.failures import Unavailable
from bot.store.one_process.hold import Grip, Hold, Taken
from bot.store.postgres.connections import NAME, connected
from bot.store.postgres.errors import AT_THE_DOOR, as_unavailable, at_the_door

KEY = 0x6C69616E  # "lian"
TRY = "SELECT pg_try_advisory_lock($1)"
# A state_change of NULL: the holder is another role's, and we may not see whether it lives.
HOLDER = (
    "SELECT l.pid, a.application_name AS name, a.state_change AS beat "
    "FROM pg_locks l JOIN pg_database d ON d.oid = l.database LEFT JOIN pg_stat_activity a ON a.pid = l.pid "
    "WHERE l.locktype = 'advisory' AND l.classid = 0 AND l.objid = $1 AND l.objsubid = 1 AND l.granted "
    "AND d.datname = current_database() LIMIT 1"
)
END = "SELECT pg_terminate_backend($1)"
BEAT = 2.0  # seconds between two
ANSWER = 3.0  # a beat that is not answered by then was the last
SILENCE = 10  # after which the server ends the session: later than BEAT + ANSWER, when we have stopped
PATIENCE = 20.0  # with a holder that does not beat
LOOK = 0.2
LONGEST_WAIT = 2.0  # between two tries to get the lock again


@asynccontextmanager
async def advisory_lock(url: str) -> AsyncIterator[Hold]:
    """Ours, for as long as the block runs. Raises Taken, Unavailable."""
    lock = AdvisoryLock(url)
    await lock.take()
    keeper = asyncio.create_task(lock.keep())
    try:
        yield lock.hold
    finally:
        keeper.cancel()
        with suppress(asyncio.CancelledError):
            await keeper
        await lock.let_go()


class AdvisoryLock:
    """``take`` it, then let ``keep`` run."""

    def __init__(self, url: str) -> None:
        self.url = url
        self.name = f"{NAME} lock {secrets.token_hex(8)}"  # by which we know our own dead sessions
        self.hold = Hold()
        self.connection: asyncpg.Connection | None = None
        self.ended = asyncio.Event()

    async def take(self) -> None:
        """Waits for a dead holder, not for a live one. Raises Taken, Unavailable."""
        connection = await self.connect()
        try:
            with at_the_door():
                if not await connection.fetchval(TRY, KEY):
                    await wait_out(connection)
        except BaseException:
            await connection.close()
            raise
        self.connection = connection

    async def connect(self) -> asyncpg.Connection:
        ended = self.ended = asyncio.Event()
        connection = await connected(
            self.url, limit=ANSWER, application_name=self.name, idle_session_timeout=f"{SILENCE}s"
        )
        connection.add_termination_listener(lambda _connection: ended.set())
        return connection

    async def keep(self) -> None:
        """Until cancelled, or until the lock is somebody else's."""
        while True:
            self.hold.become(Grip.SLIPPED, await self.beat())
            await self.let_go()
            try:
                await self.regain()
            except Taken as taken:
                self.hold.become(Grip.GONE, taken.holder)
                return
            self.hold.become(Grip.FAST)

    async def beat(self) -> str:
        """As long as the session answers; then why it does not."""
        while True:
            with suppress(TimeoutError):
                async with asyncio.timeout(BEAT):  # wait_for may lose the word to end
                    await self.ended.wait()
            if self.ended.is_set() or self.connection is None:
                return "its connection ended"
            try:
                await self.connection.execute("SELECT 1")
            except AT_THE_DOOR as error:
                return f"its connection does not answer: {as_unavailable(error)}"

    async def regain(self) -> None:
        """Tries until it is ours again. Raises Taken when another process was quicker."""
        wait = 0.1
        while True:
            with suppress(Unavailable):
                if await self.regained():
                    return
            await asyncio.sleep(wait)
            wait = min(LONGEST_WAIT, wait * 2)

    async def regained(self) -> bool:
        """One try; a session of our own that is in the way is ended. Raises Taken, Unavailable."""
        connection = await self.connect()
        try:
            with at_the_door():
                if await connection.fetchval(TRY, KEY):
                    self.connection = connection
                    return True
                holder = await connection.fetchrow(HOLDER, KEY)
                if holder is not None and holder["name"] != self.name:
                    raise Taken(said_of(holder))
                if holder is not None:
                    await connection.execute(END, holder["pid"])
                return False
        finally:
            if self.connection is None:
                await connection.close()

    async def let_go(self) -> None:
        connection, self.connection = self.connection, None
        if connection is not None:
            await connection.close()


async def wait_out(connection: asyncpg.Connection) -> None:
    """Until the lock is ours, because the server ended a holder that did not beat. Raises Taken."""
    first = await connection.fetchrow(HOLDER, KEY)
    last = asyncio.get_running_loop().time() + PATIENCE
    while asyncio.get_running_loop().time() < last:
        await asyncio.sleep(LOOK)
        if await connection.fetchval(TRY, KEY):
            return
        now = await connection.fetchrow(HOLDER, KEY)
        first = first or now
        if now is not None and (now["beat"] is None or (now["pid"], now["beat"]) != (first["pid"], first["beat"])):
            raise Taken(said_of(now))
    raise Taken(said_of(first))


def said_of(row: asyncpg.Record | None) -> str:
    return "" if row is None else f"PostgreSQL backend {row['pid']}"
