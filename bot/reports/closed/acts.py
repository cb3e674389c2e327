"""The report of a closed month: from what was frozen, so that it never changes again."""

from bot.ground.months import month_period, month_shifted
from bot.ground.times import local_day, zone_named
from bot.hours.credit import counting
from bot.reports import kept_sum_rows
from bot.reports import rows as summaries
from bot.reports.closed import rows
from bot.reports.closed.rules import FrozenLine
from bot.reports.closing_rows import WHOLE
from bot.reports.figures import TeamFigures
from bot.reports.file_rules import ClosedMonth, MonthMinutes
from bot.reports.rules import NO_TEAM, Scope
from bot.stations import rows as stations
from bot.store.transaction import Tx


async def closed_month(tx: Tx, scope: Scope, month: str) -> ClosedMonth | None:
    """Of a station; None while the month is open. Whoever asks has been let in already."""
    lines = await rows.lines_of(tx, scope.station_id, month)
    whole = lines.pop(WHOLE, None)
    if whole is None:
        return None
    months = await months_until(tx, scope, month)
    before = await rows.minutes_closed(tx, scope.station_id, earlier := month_shifted(month, -1), earlier)
    return ClosedMonth(
        scope=Scope(whole.name or scope.name, scope.zone, scope.path, scope.station_id),
        period=month_period(month),
        closed_on=local_day(zone_named(scope.zone), whole.closed_at),
        whole=whole.figures,
        teams=await named(tx, lines),
        before=before.get(earlier, months[-2].minutes),
        months=months,
        rounding=whole.rounding or (await stations.settings_of(tx, scope.station_id)).rounding,
        open=whole.open,
    )


async def named(tx: Tx, lines: dict[int, FrozenLine]) -> tuple[TeamFigures, ...]:
    """Most minutes first; last what had no team."""
    ordered = sorted(lines.items(), key=lambda pair: (pair[0] == NO_TEAM, -pair[1].figures.minutes, pair[0]))
    return tuple(
        [TeamFigures(id, one.name or await summaries.team_name(tx, id) or "", one.figures) for id, one in ordered]
    )


async def months_until(tx: Tx, scope: Scope, last: str) -> tuple[MonthMinutes, ...]:
    """Twelve, each beside the one a year before: as they were closed, else as they are booked."""
    natures = counting(await stations.settings_of(tx, scope.station_id))
    booked = await kept_sum_rows.twelve_months(tx, scope, last, natures)
    frozen = await rows.minutes_closed(tx, scope.station_id, month_shifted(last, -23), last)
    return tuple(
        MonthMinutes(
            one.month,
            frozen.get(one.month, one.minutes),
            frozen.get(month_shifted(one.month, -12), one.before),
        )
        for one in booked
    )
