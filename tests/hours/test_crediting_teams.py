"""Whose hours they become: nobody's on duty, the team of then, the heads of a group, the lines of a roll-call."""

import pytest

from bot.desk import Seated
from bot.ground.refusals import StaffOnDuty
from bot.ground.times import DAY
from bot.hours.crediting import credit_roll_call
from bot.hours.rules import Entry, RecordState, Source
from bot.store.database import Database
from tests.helpers.books import LATER, entered, entry, sums, verified
from tests.helpers.offers import START, offer
from tests.helpers.raw_sql import raw
from tests.helpers.town import build_town


@pytest.mark.parametrize(
    ("who", "station", "on_duty"),
    [("chan", "futian", True), ("olga", "futian", True), ("li", "futian", False)],
    ids=["staff there", "staff above", "staff of another station"],
)
async def test_staff_on_duty_earn_nothing(database: Database, who: str, station: str, on_duty: bool) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        if on_duty:
            with pytest.raises(StaffOnDuty):
                await entered(town, who, station_id=town.stations[station])
        else:
            assert (await entered(town, who, station_id=town.stations[station])).state is RecordState.SUBMITTED


async def test_heads_without_names_are_credited_to_their_team(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        company = town.teams["company"]
        await verified(town, None, heads=12, team_id=company, source=Source.HEAD_COUNT)
        await verified(town, None, heads=3, team_id=company, source=Source.HEAD_COUNT)

        assert await sums(tx) == {(company, "2026-12"): (15 * 150, 15)}


@pytest.mark.parametrize(("who", "team"), [("dan", "second"), ("chan", None)], ids=["the team of then", "in no team"])
async def test_record_without_a_team_gets_its_persons(database: Database, who: str, team: str | None) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await entered(town, who, team_id=None, station_id=town.stations["nanshan"])

        assert record.entry.team_id == (town.teams[team] if team else None)


async def test_moving_teams_splits_the_month(database: Database, database_url: str) -> None:
    """Fault 42."""
    async with database.write() as tx:
        town = await build_town(tx)
        await town.joins("anna", "second")
        before = await verified(town, team_id=None)
    left = f"SET left_at = {START + DAY} WHERE person_id = {town.people['anna']} AND team_id = {town.teams['first']}"
    await raw(database_url, f"UPDATE membership {left}")
    async with database.write() as tx:
        town.tx = tx
        after = await verified(town, team_id=None, starts_at=START + 2 * DAY)
        then = await verified(town, team_id=None, starts_at=START - DAY)

        first, second = town.teams["first"], town.teams["second"]
        assert [r.entry.team_id for r in (before, after, then)] == [first, second, first]
        assert await sums(tx) == {(first, "2026-12"): (300, 2), (second, "2026-12"): (150, 1)}


Outcome = list[tuple[str | None, str | None]]


async def roll(database: Database, by: str) -> tuple[Outcome, dict[tuple[int, str], tuple[int, int]]]:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await offer(town)
        await entered(town, "ben")
        lines: list[Entry] = [
            entry(town, who, source=Source.ROLL_CALL, shift_id=shift_id) for who in ("chan", "ben", "anna", "carl")
        ]
        made = await credit_roll_call(Seated(tx, await town.viewer(by), LATER), shift_id=shift_id, entries=lines)
        outcome = [(c.record.state.value if c.record else None, c.refusal.code if c.refusal else None) for c in made]
        return outcome, await sums(tx)


async def test_leads_roll_call_is_verified_line_by_line(database: Database) -> None:
    outcome, kept = await roll(database, "chan")

    assert outcome == [(None, "staff_on_duty"), (None, "records_overlap"), ("verified", None), ("verified", None)]
    assert list(kept.values()) == [(300, 2)]


async def test_captains_roll_call_waits_for_the_lead(database: Database) -> None:
    outcome, kept = await roll(database, "carl")

    assert outcome == [
        (None, "staff_on_duty"),
        (None, "records_overlap"),
        ("submitted", "not_found"),
        ("submitted", "own_record"),
    ]
    assert kept == {}


async def test_roll_call_taken_twice_makes_one_record(database: Database) -> None:
    """Fault 44."""
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id, chan = await offer(town), await town.viewer("chan")
        lines = [entry(town, source=Source.ROLL_CALL, shift_id=shift_id)]
        first = await credit_roll_call(Seated(tx, chan, LATER), shift_id=shift_id, entries=lines)
        again = await credit_roll_call(Seated(tx, chan, LATER), shift_id=shift_id, entries=lines)

        assert [c.refusal for c in first] == [None]
        assert [c.refusal.code for c in again if c.refusal] == ["records_overlap"]
        assert await sums(tx) == {(town.teams["first"], "2026-12"): (150, 1)}
