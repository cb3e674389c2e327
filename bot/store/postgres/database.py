"""PostgreSQL at READ COMMITTED: races are decided by conditional updates and by rows locked in one order.

A COMMIT whose answer was lost may have happened. So every transaction of the running bot leaves a receipt, and the
server is asked for it afterwards: whoever wrote learns what is true, late rather than wrong.
"""

import asyncio
import logging
from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import asynccontextmanager, suppress
from typing import Any, TypeVar

import asyncpg

from bot.store.failures import Broken, Unavailable
from bot.store.named import NamedTx
from bot.store.one_process.fence import Fence
from bot.store.postgres.connections import AT_ONCE, BESIDE, GOODBYE, STATEMENT, borrowed, open_pool, throw_away
from bot.store.postgres.errors import AT_THE_DOOR, InDoubt, at_the_door, told_apart
from bot.store.postgres.holding import Held, Holder
from bot.store.postgres.receipts import Receipt, Slots, admitted, happened
from bot.store.shielding import finished
from bot.store.statements import Statement
from bot.store.transaction import Lockable, Row, Tx, Value
from bot.store.vault import Vault

T = TypeVar("T")
log = logging.getLogger(__name__)
# A plan that serves a week and ten years alike is made for the week: a summary of ten years took three times as long.
PLANNED_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan"
LOOK = f"BEGIN ISOLATION LEVEL REPEATABLE READ READ ONLY; {PLANNED_EACH_TIME}"
LAST_TRIES = 3  # to learn an outcome, when the program is about to end
# NO KEY: it holds off others who lock, but not checks of foreign keys. Those come when a row is updated twice in one
# transaction, too, and ran into a lock on the parent in the wrong order.
LOCKS = {
    "person": "SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE",
    "activity": "SELECT 1 FROM activity WHERE id = $1 FOR NO KEY UPDATE",
    "shift": "SELECT 1 FROM shift WHERE id = $1 FOR NO KEY UPDATE",
    "team_month": "SELECT pg_advisory_xact_lock(7234, $1::int)",
}


def place() -> str:
    """One statement for three locks; a target list is worked through from left to right."""
    activity = LOCKS["activity"].replace("$1", "(SELECT activity_id FROM shift WHERE id = $2)")
    return f"SELECT ({LOCKS['person']}), ({activity}), ({LOCKS['shift'].replace('$1', '$2')})"


class PostgresTx(NamedTx):
    def __init__(self, connection: Any, vault: Vault, held: Held) -> None:
        super().__init__(vault)
        self.connection = connection
        self.held = held
        self.holder = Holder()

    async def rows(self, statement: Statement, /, **values: Value) -> Sequence[Row]:
        self.note(statement)
        with told_apart():
            found: Sequence[Row] = await self.connection.fetch(statement.positional, *in_order(statement, values))
        return found

    async def change(self, statement: Statement, /, **values: Value) -> int:
        self.note(statement)
        with told_apart():
            status: str = await self.connection.execute(statement.positional, *in_order(statement, values))
        return int(status.rsplit(" ", 1)[-1])  # 'UPDATE 2', 'INSERT 0 1'

    async def change_many(self, statement: Statement, values: Sequence[Mapping[str, Value]], /) -> None:
        self.note(statement)
        if values:
            with told_apart():
                await self.connection.executemany(statement.positional, [in_order(statement, one) for one in values])

    async def lock(self, what: Lockable, id: int, /) -> None:
        await self.held.claim(self.holder, what, id)
        with told_apart():
            await self.connection.execute(LOCKS[what], id)
        self.held.got(self.holder, what, id)

    async def lock_place(self, person_id: int, shift_id: int, /) -> None:
        await self.held.claim(self.holder, "person", person_id)
        await self.held.claim(self.holder, "shift", shift_id)
        with told_apart():
            await self.connection.execute(place(), person_id, shift_id)
        self.held.got(self.holder, "person", person_id)
        self.held.got(self.holder, "shift", shift_id)


def in_order(statement: Statement, values: Mapping[str, Value]) -> list[Value]:
    if len(values) != len(statement.parameters):
        raise TypeError(f"{statement.name} takes {statement.parameters}, got {tuple(values)}")
    return [values[name] for name in statement.parameters]


class PostgresDatabase:
    """Use ``open_postgres``. ``do`` and ``see``, ``write`` and ``read`` are the only doors."""

    def __init__(self, pool: asyncpg.Pool, vault: Vault) -> None:
        self.pool = pool
        self.vault = vault
        self.fence: Fence | None = None
        self.slots = Slots()
        self.held = Held()

    async def do(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        async with self.write() as tx:
            return await work(tx)

    async def see(self, work: Callable[[Tx], Awaitable[T]]) -> T:
        async with self.read() as tx:
            return await work(tx)

    @asynccontextmanager
    async def write(self) -> AsyncIterator[PostgresTx]:
        fence, receipt = self.fence, None
        if fence is not None:
            fence.demand_open()
        with self.slots.taken() as slot:
            try:
                async with borrowed(self.pool) as connection:
                    tx = PostgresTx(connection, self.vault, self.held)
                    try:
                        async with committed(tx):
                            if fence is not None:
                                receipt = await admitted(connection, fence, slot)
                            yield tx
                    finally:
                        self.held.let_go(tx.holder)
            except InDoubt:
                if fence is None or receipt is None or not await self.turned_out(receipt, fence):
                    raise

    @asynccontextmanager
    async def read(self) -> AsyncIterator[PostgresTx]:
        async with borrowed(self.pool) as connection, looked(connection):
            yield PostgresTx(connection, self.vault, self.held)

    async def turned_out(self, receipt: Receipt, fence: Fence) -> bool:
        """Whether that transaction was committed. Asks until the server knows; Unavailable when there is no time."""
        log.warning("the answer to a COMMIT was lost: asking what became of it")
        tries, known = 0, None
        while known is None:
            with suppress(Unavailable):
                async with borrowed(self.pool) as connection:
                    known = await happened(connection, receipt)
            if known is None:
                tries += 1
                if fence.leaving and tries >= LAST_TRIES:
                    raise Unavailable("nobody knows whether the last transaction was committed")
                await asyncio.sleep(min(5.0, 0.1 * 2 ** min(tries, 8)))
        log.warning("the transaction in doubt %s", "was committed" if known else "did not happen")
        return known

    async def rewrite(self) -> None:
        """Nothing to do: what is deleted is out of every look's reach."""

    async def empty_log(self) -> bool:
        """There is no log that we keep: rows gone are gone."""
        return True

    def look(self) -> None:
        """The server looks after its own files."""

    async def close(self) -> None:
        """Waits for transactions that are under way, but not for a server that does not answer."""
        try:
            async with asyncio.timeout(STATEMENT):
                await self.pool.close()
        except AT_THE_DOOR:
            self.pool.terminate()


@asynccontextmanager
async def committed(tx: PostgresTx) -> AsyncIterator[None]:
    """A transaction. What the block raises comes out of it, whatever else goes wrong on the way.

    One that has written nothing costs no write to the disk.
    """
    connection = tx.connection
    await begun(connection, "BEGIN")
    try:
        yield
    except Unavailable:
        raise  # and with it goes the connection
    except BaseException:
        await undone(connection)
        raise
    if not tx.wrote:
        await undone(connection)
        return
    try:
        with told_apart():
            said = await finished(connection.execute("COMMIT"))
    except Unavailable as failure:
        raise InDoubt(str(failure)) from failure
    if said != "COMMIT":
        raise Broken("the transaction had failed already and was rolled back")


@asynccontextmanager
async def looked(connection: Any) -> AsyncIterator[None]:
    """A look that has an end and no outcome."""
    await begun(connection, LOOK)
    try:
        yield
    except Unavailable:
        raise
    except BaseException:
        await undone(connection)
        raise
    await undone(connection)


async def begun(connection: Any, words: str) -> None:
    with at_the_door():
        await connection.execute(words, timeout=AT_ONCE)


async def undone(connection: Any) -> None:
    """Rolls back; a connection that cannot even do that is thrown away. Never raises for what the server does."""
    try:
        await finished(connection.execute("ROLLBACK", timeout=GOODBYE))
    except AT_THE_DOOR:
        throw_away(connection)


async def open_postgres(url: str, vault: Vault, *, beside: bool = False) -> PostgresDatabase:
    """``beside``: a person waits for the command and can end it, so its statements may take long."""
    return PostgresDatabase(await open_pool(url, limit=BESIDE if beside else STATEMENT), vault)
