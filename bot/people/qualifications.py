"""Trainings by name: an activity that asks for one means exactly this name, so those in use are offered as choices."""

from bot.store.transaction import Tx


async def add_qualification(tx: Tx, *, person_id: int, name: str, recorded_by: int, now: int) -> bool:
    """False where it was recorded before."""
    added = await tx.change("add_qualification", person_id=person_id, name=name, recorded_by=recorded_by, now=now)
    return added == 1


async def remove_qualification(tx: Tx, person_id: int, name: str) -> bool:
    return await tx.change("remove_qualification", person_id=person_id, name=name) == 1


async def qualifications_of(tx: Tx, person_id: int) -> tuple[str, ...]:
    return tuple(row["name"] for row in await tx.rows("qualifications_of", person_id=person_id))


async def known_qualifications(tx: Tx) -> tuple[str, ...]:
    """The trainings recorded most, at most eight."""
    return tuple(row["name"] for row in await tx.rows("known_qualifications"))
