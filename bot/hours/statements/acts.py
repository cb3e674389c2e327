"""What a volunteer is asked to agree to after serving, the question to the lead, and the lead's answer.

Who has no Telegram is asked through whoever looks after them. The lead answers by correcting (a new record, with a
statement of its own) or in words.
"""

from datetime import timedelta

from bot import telling
from bot.activities import rows as activities
from bot.desk import Desk
from bot.ground import notices
from bot.ground.notices import Told
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.reading.hours import read_minutes
from bot.ground.reading.times import read_span
from bot.ground.refusals import BadSpan, NotFound, StaleCard
from bot.ground.text import line
from bot.ground.times import DAY, MINUTE, first_valid, local_day, zone_named
from bot.hours import booking
from bot.hours.correcting import correct_record
from bot.hours.own_hours import hours_of_year
from bot.hours.permissions import may_verify
from bot.hours.rules import ServiceRecord
from bot.hours.statements import rows as hours_statements
from bot.hours.statements.rules import (
    QUESTION_LIMIT,
    QuestionLook,
    Statement,
    StatementLook,
    StatementState,
    TakenBack,
    check_question,
    check_statement_step,
    whose,
)
from bot.people import rows as people
from bot.people.notice_readers import reads_for
from bot.stations.rows import settings_of
from bot.store.transaction import Tx

NOTHING = frozenset({"0", "0h", "0 h", "none", "无", "無", "没有", "沒有"})


async def ask(tx: Tx, record: ServiceRecord, now: int) -> None:
    """Nothing happens for heads without names, and where nobody reads for the person.

    What is asked at once of several, about one shift, is one slip to whoever looks after them.
    """
    person_id, shift_id = record.entry.person_id, record.entry.shift_id
    reader_id = await reads_for(tx, person_id) if person_id is not None else None
    if person_id is None or reader_id is None:
        return
    settings = await settings_of(tx, record.entry.station_id)
    stands_at, until = now + settings.statement_days * DAY, now + settings.question_days * DAY
    await hours_statements.add(tx, record.id, person_id, now=now, stands_at=stands_at, question_until=until)
    awake = out_of_quiet(now, stands_at, zone_named(record.zone), settings.quiet)
    if reader_id == person_id or shift_id is None:
        await tell(tx, notices.Statement(record.id), record, reader_id, now=now, due_at=awake)
        return
    slip = notices.StatementSlip(shift_id, now)
    key = f"{slip.kind}:shift:{shift_id}:{now}:instead:{record.replaces_id or 0}:person:{reader_id}"
    await telling.tell(tx, slip, reader_id, key=key, subject=f"record:{record.id}", now=now, due_at=awake)


async def tell(
    tx: Tx, told: Told, record: ServiceRecord, reader_id: int, *, now: int, due_at: int | None = None
) -> None:
    key, subject = f"{told.kind}:record:{record.id}:{now}", f"record:{record.id}"
    await telling.tell(tx, told, reader_id, key=key, subject=subject, now=now, due_at=due_at)


async def look(desk: Desk, *, record_id: int) -> StatementLook:
    """The viewer's own, or of whom they look after. Raises NotFound."""
    statement, record = await own(desk, record_id)
    return await shown(desk, statement, record)


async def shown(desk: Desk, statement: Statement, record: ServiceRecord) -> StatementLook:
    """As the viewer, who answers it, reads it."""
    zone = zone_named(record.zone)
    year = record.day.year
    minutes, rounding = await hours_of_year(desk.tx, record.entry.person_id or 0, year)
    return StatementLook(
        statement=statement,
        record=record,
        marked_by=await hours_statements.who_marked(desk.tx, record.id) or record.verifier,
        year=minutes,
        days=-(-(statement.stands_at - statement.asked_at) // DAY),
        today=local_day(zone, statement.asked_at) == record.day,
        rounding=rounding,
        past_year=year if year < local_day(zone, desk.now).year else None,
        name=whose(record, desk.viewer.id),
    )


async def own(desk: Desk, record_id: int) -> tuple[Statement, ServiceRecord]:
    """Raises NotFound for what is neither the viewer's own nor of somebody they look after."""
    statement = await hours_statements.of_record(desk.tx, record_id)
    record = await booking.known(desk.tx, record_id)
    if statement is None or not await answered_by(desk.tx, record, desk.viewer.id):
        raise NotFound
    return statement, record


async def answered_by(tx: Tx, record: ServiceRecord, reader_id: int) -> bool:
    """Whether this one agrees to the record, or questions it: its person, or who looks after somebody without phone."""
    person_id = record.entry.person_id
    return person_id is not None and await reads_for(tx, person_id) == reader_id


async def agree(desk: Desk, *, record_id: int) -> ServiceRecord:
    """*That's right*; again changes nothing. Raises NotFound."""
    statement, record = await own(desk, record_id)
    await step(desk.tx, statement, StatementState.AGREED, desk.now, question="")
    return record


async def may_ask(desk: Desk, *, record_id: int) -> ServiceRecord:
    """Whether a question is still possible. Raises NotFound, QuestionTooLate."""
    statement, record = await own(desk, record_id)
    check_question(statement, desk.now)
    return record


async def questionable(desk: Desk, record: ServiceRecord) -> Statement | None:
    """The statement of a record that its person may still question; None where there is nothing to question."""
    statement = await hours_statements.of_record(desk.tx, record.id)
    if statement is None or record.reversed or not await answered_by(desk.tx, record, desk.viewer.id):
        return None
    return statement if desk.now < statement.question_until else None


async def dispute(desk: Desk, *, record_id: int, text: str, spoken: tuple[int, int] | None = None) -> ServiceRecord:
    """The question goes to the lead; `spoken`: the chat and the message where it was said, in no words.

    Raises NotFound, QuestionTooLate, EmptyText, TextTooLong.
    """
    statement, record = await own(desk, record_id)
    check_question(statement, desk.now)
    question = "" if spoken else line("question", text, QUESTION_LIMIT)
    await step(desk.tx, statement, StatementState.DISPUTED, desk.now, question=question)
    if record.lead_id is not None:
        told = notices.StatementQuestion(record.id, *(spoken or (0, 0)))
        await tell(desk.tx, told, record, record.lead_id, now=desk.now)
    return record


async def step(tx: Tx, statement: Statement, wanted: StatementState, now: int, *, question: str) -> None:
    check_statement_step(statement.state, wanted)
    if not await hours_statements.answer(tx, statement, wanted, now=now, question=question):
        raise StaleCard(revision=statement.asked_at)


async def question(desk: Desk, *, record_id: int) -> QuestionLook:
    """What somebody asks about a record that the viewer may correct. Raises NotFound."""
    statement = await hours_statements.of_record(desk.tx, record_id)
    record = await booking.known(desk.tx, record_id)
    path, person_id = record.station_path, record.entry.person_id
    if statement is None or not may_verify(desk.viewer, path=path, lead_id=record.lead_id, person_id=person_id):
        raise NotFound
    return QuestionLook(statement, record)


async def open_question(desk: Desk, *, record_id: int) -> QuestionLook | None:
    """None once it is answered. Raises NotFound where it is not the lead's any more."""
    asked = await question(desk, record_id=record_id)
    return asked if asked.statement.state is StatementState.DISPUTED else None


async def explain(desk: Desk, *, record_id: int, text: str) -> ServiceRecord:
    """It stays as it is, and the person reads why. Raises NotFound, WrongState, EmptyText, TextTooLong."""
    asked = await question(desk, record_id=record_id)
    answer = line("answer", text, QUESTION_LIMIT)
    await step(desk.tx, asked.statement, StatementState.SETTLED, desk.now, question=asked.statement.question)
    person_id = asked.record.entry.person_id
    reader_id = await reads_for(desk.tx, person_id) if person_id is not None else None
    if reader_id is not None:
        told = notices.StatementExplained(asked.record.id, answer, desk.viewer.id)
        await tell(desk.tx, told, asked.record, reader_id, now=desk.now)
    return asked.record


async def answer_for(tx: Tx, reader_id: int, *, record_id: int, answer: str, by: int) -> QuestionLook | None:
    """The lead's answer as whoever asked reads it."""
    statement = await hours_statements.of_record(tx, record_id)
    record = await booking.known(tx, record_id)
    if statement is None or not await answered_by(tx, record, reader_id):
        return None
    return QuestionLook(statement, record, answer, (await people.person(tx, by)).name, whose(record, reader_id))


async def correct(desk: Desk, *, record_id: int, text: str) -> ServiceRecord:
    """As `correct_hours`, in answer to the question, which is the reason. Raises NotFound and as that, WrongState."""
    asked = await question(desk, record_id=record_id)
    made = await correct_hours(desk, asked.record, text, reason=asked.statement.question or text)
    await step(desk.tx, asked.statement, StatementState.SETTLED, desk.now, question=asked.statement.question)
    return made


async def correct_hours(desk: Desk, record: ServiceRecord, text: str, *, reason: str) -> ServiceRecord:
    """With the hours as typed: a span, a length from the planned start, or 0; the newest record. Its person is told.

    Raises BadHours, and what correcting raises.
    """
    starts_at, ends_at, minutes = await typed_hours(desk.tx, record, text)
    made = await correct_record(
        desk, record_id=record.id, starts_at=starts_at, ends_at=ends_at, minutes=minutes, reason=reason
    )
    if made.replaces_id is not None:
        await ask(desk.tx, made, desk.now)
    else:
        await tell_taken_back(desk, record, reason)
    return made


async def tell_taken_back(desk: Desk, record: ServiceRecord, reason: str) -> bool:
    """Its person, or who looks after them, hears that it counts no more; False where nobody does."""
    person_id = record.entry.person_id
    reader_id = await reads_for(desk.tx, person_id) if person_id is not None else None
    if reader_id is None:
        return False
    told = notices.HoursTakenBack(record.id, reason, desk.viewer.id)
    await tell(desk.tx, told, record, reader_id, now=desk.now)
    return True


async def taken_back_for(tx: Tx, reader_id: int, *, record_id: int, reason: str, by: int) -> TakenBack | None:
    """None for who reads for somebody else."""
    record = await booking.known(tx, record_id)
    if not await answered_by(tx, record, reader_id):
        return None
    return TakenBack(record, (await people.person(tx, by)).name, reason, whose(record, reader_id))


async def typed_hours(tx: Tx, record: ServiceRecord, text: str) -> tuple[int, int, int]:
    """Start, end and minutes. A length is counted from when the session was planned to begin, however late the person
    was on record: so it ends where it was planned to, and not in the next one. Raises BadHours.
    """
    shift = await activities.get_shift(tx, record.entry.shift_id) if record.entry.shift_id is not None else None
    return read_hours(record, text, begins_at=shift.starts_at if shift else record.entry.starts_at)


def read_hours(record: ServiceRecord, text: str, *, begins_at: int) -> tuple[int, int, int]:
    """As typed. A typed span is of the record's day and has no breaks. Raises BadHours."""
    old = record.entry
    if text.strip().lower() in NOTHING:
        return old.starts_at, old.ends_at, 0
    try:
        first, last = read_span(text)
    except BadSpan:
        minutes = read_minutes(text)
        return begins_at, begins_at + minutes * MINUTE, minutes
    zone = zone_named(record.zone)
    starts_at = first_valid(zone, record.day, first)
    ends_at = first_valid(zone, record.day + timedelta(days=int(last <= first)), last)
    return starts_at, ends_at, (ends_at - starts_at) // MINUTE


async def let_stand(tx: Tx, now: int, limit: int) -> int:
    """How many stand from now on."""
    return await hours_statements.let_stand(tx, now, limit)
