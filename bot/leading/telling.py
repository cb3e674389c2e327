"""Who hears of a change: everybody with a live sign-up, or whoever reads for them, each in a notice of their own."""

from collections.abc import Callable

from bot.activities import rows as activities
from bot.activities.rules import Activity, Shift
from bot.ground import notices
from bot.ground.notices import Notice, Told
from bot.leading import acknowledgement_rows as acknowledgements
from bot.leading import rows
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.in_care.acts import is_in_care
from bot.sign_ups.rules import Listed
from bot.sign_ups.telling import awake_at
from bot.sign_ups.telling_all import leaving, subject
from bot.store.outbox import drop_subject, waiting_facts
from bot.store.transaction import Tx
from bot.telling import tell

Asking = Callable[[int], Told]
"""The notice about one sign-up, or one group's places."""


async def ask_again(
    tx: Tx, shift: Shift, now: int, *, met_at: int, but: int, news: Asking, many: Told, groups: Asking
) -> None:  # fmt: skip
    """Asked anew: will they come? `shift` as it is now; who changed it is not told.

    `met_at`: when people were to meet until now. Who has not heard by then stands there. `many`: to whoever acts for
    several.
    """
    leaves = await awake_at(tx, shift, now, before=met_at)
    everybody = await list_rows.of_shift(tx, shift.id)
    await sign_ups.note_asked(tx, [one.sign_up.id for one in everybody if one.reader_id != but], shift.revision)
    for ones in by_reader(everybody):
        reader, sign_up = ones[0].reader_id, ones[0].sign_up.id
        if reader == but:
            continue
        several = len(ones) > 1
        told = many if several else news(sign_up)
        await tell(
            tx,
            told,
            reader,
            key=f"{told.kind}:shift:{shift.id}:rev{shift.revision}:"
            + (f"reader:{reader}" if several else f"sign_up:{sign_up}"),
            subject=f"shift:{shift.id}",
            now=now,
            due_at=leaves,
            until=shift.ends_at,
            before=met_at,
        )
    await tell_groups(tx, shift, now, news=groups, leaves=leaves, before=met_at, but=but)


async def tell_moved(tx: Tx, shift: Shift, now: int, *, met_at: int, but: int, was: tuple[int, int]) -> None:
    """The time or place is another; `was`: the time until now. Who has not heard of a change before knows an older."""
    about, revision = f"shift:{shift.id}", shift.revision
    known = await known_times(tx, notices.Moved.kind, about, "sign_up")
    together = await known_times(tx, notices.MovedMany.kind, about, "shift")
    held = await known_times(tx, notices.GroupMoved.kind, about, "place")
    await ask_again(
        tx, shift, now, met_at=met_at, but=but,
        news=lambda sign_up: notices.Moved(sign_up, revision, *known.get(sign_up, was)),
        many=notices.MovedMany(shift.id, revision, *together.get(shift.id, was)),
        groups=lambda place: notices.GroupMoved(place, revision, *held.get(place, was)),
    )  # fmt: skip


async def known_times(tx: Tx, kind: str, about: str, whose: str) -> dict[int, tuple[int, int]]:
    """The times that people still go by, because what tells them of others waits."""
    waiting = await waiting_facts(tx, about, kind)
    return {facts[whose]: (facts["began"], facts["ended"]) for facts in reversed(waiting) if facts.get("began")}


def by_reader(everybody: list[Listed]) -> list[list[Listed]]:
    """Each by themselves; those with a place for whom one person acts together."""
    found: dict[tuple[int, int], list[Listed]] = {}
    for one in everybody:
        cared_for = is_in_care(one, one.reader_id)
        found.setdefault((one.reader_id, 0 if cared_for else one.sign_up.id), []).append(one)
    return list(found.values())


async def tell_groups(tx: Tx, shift: Shift, now: int, *, news: Asking, leaves: int, before: int, but: int) -> None:
    """The same to who speaks for a group: heads without names hear of it from nobody else."""
    for holder in await rows.group_holders(tx, shift.activity_id, now):
        if holder.shift_id != shift.id or holder.person_id == but:
            continue
        told = news(holder.place_id)
        await tell(
            tx,
            told,
            holder.person_id,
            key=f"{told.kind}:{holder.place_id}/{shift.revision}:person:{holder.person_id}",
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
    concerned = {holder.person_id for holder in await rows.group_holders(tx, activity.id, now)}
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
