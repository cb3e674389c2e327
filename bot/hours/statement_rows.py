"""Rows of statements: one for each record that somebody was asked about."""

from bot.hours.statement_rules import Statement, StatementState
from bot.store.asking import sql
from bot.store.transaction import Row, Tx


@sql("""
INSERT INTO statement (record_id, person_id, state, asked_at, stands_at, question_until, question)
VALUES (:record_id, :person_id, 'asked', :now, :stands_at, :question_until, '')
""")
async def add(tx: Tx, record_id: int, person_id: int, *, now: int, stands_at: int, question_until: int) -> None:
    """A person is asked about a record."""


@sql("SELECT * FROM statement WHERE record_id = :record_id")
async def statement_of_record(tx: Tx, *, record_id: int) -> Row | None:
    """The statement about a record."""


async def of_record(tx: Tx, record_id: int) -> Statement | None:
    row = await statement_of_record(tx, record_id=record_id)
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


@sql("""
UPDATE statement SET state = :wanted, answered_at = :now, question = :question
WHERE record_id = :statement.record_id AND state = :statement.state
""")
async def answer(tx: Tx, statement: Statement, wanted: StatementState, *, now: int, question: str) -> bool:
    """From one state to the next. False where it has left that state meanwhile."""


@sql("""
UPDATE statement SET state = 'stood' WHERE record_id IN (
    SELECT record_id FROM statement WHERE state = 'asked' AND stands_at <= :now
    ORDER BY stands_at, record_id LIMIT cast(:limit AS bigint))
""")
async def let_stand(tx: Tx, now: int, limit: int) -> int:
    """Nobody answered these in time: they stand from now on. How many."""


@sql("""
SELECT p.name FROM service_record r JOIN roll_call c ON c.shift_id = r.shift_id JOIN person p ON p.id = c.taken_by
WHERE r.id = :record_id
""")
async def who_marked(tx: Tx, record_id: int) -> str | None:
    """Who took the roll of the shift of a record."""
