"""What waits for a viewer. A page is confirmed as it was seen: what changed since then is not confirmed unseen."""

from collections.abc import Sequence

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotAllowed, StaleCard
from bot.ground.text import line
from bot.hours import booking, rows, waiting_rows
from bot.hours import permissions as may
from bot.hours.crediting import return_record, verify_each, verify_record
from bot.hours.rules import SEND_BACK_REASONS, RecordState, ServiceRecord
from bot.hours.shown import Credited, WaitingPage
from bot.people.notice_readers import reads_for
from bot.store.transaction import Tx

PAGE = 6
APART = 3  # of what somebody higher verifies, in words
REASON_LIMIT = 200  # code points


async def waiting(desk: Desk, after: int = 0) -> WaitingPage:
    """Raises NotAllowed for who verifies nothing."""
    if not desk.viewer.has(*may.STAFF):
        raise NotAllowed(needs="social_worker")
    total = await waiting_rows.count_to_verify(desk.tx, desk.viewer.id)
    found = await waiting_rows.to_verify(desk.tx, desk.viewer.id, total=total, after=after, limit=PAGE + 1)
    higher = await waiting_rows.count_out_of_hand(desk.tx, desk.viewer.id)
    apart = await waiting_rows.out_of_hand(desk.tx, desk.viewer.id, limit=APART) if higher else []
    return WaitingPage(tuple(found[:PAGE]), after, len(found) > PAGE, total, tuple(apart), higher)


async def to_look_at(desk: Desk, record_id: int) -> ServiceRecord:
    """One waiting record. Raises NotFound, OwnRecord, AlreadyVerified, WrongState."""
    return await booking.decidable(desk, record_id, RecordState.SUBMITTED)


async def confirm(desk: Desk, *, record_id: int, entered_at: int, reason: str = "") -> ServiceRecord:
    """Raises StaleCard where it was sent anew since it was shown, and as verifying."""
    record = await to_look_at(desk, record_id)
    if record.entered_at != entered_at:
        raise StaleCard(revision=record.entered_at)
    booked = await verify_record(desk, record_id=record_id, reason=reason)
    await tell_confirmed(desk, [booked])
    return booked


async def confirm_page(desk: Desk, *, after: int, seen: str) -> list[Credited]:
    """All of a page, those apart that this viewer may not verify. Raises StaleCard where it is not what was seen."""
    page = await waiting(desk, after)
    if page.seal != seen:
        raise StaleCard(revision=desk.now)
    made = await verify_each(desk, page.records)
    await tell_confirmed(desk, [one.record for one in made if one.record and not one.refusal])
    return made


async def tell_confirmed(desk: Desk, records: Sequence[ServiceRecord]) -> None:
    """Each person hears once, without a sound, what was confirmed of theirs; or whoever looks after them."""
    own: dict[int, list[int]] = {}
    for record in records:
        if record.entry.person_id is not None:
            own.setdefault(record.entry.person_id, []).append(record.id)
    for person_id, ids in own.items():
        reader_id = await reads_for(desk.tx, person_id)
        if reader_id in {None, desk.viewer.id}:
            continue
        await telling.tell(
            desk.tx,
            notices.HoursConfirmed(" ".join(str(id) for id in ids)),
            reader_id or 0,
            key=f"hours_confirmed:{ids[0]}:{desk.now}:person:{person_id}",
            subject=f"record:{ids[0]}",
            now=desk.now,
            silent=True,
        )


async def confirmed_look(tx: Tx, reader_id: int, ids: str) -> list[ServiceRecord]:
    """What still stands of them, of those for whom this one reads."""
    found = [await rows.get(tx, int(id)) for id in ids.split()]
    return [
        one
        for one in found
        if one
        and one.state is RecordState.VERIFIED
        and not one.reversed
        and one.entry.person_id is not None
        and await reads_for(tx, one.entry.person_id) == reader_id
    ]


async def send_back(desk: Desk, *, record_id: int, reason: str) -> ServiceRecord:
    """With one of ``SEND_BACK_REASONS`` or words; the person is told. Raises as verifying, EmptyText, TextTooLong."""
    said = reason if reason in SEND_BACK_REASONS else read_reason(reason)
    record = await return_record(desk, record_id=record_id, reason=said)
    person_id = record.entry.person_id
    reader_id = await reads_for(desk.tx, person_id) if person_id is not None else None
    for told_id in {reader_id, record.entered_by} - {None, desk.viewer.id}:
        await telling.tell(
            desk.tx,
            notices.RecordReturned(record.id),
            told_id or 0,
            key=f"record_returned:{record.id}:{desk.now}:person:{told_id}",
            subject=f"record:{record.id}",
            now=desk.now,
        )
    return record


def read_reason(text: str) -> str:
    """Raises EmptyText, TextTooLong."""
    return line("reason", text, REASON_LIMIT)
