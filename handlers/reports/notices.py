"""Notices about hours. Each looks again when it leaves: a record sent back may be on its way again, a month closed."""

from typing import Any

from bot.hours import booking
from bot.hours.rules import RecordState, ServiceRecord
from bot.reports import records_of_service
from bot.reports.digests import digest_of
from bot.reports.file_rules import FileFacts, RecordOfService
from bot.reports.files import file_facts
from bot.reports.month_reports import Digest, MonthReport, OpenWork
from bot.reports.reporting import open_work, report_for
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.hours import own_screens as own_hours
from handlers.reports import digests
from handlers.reports import files as summary_files
from handlers.reports import months as reports
from handlers.reports.records_of_service import record_file


async def returned(tx: Tx, notice: Notice, _now: int) -> ServiceRecord | None:
    record = await booking.known(tx, notice.facts["record"])
    return record if record.state is RecordState.RETURNED else None


async def report(tx: Tx, notice: Notice, now: int) -> MonthReport | None:
    return await report_for(
        tx, now, notice.person_id or 0, station_id=notice.facts["station"], month=notice.facts["month"]
    )


async def reminder(tx: Tx, notice: Notice, now: int) -> OpenWork | None:
    return await open_work(
        tx, now, station_id=notice.facts["station"], month=notice.facts["month"], lead_id=notice.person_id or 0
    )


async def file(tx: Tx, notice: Notice, _now: int) -> FileFacts | None:
    return await file_facts(tx, notice.person_id or 0, **notice.facts)


async def record_of_service(tx: Tx, notice: Notice, now: int) -> RecordOfService | None:
    return await records_of_service.gather(tx, notice.person_id or 0, now)


async def week(tx: Tx, notice: Notice, now: int) -> Digest | None:
    return await digest_of(tx, now, notice.person_id or 0, notice.facts["zone"])


NOTICES: dict[str, LateNotice[Any]] = {
    "record_returned": LateNotice(returned, own_hours.returned_notice),
    "month_report": LateNotice(report, reports.month_report),
    "month_closed": LateNotice(report, reports.month_report),
    "month_reminder": LateNotice(reminder, reports.open_work),
    "digest": LateNotice(week, digests.digest),
    records_of_service.KIND: LateNotice(record_of_service, record_file, heavy=True),
    "summary_file": LateNotice(file, summary_files.summary_file, heavy=True),
}
