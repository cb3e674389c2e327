"""Who follows when somebody's role ends: the nearest coordinator, else an administrator, else a social worker."""

from bot.ground.viewer import STAFF, Role
from bot.people import role_rows as grants
from bot.people.notice_readers import reader
from bot.store.transaction import Tx

IN_TURN = (Role.COORDINATOR, Role.ADMINISTRATOR, Role.SOCIAL_WORKER)


async def holds_staff(tx: Tx, person_id: int, path: str) -> bool:
    """Whether this person is staff of the station with this path, or above it, now."""
    viewer = await reader(tx, person_id, "")
    return viewer is not None and viewer.holds(path, *STAFF)


async def next_staff(tx: Tx, path: str, *, but: int) -> int | None:
    """None where no other staff is left at all."""
    for role in IN_TURN:
        for holder in await grants.holders_above(tx, path, role):
            if holder.person_id != but:
                return holder.person_id
    return None
