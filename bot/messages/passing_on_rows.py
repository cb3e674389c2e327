"""The message itself is never stored: Telegram copies it from the chat where it stands."""

from bot.ground.refusals import NotFound
from bot.messages.passing_on_rules import NextSignUp, Passed
from bot.store.transaction import Tx

Who = tuple[int, str]  # id and name


async def note_said(tx: Tx, *, person_id: int, chat_id: int, message_id: int, lead_id: int, now: int) -> int:
    noted: int = await tx.value(
        "note_said", person_id=person_id, chat_id=chat_id, message_id=message_id, lead_id=lead_id, now=now
    )
    return noted


async def said(tx: Tx, id: int) -> Passed:
    """Raises NotFound."""
    row = await tx.row("get_said", id=id)
    if row is None:
        raise NotFound
    return Passed(**row)


async def settle(tx: Tx, id: int, *, person_id: int, state: str) -> bool:
    """False where it is settled already, or somebody else's."""
    return await tx.change("settle_said", id=id, person_id=person_id, state=state) == 1


async def next_sign_ups(tx: Tx, person_id: int, now: int) -> tuple[NextSignUp, ...]:
    rows = await tx.rows("next_sign_ups_of", person_id=person_id, now=now)
    return tuple(NextSignUp(**row) for row in rows)


async def lead_of_next_sign_up(tx: Tx, person_id: int, now: int) -> Who | None:
    row = await tx.row("lead_of_next_sign_up", person_id=person_id, now=now)
    return (row["id"], row["name"]) if row else None


async def lead_of_own_team(tx: Tx, person_id: int) -> Who | None:
    row = await tx.row("lead_of_own_team", person_id=person_id)
    return (row["id"], row["name"]) if row else None


async def staff_above(tx: Tx, person_id: int, path: str) -> Who | None:
    """Somebody else, of the station with this path or the nearest above it."""
    row = await tx.row("staff_above", person_id=person_id, path=path)
    return (row["id"], row["name"]) if row else None
