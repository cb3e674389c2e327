"""Hours that somebody reports: the person within 14 days, staff up to 60, a coordinator any. All of them wait."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.activities import rows as activities
from bot.activities.kinds import KINDS
from bot.desk import Desk
from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import InTheFuture, NotFound, StaffOnDuty, TooOldToLog, UnknownChoice
from bot.ground.text import lines
from bot.ground.times import Span, days_between, first_valid
from bot.hours import booking, booking_rows, correcting
from bot.hours import permissions as may
from bot.hours.crediting import enter_record
from bot.hours.rules import Entry, Nature, ServiceRecord, Source, check_overlap, span_of
from bot.members import finding_rows as finding
from bot.people import permissions as may_people
from bot.people import role_rows as grants
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows

NOTE_LIMIT = 300  # code points
NATURES = ("training", "preparation")
ANY_KIND = "other"
FAR = 2**40  # later than anything: the team of today


class Report(Frozen):
    """What somebody says was done. Times as 'HH:MM' of the station's clock."""

    person_id: int
    day: date
    start: str
    end: str
    kind: str = ""  # a kind of service, 'training' or 'preparation'; '' is what the activity was, else other
    note: str = ""


async def log_hours(desk: Desk, report: Report) -> ServiceRecord:
    """A waiting record, of the activity that the person had signed up for then if there was one.

    Raises NotFound, TooOldToLog, UnknownChoice, LongerThanADay, and as entering a record.
    """
    await check_reach(desk, report.person_id)
    entry = await entry_of(desk, report)
    entry = replace(entry, source=await source_of(desk, entry))
    return await enter_record(desk.tx, desk.now, entry, entered_by=desk.viewer.id)


async def log_again(desk: Desk, record_id: int, report: Report) -> ServiceRecord:
    """A record that was sent back, mended; who may enter it goes by its age where it is of an earlier day now.

    Raises as ``log_hours``.
    """
    record = await booking.known(desk.tx, record_id)
    entry = await mended(desk, record, report)
    if await booking.day_at(desk.tx, entry.station_id, entry.starts_at) < record.day:
        entry = replace(entry, source=await source_of(desk, entry))
    return await correcting.resubmit_record(desk, record_id=record_id, entry=entry)


async def mended(desk: Desk, record: ServiceRecord, report: Report) -> Entry:
    """As reported now. What a roll-call said of it holds no more, but its activity stays while the time touches it."""
    old = record.entry
    span = span_of(report.day, report.start, report.end, ZoneInfo(record.zone))
    there = replace(
        old,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        minutes=span.minutes,
        note=note_of(report),
        why=(),
        flags=(),
    )
    if old.person_id is None:
        return there
    source = Source.LATE_ENTRY if old.source is Source.LATE_ENTRY else Source.SELF_REPORT
    shift = await activities.get_shift(desk.tx, old.shift_id) if old.shift_id is not None else None
    fresh = there if shift and shift.span.overlaps(span) else await entry_of(desk, report)
    return replace(await booking.with_team(desk.tx, fresh), source=source)


async def check_reach(desk: Desk, person_id: int) -> None:
    if person_id == desk.viewer.id:
        return
    if not may_people.may_see_person(desk.viewer, await finding.ties_of(desk.tx, person_id)):
        raise NotFound


async def check_duty(tx: Tx, person_id: int, span: Span) -> None:
    """As soon as a time is known, not only when it is sent. Raises StaffOnDuty."""
    served = await booking_rows.served_then(tx, person_id, span)
    station_id = served.station_id if served else await station_of(tx, person_id)
    activity_id = served.activity_id if served else None
    if await is_duty(tx, person_id, station_id, at=span.starts_at, activity_id=activity_id):
        raise StaffOnDuty


async def check_free(tx: Tx, person_id: int, span: Span, now: int, *, except_id: int = 0) -> None:
    """The same of what is still to come, and of what is on record already. Raises InTheFuture, RecordsOverlap."""
    if span.ends_at > now:
        raise InTheFuture(at=span.ends_at)
    check_overlap(span, await booking_rows.in_the_way(tx, person_id, span, except_id=except_id))


async def check_day(desk: Desk, person_id: int, day: date) -> None:
    """Of a day by itself. Raises InTheFuture, TooOldToLog."""
    station_id = await station_of(desk.tx, person_id)
    zone = ZoneInfo((await stations.station(desk.tx, station_id)).zone)
    at = first_valid(zone, day, "00:00")
    if at > desk.now:
        raise InTheFuture(at=at)
    await source_at(desk, person_id, station_id, at)


async def is_duty(tx: Tx, person_id: int, station_id: int, *, at: int, activity_id: int | None = None) -> bool:
    place = await stations.station(tx, station_id)
    return await booking_rows.on_duty(tx, person_id, path=place.path, at=at, activity_id=activity_id)


def check_kind(kind: str) -> None:
    """A kind of service, or a nature besides it. Raises UnknownChoice."""
    if kind not in (*KINDS, *NATURES):
        raise UnknownChoice(field="kind", value="", choices=(*KINDS, *NATURES))


async def entry_of(desk: Desk, report: Report) -> Entry:
    station_id = await station_of(desk.tx, report.person_id)
    zone = ZoneInfo((await stations.station(desk.tx, station_id)).zone)
    span = span_of(report.day, report.start, report.end, zone)
    served = await booking_rows.served_then(desk.tx, report.person_id, span)
    if report.kind:
        check_kind(report.kind)
    nature = Nature(report.kind) if report.kind in NATURES else Nature.SERVICE
    said = report.kind if report.kind in KINDS else ""
    plain = Entry(
        person_id=report.person_id,
        station_id=station_id,
        starts_at=span.starts_at,
        ends_at=span.ends_at,
        minutes=span.minutes,
        kind=said or ANY_KIND,
        source=Source.SELF_REPORT,
        nature=nature,
        note=note_of(report),
    )
    if served is None:
        return plain
    return replace(
        plain,
        station_id=served.station_id,
        team_id=served.team_id,
        activity_id=served.activity_id,
        shift_id=served.shift_id,
        kind=said or served.kind,
    )


def note_of(report: Report) -> str:
    return lines("note", report.note, NOTE_LIMIT) if report.note.strip() else ""


async def station_of(tx: Tx, person_id: int) -> int:
    """Of the team the person is in, else where they hold a role (on duty no hours count), else the one above all."""
    team_id = await booking_rows.team_then(tx, person_id, FAR)
    if team_id is not None:
        return await rows.station_of_team(tx, team_id)
    held = await grants.grants_of(tx, person_id)
    if held:
        return held[0].station_id
    root = await stations.root(tx)
    if root is None:
        raise NotFound
    return root.id


async def source_of(desk: Desk, entry: Entry) -> Source:
    """How old it is decides who may still enter it. Raises TooOldToLog, naming the role that can."""
    return await source_at(desk, entry.person_id, entry.station_id, entry.starts_at)


async def source_at(desk: Desk, person_id: int | None, station_id: int, at: int) -> Source:
    """The same of any instant. Raises TooOldToLog."""
    place = await stations.station(desk.tx, station_id)
    settings = await stations.settings_of(desk.tx, station_id)
    days = days_between(ZoneInfo(place.zone), at, desk.now)
    if days <= settings.self_report_days:
        return Source.SELF_REPORT
    staff = person_id != desk.viewer.id and desk.viewer.holds(place.path, *may.STAFF)
    if not staff:
        raise TooOldToLog(days=days, limit=settings.self_report_days, needs="social_worker")
    if days > settings.late_entry_days and not may.may_see_station(desk.viewer, path=place.path):
        raise TooOldToLog(days=days, limit=settings.late_entry_days, needs="coordinator")
    return Source.LATE_ENTRY
