"""Who hears of a change: everybody with a live sign-up, or whoever reads for them, each in a notice of their own."""

from bot.domain.activities import Activity, Shift
from bot.domain.quiet_hours import out_of_quiet
from bot.domain.sign_ups import Listed
from bot.domain.times import HOUR, zone_named
from bot.storage import acknowledgements, activities, sign_ups
from bot.storage.outbox import NoticeClass, drop_subject, queue_notice
from bot.storage.stations import settings_of
from bot.storage.transaction import Tx


def subject(activity_id: int) -> str:
    return f"activity:{activity_id}"


def reader_of(listed: Listed) -> int:
    """The person, or who looks after them where they have no Telegram."""
    return listed.sign_up.person_id if listed.telegram else listed.managed_by or listed.sign_up.created_by


async def leaving(tx: Tx, shift: Shift, now: int, *, urgent: bool = False) -> int:
    """Not in quiet hours, unless it would come too late then or cannot wait."""
    settings = await settings_of(tx, shift.station_id)
    if urgent and shift.starts_at - now <= settings.urgent_cancel_hours * HOUR:
        return now
    return max(now, out_of_quiet(now, shift.starts_at, zone_named(shift.zone), settings.quiet))


async def ask_again(tx: Tx, shift: Shift, now: int, *, but: int) -> None:
    """The time or place is another: will they come? `shift` as it is now; who changed it is not told."""
    leaves = await leaving(tx, shift, now)
    for listed in await sign_ups.of_shift(tx, shift.id):
        reader = reader_of(listed)
        if reader == but:
            continue
        await queue_notice(
            tx,
            kind="moved",
            key=f"moved:shift:{shift.id}:rev{shift.revision}:sign_up:{listed.sign_up.id}",
            person_id=reader,
            subject=f"shift:{shift.id}",
            facts={"sign_up": listed.sign_up.id, "revision": shift.revision},
            now=now,
            due_at=leaves,
            expires_at=shift.ends_at,
            class_="critical",
        )


async def tell_all(tx: Tx, activity: Activity, now: int, *, kind: str, what: str, mark: str, but: int) -> int:
    """`kind` to everybody of its coming shifts, once each, to be answered with *Got it*; how many it concerns."""
    told: dict[int, int] = {}
    concerned = set(await acknowledgements.group_holders(tx, activity.id, now))
    for shift in await activities.shifts_of(tx, activity.id):
        if shift.ends_at <= now:
            continue
        leaves = await leaving(tx, shift, now, urgent=True)
        told |= {holder: leaves for holder in concerned if holder not in told}
        for listed in await sign_ups.of_shift(tx, shift.id):
            concerned.add(listed.sign_up.person_id)
            told.setdefault(reader_of(listed), leaves)
    await acknowledgements.ask(tx, activity.id, what, concerned - {but}, now)
    for reader, leaves in told.items():
        if reader != but:
            await tell_one(tx, activity, now, kind=kind, mark=mark, reader=reader, leaves=leaves)
    return len(concerned)


async def tell_one(
    tx: Tx,
    activity: Activity,
    now: int,
    *,
    kind: str,
    mark: str,
    reader: int,
    leaves: int,
    class_: NoticeClass = "critical",
) -> bool:
    return await queue_notice(
        tx,
        kind=kind,
        key=f"{kind}:activity:{activity.id}:{mark}:person:{reader}",
        person_id=reader,
        subject=subject(activity.id),
        facts={"activity": activity.id, "revision": activity.revision},
        now=now,
        due_at=leaves,
        class_=class_,
    )


async def forget_waiting(tx: Tx, activity: Activity, kinds: tuple[str, ...] | None = None) -> None:
    """What waits about its shifts will not leave any more."""
    for shift in await activities.shifts_of(tx, activity.id):
        await drop_subject(tx, f"shift:{shift.id}", kinds)
