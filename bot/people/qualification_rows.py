"""Trainings by name: an activity that asks for one means exactly this name, so those in use are offered as choices."""

from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO qualification (person_id, name, recorded_by, recorded_at) VALUES (:person_id, :name, :recorded_by, :now)
ON CONFLICT (person_id, name) DO NOTHING
""")
async def add_qualification(tx: Tx, *, person_id: int, name: str, recorded_by: int, now: int) -> bool:
    """A training somebody has done. False where it was recorded before."""


@sql("DELETE FROM qualification WHERE person_id = :person_id AND name = :name")
async def remove_qualification(tx: Tx, person_id: int, name: str) -> bool:
    """Recorded by mistake, or run out."""


@sql("SELECT name FROM qualification WHERE person_id = :person_id ORDER BY name")
async def qualifications_of(tx: Tx, person_id: int) -> tuple[str, ...]:
    """Trainings, by name."""


@sql("""
SELECT name, cast(count(*) AS bigint) AS n FROM qualification GROUP BY name ORDER BY n DESC, name LIMIT 8
""")
async def known_qualifications(tx: Tx) -> tuple[str, ...]:
    """The trainings recorded most, as suggestions."""


@sql("DELETE FROM qualification WHERE person_id = :person_id")
async def erase_qualifications(tx: Tx, *, person_id: Value) -> int:
    """Trainings and skills."""
