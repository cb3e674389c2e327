"""A report that was sent back: who may send it again, and what it then says."""

from datetime import date
from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import TooOldToLog
from bot.ground.times import DAY, HOUR
from bot.hours import log_form
from bot.hours.crediting import return_record
from bot.hours.logging import Report, log_again
from bot.hours.rules import Nature, RecordState, ServiceRecord, Source, Why
from bot.sign_ups import rows as sign_ups
from bot.sign_ups import waiting_line_rows
from bot.sign_ups.rules import SignUpState
from bot.store.database import Database
from tests.helpers.books import LATER, entered
from tests.helpers.offers import START, morning, offer
from tests.helpers.town import NOW, Town, build_town

KNOWN = {"kind": "elderly", "note": "Sorting"}
SATURDAY = date(2026, 12, 5)


async def returned(town: Town, *, reason: str = "time", **other: Any) -> ServiceRecord:
    record = await entered(town, **other)
    return await return_record(Seated(town.tx, await town.viewer("chan"), LATER), record_id=record.id, reason=reason)


async def again(town: Town, record: ServiceRecord, day: date, *, now: int = LATER, **said: str) -> ServiceRecord:
    times = {"start": "09:00", "end": "11:00", "note": "At the home"} | said
    report = Report(town.people["anna"], day, **times)
    return await log_again(Seated(town.tx, await town.viewer("anna"), now), record.id, report)


async def with_place(town: Town, shift_id: int) -> None:
    person = town.people["anna"]
    assert await waiting_line_rows.claim_seats(town.tx, shift_id)
    await sign_ups.add(town.tx, shift_id=shift_id, person_id=person, state=SignUpState.CONFIRMED, by=person, now=NOW)


async def test_sending_again_is_no_way_around_the_age_limit(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await returned(town)
        with pytest.raises(TooOldToLog) as refused:
            await again(town, record, date(2026, 11, 27))

        assert refused.value == TooOldToLog(days=15, limit=14, needs="social_worker")
        assert (await again(town, record, date(2026, 11, 28))).day == date(2026, 11, 28)


async def test_what_came_back_late_can_still_be_put_right(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await returned(town)
        made = await again(town, record, SATURDAY, now=LATER + 30 * DAY)

        assert (made.state, made.day, made.entry.minutes) == (RecordState.SUBMITTED, SATURDAY, 120)


async def test_another_time_belongs_to_what_was_done_then(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first = await offer(town)
        second = await offer(town, morning(starts_at=START + DAY), kind="teaching", team_id=town.teams["second"])
        await with_place(town, first)
        await with_place(town, second)
        record = await returned(town, shift_id=first, nature=Nature.TRAINING)
        touching = await again(town, record, SATURDAY, start="11:00", end="12:00")
        await return_record(Seated(tx, await town.viewer("chan"), LATER), record_id=record.id, reason="time")
        other = await again(town, record, date(2026, 12, 6), kind="training")

        assert (touching.entry.shift_id, touching.entry.nature) == (first, Nature.TRAINING)
        assert (other.entry.shift_id, other.entry.team_id, other.entry.kind, other.entry.nature) == (
            second,
            town.teams["second"],
            "teaching",
            Nature.TRAINING,
        )


async def test_what_a_roll_call_said_of_other_minutes_is_gone(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        said: dict[str, Any] = {"source": Source.ROLL_CALL, "why": (Why("planned", 150),), "flags": ("no_check_out",)}
        record = await returned(town, starts_at=START, **said)
        made = (await again(town, record, SATURDAY)).entry

        assert (made.minutes, made.source, made.why, made.flags) == (120, Source.SELF_REPORT, (), ())


@pytest.mark.parametrize(
    ("reason", "asked"),
    [("time", KNOWN), ("It was two hours", KNOWN), ("activity", {})],
    ids=["time", "in words", "activity"],
)
async def test_what_was_questioned_is_asked_again(database: Database, reason: str, asked: dict[str, str]) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        record = await returned(town, reason=reason, note="Sorting", starts_at=START + HOUR)
        draft = await log_form.begin_again(Seated(tx, await town.viewer("anna"), LATER), record.id, None)

        assert draft.fields == {"person": town.people["anna"], "record": record.id, **asked}


async def test_change_asks_for_everything_once_more(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        draft = await log_form.begin(Seated(tx, await town.viewer("anna"), LATER), None)
        for said in ("2026-12-05", "9:00-11:00", "社区", "Sorting"):
            draft = await log_form.typed(tx, draft, LATER, said)
        steps = [draft.step]
        draft = await log_form.from_day_on(tx, draft, LATER)
        for said in ("2026-12-05", "9:00-12:00", "legal aid", "Reading"):
            steps.append(draft.step)
            draft = await log_form.typed(tx, draft, LATER, said)

        assert steps == ["look", "day", "span", "kind", "note"]
        assert draft.fields == {
            "person": town.people["anna"], "record": 0, "day": "2026-12-05", "either": [], "start": "09:00",
            "end": "12:00", "kind": "legal", "note": "Reading",
        }  # fmt: skip
