"""Rows of statements: one for each record that somebody was asked about."""

from bot.hours.statement_rules import Statement, StatementState
from bot.store.transaction import Tx


async def add(tx: Tx, record_id: int, person_id: int, *, now: int, stands_at: int, question_until: int) -> None:
    await tx.change(
        "add_statement",
        record_id=record_id,
        person_id=person_id,
        now=now,
        stands_at=stands_at,
        question_until=question_until,
    )


async def of_record(tx: Tx, record_id: int) -> Statement | None:
    row = await tx.row("statement_of_record", record_id=record_id)
    if row is None:
        return None
    return Statement(
        record_id=record_id,
        person_id=row["person_id"],
        state=StatementState(row["state"]),
        asked_at=row["asked_at"],
        stands_at=row["stands_at"],
        question_until=row["question_until"],
        question=row["question"],
    )


async def answer(tx: Tx, statement: Statement, wanted: StatementState, *, now: int, question: str) -> bool:
    """False where it has left its state meanwhile."""
    changed = await tx.change(
        "answer_statement",
        record_id=statement.record_id,
        state=statement.state,
        wanted=wanted,
        now=now,
        question=question,
    )
    return changed == 1


async def let_stand(tx: Tx, now: int, limit: int) -> int:
    """How many stand from now on because nobody answered in time."""
    return await tx.change("let_statements_stand", now=now, limit=limit)


async def who_marked(tx: Tx, record_id: int) -> str | None:
    name: str | None = await tx.value("who_marked", record_id=record_id)
    return name
