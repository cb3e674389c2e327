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

    `past_year`: the year of service, where it is not this one. `name`: whose it is, None for the reader's own.
    """

    statement: Statement
    record: ServiceRecord
    marked_by: str
    year: int
    days: int
    today: bool
    rounding: str = "exact"
    past_year: int | None = None
    name: str | None = None


class Slip(Frozen):
    """Statements of several whom one person looks after, asked at one instant about one shift."""

    shift_id: int
    asked_at: int
    looks: tuple[StatementLook, ...]

    @property
    def open(self) -> tuple[StatementLook, ...]:
        """Of whom nothing was said yet."""
        return tuple(one for one in self.looks if one.statement.state is StatementState.ASKED)

    @property
    def disputed(self) -> tuple[StatementLook, ...]:
        """About whom a question is with the lead."""
        return tuple(one for one in self.looks if one.statement.state is StatementState.DISPUTED)


class QuestionLook(Frozen):
    """A question as the lead reads it, or its answer as the person does, or who looks after `name`."""

    statement: Statement
    record: ServiceRecord
    answer: str = ""
    by: str = ""
    name: str | None = None


class TakenBack(Frozen):
    """Hours that count no more, as their person reads it, or who looks after `name`."""

    record: ServiceRecord
    by: str
    reason: str
    name: str | None = None


def whose(record: ServiceRecord, reader_id: int) -> str | None:
    """Whose it is, where that is not the reader."""
    return None if record.entry.person_id == reader_id else record.person


def check_statement_step(state: StatementState, wanted: StatementState) -> None:
    """Raises WrongState unless what somebody was told of hours may go from one of these states to the other."""
    if wanted not in STEPS[state]:
        raise WrongState(state=state, wanted=wanted)


def check_question(statement: Statement, now: int) -> None:
    """Whether somebody may still say that the hours of a statement are wrong. Raises QuestionTooLate."""
    if now >= statement.question_until:
        raise QuestionTooLate(until=statement.question_until)
