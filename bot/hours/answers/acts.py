"""A correction is read as an answer: the record that stands, from what it was corrected, and why."""

from itertools import pairwise

from bot.ground.frozen import replace
from bot.ground.times import local_day, zone_named
from bot.hours import rows
from bot.hours.rules import ServiceRecord
from bot.hours.shown import Answer, Booked, Correction
from bot.store.transaction import Tx


async def answer(tx: Tx, record: ServiceRecord) -> Answer:
    """Most records were never corrected, and cost nothing more."""
    if record.replaces_id is None and not record.reversed:
        return Answer(record)
    return (await booked(tx, record)).answer


async def booked(tx: Tx, record: ServiceRecord) -> Booked:
    """Every record from the first on, each with what took it back."""
    chain = [record]
    while (before := chain[0].replaces_id) and (found := await rows.get(tx, before)):
        chain.insert(0, found)
    lines: list[ServiceRecord] = []
    for one in chain:
        back = await rows.reversal_of(tx, one.id) if one.reversed else None
        lines += [one, back] if back else [one]
    first = chain[0]
    told = replace(record, entry=replace(record.entry, note=first.entry.note, source=first.entry.source))
    return Booked(Answer(told, tuple(corrections_of(chain, lines))), first, tuple(lines))


def corrections_of(chain: list[ServiceRecord], lines: list[ServiceRecord]) -> list[Correction]:
    made = [correction(old, new.entry.minutes, new) for old, new in pairwise(chain)]
    last = lines[-1]
    return [*made, correction(chain[-1], 0, last)] if last.reverses_id is not None else made


def correction(old: ServiceRecord, minutes: int, by: ServiceRecord) -> Correction:
    return Correction(local_day(zone_named(by.zone), by.entered_at), old.entry.minutes, minutes, by.entry.note)
