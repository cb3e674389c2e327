"""Reminders are owed to who was confirmed, and heard of the last change, before they were due: so a tick claims each
kind once for a shift's time and place, and whoever comes later gets the next kind.
"""

from collections.abc import Sequence
from functools import lru_cache

from bot.activities import looking_rows
from bot.activities.looking import PAGE, soonest
from bot.ground import notices
from bot.ground.notices import Told
from bot.ground.times import DAY, zone_named
from bot.people.notice_choices import Silenced
from bot.reminders import rows as reminders
from bot.reminders.rows import ComingShift, Reminded
from bot.reminders.rules import Kind, Reminder, for_lead, for_minimum, for_volunteer, signed_up_long_ago
from bot.sign_ups import list_rows
from bot.sign_ups import rows as sign_ups
from bot.sign_ups.telling import subject
from bot.stations.rows import settings_of
from bot.stations.settings import StationSettings
from bot.store import occurrences
from bot.store.transaction import Tx
from bot.telling import tell

VOLUNTEERS = frozenset({Kind.EARLY, Kind.DAY_BEFORE, Kind.MEETING})
"""What volunteers get; the others are the lead's."""
SILENCED = {Kind.EARLY: Silenced.EARLY, Kind.MEETING: Silenced.SHORT}
FORESEEN = 366 * DAY
Settings = dict[int, StationSettings]


def reminders_of(shift: ComingShift, settings: StationSettings) -> tuple[Reminder, ...]:
    """Everything that a shift at this time brings, done or not."""
    return all_reminders(shift.starts_at, shift.published_at, shift.minimum is not None, shift.zone, settings)


@lru_cache(maxsize=16_384)
def all_reminders(
    starts_at: int, published_at: int, has_minimum: bool, zone_name: str, settings: StationSettings
) -> tuple[Reminder, ...]:
    """Kept, because a tick asks for the same shifts again and again and wall clocks are slow to read."""
    zone = zone_named(zone_name)
    warnings = for_minimum(starts_at, published_at, zone, settings) if has_minimum else ()
    return (
        *for_volunteer(starts_at, 0, zone, settings),
        *for_lead(starts_at, published_at, zone, settings),
        *warnings,
    )


async def settings_for(tx: Tx, station_id: int, known: Settings) -> StationSettings:
    if station_id not in known:
        known[station_id] = await settings_of(tx, station_id)
    return known[station_id]


async def remind(tx: Tx, now: int, limit: int) -> int:
    """Queues what is due and still of use; how many shifts it looked at, at most `limit`."""
    known: Settings = {}
    lists: dict[int, list[ComingShift]] = {}
    following = []
    found = await reminders.shifts_to_remind(tx, until=now, limit=limit)
    for shift in sorted(found, key=lambda one: (one.starts_at, one.id)):
        ahead = []
        for reminder in await reminders_ahead(tx, shift, now, known):
            if reminder.at > now:
                ahead.append(reminder.at)
            elif await occurrences.claim(tx, shift.mark(reminder.kind), now):
                if reminder.kind is Kind.LEAD_LIST or unlisted(shift, reminder):
                    lists.setdefault(shift.lead_id, []).append(shift)
                else:
                    await queue(tx, shift, reminder, known[shift.station_id], now)
        following.append({"shift_id": shift.id, "at": min(ahead, default=None)})
    for lead_id, shifts in lists.items():
        await queue_list(tx, lead_id, shifts, now)
    await looking_rows.next_reminder.many(tx, sorted(following, key=lambda one: one["shift_id"]))
    return len(found)


async def reminders_ahead(tx: Tx, shift: ComingShift, now: int, known: Settings) -> list[Reminder]:
    """What is owed now, or comes later, and was not done."""
    if not shift.on or shift.starts_at <= now:
        return []
    every = reminders_of(shift, await settings_for(tx, shift.station_id, known))
    return [one for one in every if one.kind not in shift.done and (one.at > now or one.owed(now))]


def unlisted(shift: ComingShift, reminder: Reminder) -> bool:
    """The changes are due, but there never was a list."""
    return reminder.kind is Kind.LEAD_CHANGES and Kind.LEAD_LIST not in shift.done


async def queue(tx: Tx, shift: ComingShift, reminder: Reminder, settings: StationSettings, now: int) -> None:
    if reminder.kind in VOLUNTEERS:
        await queue_for_volunteers(tx, shift, reminder, settings, now)
    elif reminder.kind is Kind.LEAD_CHANGES:
        await queue_changes(tx, shift, reminder, settings, now)
    else:
        await queue_warning(tx, shift, reminder, now)


async def queue_for_volunteers(
    tx: Tx, shift: ComingShift, reminder: Reminder, settings: StationSettings, now: int
) -> None:
    """One for each place, and one for all in the care of one person; none for who silenced this kind."""
    owed = await owed_it(tx, shift, reminder, settings)
    if reminder.kind is not Kind.MEETING:
        await sign_ups.note_asked(tx, [one.sign_up_id for one in owed], shift.revision)
    for ones in by_reader(owed):
        short = all(has_answered(one, shift, reminder, settings) for one in ones)
        silent = all(one.said_yes for one in ones) if reminder.kind is Kind.MEETING else short
        one = ones[0]
        whose = f"reader:{one.reader_id}" if len(ones) > 1 else f"person:{one.person_id}"
        await tell(
            tx,
            told_to(shift, reminder.kind, ones, short=short),
            one.reader_id,
            key=f"reminder:{reminder.kind}:shift:{shift.id}:rev{shift.revision}:{whose}",
            subject=subject(shift.id),
            now=now,
            until=reminder.useless_after,
            silent=silent,
        )


async def owed_it(tx: Tx, shift: ComingShift, reminder: Reminder, settings: StationSettings) -> list[Reminded]:
    everybody = await reminders.people_to_remind(tx, shift, notice=SILENCED.get(reminder.kind, ""))
    return [one for one in everybody if is_owed(one, shift, reminder, settings)]


def told_to(shift: ComingShift, kind: Kind, ones: Sequence[Reminded], *, short: bool) -> Told:
    """What one reader gets: of their own place, or of all who are in their care."""
    if len(ones) > 1:
        return (notices.MeetingMany if kind is Kind.MEETING else notices.ReminderMany)(shift.id, shift.revision)
    if kind is Kind.MEETING:
        return notices.Meeting(ones[0].sign_up_id, shift.revision)
    return (notices.ReminderShort if short else notices.Reminder)(ones[0].sign_up_id, shift.revision)


def is_owed(one: Reminded, shift: ComingShift, reminder: Reminder, settings: StationSettings) -> bool:
    if one.silenced or one.since >= reminder.at:
        return False
    return reminder.kind is not Kind.EARLY or signed_up_long_ago(shift.starts_at, one.confirmed_at, settings)


def has_answered(one: Reminded, shift: ComingShift, reminder: Reminder, settings: StationSettings) -> bool:
    """To the reminder days ahead. Who said yes to anything else was promised a reminder, and gets it whole."""
    early = next((other for other in reminders_of(shift, settings) if other.kind is Kind.EARLY), None)
    if early is None or reminder.kind is Kind.EARLY or one.early_off or not one.said_yes:
        return False
    return is_owed(one, shift, early, settings) and one.answered_at >= early.at


def by_reader(owed: Sequence[Reminded]) -> list[list[Reminded]]:
    """Each by themselves; those in the care of one person together."""
    found: dict[tuple[int, bool], list[Reminded]] = {}
    for one in owed:
        found.setdefault((one.reader_id, one.looked_after), []).append(one)
    return list(found.values())


async def queue_list(tx: Tx, lead_id: int, shifts: list[ComingShift], now: int) -> None:
    """One message for all of a lead's shifts, also when several evenings' lists are late.

    Who got none, because it was posted on the day itself, gets the list an hour before instead of what changed since.
    """
    await tell(
        tx,
        notices.LeadList(",".join(str(shift.id) for shift in shifts)),
        lead_id,
        key=f"lead_list:{shifts[0].mark(Kind.LEAD_LIST)}",
        subject=f"lead:{lead_id}",
        now=now,
        until=max(shift.starts_at for shift in shifts),
        before=min(shift.starts_at for shift in shifts),
    )


async def queue_changes(tx: Tx, shift: ComingShift, reminder: Reminder, settings: StationSettings, now: int) -> None:
    """Only what has changed since the list of the evening before; nothing where nothing has."""
    since = listed_at(shift, settings)
    if await reminders.changes_since(tx, shift.id, since):
        await queue_for_lead(tx, notices.LeadChanges(shift.id, shift.revision, since), shift, reminder, now)


def listed_at(shift: ComingShift, settings: StationSettings) -> int:
    listed = [one.at for one in reminders_of(shift, settings) if one.kind is Kind.LEAD_LIST]
    return max(listed, default=shift.starts_at - DAY)


async def queue_warning(tx: Tx, shift: ComingShift, reminder: Reminder, now: int) -> None:
    counts = await list_rows.counts(tx, shift.id)
    if counts.coming < (shift.minimum or 0):
        await queue_for_lead(tx, notices.TooFew(shift.id, shift.revision), shift, reminder, now)


async def queue_for_lead(tx: Tx, told: Told, shift: ComingShift, reminder: Reminder, now: int) -> None:
    await tell(
        tx,
        told,
        shift.lead_id,
        key=f"{told.kind}:{shift.mark(reminder.kind)}",
        subject=subject(shift.id),
        now=now,
        until=reminder.useless_after,
    )


DUE = {Kind.EARLY: "reminder_72h", Kind.DAY_BEFORE: "reminder_24h", Kind.MEETING: "reminder_2h"}
"""What the next thing due is called, where it is not the kind itself."""


async def next_reminders(tx: Tx, now: int) -> list[tuple[int, str, int, str]]:
    """What comes next, later than now, as (when, what, how many people, about which shift), and some of what follows.

    Looks as far as activities go: whoever winds the clock by it must not jump over a reminder of next month.
    """
    known: Settings = {}
    found: list[tuple[int, str, int, str]] = []

    async def page(since: int, after: int) -> list[ComingShift]:
        return await reminders.shifts_to_remind(tx, since=since, after=after, until=now + FORESEEN, limit=PAGE)

    async def instants(shift: ComingShift) -> list[int]:
        new = await coming_reminders(tx, shift, now, known)
        found.extend(new)
        return [one[0] for one in new]

    await soonest(page, instants)
    return found


async def coming_reminders(tx: Tx, shift: ComingShift, now: int, known: Settings) -> list[tuple[int, str, int, str]]:
    ahead = await reminders_ahead(tx, shift, now, known)
    to_be_listed = any(one.kind is Kind.LEAD_LIST for one in ahead)
    found = []
    for reminder in ahead:
        if reminder.at <= now or (to_be_listed and reminder.kind is Kind.LEAD_CHANGES):
            continue  # what changes after a list that is still to come, nobody knows
        people = await readers_of(tx, shift, reminder, known[shift.station_id])
        if people:
            found.append((reminder.at, DUE.get(reminder.kind, str(reminder.kind)), people, subject(shift.id)))
    return found


async def readers_of(tx: Tx, shift: ComingShift, reminder: Reminder, settings: StationSettings) -> int:
    """How many it would be written to, as things stand."""
    if reminder.kind in VOLUNTEERS:
        return len(by_reader(await owed_it(tx, shift, reminder, settings)))
    if reminder.kind is Kind.LEAD_CHANGES and not unlisted(shift, reminder):
        return int(bool(await reminders.changes_since(tx, shift.id, listed_at(shift, settings))))
    if reminder.kind in TOO_FEW:
        return int((await list_rows.counts(tx, shift.id)).coming < (shift.minimum or 0))
    return 1


TOO_FEW = frozenset({Kind.TOO_FEW, Kind.TOO_FEW_STILL})
