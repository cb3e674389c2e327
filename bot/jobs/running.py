"""A tick's work is one transaction per `AT_ONCE` occurrences, never one for everything that is due."""

import logging
from collections.abc import Callable

from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Over, Unavailable
from bot.store.ticks import AT_ONCE, Tick
from bot.wire.health import Health

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


async def watch_tick(database: Database, tick: Tick, now: Now, health: Health) -> None:
    """What the tick leaves to people, so that who runs the bot sees it too. Raises what the watch raises."""
    watch, at = tick.watch, now()
    if watch is None:
        return
    reason = await database.see(lambda tx: watch(tx, at))
    if reason:
        health.red(tick.name, reason)
    else:
        health.mend(tick.name)


async def run_quietly(database: Database, tick: Tick, now: Now, health: Health | None = None) -> int:
    """As `run_tick`; what goes wrong is logged and tried again at the next tick, others unaffected.

    Raises Over.
    """
    done = 0
    try:
        done = await run_tick(database, tick, now)
        if health is not None:
            await watch_tick(database, tick, now, health)
    except (Conflict, Unavailable) as failure:
        log.warning("tick %s could not run: %s", tick.name, type(failure).__name__)
    except Over:
        raise
    except Exception:
        log.exception("tick %s failed", tick.name)
    return done
