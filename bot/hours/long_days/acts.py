"""What a day takes is settled whenever its minutes or its limits change; who can verify it is told that it waits."""

from datetime import date

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.times import DAY
from bot.ground.viewer import Role
from bot.happened import hears
from bot.hours import booking_rows
from bot.hours.long_days import rows as long_days
from bot.hours.long_days.rows import OfDay, Untold
from bot.hours.rules import DayLimits, Entry, needed
from bot.people import role_rows as grants
from bot.stations import rows as stations
from bot.stations.acts import LimitsChanged
from bot.store import occurrences
from bot.store.transaction import Tx

HIGHER = (Role.COORDINATOR, Role.ADMINISTRATOR)


async def limits_of(tx: Tx, station_id: int) -> DayLimits:
    settings = await stations.settings_of(tx, station_id)
    return DayLimits(settings.coordinator_hours * 60, settings.administrator_hours * 60)


async def needs_of(tx: Tx, entry: Entry, day: date) -> str:
    """Of what is to wait; heads without names have no day of their own."""
    if entry.person_id is None:
        return ""
    minutes = entry.minutes + await booking_rows.verified_minutes(tx, entry.person_id, day)
    return needed(minutes, await limits_of(tx, entry.station_id)) or ""


async def settle_day(tx: Tx, person_id: int | None, day: date) -> None:
    """What else waits of that day may take another role from now on."""
    if person_id is not None:
        await settle(tx, await long_days.waiting_of_day(tx, person_id, day))


async def settle(tx: Tx, waiting: list[OfDay]) -> None:
    limits = {id: await limits_of(tx, id) for id in sorted({one.station_id for one in waiting})}
    for one in waiting:
        now_needed = needed(one.minutes + one.others, limits[one.station_id]) or ""
        if now_needed != one.needs:
            await long_days.set_needs(tx, one.id, now_needed)


@hears(LimitsChanged)
async def settle_station(desk: Desk, station_id: int) -> None:
    """What waits here and below takes the role that the new limits say."""
    station = await stations.station(desk.tx, station_id)
    await settle(desk.tx, await long_days.waiting_under(desk.tx, station.path))


async def tell_of_long_days(tx: Tx, now: int, most: int) -> int:
    """Whoever can verify it hears, once a day at most, that it waits; how many records that was."""
    done = 0
    for record in await long_days.untold(tx, most):
        people = await who_can(tx, record)
        if people and await occurrences.claim(tx, f"long_day/{record.id}/{record.entered_at}/{record.needs}", now):
            done += 1
            for person_id in people:
                key = f"long_days:{now // DAY}:person:{person_id}"
                await telling.tell(tx, notices.LongDays(), person_id, key=key, subject=f"person:{person_id}", now=now)
    return done


async def who_can(tx: Tx, record: Untold) -> list[int]:
    """The nearest who hold the role it takes, else one above it; not the person themselves."""
    for role in HIGHER[HIGHER.index(Role(record.needs)) :]:
        able = [one for one in await grants.holders_above(tx, record.path, role) if one.person_id != record.person_id]
        if able:
            return [one.person_id for one in able if one.path == able[0].path]
    return []


async def waiting_for(tx: Tx, person_id: int) -> int | None:
    """How many long days wait for this person; None where none does any more."""
    return await long_days.count_for(tx, person_id) or None
