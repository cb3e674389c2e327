"""Hours after a mark was put right: what stood is reversed or sent back, and what is right now is booked anew."""

from collections import Counter

from bot.desk import Desk
from bot.ground.frozen import Frozen, replace
from bot.hours import booking
from bot.hours import rows as books
from bot.hours.correcting import correct_record
from bot.hours.crediting import credit
from bot.hours.rules import REPORTED, Entry, RecordState, ServiceRecord
from bot.hours.shown import Credited
from bot.hours.statements import acts as hours_statements
from bot.hours.sums import acts as running_sums
from bot.hours.sums.rules import Sums
from bot.roll_call.finishing import entry_of, heads_entry
from bot.roll_call.rules import GroupHeads, Line
from bot.roll_call.shown import RollCallCard


class Rebooked(Frozen):
    """`made` None: hours stay as they are. `told`: the person hears of it by what became of the hours."""

    made: Credited | None = None
    taken_back: int = 0
    told: bool = False


async def rebook(desk: Desk, card: RollCallCard, line: Line, reason: str) -> Rebooked:
    """Of one person, whose lock is held. Raises what correcting raises."""
    standing = [one for one in await books.standing_of_shift(desk.tx, card.shift.id)
                if one.entry.person_id == line.person_id]  # fmt: skip
    if line.attendance is None or not line.attendance.came:
        return await nothing_served(desk, standing, reason)
    own = [one for one in standing if one.state is RecordState.SUBMITTED and one.entry.source in REPORTED]
    if own:
        return Rebooked(Credited(own[0].entry, own[0]))  # what they say themselves waits to be confirmed
    for one in standing:
        await send_back(desk, one, reason)
    return await served(desk, entry_of(card, line), [one for one in standing if is_verified(one)], reason)


async def nothing_served(desk: Desk, standing: list[ServiceRecord], reason: str) -> Rebooked:
    told = False
    for one in standing:
        await send_back(desk, one, reason)
        if is_verified(one):
            await correct_record(desk, **times_of(one.entry), record_id=one.id, minutes=0, reason=reason)
            told = await hours_statements.tell_taken_back(desk, one, reason) or told
    return Rebooked(taken_back=sum(one.entry.minutes for one in standing if is_verified(one)), told=told)


async def served(desk: Desk, entry: Entry, verified: list[ServiceRecord], reason: str) -> Rebooked:
    if not verified:
        made = await credit_one(desk, entry)
        if made.record is not None:
            await hours_statements.ask(desk.tx, made.record, desk.now)
        return Rebooked(made, told=made.record is not None)
    first, *others = verified
    for one in others:
        await correct_record(desk, **times_of(one.entry), record_id=one.id, minutes=0, reason=reason)
    if (times_of(first.entry), first.entry.minutes) == (times_of(entry), entry.minutes):
        return Rebooked()
    record = await correct_record(desk, **times_of(entry), record_id=first.id, minutes=entry.minutes, reason=reason)
    if entry.minutes:
        await hours_statements.ask(desk.tx, record, desk.now)
        return Rebooked(Credited(entry, record), told=True)
    told = await hours_statements.tell_taken_back(desk, first, reason)
    return Rebooked(taken_back=first.entry.minutes, told=told)


async def rebook_heads(desk: Desk, card: RollCallCard, group: GroupHeads, heads: int, reason: str) -> Rebooked:
    """Of a group without names: its line is reversed, and one of the right number booked."""
    taken_back = 0
    for one in await books.standing_of_shift(desk.tx, card.shift.id):
        if one.entry.person_id is None and one.entry.team_id == group.team_id:
            await send_back(desk, one, reason)
            if is_verified(one):
                await correct_record(desk, **times_of(one.entry), record_id=one.id, minutes=0, reason=reason)
                taken_back += one.minutes_of_all
    made = await credit_one(desk, heads_entry(card, replace(group, here=heads))) if heads else None
    return Rebooked(made, 0 if made else taken_back)


async def credit_one(desk: Desk, entry: Entry) -> Credited:
    sums: Sums = Counter()
    made = await credit(desk, entry, sums)
    await running_sums.add(desk.tx, sums)
    return made


async def send_back(desk: Desk, record: ServiceRecord, reason: str) -> None:
    """What nobody has verified yet leaves its time free; what is verified stays to be reversed."""
    if record.state is RecordState.SUBMITTED:
        waiting = await booking.decidable(desk, record.id, RecordState.SUBMITTED)
        if await books.set_returned(desk.tx, record.id, by=desk.viewer.id, now=desk.now, reason=reason):
            await running_sums.add(desk.tx, running_sums.waits(waiting, -1))


def is_verified(record: ServiceRecord) -> bool:
    return record.state is RecordState.VERIFIED


def times_of(entry: Entry) -> dict[str, int]:
    return {"starts_at": entry.starts_at, "ends_at": entry.ends_at}
