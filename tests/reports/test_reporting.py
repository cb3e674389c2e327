"""The provisional report, reminders to leads, the weekly digest: each once, in time, and to whom it concerns."""

from datetime import date
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from bot.desk import Seated
from bot.ground.refusals import BadPeriod, MonthClosed, NotFound, Refusal, UnknownScope
from bot.ground.times import DAY, HOUR, first_valid
from bot.reports.acts import offered_periods, read_request, scope_by_key, scopes_of, summarize
from bot.reports.closing import close_due
from bot.reports.coming import next_closings, next_digests, next_reports
from bot.reports.digests import digest_of, digest_week
from bot.reports.files import ask_for_file, file_facts
from bot.reports.missing.acts import Reminded, open_month, remind
from bot.reports.reporting import month_report, open_work, report_due, report_for
from bot.sign_ups import waiting_line_rows
from bot.store import outbox_leaving as leaving
from bot.store.database import Database
from bot.store.transaction import Tx
from tests.helpers.books import LATER, entered, verified
from tests.helpers.offers import START, offer
from tests.helpers.town import ZONE, Town, build_town

SHANGHAI = ZoneInfo(ZONE)


def at(day: str, clock: str) -> int:
    return first_valid(SHANGHAI, date.fromisoformat(day), clock)


REPORT = at("2027-01-01", "09:00")
MONDAY = at("2026-12-07", "09:00")


async def queued(town: Town, kind: str) -> list[int]:
    """Who of the town will get such a notice."""
    rows = await leaving.due(town.tx, 0, REPORT + 400 * DAY, 1000)
    return sorted(row["person_id"] for row in rows if row["kind"] == kind and row["person_id"] in town.people.values())


@pytest.mark.parametrize(
    ("now", "people"),
    [(REPORT - 1, 0), (REPORT, 1), (REPORT + 3 * DAY, 1), (at("2027-01-05", "00:30"), 0)],
    ids=["before nine", "at nine", "down until the 4th", "closed already"],
)
async def test_provisional_report_goes_to_the_coordinator_once(database: Database, now: int, people: int) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await report_due(tx, at("2026-12-02", "09:00"), 64)
        before = await queued(town, "month_report")
        await report_due(tx, now, 64)
        await report_due(tx, now, 64)

        assert await queued(town, "month_report") == before + [town.people["olga"]] * people


async def test_provisional_report_names_what_is_missing(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await entered(town, "ben")
        shift_id = await offer(town)
        await tx.change(waiting_line_rows.claim_seats.statement, shift_id=shift_id, places=1)
        report = await month_report(tx, REPORT, town.stations["city"], "2026-12")

        assert (report.closed, report.closes_on) == (False, date(2027, 1, 5))
        assert (report.summary.whole.minutes, report.summary.whole.new_people) == (150, 1)
        assert (report.summary.waiting.records, report.summary.waiting.roll_calls) == (1, 1)


@pytest.mark.parametrize(("who", "seen"), [("olga", True), ("wu", True), ("chan", False), ("gran", False)])
async def test_report_is_for_who_answers_for_the_station_when_it_leaves(
    database: Database, who: str, seen: bool
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        found = await report_for(tx, REPORT, town.people[who], station_id=town.stations["city"], month="2026-12")

        assert (found is not None) is seen


async def test_leads_are_reminded_once_a_day_and_until_it_is_done(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await entered(town)
        olga, city = await town.viewer("olga"), town.stations["city"]
        sent = [
            await remind(Seated(tx, olga, now), *await open_month(Seated(tx, olga, now), city, "2026-12"))
            for now in (LATER, LATER + HOUR)
        ]

        assert sent == [Reminded(("Chan",), (), ()), Reminded((), ("Chan",), ())]
        assert await queued(town, "month_reminder") == [town.people["chan"]]
        work = await open_work(tx, LATER, station_id=city, month="2026-12", lead_id=town.people["chan"])
        assert work is not None
        assert (work.roll_calls, work.records) == (0, 1)
        assert await open_work(tx, LATER, station_id=city, month="2026-12", lead_id=town.people["li"]) is None


@pytest.mark.parametrize(("who", "refusal"), [("chan", NotFound), ("olga", MonthClosed)])
async def test_reminders_are_refused(database: Database, who: str, refusal: type[Exception]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        if refusal is MonthClosed:
            await close_due(tx, REPORT + 30 * DAY, 64)
        with pytest.raises(refusal):
            await open_month(Seated(tx, await town.viewer(who), LATER), town.stations["city"], "2026-12")


@pytest.mark.parametrize(
    ("now", "sent"),
    [(MONDAY - 1, False), (MONDAY, True), (MONDAY + 2 * DAY, True), (MONDAY + 4 * DAY, False)],
    ids=["before nine", "at nine", "down until Wednesday", "too late to matter"],
)
async def test_digest_of_the_week_is_made_once(database: Database, now: int, sent: bool) -> None:
    """Fault 62: after a long sleep there is one digest, not three."""
    async with database.write() as tx:
        town = await build_town(tx)
        await digest_week(tx, MONDAY - 7 * DAY, 64)
        before = await queued(town, "digest")
        await digest_week(tx, now, 64)
        await digest_week(tx, now, 64)

        everybody = sorted(town.people[name] for name in ("carl", "chan", "li"))
        assert await queued(town, "digest") == sorted(before + everybody * sent)


async def test_digest_tells_captains_and_leads_apart(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await entered(town, "ben")
        await offer(town)
        carl = await digest_of(tx, MONDAY, town.people["carl"], ZONE)
        chan = await digest_of(tx, MONDAY, town.people["chan"], ZONE)
        quiet = await digest_of(tx, MONDAY, town.people["li"], ZONE)

        assert carl is not None
        assert chan is not None
        assert [(team.name, team.sessions, team.volunteers, team.minutes) for team in carl.teams] == [
            ("first", 1, 1, 150)
        ]
        assert (carl.verifying, chan.verifying) == (None, 1)
        assert [team.name for team in chan.teams] == ["first", "second"]
        assert quiet is None


async def test_session_that_lacks_people_or_a_roll_call_waits_in_the_digest(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await tx.change(waiting_line_rows.claim_seats.statement, shift_id=shift_id, places=2)
        ahead = await digest_of(tx, START - DAY, town.people["carl"], ZONE)
        after = await digest_of(tx, START + DAY, town.people["carl"], ZONE)

        assert ahead is not None
        assert after is not None
        assert [one.missing for one in ahead.short] == [6]
        assert ([one.shift_id for one in after.roll_calls], after.short) == ([shift_id], ())


async def test_coming_reports_are_told(database: Database) -> None:
    async with database.write() as tx:
        await build_town(tx)

        assert await next_reports(tx, LATER) == [(REPORT, 2)]
        assert await next_closings(tx, LATER) == [(at("2027-01-05", "00:30"), 2)]
        assert await next_digests(tx, LATER) == [(at("2026-12-14", "09:00"), 5)]


@pytest.mark.parametrize(
    ("who", "expected"),
    [
        ("carl", ["t:first"]),
        ("chan", ["t:first", "t:second"]),
        ("li", ["t:company"]),
        ("olga", ["s:city", "s:futian", "s:nanshan", "t:first", "t:second", "t:company"]),
    ],
)
async def test_scopes_are_those_one_answers_for(database: Database, who: str, expected: list[str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        found = await scopes_of(Seated(tx, await town.viewer(who), 0))

        assert [f"{'t' if scope.team_id else 's'}:{scope.name}" for scope in found] == expected


@pytest.mark.parametrize("who", ["carl", "chan", "anna"])
async def test_scope_of_others_is_not_found(database: Database, who: str) -> None:
    """Fault 49."""
    async with database.write() as tx:
        town = await build_town(tx)
        viewer = await town.viewer(who)
        for key in (f"s{town.stations['futian']}", f"t{town.teams['company']}", "t999", "s", "x1", "t²"):
            with pytest.raises(NotFound):
                await scope_by_key(Seated(tx, viewer, 0), key)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (None, None)),
        ("上月", (None, "2026-11-01")),
        ("futian 2026-10", ("futian", "2026-10-01")),
        ("Futian", ("futian", None)),
        ("first 2026Q3", ("first", "2026-07-01")),
        ("2026-10-01..2026-10-15", (None, "2026-10-01")),
    ],
)
async def test_request_is_read(database: Database, text: str, expected: tuple[Any, Any]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        olga = await town.viewer("olga")
        scope, period = await read_request(Seated(tx, olga, LATER), text, await scopes_of(Seated(tx, olga, 0)))

        assert (scope.name if scope else None, period.first_day.isoformat() if period else None) == expected


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("Unknown Team this month", UnknownScope(name="Unknown Team")),
        ("福田 上月", UnknownScope(name="福田")),
        ("Unknown last month", UnknownScope(name="Unknown")),
        ("whenever", BadPeriod(text="whenever")),
        ("first whenever", BadPeriod(text="whenever")),
        ("FIRST 2026-13", BadPeriod(text="2026-13")),
    ],
)
async def test_what_cannot_be_read_of_a_request_is_named(database: Database, text: str, refusal: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        chan = await town.viewer("chan")
        with pytest.raises(type(refusal)) as raised:
            await read_request(Seated(tx, chan, LATER), text, await scopes_of(Seated(tx, chan, 0)))

        assert raised.value == refusal


async def test_files_add_up_to_the_summary(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        activity: dict[str, Any] = {"shift_id": shift_id, "activity_id": 1}
        await verified(town, **activity)
        await verified(town, "ben", hours=2, **activity)
        await verified(town, None, heads=5, hours=1, team_id=town.teams["company"])
        olga = await town.viewer("olga")
        city = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        period = (await offered_periods(tx, city, LATER))[0][1]
        await ask_for_file(Seated(tx, olga, LATER), city, period, "entries")
        asked = {"scope": city.key, "kind": "month", "first": "20261201", "last": "20261231"}
        entries = await file_facts(tx, LATER, olga.id, **asked, file="entries")
        sessions = await file_facts(tx, LATER, olga.id, **asked, file="activities")

        assert entries is not None
        assert sessions is not None
        assert await queued(town, "summary_file") == [olga.id]
        assert sum(line.minutes for line in entries.entries) == 570
        assert [(line.volunteers, line.attendances, line.minutes) for line in sessions.activities] == [
            (2, 2, 270),
            (0, 5, 300),
        ]
        assert await file_facts(tx, LATER, town.people["anna"], **asked, file="entries") is None


async def test_summary_costs_the_same_for_one_team_as_for_thirty(database: Database) -> None:
    async with database.write() as tx:
        town: Town = await build_town(tx)
        olga = await town.viewer("olga")
        city = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        await verified(town)
        few = await statements_of(tx, REPORT, olga, city)
        for n in range(30):
            await town.team(f"team {n}", "futian", lead="chan")
            await verified(town, starts_at=START - n * DAY - DAY, team_id=town.teams[f"team {n}"], hours=1)

        assert await statements_of(tx, REPORT, olga, city) == few


async def statements_of(tx: Tx, now: int, viewer: Any, scope: Any) -> int:
    """How many statements one summary asks."""
    asked = Counting(tx)
    await summarize(Seated(asked, viewer, now), scope, (await offered_periods(tx, scope, LATER))[0][1])
    return asked.n


class Counting:
    """A transaction that counts what goes through it."""

    def __init__(self, tx: Tx) -> None:
        self.tx = tx
        self.n = 0

    def __getattr__(self, name: str) -> Any:
        self.n += 1
        return getattr(self.tx, name)
