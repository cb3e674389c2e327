"""What waits for a viewer. A page is confirmed as it was seen: what changed since then is not confirmed unseen."""

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotAllowed, StaleCard
from bot.ground.text import line
from bot.hours import book_rows, booking
from bot.hours import permissions as may
from bot.hours.crediting import return_record, verify_each, verify_record
from bot.hours.looks import Credited, WaitingPage
from bot.hours.rules import SEND_BACK_REASONS, RecordState, ServiceRecord

PAGE = 6
REASON_LIMIT = 200  # code points


async def waiting(desk: Desk, after: int = 0) -> WaitingPage:
    """Raises NotAllowed for who verifies nothing."""
    if not desk.viewer.has(*may.STAFF):
        raise NotAllowed(needs="social_worker")
    found = await book_rows.to_verify(desk.tx, desk.viewer.id, after=after, limit=PAGE + 1)
    return WaitingPage(
        tuple(found[:PAGE]), after, len(found) > PAGE, await book_rows.count_to_verify(desk.tx, desk.viewer.id)
    )


async def to_look_at(desk: Desk, record_id: int) -> ServiceRecord:
    """One waiting record. Raises NotFound, OwnRecord, AlreadyVerified, WrongState."""
    return await booking.decidable(desk, record_id, RecordState.SUBMITTED)


async def confirm(desk: Desk, *, record_id: int, entered_at: int, reason: str = "") -> ServiceRecord:
    """Raises StaleCard where it was sent anew since it was shown, and as verifying."""
    record = await to_look_at(desk, record_id)
    if record.entered_at != entered_at:
        raise StaleCard(revision=record.entered_at)
    return await verify_record(desk, record_id=record_id, reason=reason)


async def confirm_page(desk: Desk, *, after: int, seen: str) -> list[Credited]:
    """All of a page, those apart that this viewer may not verify. Raises StaleCard where it is not what was seen."""
    page = await waiting(desk, after)
    if page.seal != seen:
        raise StaleCard(revision=desk.now)
    return await verify_each(desk, page.records)


async def send_back(desk: Desk, *, record_id: int, reason: str) -> ServiceRecord:
    """With one of ``SEND_BACK_REASONS`` or words; the person is told. Raises as verifying, EmptyText, TextTooLong."""
    said = reason if reason in SEND_BACK_REASONS else read_reason(reason)
    record = await return_record(desk, record_id=record_id, reason=said)
    for person_id in {record.entry.person_id, record.entered_by} - {None, desk.viewer.id}:
        await telling.tell(
            desk.tx,
            notices.RecordReturned(record.id),
            person_id or 0,
            key=f"record_returned:{record.id}:{desk.now}:person:{person_id}",
            subject=f"record:{record.id}",
            now=desk.now,
        )
    return record


def read_reason(text: str) -> str:
    """Raises EmptyText, TextTooLong."""
    return line("reason", text, REASON_LIMIT)
