"""An update is one transaction. Commit, then send: nothing in here may be moved in front of the commit.

A batch runs without savepoints. When one of its updates fails, all of it is rolled back and every update runs again in
a transaction of its own; that is safe because a handler does nothing outside the transaction.
"""

import asyncio
import logging
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from functools import partial

from bot.ground.refusals import Refusal
from bot.store import inbox, outbox
from bot.store.database import Database, in_transaction
from bot.store.failures import Conflict, Over, Superseded, Unavailable
from bot.store.inbox import Share
from bot.store.outbox import Queued
from bot.store.transaction import Row, Tx
from bot.wire.clock import Clock, elapsed
from bot.wire.coming_in.acting import Actor, Deed
from bot.wire.health import Health

log = logging.getLogger(__name__)
ATTEMPTS = 3
LONGEST_WAIT = 4.0  # seconds, between two tries of a database that could not go on


class Failed(Exception):
    """One update of a batch raised; the cause says what."""

    def __init__(self, row: Row, cause: Exception, batch: int) -> None:
        super().__init__(row["update_id"])
        self.row = row
        self.cause = cause
        self.batch = batch


@dataclass(slots=True)
class Done:
    """What a batch leaves to be sent, now that it is committed."""

    deeds: list[Deed] = field(default_factory=list)
    answers: list[Queued] = field(default_factory=list)
    noticed: bool = False  # notices were queued as well
    erased: bool = False  # somebody has gone for good


class Dispatch:
    """``step`` takes the next batch of one worker's lanes; ``committed`` gets what it made."""

    def __init__(
        self,
        *,
        database: Database,
        clock: Clock,
        actor: Actor,
        health: Health,
        bot_id: int,
        epoch: int,
        committed: Callable[[Done], None],
        checkpoint: Callable[[str], None],
        share: Share,
        batch: int,
        together: frozenset[str] | None = None,
        wait_seconds: float = 1.0,
    ) -> None:
        self.database = database
        self.clock = clock
        self.actor = actor
        self.health = health
        self.bot_id = bot_id
        self.epoch = epoch
        self.committed = committed
        self.checkpoint = checkpoint
        self.share = share
        self.batch = batch
        self.together = together
        self.wait_seconds = wait_seconds  # before a database that could not go on is asked again
        self.name = f"worker {share.worker}"
        self.failures = 0  # in a row, of the database
        self.alone = 0  # updates still to be run one by one
        self.wake = asyncio.Event()
        self.finishing = False
        self.ended = asyncio.Event()
        self.ended.set()

    async def run(self) -> None:
        """Until ``finish``. Raises Superseded."""
        self.ended.clear()
        try:
            while not self.finishing:
                self.wake.clear()  # before looking: what comes meanwhile is looked at again
                if not await self.step() and not self.finishing:
                    await self.wake.wait()
        finally:
            self.ended.set()

    async def finish(self) -> None:
        """Lets the batch at work come to its end and takes no other."""
        self.finishing = True
        self.wake.set()
        await self.ended.wait()

    async def step(self) -> bool:
        """One transaction; False when there was nothing to do."""
        try:
            done = await self.attempt()
        except (Conflict, Unavailable) as failure:
            self.health.red("database", f"updates wait: {type(failure).__name__}", self.name)
            await self.rest(min(LONGEST_WAIT, self.wait_seconds * 2 ** min(self.failures, 8)))
            self.failures += 1
            return True
        self.failures = 0
        self.health.mend("database", self.name)
        if done is None:
            return False
        if done.deeds:
            self.alone = max(0, self.alone - len(done.deeds))
            self.checkpoint("committed")
            self.committed(done)
        return True

    async def rest(self, seconds: float) -> None:
        """Shorter where there is something new, such as the word to end."""
        with suppress(TimeoutError):
            async with asyncio.timeout(seconds):  # wait_for may lose the word to end
                await self.wake.wait()

    async def attempt(self) -> Done | None:
        """None when nothing waits; a Done without deeds when an update is to be tried again."""
        try:
            if self.alone or self.batch == 1:
                return await in_transaction(self.database, partial(self.work, limit=1, at=elapsed()))
            return await self.database.do(partial(self.work, limit=self.batch, at=elapsed()))
        except Conflict:
            if self.alone or self.batch == 1:
                raise
            self.alone = self.batch
            return Done()
        except Failed as failed:
            if failed.batch > 1:
                self.alone = failed.batch
                return Done()
            return await self.after_failure(failed)

    async def after_failure(self, failed: Failed) -> Done:
        """No update ends the process, not even one of which nobody can be told."""
        try:
            return await in_transaction(self.database, partial(self.failed_alone, failed=failed))
        except (Conflict, Unavailable, Over):
            raise
        except Exception as error:
            log.error("update %d fails even as a failure: %s", failed.row["update_id"], type(error).__name__)
            return await in_transaction(self.database, partial(self.buried, row=failed.row))

    async def work(self, tx: Tx, *, limit: int, at: float) -> Done | None:
        now = self.clock.now()
        rows, roles = await inbox.waiting(tx, self.bot_id, self.share, limit)
        if not rows:
            return None
        if rows[0]["epoch"] != self.epoch:
            raise Superseded
        crew = self.actor.crew(tx, now, roles, at)
        deeds = []
        for row in rows:
            try:
                deeds.append(await self.actor.act(crew, row))
            except (Conflict, Unavailable, Over):
                raise
            except Exception as error:
                raise Failed(row, error, len(rows)) from error
            if self.together is not None and crew.touched - self.together:
                break  # the rest is for the next batch
        self.checkpoint("handled")
        try:
            done = await self.written(tx, deeds, now, noticed="outbox" in crew.touched)
        except (Conflict, Unavailable, Over):
            raise
        except Exception as error:
            raise Failed(rows[0], error, len(rows)) from error
        done.erased = "erasure" in crew.touched
        return done

    async def failed_alone(self, tx: Tx, *, failed: Failed) -> Done:
        """Only here is an attempt charged. The third is the last; a refusal is an answer and no failure."""
        row, cause, now = failed.row, failed.cause, self.clock.now()
        crew = self.actor.crew(tx, now, (), 0.0)
        crew.touched.add("person")  # nothing was looked up yet in this transaction
        if isinstance(cause, Refusal):
            return await self.written(tx, [await self.actor.refused(crew, row, cause)], now)
        log.error("update %d failed: %s", row["update_id"], type(cause).__name__, exc_info=cause)
        if row["attempts"] + 1 < ATTEMPTS:
            await inbox.charge(tx, self.bot_id, row["update_id"])
            return Done()
        return await self.written(tx, [await self.actor.apologise(crew, row)], now)

    async def buried(self, tx: Tx, *, row: Row) -> Done:
        log.error("update %d is dead", row["update_id"])
        await inbox.bury(tx, self.bot_id, row["update_id"])
        return Done([Deed(row, dead=True)])

    async def written(self, tx: Tx, deeds: list[Deed], now: int, *, noticed: bool = False) -> Done:
        """Answers and ticks-off, each in one go for the whole batch."""
        answers = [answer for deed in deeds for answer in deed.queued(self.bot_id, now)]
        if answers:
            await outbox.queue_answers(tx, self.bot_id, self.epoch, answers, now)
        await inbox.tick_off(tx, self.bot_id, [deed.row["update_id"] for deed in deeds if not deed.dead])
        for deed in deeds:
            if deed.dead:
                log.error("update %d is dead", deed.row["update_id"])
                await inbox.bury(tx, self.bot_id, deed.row["update_id"])
        return Done(deeds, answers, noticed)
