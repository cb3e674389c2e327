"""Activities as their leads see and change them."""

from bot.activities.rows import FLAGS
from bot.activities.rules import ActivityFacts, ActivityState, ShiftFacts
from bot.ground.frozen import asdict
from bot.leading.rules import Candidate, GroupPlaces, History
from bot.store.transaction import Tx


async def histories(tx: Tx, shift_id: int, *, since: int, now: int) -> dict[int, History]:
    """By person; who never promised anything before is not in it."""
    rows = await tx.rows("histories_of_shift", shift_id=shift_id, since=since, now=now)
    return {row["person_id"]: History(row["sign_ups"], row["missed"]) for row in rows}


async def group_places(tx: Tx, shift_id: int) -> list[GroupPlaces]:
    return [GroupPlaces(**row) for row in await tx.rows("group_places_of_shift", shift_id=shift_id)]


async def roll_call_state(tx: Tx, shift_id: int) -> str | None:
    """None before it opened."""
    state: str | None = await tx.value("roll_call_state", shift_id=shift_id)
    return state


async def update_activity(tx: Tx, activity_id: int, facts: ActivityFacts) -> None:
    values = asdict(facts) | {name: int(getattr(facts, name)) for name in FLAGS}
    await tx.change("update_activity", id=activity_id, **values)


async def update_shift(tx: Tx, shift_id: int, facts: ShiftFacts) -> bool:
    """False where more places are taken than there would be."""
    return await tx.change("update_shift", id=shift_id, **asdict(facts)) == 1


async def raise_revision(tx: Tx, shift_id: int) -> None:
    await tx.change("raise_shift_revision", id=shift_id)


async def set_state(
    tx: Tx,
    activity_id: int,
    state: ActivityState,
    *,
    decide_at: int | None = None,
    reason: str | None = None,
    text: str | None = None,
    cancelled_at: int | None = None,
) -> bool:
    """False where it is cancelled already: that is for ever."""
    values = {"decide_at": decide_at, "reason": reason, "text": text, "cancelled_at": cancelled_at}
    return await tx.change("set_activity_state", id=activity_id, state=state.value, **values) == 1


async def set_lead(tx: Tx, activity_id: int, person_id: int) -> None:
    """Who leads it does not also help."""
    await tx.change("set_lead", id=activity_id, person_id=person_id)
    await remove_helper(tx, activity_id, person_id)


async def add_helper(tx: Tx, activity_id: int, person_id: int) -> None:
    await tx.change("add_helper", activity_id=activity_id, person_id=person_id)


async def remove_helper(tx: Tx, activity_id: int, person_id: int) -> None:
    await tx.change("remove_helper", activity_id=activity_id, person_id=person_id)


async def captains(tx: Tx, activity_id: int) -> list[Candidate]:
    """Of the activity's team."""
    rows = await tx.rows("captains_of_activity", activity_id=activity_id)
    return [Candidate(row["id"], row["name"]) for row in rows]
