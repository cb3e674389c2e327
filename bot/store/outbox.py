"""What must leave the house. Use cases only queue: they name no bot, open no connection and word nothing.

A key makes a repeated notice harmless; the bot's number is put before it here. The bot is the one that started last
on this database (one process per database), or 0 until one has: the first to start adopts those.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Literal

from bot.ground.frozen import Frozen
from bot.store.transaction import Row, Tx, Value

WEEK, MONTH = 7 * 86_400, 30 * 86_400
NoticeClass = Literal["critical", "normal", "reply"]
Fact = int | str


class Queued(Frozen):
    """A ready Bot API call as an update's transaction makes it. ``payload``: its JSON object without chat_id."""

    key: str
    kind: str  # "call:sendMessage"
    class_: Literal["reply", "edit"]
    chat_id: int
    person_id: int | None
    payload: str
    expires_at: int
    subject: str | None = None


def sealed(tx: Tx, key: str, payload: str) -> str:
    """A ready call as it is stored: under lock where there is a key, for it may show a phone number."""
    return tx.vault.seal(payload, f"outbox:{key}") if tx.vault.has_key else payload


def opened(tx: Tx, key: str, payload: str) -> str | None:
    """As it was queued; None for what was sealed and cannot be opened, such as a row put in another's place."""
    return tx.vault.unlocked(payload, f"outbox:{key}")


async def queue_answers(tx: Tx, bot_id: int, epoch: int, answers: Sequence[Queued], now: int) -> None:
    """In flight at once: who queued them sends them after the commit."""
    await tx.change_many(
        "queue_answer",
        [
            {
                "bot_id": bot_id, "epoch": epoch, "now": now, "key": one.key, "kind": one.kind, "class_": one.class_,
                "chat_id": one.chat_id, "person_id": one.person_id, "payload": sealed(tx, one.key, one.payload),
                "expires_at": one.expires_at, "subject": one.subject,
            }
            for one in answers
        ],
    )  # fmt: skip


async def note_unreached(tx: Tx, people: Mapping[int, str], *, kind: str, subject: str, now: int) -> None:
    """Those of an audience whom Telegram does not reach, by person id with the key their notice would have had."""
    same: dict[str, Value] = {"kind": kind, "subject": subject, "now": now}
    await tx.change_many("note_unreached", [{**same, "key": key, "person_id": id} for id, key in people.items()])


async def unreached(tx: Tx, subject: str) -> list[str]:
    """Names of who was not reached about this subject, known before or found out while sending."""
    return [row["name"] for row in await tx.rows("unreached_people", subject=subject)]


async def doubtful(tx: Tx, subject: str, limit: int) -> list[str]:
    """Some names of those of whom nobody knows whether it reached them."""
    return [row["name"] for row in await tx.rows("doubtful_people", subject=subject, doubt=1, limit=limit)]


async def undelivered(tx: Tx, subject: str, limit: int) -> list[str]:
    """Some names of those to whom it could not be delivered, though Telegram reaches them."""
    return [row["name"] for row in await tx.rows("doubtful_people", subject=subject, doubt=0, limit=limit)]


async def queue_to_chat(
    tx: Tx,
    *,
    kind: str,
    key: str,
    chat_id: int,
    subject: str | None,
    facts: Mapping[str, Fact],
    now: int,
    due_at: int | None = None,
    expires_at: int | None = None,
    class_: NoticeClass = "normal",
    silent: bool = False,
) -> bool:
    """The same to a group. False when the key is there already."""
    return await queue_row(
        tx, "queue_for_chat", kind=kind, key=key, chat_id=chat_id, subject=subject,
        payload=payload_of(facts, silent), now=now, due_at=due_at or now, expires_at=expires_at, class_=class_,
    )  # fmt: skip


async def drop_subject(tx: Tx, subject: str, kinds: Sequence[str] | None = None) -> int:
    """What waits about this subject will not leave; of these kinds only, where they are named. How many it was."""
    if kinds is None:
        return await tx.change("drop_subject", subject=subject)
    return sum([await tx.change("drop_subject_kind", subject=subject, kind=kind) for kind in kinds])


async def drop_keyed(tx: Tx, subject: str, key: str) -> int:
    """What waits about this subject under a key that begins so and goes on will not leave. How many it was."""
    return await tx.change("drop_keyed", subject=subject, key=key)


async def counts(tx: Tx, subject: str) -> dict[str, int]:
    """How many notices about this subject stand in each state: pending, sending, sent, unknown, dead, …"""
    return {row["state"]: row["n"] for row in await tx.rows("count_by_state", subject=subject)}


def payload_of(facts: Mapping[str, Fact], silent: bool) -> str:
    return json.dumps({"facts": dict(facts), "silent": silent}, ensure_ascii=False)


async def queue_row(tx: Tx, statement: str, /, **values: int | str | None) -> bool:
    return await tx.change(statement, **values) > 0


async def adopt_notices(tx: Tx, bot_id: int) -> None:
    await tx.change("adopt_notices", bot_id=bot_id)


async def any_due(tx: Tx, bot_id: int, now: int) -> bool:
    return await tx.value("any_due", bot_id=bot_id, now=now) is not None


async def count_due(tx: Tx, bot_id: int, epoch: int, now: int) -> int:
    """What is due and what this process has in flight."""
    return int(await tx.value("count_due", bot_id=bot_id, epoch=epoch, now=now))


async def due(tx: Tx, bot_id: int, now: int, limit: int, *, certain_first: bool = False) -> Sequence[Row]:
    """What people wait for first; ``certain_first``: before that what makes no second copy, and was never in doubt.

    ``payload`` in plain text; None where it cannot be opened.
    """
    rows = await tx.rows("due_parcels", bot_id=bot_id, now=now, limit=limit, certain_first=int(certain_first))
    return [{**dict(row), "payload": opened(tx, row["key"], row["payload"])} for row in rows]


async def expire(tx: Tx, bot_id: int, now: int) -> int:
    """What waits and has lost its use; how many."""
    return await tx.change("expire_parcels", bot_id=bot_id, now=now)


async def claim(tx: Tx, epoch: int, keys: Sequence[str]) -> None:
    await tx.change_many("claim_parcel", [{"key": key, "epoch": epoch} for key in keys])


async def write_results(
    tx: Tx, settled: Sequence[Mapping[str, Value]], postponed: Sequence[Mapping[str, Value]]
) -> None:
    """Of rows in flight; those that another process has taken over meanwhile stay as that one left them."""
    await tx.change_many("settle_parcel", settled)
    await tx.change_many("postpone_parcel", postponed)


async def drop_for_chat(tx: Tx, bot_id: int, chat_id: int, error: str) -> None:
    await tx.change("drop_for_chat", bot_id=bot_id, chat_id=chat_id, error=error)


async def hold_chat(tx: Tx, bot_id: int, chat_id: int, until: int, error: str) -> None:
    await tx.change("hold_chat", bot_id=bot_id, chat_id=chat_id, not_before=until, error=error)


async def held_chats(tx: Tx, bot_id: int, now: int) -> dict[int, int]:
    return {row["chat_id"]: row["until"] for row in await tx.rows("held_chats", bot_id=bot_id, now=now)}


async def retarget(tx: Tx, bot_id: int, from_id: int, to_id: int) -> None:
    await tx.change("retarget_chat", bot_id=bot_id, from_id=from_id, to_id=to_id)


async def left_behind(tx: Tx, bot_id: int, epoch: int) -> Sequence[Row]:
    return await tx.rows("left_behind", bot_id=bot_id, epoch=epoch)


async def resolve_left_behind(tx: Tx, again: Sequence[str], never: Sequence[str]) -> None:
    await tx.change_many("resend_left_behind", [{"key": key} for key in again])
    await tx.change_many("give_up_left_behind", [{"key": key} for key in never])


async def forget_old(tx: Tx, bot_id: int, now: int) -> int:
    return await tx.change("forget_old_parcels", bot_id=bot_id, week=now - WEEK, month=now - MONTH)
