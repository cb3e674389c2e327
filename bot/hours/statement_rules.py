"""A statement asks one person to agree to one record. Silence lets it stand; a question stays possible for longer."""

from enum import StrEnum

from bot.ground.frozen import Frozen
from bot.ground.refusals import QuestionTooLate, WrongState
from bot.hours.rules import ServiceRecord


class StatementState(StrEnum):
    ASKED = "asked"
    AGREED = "agreed"
    DISPUTED = "disputed"  # a question to the lead is open
    SETTLED = "settled"  # the lead has corrected or explained
    STOOD = "stood"  # nobody answered in time


STEPS: dict[StatementState, frozenset[StatementState]] = {
    StatementState.ASKED: frozenset({StatementState.AGREED, StatementState.DISPUTED, StatementState.STOOD}),
    StatementState.AGREED: frozenset({StatementState.AGREED, StatementState.DISPUTED}),
    StatementState.DISPUTED: frozenset({StatementState.AGREED, StatementState.DISPUTED, StatementState.SETTLED}),
    StatementState.SETTLED: frozenset({StatementState.AGREED, StatementState.DISPUTED}),
    StatementState.STOOD: frozenset({StatementState.AGREED, StatementState.DISPUTED}),
}
QUESTION_LIMIT = 500  # code points


class Statement(Frozen):
    record_id: int
    person_id: int | None
    state: StatementState
    asked_at: int
    stands_at: int
    question_until: int
    question: str


class StatementLook(Frozen):
    """A statement as its person reads it; `year` are the minutes of the year of service, `days` until it stands.

    `past_year`: the year of service, where it is not this one.
    """

    statement: Statement
    record: ServiceRecord
    marked_by: str
    year: int
    days: int
    today: bool
    rounding: str = "exact"
    past_year: int | None = None


class QuestionLook(Frozen):
    """A question as the lead reads it, or its answer as the person does."""

    statement: Statement
    record: ServiceRecord
    answer: str = ""
    by: str = ""


class TakenBack(Frozen):
    """Hours that count no more, as their person reads it."""

    record: ServiceRecord
    by: str
    reason: str


def check_step(state: StatementState, wanted: StatementState) -> None:
    """Raises WrongState."""
    if wanted not in STEPS[state]:
        raise WrongState(state=state, wanted=wanted)


def check_question(statement: Statement, now: int) -> None:
    """Raises QuestionTooLate."""
    if now >= statement.question_until:
        raise QuestionTooLate(until=statement.question_until)
