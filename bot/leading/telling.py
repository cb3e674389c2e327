"""Who hears of a change: everybody with a live sign-up, or whoever reads for them, each in a notice of their own."""

from bot.activities import rows as activities
from bot.activities.rules import Activity, Shift
from bot.ground import notices
from bot.ground.notices import Notice
from bot.leading import acknowledgement_rows as acknowledgements
from bot.sign_ups import list_rows
from bot.sign_ups.telling import awake_at
from bot.sign_ups.telling_all import leaving, subject
from bot.store.outbox import drop_subject
from bot.store.transaction import Tx
from bot.telling import tell


async def ask_again(tx: Tx, shift: Shift, now: int, *, met_at: int, but: int) -> None:
    """The time or place is another: will they come? `shift` as it is now; who changed it is not told.

    `met_at`: when people were to meet until now. Who has not heard by then stands there.
    """
    leaves = await awake_at(tx, shift, now, before=met_at)
    for listed in await list_rows.of_shift(tx, shift.id):
        reader = listed.reader_id
        if reader == but:
            continue
        await tell(
            tx,
            notices.Moved(listed.sign_up.id, shift.revision),
            reader,
            key=f"moved:shift:{shift.id}:rev{shift.revision}:sign_up:{listed.sign_up.id}",
            subject=f"shift:{shift.id}",
            now=now,
            due_at=leaves,
            until=shift.ends_at,
            before=met_at,
        )
    await tell_groups(tx, shift, now, leaves=leaves, before=met_at, but=but)


async def tell_groups(tx: Tx, shift: Shift, now: int, *, leaves: int, before: int, but: int) -> None:
    """The same to who speaks for a group: heads without names hear of it from nobody else."""
    for holder in await acknowledgements.group_holders(tx, shift.activity_id, now):
        if holder.shift_id != shift.id or holder.person_id == but:
            continue
        await tell(
            tx,
            notices.GroupMoved(holder.place_id, shift.revision),
            holder.person_id,
            key=f"group_moved:{holder.place_id}/{shift.revision}:person:{holder.person_id}",
            subject=f"shift:{shift.id}",
            now=now,
            due_at=leaves,
            until=shift.ends_at,
            before=before,
        )


async def tell_all(
    tx: Tx, activity: Activity, now: int, *, news: Notice[int, int], what: str, mark: str, but: int
) -> int:
    """`news` to everybody of its coming shifts, once each, to be answered with *Got it*; how many it concerns.

    It is of use until the last of these shifts has ended.
    """
    told: dict[int, int] = {}
    concerned = {holder.person_id for holder in await acknowledgements.group_holders(tx, activity.id, now)}
    shifts = await activities.shifts_of(tx, activity.id)
    over = max((shift.ends_at for shift in shifts), default=None)
    for shift in shifts:
        if shift.ends_at <= now:
            continue
        leaves = await leaving(tx, shift, now)
        told |= {holder: leaves for holder in concerned if holder not in told}
        for listed in await list_rows.of_shift(tx, shift.id):
            concerned.add(listed.sign_up.person_id)
            told.setdefault(listed.reader_id, leaves)
    await acknowledgements.ask(tx, activity.id, what, concerned - {but}, now)
    for reader, leaves in told.items():
        if reader != but:
            await tell_one(tx, activity, now, news=news, mark=mark, reader=reader, leaves=leaves, over=over)
    return len(concerned)


async def tell_one(
    tx: Tx, activity: Activity, now: int, *, news: Notice[int, int], mark: str, reader: int, leaves: int,
    over: int | None = None,
) -> bool:  # fmt: skip
    return await tell(
        tx, news(activity.id, activity.revision), reader,
        key=f"{news.kind}:activity:{activity.id}:{mark}:person:{reader}", subject=subject(activity.id),
        now=now, due_at=leaves, until=over,
    )  # fmt: skip


async def forget_waiting(tx: Tx, activity: Activity, kinds: tuple[str, ...] | None = None) -> None:
    """What waits about its shifts will not leave any more."""
    for shift in await activities.shifts_of(tx, activity.id):
        await drop_subject(tx, f"shift:{shift.id}", kinds)
