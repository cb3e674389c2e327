"""Places that are free: a notice to each who reads for themselves, one about all of theirs to who reads for others."""

from bot import telling
from bot.ground.notices import Notice
from bot.sign_ups.rules import SignUp
from bot.sign_ups.telling import reader_of, subject, tell
from bot.store.outbox import waits_for
from bot.store.transaction import Tx


async def tell_place(
    tx: Tx, own: Notice[int], many: Notice[int, int], sign_up: SignUp, *, now: int, until: int, due_at: int,
    mark: str = "", silent: bool = False,
) -> bool:  # fmt: skip
    """Where one about others of theirs has still to leave, it will name this one too: it is worded when it leaves."""
    reader_id = await reader_of(tx, sign_up)
    if reader_id == sign_up.person_id:
        return await tell(tx, own, sign_up, now=now, until=until, due_at=due_at, mark=mark, silent=silent)
    about = subject(sign_up.shift_id)
    if await waits_for(tx, subject=about, kind=many.kind, person_id=reader_id):
        return True
    return await telling.tell(
        tx, many(sign_up.shift_id, now), reader_id,
        key=f"{many.kind}:sign_up:{sign_up.id}:{now}:person:{reader_id}", subject=about,
        now=now, due_at=due_at, until=until, silent=silent,
    )  # fmt: skip
