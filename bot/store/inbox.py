"""Updates as they came. One is *new* until the very transaction that gives it its effect ticks it off.

Any of them may hold a phone number or a guardian's name: with a data key they are stored under lock, without one a
contact is stored without its number.
"""

from collections.abc import Sequence

from bot.ground.contacts import without_numbers
from bot.ground.frozen import Frozen
from bot.store.transaction import Row, Tx

WEEK = 7 * 86_400
EVERY = (-(2**62), 2**62)


class Arrival(Frozen):
    """An update to be kept. ``lane``: whose order it belongs to (sender's id, else the chat's)."""

    update_id: int
    lane: int
    raw: str


class Share(Frozen):
    """The lanes one worker takes: those that leave ``worker`` when divided by ``workers``."""

    worker: int = 0
    workers: int = 1


async def take(tx: Tx, bot_id: int, arrivals: Sequence[Arrival], now: int) -> None:
    """Keeps them; one that is known from the last seven days changes nothing."""
    await tx.change_many(
        "take_update",
        [
            {
                "bot_id": bot_id,
                "update_id": one.update_id,
                "lane": one.lane,
                "raw": stored(tx, bot_id, one),
                "now": now,
                "horizon": now - WEEK,
            }
            for one in arrivals
        ],
    )


def stored(tx: Tx, bot_id: int, one: Arrival) -> str:
    return tx.vault.seal(one.raw, place(bot_id, one.update_id)) if tx.vault.has_key else without_numbers(one.raw)


def raw_of(tx: Tx, bot_id: int, row: Row) -> str | None:
    """As it came; None for what was sealed and cannot be opened. Rows of before the data key are plain."""
    return tx.vault.unlocked(row["raw"], place(bot_id, row["update_id"]))


def place(bot_id: int, update_id: int) -> str:
    return f"inbox:{bot_id}:{update_id}"


async def waiting(
    tx: Tx, bot_id: int, share: Share, limit: int, span: tuple[int, int] = EVERY
) -> tuple[Sequence[Row], Sequence[Row]]:
    """The oldest new updates with their senders, in order, and the roles of those senders: two statements in all."""
    first, last = span
    rows = await tx.rows(
        "waiting_updates",
        bot_id=bot_id, first=first, last=last, worker=share.worker, workers=share.workers, limit=limit,
    )  # fmt: skip
    if not rows:
        return rows, ()
    roles = await tx.rows("roles_of_waiting", bot_id=bot_id, first=rows[0]["update_id"], last=rows[-1]["update_id"])
    return rows, roles


async def tick_off(tx: Tx, bot_id: int, update_ids: Sequence[int]) -> None:
    await tx.change_many("tick_off", [{"bot_id": bot_id, "update_id": one} for one in update_ids])


async def charge(tx: Tx, bot_id: int, update_id: int) -> None:
    await tx.change("charge_attempt", bot_id=bot_id, update_id=update_id)


async def bury(tx: Tx, bot_id: int, update_id: int) -> None:
    await tx.change("bury_update", bot_id=bot_id, update_id=update_id)


async def forget_old(tx: Tx, bot_id: int, now: int) -> int:
    return await tx.change("forget_old_updates", bot_id=bot_id, horizon=now - WEEK)


async def count_new(tx: Tx, bot_id: int) -> int:
    return int(await tx.value("count_new_updates", bot_id=bot_id))
