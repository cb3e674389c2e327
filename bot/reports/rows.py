"""Counting for summaries: periods of whole months by the month of booking, any other days by the day of service."""

from itertools import chain
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen, replace
from bot.ground.months import Period
from bot.reports.rules import Figures, Scope, Sum, figures_of, month_bounds_of
from bot.store.transaction import Row, Tx, Value

IN_ALL = -1


class Rolls(Frozen):
    """Sums over roll-calls."""

    helped: int = 0
    came: int = 0
    no_shows: int = 0


class Counted(Frozen):
    """Figures per team id, and of the whole."""

    whole: Figures
    teams: dict[int, Figures]


def where(scope: Scope) -> dict[str, Value]:
    return {"path": "/" if scope.team_id else scope.path, "team_id": scope.team_id}


def bounds(period: Period) -> tuple[str, dict[str, Value]]:
    """Which statement counts the period, and between what."""
    months = month_bounds_of(period)
    if months:
        return "months", {"first": months[0], "last": months[1]}
    return "days", {"first": period.first_day.isoformat(), "last": period.last_day.isoformat()}


async def sums(tx: Tx, scope: Scope, period: Period) -> list[Sum]:
    by, between = bounds(period)
    return [Sum(**row) for row in await tx.rows(f"sums_of_{by}", **where(scope), **between)]


def counted_natures(natures: frozenset[str]) -> dict[str, Value]:
    """Of what besides service counts."""
    return {nature: int(nature in natures) for nature in ("training", "preparation")}


async def volunteers(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> dict[int, int]:
    """By team; ``IN_ALL`` counts everybody once, also who served in two teams."""
    by, between = bounds(period)
    rows = await tx.rows(f"volunteers_of_{by}", **where(scope), **between, **counted_natures(natures))
    return {row["team_id"]: row["volunteers"] for row in rows}


async def rolls(tx: Tx, scope: Scope, period: Period) -> dict[int, Rolls]:
    by, between = bounds(period)
    if by == "days":
        span = period.bounds(ZoneInfo(scope.zone))
        between = {"first_at": span.starts_at, "last_at": span.ends_at}
    rows = await tx.rows(f"roll_calls_of_{by}", **where(scope), **between)
    return {row["team_id"]: Rolls(row["helped"], row["came"], row["no_shows"]) for row in rows}


async def count(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> Counted:
    """Everything but new people; in as many statements for one team as for sixty."""
    parts: dict[int, list[Sum]] = {}
    for part in await sums(tx, scope, period):
        parts.setdefault(part.team_id, []).append(part)
    people = await volunteers(tx, scope, period, natures)
    taken = await rolls(tx, scope, period)
    teams = {}
    for id in sorted(parts.keys() | taken.keys()):
        own = replace(figures_of(parts.get(id, []), natures), volunteers=people.get(id, 0))
        teams[id] = with_rolls(own, [taken.get(id, Rolls())])
    whole = figures_of(chain.from_iterable(parts.values()), natures)
    return Counted(with_rolls(replace(whole, volunteers=people.get(IN_ALL, 0)), list(taken.values())), teams)


async def count_before(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> Figures:
    """Minutes and attendances only, to compare with."""
    return figures_of(await sums(tx, scope, period), natures)


def with_rolls(figures: Figures, taken: list[Rolls]) -> Figures:
    return replace(
        figures,
        helped=sum(one.helped for one in taken),
        came=sum(one.came for one in taken),
        no_shows=sum(one.no_shows for one in taken),
    )


async def new_people(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> tuple[int, dict[int, int]]:
    """People who never served before these months: anywhere in the scope, and per team."""
    rows = await tx.rows("new_people_of_months", path=scope.path, **bounds(period)[1], **counted_natures(natures))
    teams: dict[int, int] = {}
    for row in rows:
        teams[row["team_id"]] = teams.get(row["team_id"], 0) + 1
    return len({row["person_id"] for row in rows if not row["known_to_all"]}), teams


async def team_names(tx: Tx) -> dict[int, str]:
    return {row["id"]: row["name"] for row in await tx.rows("team_names")}


def scope_of(row: Row) -> Scope:
    return Scope(**row)


async def station_scope(tx: Tx, id: int) -> Scope | None:
    row = await tx.row("scope_of_station", id=id)
    return scope_of(row) if row else None


async def team_scope(tx: Tx, id: int) -> Scope | None:
    row = await tx.row("scope_of_team", id=id)
    return scope_of(row) if row else None
