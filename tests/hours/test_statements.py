"""What people are asked to agree to, until when, and what their question brings."""

from typing import Any

import pytest

from bot.desk import Seated
from bot.ground.refusals import BadHours, EmptyText, InTheFuture, NotFound, QuestionTooLate, Refusal, WrongState
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours import booking
from bot.hours import rows as records
from bot.hours.rules import ServiceRecord, Why
from bot.hours.statements import acts as asking
from bot.hours.statements import rows
from bot.hours.statements.rules import Statement, StatementLook, StatementState
from bot.roll_call import walk_ins
from bot.store.database import Database
from tests.helpers.books import sums
from tests.helpers.lines import queued, signs_up
from tests.helpers.offers import START, morning, offer
from tests.helpers.rolls import END, S, all_here, booked, finish, mark, shift_with
from tests.helpers.town import Town, build_town

STATE = StatementState


async def served(town: Town, *names: str, at: int = END) -> list[ServiceRecord]:
    """The records of a closed roll-call."""
    shift_id = await shift_with(town, *names)
    await all_here(town, shift_id)
    done = await finish(town, shift_id, at=at)
    assert set(booked(done)) == {name.capitalize() for name in names}
    return [one.record for one in done.credited if one.record]


async def state(town: Town, record_id: int) -> StatementState | None:
    found = await rows.of_record(town.tx, record_id)
    return found.state if found else None


async def disputed(town: Town, record_id: int, text: str = "I came at 9:30", at: int = END) -> None:
    await asking.dispute(Seated(town.tx, await town.viewer("anna"), at), record_id=record_id, text=text)


async def test_statement_says_what_is_credited_and_until_when_it_can_be_questioned(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        look = await asking.look(Seated(tx, await town.viewer("anna"), END), record_id=record.id)

        asked = Statement(record.id, town.people["anna"], STATE.ASKED, END, END + 7 * DAY, END + 30 * DAY, "")
        assert look == StatementLook(asked, record, "Chan", year=150, days=7, today=True)
        for other in ("ben", "chan"):
            with pytest.raises(NotFound):
                await asking.look(Seated(tx, await town.viewer(other), END), record_id=record.id)


async def test_late_statement_waits_for_the_morning(database: Database) -> None:
    """Fault 63."""
    async with database.write() as tx:
        town = await build_town(tx)
        await served(town, "anna", at=START + 14 * HOUR)

        assert await queued(town, "statement") == [("statement", "anna", START + 22 * HOUR)]


async def test_who_has_no_telegram_is_asked_through_who_looks_after_them(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town)
        carl = await town.viewer("carl")
        await walk_ins.add_person(Seated(tx, carl, START), shift_id=shift_id, person_id=town.people["gran"])
        done = await finish(town, shift_id)

        assert booked(done) == {"Gran": (150, "verified")}
        assert await queued(town) == [("statement_slip", "carl", END)]


async def test_silence_lets_it_stand_but_a_question_stays_possible(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        assert [await asking.let_stand(tx, END + at, 64) for at in (7 * DAY - 1, 7 * DAY, 8 * DAY)] == [0, 1, 0]
        assert await state(town, record.id) is STATE.STOOD
        await disputed(town, record.id, at=END + 30 * DAY - 1)
        assert await state(town, record.id) is STATE.DISPUTED


async def test_question_is_too_late_after_thirty_days(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        with pytest.raises(QuestionTooLate) as raised:
            await disputed(town, record.id, at=END + 30 * DAY)

        assert raised.value == QuestionTooLate(until=END + 30 * DAY)
        assert await state(town, record.id) is STATE.ASKED


async def test_agreeing_is_for_the_person_and_may_be_repeated(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        for _ in range(2):
            await asking.agree(Seated(tx, await town.viewer("anna"), END), record_id=record.id)
        with pytest.raises(NotFound):
            await asking.agree(Seated(tx, await town.viewer("ben"), END), record_id=record.id)

        assert await state(town, record.id) is STATE.AGREED
        assert await asking.let_stand(tx, END + 8 * DAY, 64) == 0


@pytest.mark.parametrize(
    ("typed", "minutes", "starts_at", "kinds"),
    [
        ("9:30-11:30", 120, START + 30 * MINUTE, ["statement", "statement_question", "statement"]),
        ("2 h", 120, START, ["statement", "statement_question", "statement"]),
        ("0", -150, START, ["statement", "statement_question", "hours_taken_back"]),
    ],
    ids=["a span", "a length", "nothing"],
)
async def test_lead_corrects_what_is_not_right(
    database: Database, typed: str, minutes: int, starts_at: int, kinds: list[str]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        await disputed(town, record.id)
        made = await asking.correct(Seated(tx, await town.viewer("chan"), END), record_id=record.id, text=typed)

        assert (made.entry.minutes, made.entry.starts_at, made.entry.note) == (minutes, starts_at, "I came at 9:30")
        assert await state(town, record.id) is STATE.SETTLED
        assert await state(town, made.id) is (STATE.ASKED if minutes > 0 else None)
        assert sorted(kind for kind, _, _ in await queued(town)) == sorted(kinds)
        assert await sums(tx) == ({(town.teams["first"], "2026-12"): (120, 1)} if minutes > 0 else {})


@pytest.mark.parametrize(
    ("who", "act", "refusal"),
    [
        ("ben", {"text": "2 h"}, NotFound()),
        ("anna", {"text": "2 h"}, NotFound()),
        ("li", {"text": "2 h"}, NotFound()),
        ("chan", {"text": "many"}, BadHours(text="many")),
        ("chan", {"text": "9:00-12:00"}, InTheFuture(at=START + 3 * HOUR)),
    ],
    ids=["another volunteer", "the person", "another station's", "unreadable", "longer than it is now"],
)
async def test_correction_is_checked(database: Database, who: str, act: dict[str, Any], refusal: Refusal) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        await disputed(town, record.id)
        with pytest.raises(type(refusal)) as raised:
            await asking.correct(Seated(tx, await town.viewer(who), END), record_id=record.id, **act)

        assert raised.value == refusal


async def test_lead_explains_and_the_person_may_ask_again(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        chan = await town.viewer("chan")
        with pytest.raises(WrongState):
            await asking.explain(Seated(tx, chan, END), record_id=record.id, text="Everybody began at 9")
        await disputed(town, record.id)
        asked = await asking.open_question(Seated(tx, chan, END), record_id=record.id)
        with pytest.raises(EmptyText):
            await asking.explain(Seated(tx, chan, END), record_id=record.id, text="\u200b")
        await asking.explain(Seated(tx, chan, END), record_id=record.id, text="Everybody began at 9")

        assert asked is not None
        assert asked.statement.question == "I came at 9:30"
        assert await asking.open_question(Seated(tx, chan, END), record_id=record.id) is None
        answer = await asking.answer_for(
            tx, town.people["anna"], record_id=record.id, answer="Everybody began at 9", by=chan.id
        )
        assert answer is not None
        assert (answer.by, answer.statement.state) == ("Chan", STATE.SETTLED)
        await disputed(town, record.id, text="But I did not", at=END + DAY)
        assert await state(town, record.id) is STATE.DISPUTED


async def test_corrected_length_begins_as_planned_and_explains_itself(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        shift_id = await shift_with(town, "anna")
        await all_here(town, shift_id)
        await mark(town, shift_id, "anna", S.LATE, 45)
        await mark(town, shift_id, "anna", S.LEFT_EARLY, 10)
        (record,) = [one.record for one in (await finish(town, shift_id)).credited if one.record]
        await disputed(town, record.id, text="I was there all the time")
        made = await asking.correct(Seated(tx, await town.viewer("chan"), END), record_id=record.id, text="2.5h")
        taken = await records.reversal_of(tx, record.id)
        assert taken is not None

        assert record.entry.why == (Why("planned", 150), Why("late", -45), Why("left_early", -10))
        assert (made.entry.starts_at, made.entry.ends_at) == (START, END)
        assert (made.entry.why, made.entry.flags) == ((Why("corrected", 150),), ())
        assert (taken.entry.why, taken.entry.flags) == ((Why("taken_back", -95),), ())


async def test_question_is_offered_until_its_last_day(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        (record,) = await served(town, "anna")
        anna = await town.viewer("anna")
        await asking.agree(Seated(tx, anna, END), record_id=record.id)
        last = END + 30 * DAY - 1
        offered = [await asking.questionable(Seated(tx, anna, at), record) for at in (END, last, last + 1)]
        await disputed(town, record.id, at=last)
        await asking.correct(Seated(tx, await town.viewer("chan"), last), record_id=record.id, text="2 h")

        agreed = Statement(record.id, anna.id, STATE.AGREED, END, END + 7 * DAY, END + 30 * DAY, "")
        assert offered == [agreed, agreed, None]
        assert await asking.questionable(Seated(tx, await town.viewer("ben"), END), record) is None
        assert await asking.questionable(Seated(tx, anna, last), await booking.known(tx, record.id)) is None


async def test_statement_in_january_sums_the_year_of_the_service(database: Database) -> None:
    """31 December, finished on 1 January: both visits of 2026, also once there are hours of 2027."""
    async with database.write() as tx:
        town = await build_town(tx)
        await served(town, "anna")
        found = []
        for days in (26, 27):
            starts_at, finished_at = START + days * DAY, START + 27 * DAY + 6 * HOUR
            shift_id = await offer(town, morning(starts_at=starts_at))
            await signs_up(town, "anna", shift_id)
            await all_here(town, shift_id, at=starts_at)
            (done,) = (await finish(town, shift_id, at=finished_at)).credited
            assert done.record is not None
            found.append(
                await asking.look(Seated(tx, await town.viewer("anna"), finished_at), record_id=done.record.id)
            )

        assert [(look.year, look.past_year) for look in found] == [(300, 2026), (150, None)]
