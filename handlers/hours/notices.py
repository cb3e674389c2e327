"""Hours statements to volunteers, their questions to leads, and the answers."""

from typing import Any

from bot.hours import statements as hours_statements
from bot.hours.statement_rules import QuestionLook, StatementLook, TakenBack
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.hours import statement_screens as views

ANY_ZONE = "UTC"
"""The record brings its own zone along."""


async def statement(tx: Tx, notice: Notice, now: int) -> StatementLook | None:
    record = int(notice.facts["record"])
    return await hours_statements.look_for(tx, notice.person_id or 0, now, record_id=record, zone=ANY_ZONE)


async def question(tx: Tx, notice: Notice, now: int) -> QuestionLook | None:
    record = int(notice.facts["record"])
    return await hours_statements.question_for(tx, notice.person_id or 0, record_id=record, zone=ANY_ZONE)


async def answer(tx: Tx, notice: Notice, now: int) -> QuestionLook | None:
    facts = notice.facts
    return await hours_statements.answer_for(
        tx, notice.person_id or 0, record_id=int(facts["record"]), answer=str(facts["answer"]), by=int(facts["by"])
    )


async def taken_back(tx: Tx, notice: Notice, now: int) -> TakenBack | None:
    facts = notice.facts
    return await hours_statements.taken_back_for(
        tx, notice.person_id or 0, record_id=int(facts["record"]), reason=str(facts["reason"]), by=int(facts["by"])
    )


NOTICES: dict[str, LateNotice[Any]] = {
    hours_statements.STATEMENT: LateNotice(statement, views.statement),
    hours_statements.QUESTION: LateNotice(question, views.question),
    hours_statements.EXPLAINED: LateNotice(answer, views.answered),
    hours_statements.TAKEN_BACK: LateNotice(taken_back, views.taken_back),
}
