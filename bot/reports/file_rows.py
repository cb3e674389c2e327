"""Rows of the two files. Only what is in the summary is in them: the same bounds, the same natures."""

from datetime import date
from zoneinfo import ZoneInfo

from bot.ground.frozen import replace
from bot.ground.months import Period
from bot.reports.file_rules import ActivityLine, EntryLine
from bot.reports.rows import counted_natures, where
from bot.reports.rules import Scope, month_bounds_of
from bot.store.transaction import Row, Tx, Value

ALWAYS = {"first_month": "0000-00", "last_month": "9999-99", "first": "0000-00-00", "last": "9999-99-99"}


def between(period: Period) -> dict[str, Value]:
    """Whole months by the month of booking, any other days by the day of service."""
    months = month_bounds_of(period)
    if months:
        return {**ALWAYS, "first_month": months[0], "last_month": months[1]}
    return {**ALWAYS, "first": period.first_day.isoformat(), "last": period.last_day.isoformat()}


async def entries(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> list[EntryLine]:
    rows = await tx.rows("entries_of_period", **where(scope), **between(period))
    return [entry_of(row, natures) for row in rows]


async def entries_of_person(tx: Tx, person_id: int, natures: frozenset[str]) -> list[EntryLine]:
    return [entry_of(row, natures) for row in await tx.rows("entries_of_person", person_id=person_id)]


def entry_of(row: Row, natures: frozenset[str]) -> EntryLine:
    return EntryLine(**{**row, "day": date.fromisoformat(row["day"])}, counts=row["nature"] in natures)


async def activities(tx: Tx, scope: Scope, period: Period, natures: frozenset[str]) -> list[ActivityLine]:
    """Every session with hours booked or people helped, by time; last what belongs to none."""
    booked = await tx.rows("sessions_booked", **where(scope), **between(period), **counted_natures(natures))
    lines: dict[int | None, ActivityLine] = {row["shift_id"]: booked_line(row, scope) for row in booked}
    for row in await tx.rows("sessions_rolled", **where(scope), **rolled_between(scope, period)):
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
