"""What was not delivered is named: on the call list of its activity, or, of hours, to the lead who had them marked.

A row of the outbox is looked at once, however it ended; what names came in, those who lead are told once.
"""

from collections.abc import Collection

from bot import telling
from bot.activities import rows as activities
from bot.activities.permissions import may_manage
from bot.activities.rules import Activity, Shift
from bot.call_list import rows as call_list
from bot.call_list.rules import HARMLESS_LATE, STANDS, CallNews, Entry, Undelivered, Why
from bot.call_list.unseen_hours import UnseenHours
from bot.ground import notices
from bot.ground.notice_nights import NEVER_USELESS
from bot.ground.notices import Matter
from bot.hours import rows as service_records
from bot.hours.permissions import may_verify
from bot.hours.statements import rows as hours_statements
from bot.hours.statements.rules import StatementState
from bot.people import rows as people
from bot.people.notice_readers import reader
from bot.sign_ups.telling import awake_at
from bot.sign_ups.telling_all import leaving, subject
from bot.store.transaction import Tx

GATHERED = 30
"""Seconds that names wait for others, so that many become one message."""
NAMES = 10
"""So many are named in it."""
STATEMENTS = {notices.Statement.kind, notices.StatementSlip.kind}
OFFERS = {notices.Offer.kind, notices.OfferMany.kind}
NO_HURRY = HARMLESS_LATE | {Matter.REMINDER}


async def name_them(tx: Tx, now: int, limit: int) -> int:
    """Puts on the list whoever was newly not reached; how many rows were looked at."""
    found = await call_list.newly_undelivered(tx, limit)
    for one in found:
        if one.kind in STATEMENTS and one.state in {"unknown", "dead"}:
            await tell_of_hours(tx, one, now)
        elif one.kind in OFFERS and one.why is Why.UNREACHABLE:
            pass  # it goes to the next in line, and those who lead hear that
        elif one.person_id is not None and one.matter is not None:
            await put_on_list(tx, one, one.person_id, one.matter, now)
    await call_list.name_undelivered(tx, [one.id for one in found])
    return len(found)


async def put_on_list(tx: Tx, one: Undelivered, person_id: int, matter: Matter, now: int) -> None:
    """Unless it is all over, or a newer message says more."""
    activity_id, shift = await about(tx, one)
    version = one.version(shift.revision if shift else 0)
    shifts = [shift] if shift else await activities.shifts_of(tx, activity_id)
    if version is None or all(each.ends_at + STANDS <= now for each in shifts):
        return
    await call_list.add(tx, Entry(activity_id, person_id, shift.id if shift else 0, matter, version, one.why), now)


async def about(tx: Tx, one: Undelivered) -> tuple[int, Shift | None]:
    """The activity, and the session where it is about one."""
    what, _, number = one.about.partition(":")
    shift = await activities.get_shift(tx, int(number)) if what == "shift" else None
    if shift is not None:
        return shift.activity_id, shift
    return (int(number) if what == "activity" else 0), None


async def tell_of_hours(tx: Tx, one: Undelivered, now: int) -> None:
    record_id = int(one.about.partition(":")[2])
    record = await service_records.get(tx, record_id)
    if record is not None and record.lead_id is not None and record.lead_id != one.person_id:
        await telling.tell(
            tx,
            notices.HoursUnseen(record_id),
            record.lead_id,
            key=f"hours_unseen:{one.key}",
            subject=one.about,
            now=now,
        )


async def tell(tx: Tx, now: int, limit: int) -> int:
    """Tells those who lead what names came in, in one message an activity; how many activities it was."""
    await call_list.end_moot(tx)
    await call_list.forget_old(tx, now)
    found = await call_list.to_tell(tx, before=now - GATHERED, limit=limit)
    for activity_id in found:
        activity = await activities.get_activity(tx, activity_id)
        if activity is not None:
            await tell_of(tx, activity, now)
    return len(found)


async def tell_of(tx: Tx, activity: Activity, now: int) -> None:
    """What waits for the same morning shares its moment, and so its message."""
    shifts = await activities.shifts_of(tx, activity.id)
    told_at = await leaves_at(tx, shifts, await call_list.untold(tx, activity.id), now)
    await call_list.tell(tx, activity.id, told_at)
    for reader_id in {activity.lead_id, *await activities.helpers(tx, activity.id)}:
        await telling.tell(
            tx,
            notices.CallList(activity.id, told_at),
            reader_id,
            key=f"call_list:activity:{activity.id}:{told_at}:person:{reader_id}",
            subject=subject(activity.id),
            now=now,
            due_at=told_at,
            until=max(shift.ends_at for shift in shifts) + STANDS,
        )


async def leaves_at(tx: Tx, shifts: list[Shift], untold: Collection[tuple[Matter, int]], now: int) -> int:
    """By day; what cannot wait of something that begins soon does not wait for the morning either."""
    moments = []
    for what, shift_id in untold:
        coming = [one for one in shifts if one.ends_at > now and shift_id in {0, one.id}]
        for shift in coming if what not in NO_HURRY else ():
            moments.append(await leaving(tx, shift, now))
        moments.append(await awake_at(tx, coming[0] if coming else shifts[-1], now, before=NEVER_USELESS))
    return min(moments, default=now)


async def news(tx: Tx, activity_id: int, *, told_at: int, person_id: int) -> CallNews | None:
    """The names as they stand when it leaves; None where nobody waits any more, or who reads it leads no more."""
    activity = await activities.get_activity(tx, activity_id)
    viewer = await reader(tx, person_id, activity.zone) if activity else None
    if activity is None or viewer is None:
        return None
    if not may_manage(viewer, activity, await activities.helpers(tx, activity_id)):
        return None
    lines = await call_list.told(tx, activity_id, told_at=told_at, reader_id=person_id)
    if not lines:
        return None
    named, everybody = lines[:NAMES], {line.person_id for line in lines}
    more = len(everybody - {line.person_id for line in named})
    return CallNews(activity_id, activity.title, activity.zone, tuple(named), len(everybody), more)


async def unseen_hours(tx: Tx, *, record_id: int, person_id: int) -> UnseenHours | None:
    """None where they were answered or taken back, or are not the reader's any more."""
    record = await service_records.get(tx, record_id)
    statement = await hours_statements.of_record(tx, record_id)
    if record is None or statement is None or statement.state is not StatementState.ASKED:
        return None
    viewer, whose = await reader(tx, person_id, record.zone), record.entry.person_id
    if viewer is None or whose is None or record.reversed:
        return None
    if not may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=whose):
        return None
    return UnseenHours(record, (await people.person(tx, whose)).name)


async def next_told(tx: Tx, now: int) -> list[int]:
    """When those who lead will next be told of somebody, if nothing more comes in."""
    first = await call_list.first_untold(tx)
    return [max(now + 1, first + GATHERED)] if first is not None else []


async def waiting(tx: Tx, now: int) -> int:
    """How many people somebody must phone about what is not over."""
    return await call_list.count_waiting(tx, now)
