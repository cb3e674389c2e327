"""What is missing of a period, by name; and a word to whoever still has something open, once a day."""

from zoneinfo import ZoneInfo

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.frozen import Frozen
from bot.ground.months import Period, read_month
from bot.ground.refusals import MonthClosed, NotFound
from bot.ground.times import local_day
from bot.hours import permissions as may
from bot.hours import team_month_rows as team_months
from bot.reports import month_report_rows
from bot.reports.acts import scope_by_key, visible
from bot.reports.missing import rows as missing_rows
from bot.reports.rows import where
from bot.reports.rules import Scope
from bot.reports.shown import OpenSession
from bot.store.transaction import Row, Tx

PAGE = 10


class LeadOpen(Frozen):
    """What one lead has still open. ``person_id`` 0: records that nobody is named for, or only the own lead."""

    person_id: int
    name: str
    reachable: bool
    roll_calls: int
    records: int
    minutes: int


class OpenRoll(Frozen):
    session: OpenSession
    lead: str


class Missing(Frozen):
    """``may_remind``: for who answers for the station. ``own``: what the viewer can do about it."""

    scope: Scope
    period: Period
    leads: tuple[LeadOpen, ...]
    rolls: tuple[OpenRoll, ...]
    page: int
    pages: int
    may_remind: bool
    own: LeadOpen | None

    @property
    def to_remind(self) -> tuple[LeadOpen, ...]:
        """Everybody but who looks at it."""
        return tuple(one for one in self.leads if one.person_id and one != self.own)


class Reminded(Frozen):
    """By name: who was told now, who was told today already, and who has to be phoned."""

    told: tuple[str, ...]
    before: tuple[str, ...]
    unreached: tuple[str, ...]


async def missing(desk: Desk, scope: Scope, period: Period, page: int = 0) -> Missing:
    """Raises NotFound where the viewer may not see the scope."""
    if not visible(desk.viewer, scope):
        raise NotFound
    leads = await open_of_leads(desk.tx, scope, period, desk.now)
    rolls = sum(one.roll_calls for one in leads)
    pages = max(1, -(-rolls // PAGE))
    page = min(page, pages - 1)
    span = period.bounds(ZoneInfo(scope.zone))
    found = await missing_rows.page_of_open_rolls(
        desk.tx, **where(scope), starts_at=span.starts_at, ends_at=span.ends_at, now=desk.now, limit=PAGE,
        skip=page * PAGE,
    )  # fmt: skip
    return Missing(
        scope, period, leads, tuple(roll_of(row) for row in found), page, pages,
        may_remind=may.may_see_station(desk.viewer, path=scope.path),
        own=next((one for one in leads if one.person_id == desk.viewer.id), None),
    )  # fmt: skip


def roll_of(row: Row) -> OpenRoll:
    columns = ("shift_id", "activity_id", "title", "starts_at", "zone")
    return OpenRoll(OpenSession(**{name: row[name] for name in columns}, missing=0), row["lead"])


async def open_of_leads(tx: Tx, scope: Scope, period: Period, now: int) -> tuple[LeadOpen, ...]:
    """By lead, with most first; last what nobody is named for."""
    calls = await month_report_rows.open_calls(tx, scope, period.bounds(ZoneInfo(scope.zone)), now)
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    waits = await missing_rows.waiting_by_verifier(tx, **where(scope), first=first, last=last)
    records = {row["lead_id"] or 0: (row["n"], row["minutes"]) for row in waits}
    found = []
    for id in {one or 0 for one in calls} | records.keys():
        named = await missing_rows.name_of(tx, id) if id else None
        name, reachable = (named["name"], bool(named["reachable"])) if named else ("", False)
        found.append(LeadOpen(id, name, reachable, calls.get(id, 0), *records.get(id, (0, 0))))
    return tuple(sorted(found, key=lambda one: (not one.person_id, -one.roll_calls - one.records, one.person_id)))


async def remind(desk: Desk, scope: Scope, period: Period) -> Reminded:
    """Whoever has something open, but not who asks, and nobody twice a day. Raises NotFound."""
    found = await missing(desk, scope, period)
    if not found.may_remind:
        raise NotFound
    told: list[str] = []
    before: list[str] = []
    unreached: list[str] = []
    day = local_day(ZoneInfo(scope.zone), desk.now)
    for one in found.to_remind:
        queued = await telling.tell(
            desk.tx,
            await reminder(desk.tx, scope, period),
            one.person_id,
            key=f"missing_reminder:{day}:person:{one.person_id}",
            subject=None,
            now=desk.now,
        )
        (told if queued else before if one.reachable else unreached).append(one.name)
    return Reminded(tuple(told), tuple(before), tuple(unreached))


async def reminder(tx: Tx, scope: Scope, period: Period) -> notices.Told:
    """Of a month of a station that is still open it says when it closes."""
    month = f"{period.first_day:%Y-%m}"
    if period.kind == "month" and not scope.team_id and not await team_months.is_closed(tx, scope.station_id, month):
        return notices.MonthReminder(scope.station_id, month)
    first, last = f"{period.first_day:%Y%m%d}", f"{period.last_day:%Y%m%d}"
    return notices.MissingReminder(scope.key, period.kind, first, last)


async def open_month(desk: Desk, station_id: int, month: str) -> tuple[Scope, Period]:
    """Of the button under a month's report. Raises NotFound, BadPeriod, and MonthClosed once it cannot change."""
    scope, period = await scope_by_key(desk, f"s{station_id}"), read_month(month)
    if await team_months.is_closed(desk.tx, station_id, month):
        raise MonthClosed(month=month)
    return scope, period
