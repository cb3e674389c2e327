"""No row means that the notice comes: everybody starts with all of them."""

from bot.people.notice_choices import Silenced
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("SELECT notice FROM notice_off WHERE person_id = :person_id")
async def silenced_notices(tx: Tx, *, person_id: int) -> list[Row]:
    """What this person does not want."""


async def silenced(tx: Tx, person_id: int) -> frozenset[Silenced]:
    """What this person does not want to get."""
    rows = await silenced_notices(tx, person_id=person_id)
    return frozenset(Silenced(row["notice"]) for row in rows)


@sql("""
INSERT INTO notice_off (person_id, notice) VALUES (:person_id, :notice) ON CONFLICT (person_id, notice) DO NOTHING
""")
async def silence(tx: Tx, person_id: int, notice: Silenced) -> None:
    """This kind of notice shall not come any more."""


@sql("DELETE FROM notice_off WHERE person_id = :person_id AND notice = :notice")
async def allow(tx: Tx, person_id: int, notice: Silenced) -> None:
    """It may come again."""
