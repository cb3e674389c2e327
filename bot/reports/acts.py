"""Whose hours a viewer may ask for, and the answer. Verified hours only; what waits stands apart."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.desk import Desk
from bot.ground.frozen import replace
from bot.ground.months import (
    Period,
    before_so_far,
    financial_year_of,
    month_period,
    period_before,
    quarter_period,
    year_period,
)
from bot.ground.reading.dates import calendar_at
from bot.ground.reading.periods import last_month, read_period
from bot.ground.refusals import BadPeriod, NotAllowed, NotFound, UnknownScope
from bot.ground.text import folded, quoted
from bot.ground.times import local_day
from bot.ground.viewer import Viewer
from bot.hours import permissions as may
from bot.hours.credit import counting
from bot.reports import file_rows, kept_sum_rows, month_report_rows
from bot.reports import rows as summaries
from bot.reports.figures import Figures, PersonHours, TeamFigures
from bot.reports.rules import NO_TEAM, LikeDays, Scope, Summary, Waiting, month_bounds_of
from bot.stations import rows as stations
from bot.stations.settings import StationSettings
from bot.store.transaction import Tx
from bot.teams import rows as teams

TEAMS_SHOWN = 25
EVERY = 2**31
"""More than there are of anything."""


async def scopes_of(desk: Desk, most: int = EVERY) -> list[Scope]:
    """What this viewer may ask about: stations for coordinators, teams for leads, the own team for captains; in their
    order the first so many, and perhaps more.

    Raises NotAllowed where that is nothing.
    """
    found: dict[str, Scope] = {}
    for path in sorted({grant.path for grant in desk.viewer.grants}):
        if may.may_see_station(desk.viewer, path=path):
            for station in await stations.under(desk.tx, path, most=most):
                add(found, Scope(station.name, station.zone, station.path, station.id))
        for team in await teams.teams_under(desk.tx, path, most=most):
            add(found, Scope(team.name, team.zone, team.path, team.station_id, team.id))
    for membership in desk.viewer.memberships:
        scope = await summaries.team_scope(desk.tx, membership.team_id) if membership.captain else None
        if scope:
            add(found, scope)
    if not found:
        raise NotAllowed(needs="captain")
    return list(found.values())


def only_captain(viewer: Viewer) -> bool:
    """Of one team, and nothing else: there is no other scope."""
    return not viewer.grants and sum(one.captain for one in viewer.memberships) == 1


def add(found: dict[str, Scope], scope: Scope) -> None:
    found.setdefault(scope.key, scope)


async def scope_by_key(desk: Desk, key: str) -> Scope:
    """'t5' or 's2', if this viewer may see it. Raises NotFound for all else."""
    found = await scope_named(desk.tx, key)
    if found is None or not visible(desk.viewer, found):
        raise NotFound
    return found


async def scope_named(tx: Tx, key: str) -> Scope | None:
    """Whoever asks for it."""
    number = key[1:]
    id = int(number) if number.isascii() and number.isdigit() else 0
    return await (summaries.team_scope(tx, id) if key.startswith("t") else summaries.station_scope(tx, id))


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
    raise BadPeriod(text=quoted(after_name(offered, text)))


def after_name(offered: list[Scope], text: str) -> str:
    """What is left of the text behind the name it begins with, as typed: that is what should have been a period."""
    rest, parts = named(offered, text)[0][1], text.split()
    tails = (" ".join(parts[at:]) for at in range(len(parts)))
    return next((tail for tail in tails if folded(tail) == rest), rest or text)


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
        return read_period(text, calendar_at(ZoneInfo(zone), now), settings.financial_year_month)
    except BadPeriod:
        return None


async def offered_periods(tx: Tx, scope: Scope, now: int) -> list[tuple[str, Period]]:
    """What people mostly ask for, by name."""
    day = today(scope.zone, now)
    start = (await stations.settings_of(tx, scope.station_id)).financial_year_month
    offered = [
        ("this_month", month_period(f"{day:%Y-%m}")),
        ("last_month", last_month(day)),
        ("this_quarter", quarter := quarter_period(day.year, (day.month + 2) // 3)),
        ("last_quarter", period_before(quarter)),
        ("this_year", year_period(day.year)),
        ("last_year", year_period(day.year - 1)),
    ]
    if start == 1:
        return offered
    return [
        *offered,
        ("financial_year", year := financial_year_of(day, start)),
        ("last_financial_year", period_before(year)),
    ]


def today(zone: str, now: int) -> date:
    return local_day(ZoneInfo(zone), now)


async def summarize(desk: Desk, scope: Scope, period: Period) -> Summary:
    """Raises NotFound where the viewer may not see the scope."""
    if not visible(desk.viewer, scope):
        raise NotFound
    return await summary_of(desk.tx, desk.now, scope, period)


async def summarize_teams(desk: Desk, scope: Scope, period: Period, *, named: int | None = TEAMS_SHOWN) -> Summary:
    """With every team of the scope, those in which nothing was done by name. ``named``: only the first of the others.

    Raises as ``summarize``.
    """
    found = await summarize(desk, scope, period)
    natures = counting(await stations.settings_of(desk.tx, scope.station_id))
    counted, idle = await every_team(desk.tx, scope, period, natures)
    return replace(found, teams=await named_teams(desk.tx, counted, named), idle=tuple(idle.values()))


async def every_team(
    tx: Tx, scope: Scope, period: Period, natures: frozenset[str]
) -> tuple[dict[int, Figures], dict[int, str]]:
    """What was done in each, and the names of those in which nothing was."""
    counted = await summaries.count(tx, scope, period, natures)
    living = await summaries.teams_of_scope(tx, **summaries.where(scope))
    return counted.teams, {row["id"]: row["name"] for row in living if row["id"] not in counted.teams}


async def summarize_people(desk: Desk, scope: Scope, period: Period) -> tuple[Summary, list[PersonHours]]:
    """Of one team, with the hours of each. Raises NotFound for a station, and as ``summarize``."""
    if not scope.team_id:
        raise NotFound
    found = await summarize(desk, scope, period)
    natures = counting(await stations.settings_of(desk.tx, scope.station_id))
    return found, await file_rows.people_of_team(desk.tx, scope.team_id, period, natures)


async def summary_of(tx: Tx, now: int, scope: Scope, period: Period) -> Summary:
    """For whoever has been let in already: reports and digests. Months from the sums that are kept, days counted."""
    settings = await stations.settings_of(tx, scope.station_id)
    natures = counting(settings)
    months, months_before = month_bounds_of(period), month_bounds_of(period_before(period))
    if months and months_before:
        whole = await kept_sum_rows.whole(tx, scope, period, months, natures)
        before = await kept_sum_rows.before(tx, scope, months_before, natures)
        compared = before_so_far(period, today(scope.zone, now))
        like = LikeDays(compared, await kept_sum_rows.so_far(tx, scope, compared, natures)) if compared else None
        open_calls = await month_report_rows.open_calls(tx, scope, period.bounds(ZoneInfo(scope.zone)), now)
        waits, figures = replace(whole.waiting, roll_calls=sum(open_calls.values())), whole.figures
    else:
        figures = (await summaries.count(tx, scope, period, natures)).whole
        before = await summaries.count_before(tx, scope, period_before(period), natures)
        compared = before_so_far(period, today(scope.zone, now))
        counted = (await summaries.count_before(tx, scope, compared, natures)).minutes if compared else 0
        like = LikeDays(compared, counted) if compared else None
        waits = await waiting(tx, now, scope, period)
    return Summary(scope, period, figures, (), waits, before, settings.rounding, like)


async def waiting(tx: Tx, now: int, scope: Scope, period: Period) -> Waiting:
    """What is not counted yet: records to be verified, roll-calls that nobody has finished."""
    missing = await month_report_rows.missing(tx, scope, period, period.bounds(ZoneInfo(scope.zone)), now)
    return Waiting(
        records=sum(one.records for one in missing),
        minutes=sum(one.minutes for one in missing),
        roll_calls=sum(one.roll_calls for one in missing),
    )


async def named_teams(tx: Tx, figures: dict[int, Figures], first: int | None) -> tuple[TeamFigures, ...]:
    """Those with most minutes first, and the ``first`` of them by name, also closed ones."""
    ordered = sorted(figures.items(), key=lambda pair: (pair[0] == NO_TEAM, -pair[1].minutes, pair[0]))
    cut = len(ordered) if first is None else first
    shown = [TeamFigures(id, await summaries.team_name(tx, id) or "", one) for id, one in ordered[:cut]]
    return (*shown, *(TeamFigures(id, "", one) for id, one in ordered[cut:]))
