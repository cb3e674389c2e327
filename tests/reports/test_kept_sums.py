"""What a summary reads of the sums that are kept is what the records say when somebody adds them up by hand."""

from datetime import timedelta

import pytest

from bot.ground.months import Period, before_so_far, financial_year_period, month_period, quarter_period, year_period
from bot.hours import waiting_rows
from bot.hours.sums.rules import (
    Part,
    PersonMonth,
    Roll,
    months_around,
    people_moved,
    period_of,
    periods_of,
    rolls_moved,
)
from bot.reports import closing_rows, kept_sum_rows, month_report_rows
from bot.reports import rows as by_hand
from bot.reports.integrity.acts import first_fault
from bot.reports.rules import Scope, month_bounds_of
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.town import Town, build_town
from tests.reports.life import Life

NATURES = (
    frozenset({"service"}), frozenset({"service", "training"}), frozenset({"service", "preparation"}),
    frozenset({"service", "training", "preparation"}),
)  # fmt: skip
PERIODS = (
    month_period("2026-11"), month_period("2026-12"), month_period("2027-01"), quarter_period(2026, 4),
    quarter_period(2027, 1), year_period(2026), year_period(2027), financial_year_period(2026, 4),
    financial_year_period(2026, 7),
)  # fmt: skip


async def every_scope(town: Town) -> list[Scope]:
    stations = [await by_hand.station_scope(town.tx, id) for id in town.stations.values()]
    teams = [await by_hand.team_scope(town.tx, id) for id in town.teams.values()]
    return [scope for scope in (*stations, *teams) if scope]


async def counted(town: Town, scope: Scope, period: Period, natures: frozenset[str]) -> tuple[object, ...]:
    """From the records and the roll-calls themselves."""
    months = month_bounds_of(period)
    assert months
    whole = (await by_hand.count(town.tx, scope, period, natures)).whole
    first, last = period.first_day.isoformat(), period.last_day.isoformat()
    waits = await month_report_rows.waiting_records_by_lead(town.tx, **by_hand.where(scope), first=first, last=last)
    return (
        whole.volunteers, whole.attendances, whole.minutes, whole.other_minutes, whole.kinds, whole.helped, whole.came,
        whole.no_shows, (await closing_rows.with_adjustments(town.tx, whole, scope, *months)).adjusted,
        sum(row["n"] for row in waits), sum(row["minutes"] for row in waits),
    )  # fmt: skip


async def kept(town: Town, scope: Scope, period: Period, natures: frozenset[str]) -> tuple[object, ...]:
    months = month_bounds_of(period)
    assert months
    found = await kept_sum_rows.whole(town.tx, scope, period, months, natures)
    whole, waits = found.figures, found.waiting
    return (
        whole.volunteers, whole.attendances, whole.minutes, whole.other_minutes, whole.kinds, whole.helped, whole.came,
        whole.no_shows, whole.adjusted, waits.records, waits.minutes,
    )  # fmt: skip


SO_FAR = read_statement(
    "by hand: so far",
    """
SELECT coalesce(sum(r.minutes * r.heads), 0) AS minutes FROM service_record r JOIN station s ON s.id = r.station_id
WHERE r.state = 'verified' AND r.month BETWEEN :first AND :last AND r.day <= :day
    AND (s.path >= :path AND s.path < :path || ':' OR :team_id <> 0) AND (:team_id = 0 OR r.team_id = :team_id)
    AND (r.nature = 'service' OR (r.nature = 'training' AND :training = 1)
        OR (r.nature = 'preparation' AND :preparation = 1))
""",
)
LIKE_DAYS = [
    before_so_far(period, day)
    for period in PERIODS
    for day in (period.first_day, period.first_day + timedelta(days=9), period.last_day - timedelta(days=1))
]


async def so_far_by_hand(town: Town, scope: Scope, like: Period, natures: frozenset[str]) -> int:
    minutes = await town.tx.value(
        SO_FAR, path=scope.path, team_id=scope.team_id, first=f"{like.first_day:%Y-%m}", last=f"{like.last_day:%Y-%m}",
        day=like.last_day.isoformat(), training=int("training" in natures), preparation=int("preparation" in natures),
    )  # fmt: skip
    return int(minutes)


WAITING = read_statement(
    "by hand: waiting",
    """
SELECT r.id FROM service_record r JOIN station s ON s.id = r.station_id
LEFT JOIN activity a ON a.id = r.activity_id LEFT JOIN team t ON t.id = r.team_id
WHERE r.state = 'submitted' AND coalesce(r.person_id, 0) <> :viewer_id
    AND (coalesce(a.lead_id, t.lead_id) = :viewer_id OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path >= gs.path AND s.path < gs.path || ':'))
    AND (r.person_id IS NULL OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path >= gs.path AND s.path < gs.path || ':'
            AND g.role IN ('coordinator', 'administrator')) OR 480 >= (
        SELECT sum(d.minutes) FROM service_record d WHERE d.person_id = r.person_id AND d.day = r.day
            AND (d.id = r.id OR d.state = 'verified')))
    AND (r.person_id IS NULL OR EXISTS (
        SELECT 1 FROM role_grant g JOIN station gs ON gs.id = g.station_id
        WHERE g.person_id = :viewer_id AND g.withdrawn_at IS NULL AND s.path >= gs.path AND s.path < gs.path || ':'
            AND g.role = 'administrator') OR 720 >= (
        SELECT sum(d.minutes) FROM service_record d WHERE d.person_id = r.person_id AND d.day = r.day
            AND (d.id = r.id OR d.state = 'verified')))
ORDER BY r.id
""",
)


async def check_waiting(town: Town) -> None:
    """For each of the staff, on whichever way it is found."""
    for name in ("chan", "olga", "wu", "li", "anna"):
        viewer = town.people[name]
        expected = [row["id"] for row in await town.tx.rows(WAITING, viewer_id=viewer)]
        assert await waiting_rows.count_to_verify(town.tx, viewer) == len(expected)
        for total in (0, 1000):
            found = await waiting_rows.to_verify(town.tx, viewer, total=total, after=0, limit=5)
            assert [record.id for record in found] == expected[:5]


@pytest.mark.parametrize("seed", range(6))
async def test_what_is_kept_is_what_is_counted_by_hand(database: Database, seed: int) -> None:
    async with database.write() as tx:
        life = Life(await build_town(tx), seed)
        for turn in range(1, 91):
            await life.step()
            if turn % 30 == 0:
                assert await first_fault(tx) is None
                await check_waiting(life.town)
                for scope in await every_scope(life.town):
                    for period in PERIODS:
                        for natures in NATURES:
                            told = await kept(life.town, scope, period, natures)
                            assert told == await counted(life.town, scope, period, natures), (scope.name, period)
                    for like in filter(None, LIKE_DAYS):
                        told_so_far = await kept_sum_rows.so_far(tx, scope, like, NATURES[turn // 30])
                        assert told_so_far == await so_far_by_hand(life.town, scope, like, NATURES[turn // 30])


def test_a_month_belongs_to_a_quarter_and_two_years() -> None:
    assert periods_of("2026-10") == ("2026-10", "2026Q4", "2026", "2026/04")
    assert periods_of("2027-03") == ("2027-03", "2027Q1", "2027", "2026/04")
    assert months_around("2027-03") == ("2026-04", "2027-12")
    assert months_around("2026-04") == ("2026-01", "2027-03")


def test_people_are_kept_for_what_offices_ask_for() -> None:
    asked = [("2026-10", "2026-10"), ("2026-07", "2026-09"), ("2026-01", "2026-12"), ("2026-04", "2027-03")]

    assert [period_of(*months) for months in asked] == ["2026-10", "2026Q3", "2026", "2026/04"]
    assert [period_of(*months) for months in (("2026-07", "2027-06"), ("2026-10", "2026-11"))] == [None, None]


def month(served: int, path: str = "/1/2/", team_id: int = 5, at: str = "2026-10") -> PersonMonth:
    return PersonMonth(at, path, team_id, served, 0, 0)


def moved(known: list[PersonMonth], more: PersonMonth) -> dict[tuple[str, str], int]:
    return {(part.node, part.period): n for part, n in people_moved(known, more).items() if n}


def test_who_serves_again_is_counted_where_they_had_not_served() -> None:
    assert len(moved([], month(60))) == 3 * 4
    assert moved([month(60)], month(30)) == {}
    assert moved([month(60)], month(30, at="2026-11")) == {(node, "2026-11"): 1 for node in ("s1", "s2", "t5")}
    assert moved([month(60)], month(30, path="/1/3/")) == {("s3", period): 1 for period in periods_of("2026-10")}


def test_what_is_taken_back_counts_for_nobody() -> None:
    assert set(moved([month(60)], month(-60)).values()) == {-1}
    assert moved([month(60), month(60, path="/1/3/", team_id=0)], month(-60)) == {
        (node, period): -1 for node in ("s2", "t5") for period in periods_of("2026-10")
    }


def test_a_roll_that_is_put_right_counts_anew() -> None:
    before, after = Roll("/1/", 0, "2026-10", 7, 2, 1), Roll("/1/", 0, "2026-11", 7, 3, 0)

    sums = {part: n for part, n in rolls_moved(before, after).items() if n}

    assert sums == {
        Part("s1", "helped", "2026-10", "2026-10"): -7, Part("s1", "helped", "2026-11", "2026-11"): 7,
        Part("s1", "came", "2026-10", "2026-10"): -2, Part("s1", "came", "2026-11", "2026-11"): 3,
        Part("s1", "no_shows", "2026-10", "2026-10"): -1,
    }  # fmt: skip
