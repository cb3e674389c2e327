"""The person goes, the minutes stay: places ahead are handed on, everything else of the person is wiped at once.

Children for whom the person stood as guardian or companion lose their places too, and are told.
"""

from bot.domain.people import Role, Viewer
from bot.domain.refusals import LastAdministrator, StillNeeded
from bot.domain.sign_ups import Reason
from bot.storage import audit, erasing
from bot.storage.transaction import Tx
from bot.use_cases import guardians
from bot.use_cases.giving_up import give_up_all
from bot.use_cases.settings import require_joined


async def check(tx: Tx, viewer: Viewer, now: int) -> None:
    """Whether this person may go now. Raises NotRegistered, StillNeeded, LastAdministrator."""
    require_joined(viewer)
    needed = await erasing.needed_for(tx, viewer.id, now)
    if needed:
        raise StillNeeded(names=needed)
    if viewer.has(Role.ADMINISTRATOR) and not await erasing.other_administrators(tx, viewer.id):
        raise LastAdministrator


async def erase(tx: Tx, viewer: Viewer, now: int, *, update_id: int) -> None:
    """For good. Raises what `check` raises."""
    for person_id in sorted({viewer.id, *await guardians.charges(tx, viewer)}):
        await tx.lock("person", person_id)
    await check(tx, viewer, now)
    await guardians.leave(tx, viewer, now)
    await give_up_all(tx, viewer.id, now, by=None, reason=Reason.ERASED)
    await erasing.erase(tx, viewer.id, telegram_id=viewer.telegram_id, update_id=update_id, now=now)
    await audit.note(tx, at=now, actor_id=None, act="erased", subject=f"person:{viewer.id}")
