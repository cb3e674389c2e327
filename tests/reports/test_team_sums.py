"""Whatever staff and volunteers do, in whatever order: the sums add up, and closed months never change."""

import random
from contextlib import suppress

import pytest

from bot.desk import Seated
from bot.ground.months import Period, month_period, year_period
from bot.ground.refusals import Refusal
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours import rows as books
from bot.hours.correcting import correct_record, resubmit_record
from bot.hours.crediting import enter_record, return_record, verify_record
from bot.hours.rules import RecordState, Source
from bot.reports import tally_rows as tallies
from bot.reports.acts import scope_by_key, summarize
from bot.reports.closing import close_due
from bot.reports.integrity import first_fault
from bot.store.database import Database
from bot.teams import rows as teams
from tests.helpers.books import LATER, entered, entry, verified
from tests.helpers.offers import START
from tests.helpers.raw_sql import raw
from tests.helpers.town import Town, build_town

PEOPLE = ("anna", "ben", "cora", "dan", "eve", "fay", "carl", "gran", None)
STAFF = ("chan", "olga", "wu", "li")
ALL_TIME = Period("days", month_period("2026-11").first_day, month_period("2027-12").last_day)


class Life:
    """Things that happen at random to the books of a town; time only goes on."""

    def __init__(self, town: Town, seed: int) -> None:
        self.town = town
        self.chance = random.Random(seed)
        self.now = LATER
        self.records: list[int] = []

    async def enter(self) -> None:
        who = self.chance.choice(PEOPLE)
        starts_at = self.now - self.chance.randrange(1, 60) * DAY + self.chance.randrange(24) * HOUR
        team = self.chance.choice([None, *self.town.teams.values()])
        made = entry(
            self.town, who, starts_at=starts_at, hours=self.chance.choice([0.5, 1, 2.5, 7, 9]), team_id=team,
            kind=self.chance.choice(["elderly", "youth"]), heads=1 if who else self.chance.randrange(1, 9),
            station_id=self.town.stations[self.chance.choice(["futian", "nanshan"])],
            source=Source.SELF_REPORT if who else Source.HEAD_COUNT,
        )  # fmt: skip
        by = made.person_id or self.town.people["chan"]
        self.records.append((await enter_record(self.town.tx, self.now, made, entered_by=by)).id)

    async def verify(self) -> None:
        viewer = await self.town.viewer(self.chance.choice(STAFF))
        await verify_record(
            Seated(self.town.tx, viewer, self.now), record_id=self.some(), reason="Checked with the home"
        )

    async def send_back(self) -> None:
        viewer = await self.town.viewer(self.chance.choice(STAFF))
        await return_record(Seated(self.town.tx, viewer, self.now), record_id=self.some(), reason="Which day?")

    async def correct(self) -> None:
        viewer = await self.town.viewer(self.chance.choice(STAFF))
        record = await books.get(self.town.tx, self.some())
        assert record is not None
        minutes = self.chance.choice([0, 10, 45, record.entry.minutes])
        made = await correct_record(
            Seated(self.town.tx, viewer, self.now), record_id=record.id, starts_at=record.entry.starts_at,
            ends_at=record.entry.starts_at + max(minutes, 1) * MINUTE, minutes=minutes, reason="As the home says",
        )  # fmt: skip
        self.records.append(made.id)

    async def send_again(self) -> None:
        record = await books.get(self.town.tx, self.some())
        if record and record.state is RecordState.RETURNED and record.entry.person_id:
            name = next(name for name, id in self.town.people.items() if id == record.entry.person_id)
            viewer = await self.town.viewer(name)
            await resubmit_record(Seated(self.town.tx, viewer, self.now), record_id=record.id, entry=record.entry)

    async def join(self) -> None:
        person, team = self.chance.choice(PEOPLE[:-1]), self.chance.choice(list(self.town.teams))
        await teams.add_membership(
            self.town.tx, team_id=self.town.teams[team], person_id=self.town.people[person or "anna"], now=self.now
        )

    async def time_goes_on(self) -> None:
        self.now += self.chance.randrange(1, 9) * DAY
        await close_due(self.town.tx, self.now, 64)

    def some(self) -> int:
        return self.chance.choice(self.records)

    async def step(self) -> None:
        deeds = [self.enter, self.enter, self.verify, self.verify, self.send_back, self.correct, self.send_again]
        with suppress(Refusal):
            await self.chance.choice([*deeds, self.join, self.time_goes_on] if self.records else [self.enter])()


@pytest.mark.parametrize("seed", range(6))
async def test_sums_add_up_whatever_happens(database: Database, seed: int) -> None:
    """Faults 40 and 42."""
    async with database.write() as tx:
        life = Life(await build_town(tx), seed)
        closed: dict[tuple[int, str], object] = {}
        for _ in range(60):
            await life.step()
            for (station, month), kept in closed.items():
                assert await tallies.of_month(tx, station, month) == kept
            for station in life.town.stations.values():
                for month in ("2026-11", "2026-12", "2027-01"):
                    if report := await tallies.of_month(tx, station, month):
                        closed[station, month] = report
        assert await first_fault(tx) is None

        olga = await life.town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{life.town.stations['city']}")
        for period in (month_period("2026-12"), year_period(2026), year_period(2027), ALL_TIME):
            found = await summarize(Seated(tx, olga, life.now), scope, period)
            parts = [team.figures for team in found.teams]
            assert sum(part.minutes for part in parts) == found.whole.minutes
            assert sum(part.attendances for part in parts) == found.whole.attendances
            assert sum(minutes for _, minutes in found.whole.kinds) == found.whole.minutes


async def test_person_in_two_teams_is_counted_once_in_all(database: Database) -> None:
    """Fault 42."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await verified(town, team_id=town.teams["second"], starts_at=START + DAY)
        olga = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        found = await summarize(Seated(tx, olga, LATER), scope, month_period("2026-12"))

        assert (found.whole.volunteers, found.whole.attendances, found.whole.minutes) == (1, 2, 300)
        assert [(team.name, team.figures.volunteers, team.figures.minutes) for team in found.teams] == [
            ("first", 1, 150),
            ("second", 1, 150),
        ]


@pytest.mark.parametrize(
    "change",
    [
        "UPDATE service_record SET person_id = {ben} WHERE person_id = {anna}",
        "UPDATE person SET state = 'erased', name = '', telegram_id = NULL WHERE id = {anna}",
    ],
    ids=["two accounts merged", "a person erased"],
)
async def test_totals_stay_when_people_change(database: Database, database_url: str, change: str) -> None:
    """Fault 43."""
    async with database.write() as tx:
        town = await build_town(tx)
        await verified(town)
        await entered(town, "dan", team_id=town.teams["second"])
    await raw(database_url, change.format(**town.people))

    async with database.read() as tx:
        town.tx = tx
        olga = await town.viewer("olga")
        scope = await scope_by_key(Seated(tx, olga, 0), f"s{town.stations['city']}")
        found = await summarize(Seated(tx, olga, LATER), scope, month_period("2026-12"))

        assert (found.whole.volunteers, found.whole.attendances, found.whole.minutes) == (1, 1, 150)
        assert await first_fault(tx) is None
