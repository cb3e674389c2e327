"""Rows of the two files. Only what is in the summary is in them: the same bounds, the same natures."""

from zoneinfo import ZoneInfo

from bot.ground.frozen import replace
from bot.ground.months import Period
from bot.reports.figures import PersonHours
from bot.reports.file_rules import ActivityLine
from bot.reports.rows import counted_natures, where
from bot.reports.rules import Scope, month_bounds_of
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value

ALWAYS = {"first_month": "0000-00", "last_month": "9999-99", "first": "0000-00-00", "last": "9999-99-99"}


def between(period: Period) -> dict[str, Value]:
    """Whole months by the month of booking, any other days by the day of service."""
    months = month_bounds_of(period)
    if months:
        return {**ALWAYS, "first_month": months[0], "last_month": months[1]}
    return {**ALWAYS, "first": period.first_day.isoformat(), "last": period.last_day.isoformat()}


@sql("""
WITH q AS (
    SELECT r.shift_id, r.person_id, sum(r.minutes * r.heads) AS minutes,
        sum(CASE WHEN r.minutes > 0 THEN r.heads ELSE -r.heads END) AS attendances
    FROM service_record r
    JOIN station s ON s.id = r.station_id
    WHERE r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month AND r.day BETWEEN :first AND :last
        AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
          AND (cast(:team_id AS bigint) = 0 OR r.team_id = :team_id)
        AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
            OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
    GROUP BY r.shift_id, r.person_id)
SELECT q.shift_id, h.starts_at, coalesce(x.zone, '') AS zone, coalesce(a.title, '') AS title,
    coalesce(a.kind, '') AS kind, coalesce(a.place, '') AS place, coalesce(l.name, '') AS lead,
    cast(sum(CASE WHEN q.person_id IS NOT NULL AND q.minutes > 0 THEN 1 ELSE 0 END) AS bigint) AS volunteers,
    cast(sum(q.attendances) AS bigint) AS attendances, cast(sum(q.minutes) AS bigint) AS minutes
FROM q
LEFT JOIN shift h ON h.id = q.shift_id
LEFT JOIN activity a ON a.id = h.activity_id
LEFT JOIN station x ON x.id = a.station_id
LEFT JOIN person l ON l.id = a.lead_id
GROUP BY q.shift_id, h.starts_at, x.zone, a.title, a.kind, a.place, l.name
ORDER BY 2 NULLS LAST, 1
""")
async def sessions_booked(tx: Tx, /, **values: Value) -> list[Row]:
    """What was booked per session (NULL: without one), of the natures that count; volunteers have something left of
    it.
    """


@sql("""
SELECT q.shift_id, h.starts_at, s.zone, a.title, a.kind, a.place, l.name AS lead,
    cast(sum(q.helped) AS bigint) AS helped
FROM (
    SELECT c.shift_id, coalesce(c.beneficiaries, 0) AS helped FROM roll_call c
    WHERE c.month BETWEEN :first_month AND :last_month
    UNION ALL
    SELECT x.shift_id, x.helped FROM roll_correction x WHERE x.month BETWEEN :first_month AND :last_month
) q
JOIN shift h ON h.id = q.shift_id
JOIN activity a ON a.id = h.activity_id
JOIN station s ON s.id = a.station_id
JOIN person l ON l.id = a.lead_id
WHERE h.starts_at >= :first_at AND h.starts_at < :last_at
    AND (s.path >= cast(:path AS text) AND s.path < cast(:path AS text) || ':')
      AND (cast(:team_id AS bigint) = 0 OR a.team_id = :team_id)
GROUP BY q.shift_id, h.starts_at, s.zone, a.title, a.kind, a.place, l.name
ORDER BY h.starts_at, q.shift_id
""")
async def sessions_rolled(
    tx: Tx, *, first_month: Value, last_month: Value, first_at: Value, last_at: Value, path: Value, team_id: Value
) -> list[Row]:
    """Sessions whose roll-call, or what was put right of it, counts between two months and that began between two
    instants, with the people they helped.
    """


async def activities(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> list[ActivityLine]:
    """Every session with hours booked or people helped, by time; last what belongs to none."""
    booked = await sessions_booked(tx, **where(scope), **between(period), **counted_natures(natures))
    lines: dict[int | None, ActivityLine] = {row["shift_id"]: booked_line(row, scope) for row in booked}
    for row in await sessions_rolled(tx, **where(scope), **rolled_between(scope, period)):
        known = lines.get(row["shift_id"]) or rolled_line(row)
        lines[row["shift_id"]] = replace(known, helped=row["helped"])
    return sorted(lines.values(), key=lambda line: (line.starts_at is None, line.starts_at or 0, line.title))


def rolled_between(scope: Scope, period: Period) -> dict[str, Value]:
    bounds = between(period)
    whole_months = month_bounds_of(period) is not None
    span = period.bounds(ZoneInfo(scope.zone))
    return {
        "first_month": bounds["first_month"],
        "last_month": bounds["last_month"],
        "first_at": 0 if whole_months else span.starts_at,
        "last_at": 2**40 if whole_months else span.ends_at,
    }


def booked_line(row: Row, scope: Scope) -> ActivityLine:
    return ActivityLine(
        starts_at=row["starts_at"],
        zone=row["zone"] or scope.zone,
        title=row["title"],
        kind=row["kind"],
        place=row["place"],
        lead=row["lead"],
        volunteers=row["volunteers"],
        attendances=row["attendances"],
        minutes=row["minutes"],
        helped=0,
    )


def rolled_line(row: Row) -> ActivityLine:
    return ActivityLine(
        starts_at=row["starts_at"],
        zone=row["zone"],
        title=row["title"],
        kind=row["kind"],
        place=row["place"],
        lead=row["lead"],
        volunteers=0,
        attendances=0,
        minutes=0,
        helped=row["helped"],
    )


@sql("""
SELECT r.person_id, coalesce(p.name, '') AS name, cast(sum(r.minutes * r.heads) AS bigint) AS minutes,
    cast(sum(CASE WHEN r.minutes > 0 THEN r.heads ELSE -r.heads END) AS bigint) AS attendances
FROM service_record r LEFT JOIN person p ON p.id = r.person_id
WHERE r.team_id = :team_id AND r.state = 'verified' AND r.month BETWEEN :first_month AND :last_month
    AND r.day BETWEEN :first AND :last
    AND (r.nature = 'service' OR (r.nature = 'training' AND cast(:training AS bigint) = 1)
        OR (r.nature = 'preparation' AND cast(:preparation AS bigint) = 1))
GROUP BY r.person_id, coalesce(p.name, '')
HAVING sum(r.minutes * r.heads) <> 0
ORDER BY 3 DESC, 2, 1
""")
async def hours_of_people(tx: Tx, /, **values: Value) -> list[PersonHours]:
    """What each has served for a team, most first, with something left after corrections; heads as one."""


async def people_of_team(tx: Tx, team_id: int, period: Period, natures: frozenset[str]) -> list[PersonHours]:
    return await hours_of_people(tx, team_id=team_id, **between(period), **counted_natures(natures))
