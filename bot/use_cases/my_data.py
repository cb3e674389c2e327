"""Everything held of a person goes to nobody but that person, as a file made when it leaves and never stored."""

from bot.domain.my_data import MyData
from bot.domain.people import Viewer
from bot.storage import my_data, outbox, people
from bot.storage.transaction import Tx
from bot.use_cases.settings import require_joined

KIND = "my_data"


async def ask(tx: Tx, viewer: Viewer, now: int) -> bool:
    """False where one is on its way already. Raises NotRegistered."""
    require_joined(viewer)
    return await outbox.queue_notice(
        tx,
        kind=KIND,
        key=f"{KIND}:person:{viewer.id}:{now // 60}",
        person_id=viewer.id,
        subject=f"person:{viewer.id}",
        facts={},
        now=now,
    )


async def gather(tx: Tx, person_id: int, now: int) -> MyData | None:
    """None once the person is erased."""
    person = await people.person(tx, person_id)
    return MyData(now, await my_data.held(tx, person_id)) if person.registered else None
