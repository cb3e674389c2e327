"""What asyncpg and the network raise, as the failures we know. What is not known stays as it is: a fault of ours.

A statement may be cut off in many ways, and each is another class of another library. What all have in common is that
nothing is wrong with the statement: the server, or the way to it, cannot go on now.
"""

from collections.abc import Iterator
from contextlib import contextmanager

import asyncpg

from bot.store.failures import Broken, Conflict, Unavailable

IN_THE_WAY = (asyncpg.DeadlockDetectedError, asyncpg.SerializationError, asyncpg.LockNotAvailableError)
CANNOT_GO_ON = (
    asyncpg.InsufficientResourcesError,  # 53: disk full, too many connections
    asyncpg.PostgresConnectionError,  # 08
    asyncpg.OperatorInterventionError,  # 57: shut down, crashed, still starting, cancelled, idle for too long
    asyncpg.PostgresSystemError,  # 58: the server's own files
    asyncpg.DataCorruptedError,
    asyncpg.IndexCorruptedError,
    asyncpg.ReadOnlySQLTransactionError,
    asyncpg.IdleInTransactionSessionTimeoutError,
    asyncpg.TransactionTimeoutError,
    asyncpg.InterfaceError,  # closed, released, in the middle of another operation
    asyncpg.InternalClientError,
    OSError,  # ConnectionError and TimeoutError are some
)
AT_THE_DOOR = (*CANNOT_GO_ON, asyncpg.PostgresError)  # whatever a server says to who is not yet let in


class Silent(Unavailable):
    """No answer within the time limit: the connection may be dead without a word, and so may its neighbours."""


class InDoubt(Unavailable):
    """The answer to a COMMIT was lost: it may have happened."""


@contextmanager
def told_apart() -> Iterator[None]:
    """Around a statement. Raises Broken, Conflict, Unavailable."""
    try:
        yield
    except asyncpg.IntegrityConstraintViolationError as error:
        raise Broken(str(error)) from error
    except IN_THE_WAY as error:
        raise Conflict(str(error)) from error
    except CANNOT_GO_ON as error:
        if isinstance(error, asyncpg.InterfaceError) and isinstance(error, ValueError):
            raise  # an argument that is no value of its column: the caller's fault, not the server's
        raise as_unavailable(error) from error


@contextmanager
def at_the_door() -> Iterator[None]:
    """Around connecting, and what is said before any statement of ours. Raises Unavailable."""
    try:
        yield
    except AT_THE_DOOR as error:
        raise as_unavailable(error) from error


def as_unavailable(error: BaseException) -> Unavailable:
    words = str(error) or type(error).__name__
    return Silent(words) if isinstance(error, TimeoutError) else Unavailable(words)
