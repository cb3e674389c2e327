"""Rows of messages to many. What of it has left is read from the outbox, whose rows carry its subject."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.messages.rules import Broadcast, BroadcastState
from bot.store.outbox import counts
from bot.store.transaction import Row, Tx

WAITING = ("pending", "sending")
PEOPLE = {"team": "people_of_team", "station": "people_of_station", "activity": "people_of_activity"}


class Reach(StrEnum):
    REACHED = "reached"
    BLOCKED = "blocked"  # is on Telegram, and has blocked the bot or deleted the account
    ABSENT = "absent"  # has no Telegram


class Addressee(Frozen):
    id: int
    name: str
    reach: Reach


def made(row: Row) -> Broadcast:
    return Broadcast(
        id=row["id"],
        author_id=row["author_id"],
        audience=row["audience"],
        text=row["text"],
        state=BroadcastState(row["state"]),
        people=row["people"],
        gathered=row["gathered"],
        unreachable=row["unreachable"],
        created_at=row["created_at"],
        confirmed_at=row["confirmed_at"],
    )


async def add(tx: Tx, *, author_id: int, audience: str, text: str, now: int) -> int:
    """The new draft's id."""
    id: int = await tx.value("add_broadcast", author_id=author_id, audience=audience, text=text, now=now)
    return id


async def get(tx: Tx, id: int) -> Broadcast | None:
    row = await tx.row("get_broadcast", id=id)
    return made(row) if row else None


async def start(tx: Tx, id: int, *, people: int, gathered: int, unreachable: int, now: int) -> bool:
    """False where it was started before. `people`: whom it leaves for."""
    counted = {"people": people, "gathered": gathered, "unreachable": unreachable}
    return await tx.change("start_broadcast", id=id, now=now, **counted) == 1


async def end(tx: Tx, id: int, state: BroadcastState) -> bool:
    """False where it had ended before."""
    return await tx.change("end_broadcast", id=id, state=state.value) == 1


async def finished(tx: Tx, limit: int) -> list[int]:
    return [row["id"] for row in await tx.rows("finished_broadcasts", limit=limit)]


async def about(tx: Tx, audience: str) -> list[Broadcast]:
    return [made(row) for row in await tx.rows("broadcasts_about", audience=audience)]


async def addressees(tx: Tx, broadcast: Broadcast) -> list[Addressee]:
    """Everybody of its audience but the author."""
    rows = await tx.rows(PEOPLE[broadcast.kind], id=broadcast.target_id, author_id=broadcast.author_id)
    return [Addressee(row["id"], row["name"], Reach(row["reach"])) for row in rows]


async def sent_so_far(tx: Tx, broadcast: Broadcast) -> tuple[int, int, int, int]:
    """Of its own messages: delivered, still waiting, not delivered, and of unknown fate."""
    states = await counts(tx, broadcast.subject)
    waiting = sum(states.get(state, 0) for state in WAITING)
    failed = sum(states.get(state, 0) for state in ("dead", "expired"))
    return states.get("sent", 0), waiting, failed, states.get("unknown", 0)
