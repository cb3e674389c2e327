"""Whose hours a viewer may ask for, and the answer. Verified hours only; what waits stands apart."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.months import Period, financial_year_of, month_period, period_before, quarter_period, year_period
from bot.ground.reading.periods import last_month, read_period
from bot.ground.refusals import BadPeriod, NotAllowed, NotFound, UnknownScope
from bot.ground.text import folded, quoted
from bot.ground.times import local_day
from bot.ground.viewer import Viewer
from bot.hours import permissions as may
from bot.hours.credit import counting
from bot.reports import rows as summaries
from bot.reports import tally_rows as tallies
from bot.reports.rules import NO_TEAM, Figures, Scope, Summary, TeamFigures, Waiting, month_bounds_of
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store.transaction import Tx
from bot.teams import rows as teams


async def scopes_of(desk: Desk) -> list[Scope]:
    """What this viewer may ask about: stations for coordinators, teams for leads, the own team for captains.

    Raises NotAllowed where that is nothing.
    """
    found: dict[str, Scope] = {}
    for path in sorted({grant.path for grant in desk.viewer.grants}):
        if may.may_see_station(desk.viewer, path=path):
            for station in await stations.under(desk.tx, path):
                add(found, Scope(station.name, station.zone, station.path, station.id))
        for team in await teams.teams_under(desk.tx, path):
            add(found, Scope(team.name, team.zone, team.path, team.station_id, team.id))
    for membership in desk.viewer.memberships:
        scope = await summaries.team_scope(desk.tx, membership.team_id) if membership.captain else None
        if scope:
            add(found, scope)
    if not found:
        raise NotAllowed(needs="captain")
    return list(found.values())


def add(found: dict[str, Scope], scope: Scope) -> None:
    found.setdefault(scope.key, scope)


async def scope_by_key(desk: Desk, key: str) -> Scope:
    """'t5' or 's2', if this viewer may see it. Raises NotFound for all else."""
    number = key[1:]
    id = int(number) if number.isascii() and number.isdigit() else 0
    found = await (summaries.team_scope(desk.tx, id) if key.startswith("t") else summaries.station_scope(desk.tx, id))
    if found is None or not visible(desk.viewer, found):
        raise NotFound
    return found


def visible(viewer: Viewer, scope: Scope) -> bool:
    if scope.team_id:
        return may.may_see_team(viewer, path=scope.path, team_id=scope.team_id)
    return may.may_see_station(viewer, path=scope.path)


async def read_request(desk: Desk, text: str, offered: list[Scope]) -> tuple[Scope | None, Period | None]:
    """'Futian 2026-10', '上月', 'First Team': whose and of when, each None where it is not said.

    Raises UnknownScope where what comes before a period is no name of these; BadPeriod where nothing can be read.
    """
    for scope, rest in named(offered, text):
        at = scope or offered[0]
        settings = await stations.settings_of(desk.tx, at.station_id)
        period = period_named(rest, at.zone, desk.now, settings)
        if period or not rest:
            return scope, period
    settings = await stations.settings_of(desk.tx, offered[0].station_id)
    if name := name_before_period(text, offered[0].zone, desk.now, settings):
        raise UnknownScope(name=quoted(name))
    raise BadPeriod(text=quoted(text))


def name_before_period(text: str, zone: str, now: int, settings: StationSettings) -> str:
    """What stands before the longest period that the text ends with, as typed; '' where it ends with none."""
    parts = text.split()
    for at in range(1, len(parts)):
        if period_named(folded(" ".join(parts[at:])), zone, now, settings):
            return " ".join(parts[:at])
    return ""


def named(offered: list[Scope], text: str) -> list[tuple[Scope | None, str]]:
    """Each scope that the text begins with and what follows, the longest name first; last: none named."""
    typed = folded(text)
    found: list[tuple[Scope | None, str]] = []
    for scope in sorted(offered, key=lambda one: -len(one.name)):
        name = folded(scope.name)
        if name and typed.startswith(name):
            found.append((scope, typed[len(name) :].strip()))
    return [*found, (None, typed)]


def period_named(text: str, zone: str, now: int, settings: StationSettings) -> Period | None:
    if not text:
        return None
    try:
        return read_period(text, today(zone, now), settings.financial_year_month)
    except BadPeriod:
        return None


async def offered_periods(tx: Tx, scope: Scope, now: int) -> list[tuple[str, Period]]:
    """What people mostly ask for, by name."""
    day = today(scope.zone, now)
    start = (await stations.settings_of(tx, scope.station_id)).financial_year_month
    offered = [
        ("this_month", month_period(f"{day:%Y-%m}")),
        ("last_month", last_month(day)),
        ("this_quarter", quarter_period(day.year, (day.month + 2) // 3)),
        ("this_year", year_period(day.year)),
    ]
    if start != 1:
        return [*offered, ("financial_year", financial_year_of(day, start))]
    return [*offered, ("last_year", year_period(day.year - 1))]


def today(zone: str, now: int) -> date:
    return local_day(ZoneInfo(zone), now)


async def summarize(desk: Desk, scope: Scope, period: Period) -> Summary:
    """Raises NotFound where the viewer may not see the scope. As many statements for one team as for sixty."""
    if not visible(desk.viewer, scope):
        raise NotFound
    return await summary_of(desk.tx, desk.now, scope, period)


async def summary_of(tx: Tx, now: int, scope: Scope, period: Period) -> Summary:
    """For whoever has been let in already: reports and digests."""
    settings = await stations.settings_of(tx, scope.station_id)
    natures = counting(settings)
    counted = await summaries.count(tx, scope, period, natures)
    before = await summaries.count_before(tx, scope, period_before(period), natures)
    return Summary(
        scope=scope,
        period=period,
        whole=replace(counted.whole, adjusted=await adjusted(tx, scope, period)),
        teams=await named_teams(tx, counted.teams),
        waiting=await waiting(tx, now, scope, period),
        before=before,
        rounding=settings.rounding,
    )


async def adjusted(tx: Tx, scope: Scope, period: Period) -> int:
    """Minutes of these months that put earlier, closed ones right; any other days have none."""
    months = month_bounds_of(period)
    return await tallies.adjustments(tx, scope, *months) if months else 0


async def waiting(tx: Tx, now: int, scope: Scope, period: Period) -> Waiting:
    """What is not counted yet: records to be verified, roll-calls that nobody has finished."""
    missing = await tallies.missing(tx, scope, period, period.bounds(ZoneInfo(scope.zone)), now)
    return Waiting(
        records=sum(one.records for one in missing),
        minutes=sum(one.minutes for one in missing),
        roll_calls=sum(one.roll_calls for one in missing),
    )


async def named_teams(tx: Tx, figures: dict[int, Figures]) -> tuple[TeamFigures, ...]:
    names = await summaries.team_names(tx)
    made = [TeamFigures(id, names.get(id, ""), one) for id, one in figures.items()]
    return tuple(sorted(made, key=lambda team: (team.team_id == NO_TEAM, -team.figures.minutes, team.name)))
