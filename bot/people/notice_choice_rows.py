"""No row means that the notice comes: everybody starts with all of them."""

from bot.people.notice_choices import Silenced
from bot.store.transaction import Tx


async def silenced(tx: Tx, person_id: int) -> frozenset[Silenced]:
    """What this person does not want to get."""
    rows = await tx.rows("silenced_notices", person_id=person_id)
    return frozenset(Silenced(row["notice"]) for row in rows)


async def silence(tx: Tx, person_id: int, notice: Silenced) -> None:
    await tx.change("silence_notice", person_id=person_id, notice=notice)


async def allow(tx: Tx, person_id: int, notice: Silenced) -> None:
    await tx.change("allow_notice", person_id=person_id, notice=notice)
