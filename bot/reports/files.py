"""A file is asked for in one transaction and made later, after another look at who may have it."""

from bot import telling
from bot.desk import Desk, Seated, note
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.months import Period
from bot.ground.refusals import NotFound
from bot.hours.credit import counting
from bot.people import notice_readers
from bot.reports import file_rows as summary_files
from bot.reports import kept_sum_rows
from bot.reports.acts import scope_by_key, summarize_teams, today, visible
from bot.reports.closed.acts import closed_month
from bot.reports.entries.acts import entries
from bot.reports.file_rules import ClosedMonth, FileFacts
from bot.reports.rules import Scope, month_bounds_of, read_pressed
from bot.stations import rows as stations
from bot.store.transaction import Tx

FILES = ("entries", "activities", "teams", "picture", "report", "workbook", "closed")
TEAMS_PICTURED = 8


async def ask_for_file(desk: Desk, scope: Scope, period: Period, file: str) -> None:
    """Raises NotFound where the viewer may not see the scope, or there is no such file."""
    if file not in FILES or not visible(desk.viewer, scope):
        raise NotFound
    first, last = f"{period.first_day:%Y%m%d}", f"{period.last_day:%Y%m%d}"
    await note(
        desk,
        "file_asked",
        f"team:{scope.team_id}" if scope.team_id else f"station:{scope.station_id}",
        file=file,
        first=first,
        last=last,
    )
    await telling.tell(
        desk.tx,
        notices.SummaryFile(scope.key, period.kind, first, last, file),
        desk.viewer.id,
        key=f"summary_file:{file}:{scope.key}:{first}-{last}:person:{desk.viewer.id}:{desk.now}",
        subject=None,
        now=desk.now,
    )


async def file_facts(
    tx: Tx, now: int, person_id: int, *, scope: str, kind: str, first: str, last: str, file: str
) -> FileFacts | None:
    """None where the person may not have it any more."""
    viewer = await notice_readers.menu_reader(tx, person_id)
    if viewer is None:
        return None
    try:
        found = await scope_by_key(Seated(tx, viewer, now), scope)
    except NotFound:
        return None
    period = read_pressed(kind, first, last)
    if file == "closed":
        closed = await frozen(tx, found, period)
        if closed is not None:
            return FileFacts(found, period, file=file, closed=closed)
        file = "report"
    natures = counting(await stations.settings_of(tx, found.station_id))
    facts = FileFacts(found, period, file=file)
    if file in {"entries", "workbook"}:
        facts = replace(facts, entries=tuple(await entries(tx, found, period, natures)))
    if file in {"activities", "workbook"}:
        facts = replace(facts, activities=tuple(await summary_files.activities(tx, found, period, natures)))
    if file in {"teams", "picture", "report", "workbook"}:
        named = TEAMS_PICTURED if file == "picture" else None
        facts = replace(facts, summary=await summarize_teams(Seated(tx, viewer, now), found, period, named=named))
    if file in {"picture", "report"}:
        last = f"{min(period.last_day, today(found.zone, now)):%Y-%m}"
        facts = replace(facts, months=await kept_sum_rows.twelve_months(tx, found, last, natures))
    return facts


async def frozen(tx: Tx, scope: Scope, period: Period) -> ClosedMonth | None:
    """None where this is no closed month of a station: then its report is as of now."""
    months = month_bounds_of(period)
    if scope.team_id or months is None or months[0] != months[1]:
        return None
    return await closed_month(tx, scope, months[0])
