"""Keeps the sums of every team and of every station with all below it, in the transaction that changes the books."""

from collections import Counter

from bot.ground.frozen import asdict, field_names, replace
from bot.hours.rules import Nature, ServiceRecord
from bot.hours.sums import rows
from bot.hours.sums.rules import Part, PersonMonth, Roll, Sums, months_around, nodes_of, people_moved, rolls_moved
from bot.store.transaction import Tx

NO_TEAM = 0
FOLDED_AT_ONCE = 512


async def add(tx: Tx, sums: Sums) -> None:
    """Appended: nobody who adds to the same sum waits for it."""
    await rows.append.many(tx, [{**asdict(part), "amount": amount} for part, amount in sums.items() if amount])


def waits(record: ServiceRecord, sign: int = 1) -> Sums:
    """A record is written down; with ``sign`` -1 it waits no more."""
    team = record.entry.team_id or NO_TEAM
    return waiting(record.station_path, team, f"{record.day:%Y-%m}", sign, sign * record.minutes_of_all)


def waiting(path: str, team_id: int, month: str, records: int, minutes: int) -> Sums:
    sums: Sums = Counter()
    for node in nodes_of(path, team_id):
        sums[Part(node, "waiting", month, month)] += records
        sums[Part(node, "waiting_minutes", month, month)] += minutes
    return sums


async def booked(tx: Tx, record: ServiceRecord, month: str) -> Sums:
    """A record is verified, and counts in this month. Under the person's lock."""
    entry, served, sums = record.entry, f"{record.day:%Y-%m}", waits(record, -1)
    for node in nodes_of(record.station_path, entry.team_id or NO_TEAM):
        sums[Part(node, "minutes", month, served, entry.kind, entry.nature.value)] += record.minutes_of_all
        sums[Part(node, "attendances", month, served, entry.kind, entry.nature.value)] += record.attendances
        sums[Part(node, "day_minutes", month, f"{record.day}", "", entry.nature.value)] += record.minutes_of_all
    if entry.person_id is not None:
        add_to(sums, await person_booked(tx, entry.person_id, record, month))
    return sums


async def person_booked(tx: Tx, person_id: int, record: ServiceRecord, month: str) -> Sums:
    entry = record.entry
    own = {nature.value: entry.minutes if nature is entry.nature else 0 for nature in Nature}
    more = PersonMonth(month=month, path=record.station_path, team_id=entry.team_id or NO_TEAM, **own)
    first, last = months_around(month)
    known = await rows.months_of_person(tx, person_id, first=first, last=last)
    await rows.add_to_person_month(
        tx, person_id=person_id, month=month, station_id=entry.station_id, team_id=more.team_id, **own
    )
    return people_moved(known, more)


def add_to(sums: Sums, more: Sums) -> None:
    """Unlike ``+``, keeps what is below 0."""
    for part, amount in more.items():
        sums[part] += amount


async def roll_moved(tx: Tx, shift_id: int, before: Roll | None) -> None:
    """A roll-call counts otherwise than ``before``."""
    await add(tx, rolls_moved(before, await rows.roll(tx, shift_id)))


async def roll_put_right(
    tx: Tx, shift_id: int, month: str, *, helped: int = 0, came: int = 0, no_shows: int = 0
) -> None:
    """So much more, or less, of a closed roll-call, in the month in which it is put right."""
    roll = await rows.roll(tx, shift_id)
    if roll is not None:
        more = replace(roll, helped=helped, came=came, no_shows=no_shows)
        await add(tx, rolls_moved(None, more, month))


async def forget_waiting(tx: Tx, person_id: int) -> None:
    """Before what waits of a person is erased."""
    sums: Sums = Counter()
    for row in await rows.waiting_of_person(tx, person_id):
        add_to(sums, waiting(row["path"], row["team_id"], row["month"], -row["records"], -row["minutes"]))
    await add(tx, sums)


async def fold_added(tx: Tx, limit: int = FOLDED_AT_ONCE) -> int:
    """The oldest of what was appended, into the sums that are kept; how much it was."""
    sums: Sums = Counter()
    taken = await rows.take_added(tx, limit=limit)
    for row in taken:
        sums[Part(*(row[name] for name in field_names(Part)))] += row["amount"]
    changed = sorted((part, amount) for part, amount in sums.items() if amount)
    await rows.fold.many(tx, [{**asdict(part), "amount": amount} for part, amount in changed])
    return len(taken)
