"""What a volunteer takes away goes to nobody else, holds what /hours counts, and is no official certificate."""

from datetime import date

from bot.ground.times import local_day, zone_named
from bot.hours.credit import counting
from bot.hours.logging import station_of
from bot.members import profile_rows as profiles
from bot.people.notice_readers import reader
from bot.reports.entries.acts import entries_of_person
from bot.reports.file_rules import RecordOfService
from bot.stations import rows as stations
from bot.stations.rules import agency_of
from bot.store.transaction import Tx


async def gather(
    tx: Tx, person_id: int, now: int, first: date | None = None, last: date | None = None
) -> RecordOfService | None:
    """Of the days from ``first`` to ``last``, or of all. None once the person is erased."""
    viewer = await reader(tx, person_id, "UTC")
    if viewer is None or not viewer.registered:
        return None
    station = await stations.station(tx, await station_of(tx, person_id))
    settings = await stations.settings_of(tx, station.id)
    agency = agency_of(settings)
    begins, ends = first or date.min, last or date.max
    entries = [
        line for line in await entries_of_person(tx, person_id, counting(settings)) if begins <= line.day <= ends
    ]
    return RecordOfService(
        name=viewer.person.name,
        volunteer_number=(await profiles.profile_of(tx, person_id)).volunteer_number or "",
        station=station.name,
        on=local_day(zone_named(station.zone), now),
        minutes=sum(line.minutes for line in entries if line.counts),
        rounding=settings.rounding,
        entries=tuple(entries),
        others=sum(line.minutes for line in entries if not line.counts),
        first=first,
        last=last,
        agency=agency.name,
        contact=" · ".join(part for part in (agency.phone, agency.address) if part),
        station_id=station.id,
    )
