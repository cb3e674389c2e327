"""A tick's work is one transaction per `AT_ONCE` occurrences, never one for everything that is due."""

import logging
from collections.abc import Callable

from bot.jobs.table import AT_ONCE, Tick
from bot.storage.database import Database, in_transaction
from bot.storage.failures import Conflict, Over, Unavailable

log = logging.getLogger(__name__)
Now = Callable[[], int]


async def run_tick(database: Database, tick: Tick, now: Now) -> int:
    """Does all that is due, each part in a transaction of its own; how much it was. Raises what the work raises."""
    done = 0
    while True:
        at = now()
        part = await in_transaction(database, lambda tx, at=at: tick.work(tx, at))  # type: ignore[misc]  # mypy types no default of a lambda
        done += part
        if part < AT_ONCE:
            return done


async def run_quietly(database: Database, tick: Tick, now: Now) -> int:
    """As `run_tick`; what goes wrong is logged and tried again at the next tick, others unaffected.

    Raises Over.
    """
    try:
        return await run_tick(database, tick, now)
    except (Conflict, Unavailable) as failure:
        log.warning("tick %s could not run: %s", tick.name, type(failure).__name__)
    except Over:
        raise
    except Exception:
        log.exception("tick %s failed", tick.name)
    return 0
