"""Rows of statements: one for each record that somebody was asked about."""

from bot.hours.statements.rules import Statement, StatementState
from bot.store.asking import sql
from bot.store.transaction import Tx, Value


@sql("""
INSERT INTO statement (record_id, person_id, state, asked_at, stands_at, question_until, question)
VALUES (:record_id, :person_id, 'asked', :now, :stands_at, :question_until, '')
""")
async def add(tx: Tx, record_id: int, person_id: int, *, now: int, stands_at: int, question_until: int) -> None:
    """A statement: a person is asked about a record of hours."""


@sql("SELECT * FROM statement WHERE record_id = :record_id")
async def of_record(tx: Tx, record_id: int) -> Statement | None:
    """The statement about a record."""


@sql("""
SELECT s.* FROM service_record r JOIN person p ON p.id = r.person_id JOIN statement s ON s.record_id = r.id
WHERE r.shift_id = :shift_id AND s.asked_at = :asked_at AND p.telegram_id IS NULL AND p.managed_by_id = :reader_id
ORDER BY p.name, p.id, r.id
""")
async def in_care(tx: Tx, reader_id: int, *, shift_id: int, asked_at: int) -> list[Statement]:
    """What was asked at one instant about a shift, of people without Telegram whom this one looks after."""


@sql("""
UPDATE statement SET state = :wanted, answered_at = :now, question = :question
WHERE record_id = :statement.record_id AND state = :statement.state
""")
async def answer(tx: Tx, statement: Statement, wanted: StatementState, *, now: int, question: str) -> bool:
    """A statement from one state to the next. False where it has left that state meanwhile."""


@sql("""
UPDATE statement SET state = 'stood' WHERE record_id IN (
    SELECT record_id FROM statement WHERE state = 'asked' AND stands_at <= :now
    ORDER BY stands_at, record_id LIMIT cast(:limit AS bigint))
""")
async def let_stand(tx: Tx, now: int, limit: int) -> int:
    """Statements that nobody answered in time stand from now on. How many."""


@sql("""
SELECT p.name FROM service_record r JOIN roll_call c ON c.shift_id = r.shift_id JOIN person p ON p.id = c.taken_by
WHERE r.id = :record_id
""")
async def who_marked(tx: Tx, record_id: int) -> str | None:
    """Who took the roll of the shift of a record."""


@sql("DELETE FROM statement WHERE person_id = :person_id")
async def erase_statements(tx: Tx, *, person_id: Value) -> int:
    """Questions about hours, with their words."""
