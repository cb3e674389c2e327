"""/log with questions: whose (for who may), day, times, kind, note, a look. A whole line answers several at once."""

from collections.abc import Awaitable, Callable
from datetime import date
from zoneinfo import ZoneInfo

from bot.activities.kinds import read_kind
from bot.desk import Desk
from bot.ground.drafts import Draft
from bot.ground.reading.dates import Calendar, read_date
from bot.ground.reading.hours import read_minutes
from bot.ground.reading.lengths import read_start, read_start_and_length
from bot.ground.reading.times import read_span
from bot.ground.refusals import AmbiguousTime, BadHours, BadSpan, NoSuchHour, NotFound, Refusal
from bot.ground.text import folded, lines, quoted
from bot.hours import booking, booking_rows
from bot.hours import logging as logging_hours
from bot.hours import permissions as may
from bot.hours.log_line import LogLine, read_log
from bot.hours.logging import NOTE_LIMIT, Report, station_of
from bot.hours.own_hours import own_record
from bot.hours.rules import Nature, RecordState, ServiceRecord, span_of
from bot.hours.shown import ReportLook
from bot.members import acts as people_seen
from bot.people import drafting
from bot.people import rows as people
from bot.stations import rows as stations
from bot.store.transaction import Tx
from bot.teams import rows as teams

FORM = "log"
OFFERED = 8  # people to choose from


async def begin(desk: Desk, card_id: int | None) -> Draft:
    """Captains and staff are asked whose hours; everybody else reports the own."""
    asks = desk.viewer.has(*may.STAFF) or desk.viewer.is_captain()
    fields = {"person": desk.viewer.id, "record": 0}
    return await drafting.start(desk, FORM, "whose" if asks else "day", fields, card_id=card_id)


async def begin_again(desk: Desk, record_id: int, card_id: int | None) -> Draft:
    """A record that was sent back, from the day on. Raises NotFound, WrongState."""
    record = await booking.known(desk.tx, record_id)
    if record.entered_by != desk.viewer.id:
        record = await own_record(desk, record_id)
    booking.require(record, RecordState.RETURNED)
    fields = {"person": record.entry.person_id, "record": record.id, **said_before(record)}
    return await drafting.start(desk, FORM, "day", fields, card_id=card_id)


def said_before(record: ServiceRecord) -> dict[str, str]:
    """What is not asked again, unless what was done is what the lead asks for. *Change* asks for everything."""
    if record.returned_reason == "activity":
        return {}
    entry = record.entry
    return {"kind": entry.kind if entry.nature is Nature.SERVICE else entry.nature.value, "note": entry.note}


async def for_person(desk: Desk, draft: Draft, person_id: int) -> Draft:
    """Raises NotFound for who is out of reach."""
    await logging_hours.check_reach(desk, person_id)
    return await drafting.advance(desk.tx, draft, desk.now, step="day", person=person_id)


async def search(desk: Desk, text: str) -> list[tuple[int, str]]:
    """People within reach whose name holds the text: at most eight."""
    if desk.viewer.has(*may.STAFF):
        page = await people_seen.find_people(desk, text)
        found = [(one.id, one.name) for one in page.people]
    else:
        led = [one.team_id for one in desk.viewer.memberships if one.captain]
        found = [(one.person_id, one.name) for id in led for one in await teams.members(desk.tx, id)]
    wanted = folded(text)
    return [(id, name) for id, name in found if id != desk.viewer.id and wanted in folded(name)][:OFFERED]


async def first_offered(desk: Desk) -> list[tuple[int, str]]:
    """A captain's own people, without typing; staff have too many."""
    return [] if desk.viewer.has(*may.STAFF) else await search(desk, "")


async def on_day(tx: Tx, draft: Draft, now: int, day: date) -> Draft:
    forgotten = {"minutes": 0} if draft.fields.get("minutes") else {}
    return await drafting.advance(tx, draft, now, step="span", day=day.isoformat(), either=[], **forgotten)


async def check_day(desk: Desk, draft: Draft) -> None:
    """Whether this day can be sent at all. What was sent back goes by its own rule. Raises InTheFuture, TooOldToLog."""
    if not draft.fields["record"]:
        await logging_hours.check_day(desk, draft.fields["person"], date.fromisoformat(draft.fields["day"]))


def check_times_said(draft: Draft) -> None:
    """Kind and note are asked after day and times. Raises NotFound for a forged press that comes before."""
    if not {"day", "start", "end"} <= draft.fields.keys():
        raise NotFound


async def of_kind(tx: Tx, draft: Draft, now: int, kind: str) -> Draft:
    """Raises NotFound, UnknownChoice."""
    check_times_said(draft)
    logging_hours.check_kind(kind)
    return await drafting.advance(tx, draft, now, step=after_kind(draft), kind=kind)


def after_kind(draft: Draft) -> str:
    return "look" if draft.fields.get("note") else "note"


async def with_note(tx: Tx, draft: Draft, now: int, note: str) -> Draft:
    check_times_said(draft)
    return await drafting.advance(tx, draft, now, step="look", note=note)


async def from_day_on(tx: Tx, draft: Draft, now: int) -> Draft:
    """Everything once more: nobody knows which answer was wrong."""
    return await drafting.advance(tx, draft, now, step="day", kind="", note="")


async def typed(tx: Tx, draft: Draft, now: int, text: str) -> Draft:
    """An answer in words to the question that stands. Raises what reading it raises."""
    return await TYPED[draft.step](tx, draft, now, text)


async def typed_day(tx: Tx, draft: Draft, now: int, text: str) -> Draft:
    calendar = await calendar_of(tx, draft, now)
    try:
        return await with_line(tx, draft, now, read_log(text, calendar))
    except Refusal:
        return await on_day(tx, draft, now, read_date(text, calendar, "behind"))


async def of_span(tx: Tx, draft: Draft, now: int, start: str, end: str) -> Draft:
    """Pressed, as '1400' and '1600'. Raises BadSpan."""
    return await after_span(tx, draft, now, *read_span(f"{start}-{end}"))


async def typed_span(tx: Tx, draft: Draft, now: int, text: str) -> Draft:
    """Two to four is asked back, with both readings as answers. A length that was said waits for its start."""
    try:
        said = read_times(text, draft.fields.get("minutes", 0))
    except AmbiguousTime as asked:
        return await drafting.advance(tx, draft, now, either=[asked.morning, asked.afternoon])
    if isinstance(said, int):
        return await drafting.advance(tx, draft, now, minutes=said, either=[])
    return await after_span(tx, draft, now, *said)


def read_times(text: str, minutes: int) -> tuple[str, str] | int:
    """From when to when; or when it began, where the length is said as well, or was said before (`minutes`); or only
    the length. Raises BadSpan, AmbiguousTime, TooShort, TooLong.
    """
    readers: list[Callable[[str], tuple[str, str] | int]] = [read_span, read_start_and_length]
    if minutes:
        readers.append(lambda said: read_start(said, minutes))
    for read in (*readers, read_minutes):
        try:
            return read(text)
        except NoSuchHour:
            raise
        except (BadSpan, BadHours):
            continue
    raise BadSpan(text=quoted(text))


async def typed_kind(tx: Tx, draft: Draft, now: int, text: str) -> Draft:
    return await of_kind(tx, draft, now, read_kind(text))


async def typed_note(tx: Tx, draft: Draft, now: int, text: str) -> Draft:
    return await with_note(tx, draft, now, lines("note", text, NOTE_LIMIT))


async def unchanged(_tx: Tx, draft: Draft, _now: int, _text: str) -> Draft:
    return draft


Typed = Callable[[Tx, Draft, int, str], Awaitable[Draft]]
TYPED: dict[str, Typed] = {
    "whose": unchanged,
    "day": typed_day,
    "span": typed_span,
    "kind": typed_kind,
    "note": typed_note,
    "look": unchanged,
}


async def with_line(tx: Tx, draft: Draft, now: int, line: LogLine) -> Draft:
    """What the line answers is not asked any more; hours without times ask from when to when."""
    draft = await on_day(tx, draft, now, line.day)
    if line.note:
        draft = await drafting.advance(tx, draft, now, note=lines("note", line.note, NOTE_LIMIT))
    if line.either:
        draft = await drafting.advance(tx, draft, now, either=["-".join(span) for span in line.either])
    if line.minutes:
        draft = await drafting.advance(tx, draft, now, minutes=line.minutes)
    return await after_span(tx, draft, now, *line.span) if line.span else draft


async def after_span(tx: Tx, draft: Draft, now: int, start: str, end: str) -> Draft:
    """The kind is not asked where the activity tells it, or it was said.

    Raises at once what sending would: StaffOnDuty, InTheFuture, RecordsOverlap.
    """
    zone = ZoneInfo(await zone_of(tx, draft))
    span = span_of(date.fromisoformat(draft.fields["day"]), start, end, zone)
    if not draft.fields["record"]:
        await logging_hours.check_duty(tx, draft.fields["person"], span)
    await logging_hours.check_free(tx, draft.fields["person"], span, now, except_id=draft.fields["record"])
    served = await booking_rows.served_then(tx, draft.fields["person"], span)
    kind = draft.fields.get("kind") or (served.kind if served else "")
    step = after_kind(draft) if kind else "kind"
    return await drafting.advance(tx, draft, now, step=step, start=start, end=end, kind=kind)


async def zone_of(tx: Tx, draft: Draft) -> str:
    return (await stations.station(tx, await station_of(tx, draft.fields["person"]))).zone


async def today(tx: Tx, draft: Draft, now: int) -> date:
    """At the person's station."""
    return (await calendar_of(tx, draft, now)).today


async def calendar_of(tx: Tx, draft: Draft, now: int) -> Calendar:
    return await booking.calendar_of(tx, await station_of(tx, draft.fields["person"]), now)


async def whose(desk: Desk, draft: Draft) -> str:
    """The name of whose hours it is; '' for the own."""
    person_id = draft.fields["person"]
    return "" if person_id in {desk.viewer.id, None} else (await people.person(desk.tx, person_id)).name


async def staff_here(tx: Tx, draft: Draft, now: int) -> str | None:
    """The name of whose hours it is, where they are staff of their own station: most of their time is duty there."""
    person_id = draft.fields["person"]
    if not await logging_hours.is_duty(tx, person_id, await station_of(tx, person_id), at=now):
        return None
    return (await people.person(tx, person_id)).name


def report_of(draft: Draft) -> Report:
    said = draft.fields
    return Report(
        person_id=said["person"],
        day=date.fromisoformat(said["day"]),
        start=said["start"],
        end=said["end"],
        kind=said.get("kind", ""),
        note=said.get("note", ""),
    )


async def look(desk: Desk, draft: Draft) -> ReportLook:
    """As it will be sent."""
    report, zone = report_of(draft), await zone_of(desk.tx, draft)
    span = span_of(report.day, report.start, report.end, ZoneInfo(zone))
    return ReportLook(await whose(desk, draft), span, zone, report.kind, "", report.note)


async def send(desk: Desk, draft: Draft) -> ServiceRecord:
    """Raises as ``logging_hours.log_hours``; the draft is gone only when it was taken."""
    record_id = draft.fields["record"]
    if record_id:
        record = await logging_hours.log_again(desk, record_id, report_of(draft))
    else:
        record = await logging_hours.log_hours(desk, report_of(draft))
    await drafting.finish(desk, FORM)
    return record
