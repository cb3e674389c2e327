"""What is owed after an erasure. The rows outlive the process, so that a restart goes on where the last one stood.

The account's id stays here until its owner was told, for without it nobody could be; then it goes, from everywhere.
"""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.store.transaction import Row, Tx


class Stage(StrEnum):
    ERASING = "erasing"  # gone from the tables; pages from before may still lie in the log
    TELLING = "telling"  # the log was empty: the word that nothing is left is on its way
    CLOSING = "closing"  # the id is gone from the tables as well; only the log may still hold it


class Erasure(Frozen):
    id: int
    telegram_id: int | None
    language: str | None
    stage: Stage
    asked_at: int


def made(row: Row) -> Erasure:
    return Erasure(row["id"], row["telegram_id"], row["language"], Stage(row["state"]), row["asked_at"])


async def add(tx: Tx, *, telegram_id: int, language: str, now: int) -> None:
    await tx.change("add_erasure", telegram_id=telegram_id, language=language, now=now)


async def owed(tx: Tx) -> list[Erasure]:
    return [made(row) for row in await tx.rows("erasures")]


async def start_telling(tx: Tx, erasure_id: int) -> bool:
    """False where it was said to begin before."""
    return await tx.change("start_telling", id=erasure_id) == 1


async def unsettled(tx: Tx, erasure: Erasure) -> bool:
    """Whether anything to or from the account is still on its way; what belongs to who joined again does not count."""
    return await tx.value("unsettled_for_account", telegram_id=erasure.telegram_id) is not None


async def forget_account(tx: Tx, erasure: Erasure) -> None:
    await tx.change("forget_last_messages", telegram_id=erasure.telegram_id)
    await tx.change("forget_last_lanes", telegram_id=erasure.telegram_id)
    await tx.change("forget_account", id=erasure.id)


async def end(tx: Tx, erasure_id: int) -> None:
    await tx.change("end_erasure", id=erasure_id)
