"""PostgreSQL at READ COMMITTED: races are decided by conditional updates and by rows locked in one order."""

from collections.abc import AsyncIterator, Iterator, Mapping, Sequence
from contextlib import asynccontextmanager, contextmanager
from typing import Any

import asyncpg

from bot.storage.failures import Broken, Conflict, Unavailable
from bot.storage.named import NamedTx
from bot.storage.statements import Statement
from bot.storage.transaction import Lockable, Row, Value
from bot.storage.vault import Vault

POOL = 16
# Summaries of 100,000 records: compiling a plan took longer than running it, and grouping them fits in this memory.
SESSION = {"jit": "off", "work_mem": "32MB"}
# A plan that serves a week and ten years alike is made for the week: a summary of ten years took three times as long.
PLANNED_EACH_TIME = "SET LOCAL plan_cache_mode = force_custom_plan"
# NO KEY: it holds off others who lock, but not checks of foreign keys. Those come when a row is updated twice in one
# transaction, too, and ran into a lock on the parent in the wrong order.
LOCKS = {
    "person": "SELECT 1 FROM person WHERE id = $1 FOR NO KEY UPDATE",
    "activity": "SELECT 1 FROM activity WHERE id = $1 FOR NO KEY UPDATE",
    "shift": "SELECT 1 FROM shift WHERE id = $1 FOR NO KEY UPDATE",
    "team_month": "SELECT pg_advisory_xact_lock(7234, $1::int)",
}


@contextmanager
def told_apart() -> Iterator[None]:
    """Turns the driver's errors into ours."""
    try:
        yield
    except asyncpg.IntegrityConstraintViolationError as error:
        raise Broken(str(error)) from error
    except (asyncpg.DeadlockDetectedError, asyncpg.SerializationError) as error:
        raise Conflict(str(error)) from error
    except (
        asyncpg.InsufficientResourcesError,
        asyncpg.PostgresConnectionError,
        asyncpg.OperatorInterventionError,
        asyncpg.InterfaceError,
        ConnectionError,
        OSError,
    ) as error:
        raise Unavailable(str(error)) from error


class PostgresTx(NamedTx):
    def __init__(self, connection: Any, vault: Vault) -> None:
        super().__init__(vault)
        self.connection = connection

    async def rows(self, name: str, /, **values: Value) -> Sequence[Row]:
        statement = self.find(name)
        with told_apart():
            found: Sequence[Row] = await self.connection.fetch(statement.positional, *in_order(statement, values))
        return found

    async def change(self, name: str, /, **values: Value) -> int:
        statement = self.find(name)
        with told_apart():
            status: str = await self.connection.execute(statement.positional, *in_order(statement, values))
        return int(status.rsplit(" ", 1)[-1])  # 'UPDATE 2', 'INSERT 0 1'

    async def change_many(self, name: str, values: Sequence[Mapping[str, Value]], /) -> None:
        statement = self.find(name)
        if values:
            with told_apart():
                await self.connection.executemany(statement.positional, [in_order(statement, one) for one in values])

    async def lock(self, what: Lockable, id: int, /) -> bool:
        with told_apart():
            await self.connection.execute(LOCKS[what], id)
        return True


def in_order(statement: Statement, values: Mapping[str, Value]) -> list[Value]:
    if len(values) != len(statement.parameters):
        raise TypeError(f"{statement.name} takes {statement.parameters}, got {tuple(values)}")
    return [values[name] for name in statement.parameters]


class PostgresDatabase:
    """Use ``open_postgres``. ``write()`` and ``read()`` are the only doors."""

    def __init__(self, pool: Any, vault: Vault) -> None:
        self.pool = pool
        self.vault = vault

    @asynccontextmanager
    async def write(self) -> AsyncIterator[PostgresTx]:
        with told_apart():
            connection = await self.pool.acquire()
        try:
            with told_apart():
                async with connection.transaction():
                    yield PostgresTx(connection, self.vault)
        finally:
            await self.pool.release(connection)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[PostgresTx]:
        with told_apart():
            connection = await self.pool.acquire()
        try:
            with told_apart():
                async with connection.transaction(isolation="repeatable_read", readonly=True):
                    await connection.execute(PLANNED_EACH_TIME)
                    yield PostgresTx(connection, self.vault)
        finally:
            await self.pool.release(connection)

    async def rewrite(self) -> None:
        """Nothing to do: what is deleted is out of every look's reach."""

    async def empty_log(self) -> bool:
        """There is no log that we keep: rows gone are gone."""
        return True

    async def close(self) -> None:
        await self.pool.close()


async def open_postgres(url: str, vault: Vault) -> PostgresDatabase:
    with told_apart():
        pool = await asyncpg.create_pool(url, min_size=1, max_size=POOL, server_settings=SESSION)
    return PostgresDatabase(pool, vault)
