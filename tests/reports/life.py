"""A life of books to test with: whatever staff and volunteers do with hours, at random, while time goes on."""

import random
from contextlib import suppress

from bot.desk import Seated
from bot.ground.refusals import Refusal
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours import rows as books
from bot.hours.correcting import correct_record, resubmit_record
from bot.hours.crediting import enter_record, return_record, verify_record
from bot.hours.erasing import erase
from bot.hours.rules import Nature, RecordState, Source
from bot.hours.sums.acts import fold_added
from bot.reports.closing import close_due
from bot.roll_call import attendance_rows
from bot.roll_call import rows as rolls
from bot.roll_call.finishing import count as count_roll
from bot.roll_call.rules import Attendance, AttendanceState, MarkSource
from bot.teams import rows as teams
from tests.helpers.books import LATER, entry
from tests.helpers.offers import offer
from tests.helpers.town import Town

PEOPLE = ("anna", "ben", "cora", "dan", "eve", "fay", "carl", "gran", None)
STAFF = ("chan", "olga", "wu", "li")


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
            nature=self.chance.choice([Nature.SERVICE, Nature.SERVICE, Nature.TRAINING, Nature.PREPARATION]),
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

    async def take_a_roll(self) -> None:
        """Of a visit; counted again where somebody put it right in another month."""
        shift_id, lead = await offer(self.town), await self.town.viewer("chan")
        helped = self.chance.choice([None, 7, 30])
        await rolls.record_closed(self.town.tx, shift_id=shift_id, by=lead.id, at=self.now, beneficiaries=helped)
        for month in self.chance.sample(["2026-11", "2026-12"], self.chance.choice([1, 2])):
            for name in ("anna", "ben"):
                state = self.chance.choice([AttendanceState.DONE, AttendanceState.NO_SHOW])
                marked = Attendance(state, None, None, None, None, 0, walk_in=False, source=MarkSource.ROLL_CALL)
                person_id = self.town.people[name]
                await attendance_rows.mark(self.town.tx, shift_id, person_id, marked, by=lead.id, now=self.now)
            await count_roll(Seated(self.town.tx, lead, self.now), shift_id, month)

    async def erase_one(self) -> None:
        who = self.town.people[self.chance.choice(["eve", "fay", "dan"])]
        await erase(Seated(self.town.tx, await self.town.viewer("olga"), self.now), who)
        self.records = [id for id in self.records if await books.get(self.town.tx, id)]

    async def fold(self) -> None:
        await fold_added(self.town.tx, self.chance.choice([1, 7, 512]))

    def some(self) -> int:
        return self.chance.choice(self.records)

    async def step(self) -> None:
        deeds = [self.enter, self.enter, self.verify, self.verify, self.send_back, self.correct, self.send_again]
        deeds += [self.join, self.time_goes_on, self.take_a_roll, self.fold]
        if self.chance.random() < 0.02:
            deeds = [self.erase_one]
        with suppress(Refusal):
            await self.chance.choice(deeds if self.records else [self.enter])()
