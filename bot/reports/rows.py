"""Counting for summaries: periods of whole months by the month of booking, any other days by the day of service."""

from itertools import chain
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen, replace
from bot.ground.months import Period
from bot.reports.figures import Figures, Sum, figures_of
from bot.reports.rules import Scope, month_bounds_of
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("""
SELECT cast(q.team_id AS bigint) AS team_id, cast(sum(q.helped) AS bigint) AS helped,
    cast(sum(q.came) AS bigint) AS came, cast(sum(q.no_shows) AS bigint) AS no_shows
FROM (
    SELECT coalesce(a.team_id, 0) AS team_id, coalesce(c.beneficiaries, 0) AS helped, coalesce(c.came, 0) AS came,
        coalesce(c.no_shows, 0) AS no_shows
    FROM shift h JOIN roll_call c ON c.shift_id = h.id JOIN activity a ON a.id = h.activity_id
    JOIN station s ON s.id = a.station_id
    WHERE h.starts_at >= :first_at AND h.starts_at < :last_at AND c.month IS NOT NULL
        AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
          AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
    UNION ALL
    SELECT coalesce(a.team_id, 0), x.helped, x.came, x.no_shows
    FROM shift h JOIN roll_correction x ON x.shift_id = h.id JOIN activity a ON a.id = h.activity_id
    JOIN station s ON s.id = a.station_id
    WHERE h.starts_at >= :first_at AND h.starts_at < :last_at
        AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
          AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
) q
GROUP BY q.team_id
""")
async def roll_calls_of_days(tx: Tx, *, first_at: Value, last_at: Value, path: Value, team_id: Value) -> list[Row]:
    """People helped, who came and who did not, per team of the activity, of shifts that began between two instants, as
    put right since.
    """


@sql("""
SELECT cast(q.team_id AS bigint) AS team_id, cast(sum(q.helped) AS bigint) AS helped,
    cast(sum(q.came) AS bigint) AS came, cast(sum(q.no_shows) AS bigint) AS no_shows
FROM (
    SELECT coalesce(a.team_id, 0) AS team_id, coalesce(c.beneficiaries, 0) AS helped, coalesce(c.came, 0) AS came,
        coalesce(c.no_shows, 0) AS no_shows
    FROM roll_call c JOIN shift h ON h.id = c.shift_id JOIN activity a ON a.id = h.activity_id
    JOIN station s ON s.id = a.station_id
    WHERE c.month BETWEEN :first AND :last
        AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
          AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
    UNION ALL
    SELECT coalesce(a.team_id, 0), x.helped, x.came, x.no_shows
    FROM roll_correction x JOIN shift h ON h.id = x.shift_id JOIN activity a ON a.id = h.activity_id
    JOIN station s ON s.id = a.station_id
    WHERE x.month BETWEEN :first AND :last
        AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
          AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
) q
GROUP BY q.team_id
""")
async def roll_calls_of_months(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> list[Row]:
    """People helped, who came and who did not, per team of the activity, of roll-calls and of what was put right that
    count in these months.
    """


@sql("""
SELECT cast(coalesce(r.team_id, 0) AS bigint) AS team_id, r.kind, r.nature,
    cast(sum(r.minutes * r.heads) AS bigint) AS minutes,
    cast(sum(CASE WHEN r.minutes > 0 THEN r.heads ELSE -r.heads END) AS bigint) AS attendances
FROM service_record r
WHERE r.day BETWEEN :first AND :last AND r.state = 'verified'
    AND r.station_id IN (SELECT id FROM station
      WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
GROUP BY r.team_id, r.kind, r.nature
ORDER BY 1, 2, 3
""")
async def sums_of_days(tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value) -> list[Sum]:
    """What people served on these days, per team, kind and nature, from the records."""


@sql("""
SELECT m.team_id, m.kind, m.nature, cast(sum(m.minutes) AS bigint) AS minutes,
    cast(sum(m.attendances) AS bigint) AS attendances
FROM team_month m
WHERE m.station_id IN (SELECT id FROM station WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
    AND (cast(:team_id AS bigint) = 0 OR m.team_id = :team_id)
    AND m.month BETWEEN :first AND :last
GROUP BY m.team_id, m.kind, m.nature
ORDER BY m.team_id, m.kind, m.nature
""")
async def sums_of_months(tx: Tx, *, path: Value, team_id: Value, first: Value, last: Value) -> list[Sum]:
    """What was booked in these months, per team, kind and nature, from the running sums."""


@sql("""
WITH q AS (
    SELECT coalesce(r.team_id, 0) AS team_id, r.person_id FROM service_record r
    WHERE r.day BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
        AND r.station_id IN (SELECT id FROM station
          WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
        AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY coalesce(r.team_id, 0), r.person_id
    HAVING sum(r.minutes) > 0)
SELECT q.team_id, cast(count(*) AS bigint) AS volunteers FROM q GROUP BY q.team_id
UNION ALL
SELECT -1 AS team_id, cast(count(DISTINCT q.person_id) AS bigint) AS volunteers FROM q
""")
async def volunteers_of_days(
    tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value, training: Value, preparation: Value
) -> dict[int, int]:
    """How many people have served on these days, with something left after corrections: per team (0: none), and in all
    (-1), each once.
    """


@sql("""
WITH q AS (
    SELECT coalesce(r.team_id, 0) AS team_id, r.person_id FROM service_record r
    WHERE r.month BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
        AND r.station_id IN (SELECT id FROM station
          WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':'))
        AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY coalesce(r.team_id, 0), r.person_id
    HAVING sum(r.minutes) > 0)
SELECT q.team_id, cast(count(*) AS bigint) AS volunteers FROM q GROUP BY q.team_id
UNION ALL
SELECT -1 AS team_id, cast(count(DISTINCT q.person_id) AS bigint) AS volunteers FROM q
""")
async def volunteers_of_months(
    tx: Tx, *, first: Value, last: Value, path: Value, team_id: Value, training: Value, preparation: Value
) -> dict[int, int]:
    """How many people have served, by what was booked in these months, with something left after corrections: per team
    (0: none), and in all (-1), each once.
    """


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


def bounds(period: Period) -> tuple[bool, dict[str, Value]]:
    """Whether it is counted by months or by days, and between what."""
    months = month_bounds_of(period)
    if months:
        return True, {"first": months[0], "last": months[1]}
    return False, {"first": period.first_day.isoformat(), "last": period.last_day.isoformat()}


async def sums(tx: Tx, scope: Scope, period: Period) -> list[Sum]:
    by_months, between = bounds(period)
    return await (sums_of_months if by_months else sums_of_days)(tx, **where(scope), **between)


def counted_natures(natures: frozenset[str]) -> dict[str, Value]:
    """Of what besides service counts."""
    return {nature: int(nature in natures) for nature in ("training", "preparation")}


async def volunteers(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> dict[int, int]:
    """By team; ``IN_ALL`` counts everybody once, also who served in two teams."""
    by_months, between = bounds(period)
    asked = volunteers_of_months if by_months else volunteers_of_days
    return await asked(tx, **where(scope), **between, **counted_natures(natures))


async def rolls(tx: Tx, scope: Scope, period: Period) -> dict[int, Rolls]:
    by_months, between = bounds(period)
    if by_months:
        rows = await roll_calls_of_months(tx, **where(scope), **between)
    else:
        span = period.bounds(ZoneInfo(scope.zone))
        rows = await roll_calls_of_days(tx, **where(scope), first_at=span.starts_at, last_at=span.ends_at)
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


@sql("""
SELECT cast(coalesce(r.team_id, 0) AS bigint) AS team_id, r.person_id,
    cast(max(CASE WHEN EXISTS (
        SELECT 1 FROM service_record e JOIN station t ON t.id = e.station_id
        WHERE e.person_id = r.person_id AND e.state = 'verified' AND e.month < :first
            AND (t.path >= cast(:path AS text) AND t.path < cast(:path AS text) || ':')
            AND (e.nature = 'service' OR (e.nature = 'training' AND cast(:training AS bigint) = 1)
                OR (e.nature = 'preparation' AND cast(:preparation AS bigint) = 1)))
        THEN 1 ELSE 0 END) AS bigint) AS known_to_all
FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.month BETWEEN :first AND :last AND r.state = 'verified' AND r.person_id IS NOT NULL
    AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
    AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
        OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    AND NOT EXISTS (
        SELECT 1 FROM service_record e WHERE e.person_id = r.person_id AND e.state = 'verified' AND e.month < :first
            AND coalesce(e.team_id, 0) = coalesce(r.team_id, 0)
            AND (e.nature = 'service' OR (e.nature = 'training' AND cast(:training AS bigint) = 1)
                OR (e.nature = 'preparation' AND cast(:preparation AS bigint) = 1)))
GROUP BY r.team_id, r.person_id
HAVING sum(r.minutes) > 0
""")
async def new_people_of_months(
    tx: Tx, *, first: Value, path: Value, training: Value, preparation: Value, last: Value
) -> list[Row]:
    """Who served for a team in these months and never before (per team, and 0 as team_id stands for none)."""


async def new_people(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> tuple[int, dict[int, int]]:
    """People who never served before these months: anywhere in the scope, and per team."""
    rows = await new_people_of_months(tx, path=scope.path, **bounds(period)[1], **counted_natures(natures))
    teams: dict[int, int] = {}
    for row in rows:
        teams[row["team_id"]] = teams.get(row["team_id"], 0) + 1
    return len({row["person_id"] for row in rows if not row["known_to_all"]}), teams


@sql("SELECT name FROM team WHERE id = :id")
async def team_name(tx: Tx, id: int) -> str | None:
    """Also of one that is closed."""


@sql("SELECT id AS station_id, name, zone, path FROM station WHERE id = :id")
async def station_scope(tx: Tx, id: int) -> Scope | None:
    """A station as a scope."""


@sql("""
SELECT t.id AS team_id, t.name, s.zone, s.path, s.id AS station_id
FROM team t JOIN station s ON s.id = t.station_id WHERE t.id = :id
""")
async def team_scope(tx: Tx, id: int) -> Scope | None:
    """A team as a scope, with the path of its station."""


@sql("""
SELECT t.id, t.name FROM team t
WHERE t.closed_at IS NULL AND (t.id = :team_id OR (cast(:team_id AS bigint) = 0 AND t.station_id IN (
    SELECT id FROM station WHERE path >= cast(:path AS text) AND path < cast(:path AS text) || ':')))
ORDER BY t.name, t.id
""")
async def teams_of_scope(tx: Tx, *, path: Value, team_id: Value) -> list[Row]:
    """Living teams by name."""
