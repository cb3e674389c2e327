"""Reminders are owed to who was confirmed, and heard of the last change, before they were due: so a tick claims each
kind once for a shift's time and place, and whoever comes later gets the next kind.
"""

from functools import lru_cache

from bot.ground import notices
from bot.ground.notices import Told
from bot.ground.times import DAY, HOUR, zone_named
from bot.people.notice_choices import Silenced
from bot.reminders import rows as reminders
from bot.reminders.rows import ComingShift
from bot.reminders.rules import Kind, Reminder, for_lead, for_minimum, for_volunteer, signed_up_long_ago
from bot.sign_ups import list_rows
from bot.sign_ups.telling import subject
from bot.stations.rows import settings_of
from bot.stations.settings import StationSettings
from bot.store import occurrences
from bot.store.transaction import Tx
from bot.telling import tell

VOLUNTEERS = {Kind.EARLY: notices.Reminder, Kind.DAY_BEFORE: notices.Reminder, Kind.MEETING: notices.Meeting}
"""The notices that volunteers get, by kind of reminder."""
SILENCED = {Kind.EARLY: Silenced.EARLY, Kind.MEETING: Silenced.SHORT}
FARTHEST_HOURS = 72  # the presets' longest
MOVED_BY_QUIET = 25 * HOUR
"""How much earlier than its hours say a reminder may come: quiet hours, and the evening before."""
FORESEEN = 366 * DAY
Settings = dict[int, StationSettings]


async def coming_shifts(tx: Tx, now: int) -> list[ComingShift]:
    """Everything for which something may be due now."""
    hours = max(FARTHEST_HOURS, await reminders.longest_hours(tx))
    return await reminders.shifts_to_remind(tx, now=now, until=now + hours * HOUR + MOVED_BY_QUIET)


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
    """Queues what is due and still of use; how many kinds of how many shifts, at most `limit`."""
    known: Settings = {}
    lists: dict[int, list[ComingShift]] = {}
    done = 0
    for shift in await coming_shifts(tx, now):
        for reminder in reminders_of(shift, await settings_for(tx, shift.station_id, known)):
            if done == limit:
                break
            if reminder.kind in shift.done or not reminder.owed(now):
                continue
            if not await occurrences.claim(tx, shift.mark(reminder.kind), now):
                continue
            done += 1
            if reminder.kind is Kind.LEAD_LIST or unlisted(shift, reminder):
                lists.setdefault(shift.lead_id, []).append(shift)
            else:
                await queue(tx, shift, reminder, known[shift.station_id], now)
    for lead_id, shifts in lists.items():
        await queue_list(tx, lead_id, shifts, now)
    return done


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
    """One for each place; silent for who said yes already, none for who silenced this kind."""
    for one in await reminders.people_to_remind(tx, shift, notice=SILENCED.get(reminder.kind, "")):
        if one.silenced or one.since >= reminder.at:
            continue
        if reminder.kind is Kind.EARLY and not signed_up_long_ago(shift.starts_at, one.confirmed_at, settings):
            continue
        await tell(
            tx,
            VOLUNTEERS[reminder.kind](one.sign_up_id, shift.revision),
            one.reader_id,
            key=f"reminder:{reminder.kind}:shift:{shift.id}:rev{shift.revision}:person:{one.person_id}",
            subject=subject(shift.id),
            now=now,
            until=reminder.useless_after,
            silent=one.said_yes,
        )


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
    listed = [one.at for one in reminders_of(shift, settings) if one.kind is Kind.LEAD_LIST]
    since = max(listed, default=shift.starts_at - DAY)
    if await reminders.changes_since(tx, shift.id, since):
        await queue_for_lead(tx, notices.LeadChanges(shift.id, shift.revision, since), shift, reminder, now)


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
    """What comes next, later than now, as (when, what, how many people, about which shift).

    Looks as far as activities go: whoever winds the clock by it must not jump over a reminder of next month.
    """
    known: Settings = {}
    found = []
    for shift in await reminders.shifts_to_remind(tx, now=now, until=now + FORESEEN):
        counts = await list_rows.counts(tx, shift.id)
        for reminder in reminders_of(shift, await settings_for(tx, shift.station_id, known)):
            people = counts.confirmed if reminder.kind in VOLUNTEERS else 1
            if reminder.kind in TOO_FEW and counts.coming >= (shift.minimum or 0):
                people = 0
            if reminder.at > now and people and reminder.kind not in shift.done:
                found.append((reminder.at, DUE.get(reminder.kind, str(reminder.kind)), people, subject(shift.id)))
    return found


TOO_FEW = frozenset({Kind.TOO_FEW, Kind.TOO_FEW_STILL})
