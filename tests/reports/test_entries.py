"""The list of entries is read as an answer: what was corrected is one line, and the lines add up to the books."""

from datetime import date

import pytest

from bot.desk import Seated
from bot.ground.months import Period, month_period
from bot.ground.times import DAY, MINUTE
from bot.hours.correcting import correct_record
from bot.hours.rules import ServiceRecord
from bot.hours.shown import Correction
from bot.reports.acts import every_team, scope_by_key
from bot.reports.closing import close_month
from bot.reports.entries.acts import entries
from bot.reports.file_rules import EntryLine
from bot.reports.rules import Scope
from bot.store.database import Database
from bot.store.statements import read_statement
from tests.helpers.books import LATER, verified
from tests.helpers.offers import START
from tests.helpers.town import Town, build_town
from tests.reports.life import Life

SERVICE = frozenset({"service"})
NOVEMBER, DECEMBER = month_period("2026-11"), month_period("2026-12")
BY_HAND = read_statement(
    "by hand: booked",
    """SELECT coalesce(sum(r.minutes * r.heads), 0) AS minutes FROM service_record r
JOIN station s ON s.id = r.station_id
WHERE r.state = 'verified' AND r.nature = 'service' AND r.month BETWEEN :first AND :last
    AND s.path >= :path AND s.path < :path || ':'""",
)


async def city(town: Town) -> Scope:
    return await scope_by_key(Seated(town.tx, await town.viewer("olga"), LATER), f"s{town.stations['city']}")


async def corrected(town: Town, record: ServiceRecord, minutes: int, reason: str, now: int = LATER) -> ServiceRecord:
    return await correct_record(
        Seated(town.tx, await town.viewer("chan"), now), record_id=record.id, starts_at=record.entry.starts_at,
        ends_at=record.entry.starts_at + max(minutes, 1) * MINUTE, minutes=minutes, reason=reason,
    )  # fmt: skip


async def listed(town: Town, period: Period) -> list[EntryLine]:
    return await entries(town.tx, await city(town), period, SERVICE)


async def test_correction_is_one_line_with_what_it_was(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town, hours=2, note="Watered the roses")
        made = await corrected(town, record, 150, "stayed longer")
        await corrected(town, made, 140, "ten minutes' break")
        (line,) = await listed(town, DECEMBER)

    day = date(2026, 12, 12)
    assert (line.minutes, line.activity, line.source) == (140, "Watered the roses", "self_report")
    assert line.corrections == (
        Correction(day, 120, 150, "stayed longer"), Correction(day, 150, 140, "ten minutes' break"),
    )  # fmt: skip


async def test_what_was_taken_back_is_nothing_and_says_so(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await corrected(town, await verified(town, hours=2), 0, "another day")
        (line,) = await listed(town, DECEMBER)

    assert (line.minutes, line.corrections) == (0, (Correction(date(2026, 12, 12), 120, 0, "another day"),))


async def test_correction_of_a_closed_month_is_what_it_changes(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await verified(town, hours=2, starts_at=START - 10 * DAY)
        for name in ("futian", "nanshan", "city"):
            await close_month(tx, town.stations[name], "2026-11", LATER)
        await corrected(town, record, 150, "stayed longer")
        (then,), (now,) = await listed(town, NOVEMBER), await listed(town, DECEMBER)

    assert (then.minutes, then.corrections) == (120, ())
    assert (now.minutes, now.corrections) == (30, (Correction(date(2026, 12, 12), 120, 150, "stayed longer"),))


@pytest.mark.parametrize("seed", range(2))
async def test_entries_and_teams_add_up_to_the_books(database: Database, seed: int) -> None:
    """Whatever happens to the books."""
    async with database.write() as tx:
        life = Life(await build_town(tx), seed)
        for _ in range(90):
            await life.step()
        town = life.town
        scope = await city(town)
        for period in (NOVEMBER, DECEMBER, month_period("2027-01")):
            month = f"{period.first_day:%Y-%m}"
            booked = await tx.value(BY_HAND, first=month, last=month, path=scope.path)
            lines = await entries(tx, scope, period, SERVICE)
            counted, idle = await every_team(tx, scope, period, SERVICE)

            assert sum(line.minutes for line in lines if line.counts) == booked
            assert sum(one.minutes for one in counted.values()) == booked
            assert set(town.teams.values()) <= counted.keys() | idle.keys()
