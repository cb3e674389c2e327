"""Notices about hours. Each looks again when it leaves: a record sent back may be on its way again, a month closed."""

from bot.ground import notices
from bot.reports import records_of_service
from bot.reports.digests import digest_of
from bot.reports.files import file_facts
from bot.reports.reporting import open_work, report_for
from bot.speech.screens import Screen
from bot.wire.rendering import Later, Telling
from handlers.reports import digests
from handlers.reports import files as summary_files
from handlers.reports import months as reports
from handlers.reports.records_of_service import record_file
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.MonthReport)
@journey.notice(notices.MonthClosed)
async def month_report(to: Telling, station: int, month: str) -> Screen | None:
    found = await report_for(to.tx, to.now, to.person_id, station_id=station, month=month)
    return to.say(reports.month_report, found)


@journey.notice(notices.MonthReminder)
async def month_reminder(to: Telling, station: int, month: str) -> Screen | None:
    found = await open_work(to.tx, to.now, station_id=station, month=month, lead_id=to.person_id)
    return to.say(reports.open_work, found)


@journey.notice(notices.Digest)
async def digest(to: Telling, monday: str, zone: str) -> Screen | None:
    return to.say(digests.digest, await digest_of(to.tx, to.now, to.person_id, zone))


@journey.notice(notices.RecordOfService)
async def record_of_service(to: Telling) -> Later | None:
    return to.later(record_file, await records_of_service.gather(to.tx, to.person_id, to.now))


@journey.notice(notices.SummaryFile)
async def summary_file(to: Telling, scope: str, kind: str, first: str, last: str, file: str) -> Later | None:
    found = await file_facts(to.tx, to.now, to.person_id, scope=scope, kind=kind, first=first, last=last, file=file)
    return to.later(summary_files.summary_file, found)
