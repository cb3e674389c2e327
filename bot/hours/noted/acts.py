"""A line of the books is noted with its booking, in the same transaction."""

from bot.hours.noted.rules import BOOKED, fingerprint_of
from bot.hours.rules import ServiceRecord
from bot.store.audit import notes
from bot.store.transaction import Tx


async def note_booking(tx: Tx, record: ServiceRecord, *, by: int, now: int) -> None:
    facts = {"line": fingerprint_of(record)}
    await notes.note(tx, at=now, actor_id=by, act=BOOKED, subject=f"record:{record.id}", facts=facts)
