"""Connections that notice when the other side is gone, on both sides, within a quarter of a minute.

A network may forget a connection without a word: then neither side hears anything for ever. So the client limits every
statement, the server limits idling inside a transaction, and both let TCP ask whether the other still answers.
"""

import socket
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from typing import Any

import asyncpg

from bot.store.failures import Unavailable
from bot.store.postgres.errors import AT_THE_DOOR, InDoubt, Silent, as_unavailable, at_the_door

POOL = 16
CONNECT = 5.0  # seconds, to be let in
AT_ONCE = 5.0  # for what a server answers at once, if it answers at all
STATEMENT = 10.0
BESIDE = 300.0  # for a command that a person waits for, such as `check` on ten years of records
GOODBYE = 2.0
DEAD = 10.0  # without a sign of life
NAME = "liandong"
# The server's side; the settings come with the connection, so that they outlive every reset.
WATCHED = {
    "tcp_user_timeout": f"{DEAD * 1000:.0f}",
    "tcp_keepalives_idle": "5",
    "tcp_keepalives_interval": "3",
    "tcp_keepalives_count": "2",
}
SESSION = {
    **WATCHED,
    "application_name": NAME,
    "lock_timeout": "5s",  # then the whole transaction is repeated: whoever is in the way may be dead
    "idle_in_transaction_session_timeout": f"{DEAD:.0f}s",
    "idle_session_timeout": "10min",  # twice what a connection rests in our pool
    # Summaries of 100,000 records: compiling a plan took longer than running it, and grouping them fits in this memory.
    "jit": "off",
    "work_mem": "32MB",
}


class Watched(asyncpg.Connection):  # type: ignore[misc]  # the library has no types
    """The client's side: TCP asks, and taking leave of a dead server takes no longer than it is worth."""

    def __init__(self, protocol: Any, transport: Any, *rest: Any) -> None:
        super().__init__(protocol, transport, *rest)
        ask_for_life(transport.get_extra_info("socket"))

    async def close(self, *, timeout: float | None = None) -> None:  # noqa: ASYNC109  # as the library declares it
        try:
            await super().close(timeout=timeout or GOODBYE)
        except AT_THE_DOOR:
            self.terminate()


def ask_for_life(link: socket.socket | None) -> None:
    if link is None or link.family == socket.AF_UNIX:
        return
    link.setsockopt(socket.SOL_SOCKET, socket.SO_KEEPALIVE, 1)
    for option, value in (("TCP_KEEPIDLE", 5), ("TCP_KEEPINTVL", 3), ("TCP_KEEPCNT", 2), ("TCP_USER_TIMEOUT", 10_000)):
        if hasattr(socket, option):  # not on every system
            link.setsockopt(socket.IPPROTO_TCP, getattr(socket, option), value)


async def connected(url: str, *, limit: float = STATEMENT, **settings: str) -> asyncpg.Connection:
    """Raises Unavailable: no server there, no such database, a wrong password."""
    try:
        return await asyncpg.connect(
            url,
            timeout=CONNECT,
            command_timeout=limit,
            connection_class=Watched,
            server_settings={**WATCHED, **settings},
        )
    except AT_THE_DOOR as error:
        raise Unavailable(f"PostgreSQL: {as_unavailable(error)}") from error


async def open_pool(url: str, *, limit: float = STATEMENT) -> asyncpg.Pool:
    """Of connections made when they are needed; the first is made here. Raises Unavailable."""
    with at_the_door():
        pool = await asyncpg.create_pool(
            url,
            min_size=0,
            max_size=POOL,
            timeout=CONNECT,
            command_timeout=limit,
            connection_class=Watched,
            reset=untouched,
            server_settings={**SESSION, "statement_timeout": f"{limit:.0f}s"},
        )
    async with borrowed(pool):
        return pool


async def untouched(_connection: object) -> None:
    """Nothing of ours outlives its transaction, so a connection is given back without another question."""


@asynccontextmanager
async def borrowed(pool: asyncpg.Pool) -> AsyncIterator[Any]:
    """A connection of the pool. One that could not go on is thrown away; if it was silent, so are its neighbours.

    Raises Unavailable. Giving it back never raises: what went on in the block must not be hidden by that.
    """
    with at_the_door():
        connection = await pool.acquire()
    try:
        yield connection
    except Unavailable as failure:
        throw_away(connection)
        if isinstance(failure, Silent | InDoubt):
            await pool.expire_connections()
        raise
    finally:
        await given_back(pool, connection)


async def given_back(pool: asyncpg.Pool, connection: Any) -> None:
    try:
        await pool.release(connection, timeout=GOODBYE)
    except AT_THE_DOOR:
        throw_away(connection)


def throw_away(connection: Any) -> None:
    """Without a word to the server, who may not be there."""
    with suppress(asyncpg.InterfaceError):  # the pool has seen it end already
        connection.terminate()
