"""No row means that the notice comes: everybody starts with all of them. A row of 'pause' stands for all."""

from bot.people.notice_choices import Pause, Silenced
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("SELECT notice FROM notice_off WHERE person_id = :person_id AND notice <> 'pause'")
async def silenced_notices(tx: Tx, *, person_id: int) -> list[Silenced]:
    """What this person does not want."""


async def silenced(tx: Tx, person_id: int) -> frozenset[Silenced]:
    """What this person does not want to get."""
    return frozenset(await silenced_notices(tx, person_id=person_id))


@sql("""
INSERT INTO notice_off (person_id, notice) VALUES (:person_id, :notice) ON CONFLICT (person_id, notice) DO NOTHING
""")
async def silence(tx: Tx, person_id: int, notice: Silenced) -> None:
    """This kind of notice shall not come any more."""


@sql("DELETE FROM notice_off WHERE person_id = :person_id AND notice = :notice")
async def allow(tx: Tx, person_id: int, notice: Silenced) -> None:
    """This kind of notice may come again."""


@sql("SELECT until FROM notice_off WHERE person_id = :person_id AND notice = 'pause'")
async def pause_of(tx: Tx, person_id: int) -> Pause | None:
    """None for who has paused nothing."""


@sql("""
INSERT INTO notice_off (person_id, notice, until) VALUES (:person_id, 'pause', :until)
ON CONFLICT (person_id, notice) DO UPDATE SET until = excluded.until
""")
async def pause(tx: Tx, person_id: int, *, until: int | None) -> None:
    """Nothing that may be switched off comes until then."""


@sql("DELETE FROM notice_off WHERE person_id = :person_id AND notice = 'pause'")
async def end_pause(tx: Tx, person_id: int) -> bool:
    """They come again; False where nothing was paused."""


@sql("DELETE FROM notice_off WHERE until <= :now")
async def end_pauses(tx: Tx, *, now: int) -> int:
    """Those whose time is over; how many."""


@sql("SELECT until FROM notice_off WHERE until > :now ORDER BY until LIMIT 20")
async def ends_of_pauses(tx: Tx, *, now: int) -> list[int]:
    """When pauses end by themselves, the soonest first."""


@sql("DELETE FROM notice_off WHERE person_id = :person_id")
async def erase_notice_choices(tx: Tx, *, person_id: Value) -> int:
    """Notices switched off."""
