"""Months and weeks: the provisional report, the closing, the digests. Each asks the database once a minute."""

from bot.reports.closing import close_due
from bot.reports.coming import next_closings, next_digests, next_reports
from bot.reports.digests import digest_week
from bot.reports.integrity.checkpoints import coming_checkpoint, tell_checkpoint
from bot.reports.reporting import report_due
from bot.store.ticks import AT_ONCE, Due, Tick
from bot.store.transaction import Tx


async def report(tx: Tx, now: int) -> int:
    return await report_due(tx, now, AT_ONCE)


async def close(tx: Tx, now: int) -> int:
    return await close_due(tx, now, AT_ONCE)


async def digest(tx: Tx, now: int) -> int:
    return await digest_week(tx, now, AT_ONCE)


async def coming_reports(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "month_report", people) for at, people in await next_reports(tx, now)]


async def coming_closings(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "month_closed", people) for at, people in await next_closings(tx, now)]


async def coming_digests(tx: Tx, now: int) -> list[Due]:
    return [Due(at, "digest", people) for at, people in await next_digests(tx, now)]


TICKS = [
    Tick("month_reports", 60, report, coming_reports),
    Tick("month_closings", 60, close, coming_closings),
    Tick("digests", 60, digest, coming_digests),
    Tick("checkpoints", 60, tell_checkpoint, coming_checkpoint),
]
