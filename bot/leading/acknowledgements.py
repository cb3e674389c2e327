"""Who was told of what, and who has pressed *Got it*; and the end of all sign-ups for what was cancelled."""

from collections.abc import Collection

from bot.leading.rules import Unseen
from bot.sign_ups.groups.rules import GroupHolder
from bot.store.transaction import Tx, Value


async def ask(tx: Tx, activity_id: int, what: str, people: Collection[int], now: int) -> None:
    """Each of them is asked to press."""
    same: dict[str, Value] = {"activity_id": activity_id, "what": what, "now": now}
    asked = [{**same, "person_id": one} for one in sorted(people)]
    await tx.change_many("ask_acknowledgement", asked)


async def acknowledge(tx: Tx, activity_id: int, what: str, person_id: int, now: int) -> bool:
    """For the person and those they look after. False where nothing was asked, or it was pressed before."""
    return await tx.change("acknowledge", activity_id=activity_id, what=what, person_id=person_id, now=now) > 0


async def seen(tx: Tx, activity_id: int, what: str) -> tuple[int, int]:
    """How many were told, and how many have pressed."""
    row = await tx.row("count_acknowledgements", activity_id=activity_id, what=what)
    return (row["told"], row["seen"]) if row else (0, 0)


async def unseen(tx: Tx, activity_id: int, what: str) -> list[Unseen]:
    rows = await tx.rows("unseen_people", activity_id=activity_id, what=what)
    return [Unseen(row["id"], row["name"], bool(row["telegram"]), row["manager"]) for row in rows]


async def end_sign_ups(tx: Tx, activity_id: int, *, by: int, now: int) -> None:
    """Of shifts that have not begun."""
    await tx.change("withdraw_for_cancelled", activity_id=activity_id, by=by, now=now)
    await tx.change("cancel_group_places", activity_id=activity_id, now=now)
    await tx.change("free_all_places", activity_id=activity_id, now=now)


async def group_holders(tx: Tx, activity_id: int, now: int) -> list[GroupHolder]:
    """Who speaks for the groups with places in shifts that have not begun: captains, and who reserved them."""
    return [GroupHolder(**row) for row in await tx.rows("group_holders", activity_id=activity_id, now=now)]
