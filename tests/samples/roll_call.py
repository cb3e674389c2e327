"""The roll-call from the card to the statement, with more people than fit, and names that HTML would read."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.ground.refusals import NeedsCoordinator, NotFound, OwnRecord, RecordsOverlap, StaffOnDuty, TooShort
from bot.ground.times import DAY, HOUR, MINUTE
from bot.hours.rules import Occupied, Source
from bot.hours.shown import Credited
from bot.hours.statements.rules import QuestionLook, Statement, StatementLook, StatementState, TakenBack
from bot.roll_call.check_in_rules import CheckedIn
from bot.roll_call.rules import (
    Attendance,
    AttendanceState,
    GroupHeads,
    Line,
    MarkSource,
    RollCall,
    RollCallState,
    RunsInto,
)
from bot.roll_call.shown import (
    CoveredLook,
    Found,
    HandedLook,
    MarkLook,
    OpenRollCall,
    PutRight,
    Question,
    RollCallCard,
    RollCallResult,
    SubmittedLook,
    WalkInChoice,
)
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.hours import lines, statements
from handlers.hours import notices as hours_notices
from handlers.roll_call import asking_why, correcting, notices, walk_ins
from handlers.roll_call import (
    card as roll_call,
)
from handlers.roll_call import card_in_place as screens
from handlers.roll_call import check_in as roll_call_check_in
from handlers.roll_call import finishing as roll_call_finishing
from handlers.roll_call import roll_call as roll_call_roll_call
from tests.helpers.offers import START
from tests.samples.activities import NASTY, SHIFT
from tests.samples.hours import HEADS, RECORD, WAITING

END = SHIFT.ends_at
CALL = RollCall(SHIFT.id, RollCallState.OPEN, None, None, None, START, None, None, None)
HANDED = replace(CALL, state=RollCallState.HANDED, captain_id=7, captain=NASTY)
SUBMITTED = replace(HANDED, state=RollCallState.SUBMITTED, taken_by=7, taker=NASTY, beneficiaries=1260)
CLOSED = replace(SUBMITTED, state=RollCallState.CLOSED, closed_at=END + HOUR)
HERE = Attendance(AttendanceState.HERE, None, None, START, None, 0, walk_in=False, source=MarkSource.ROLL_CALL)
MARKED = (
    None,
    HERE,
    replace(HERE, state=AttendanceState.DONE, left_at=END + 30 * MINUTE),
    replace(HERE, state=AttendanceState.LATE, late_minutes=15),
    replace(HERE, state=AttendanceState.LEFT_EARLY, late_minutes=15, early_minutes=30),
    replace(HERE, state=AttendanceState.NO_SHOW),
    replace(HERE, state=AttendanceState.EXCUSED),
    replace(HERE, source=MarkSource.CHECK_IN, left_at=END, state=AttendanceState.DONE),
)
LINES = tuple(Line(10**11 + n, f"{NASTY[:24]} {n}", True, 15, MARKED[n % len(MARKED)]) for n in range(40))
GROUPS = (GroupHeads(10**11, 3, NASTY, 60, None), GroupHeads(10**11 + 1, 4, NASTY, 1, 1))
CARD = RollCallCard(SHIFT, CALL, LINES, GROUPS, START, 10, may_close=True, may_hand=True)
EMPTY = replace(CARD, lines=(), groups=())
FRESH = replace(CARD, lines=tuple(replace(line, name="Anna", attendance=None) for line in LINES[:3]), groups=())
ALL_MARKED = replace(CARD, lines=LINES[1:8], groups=GROUPS[1:])
GONE = replace(CARD, lines=LINES[4:7], groups=())
ODD = (
    Credited(WAITING.entry, WAITING),
    Credited(RECORD.entry, RECORD),
    Credited(HEADS.entry, HEADS, NotFound()),
    Credited(WAITING.entry, WAITING, OwnRecord()),
    Credited(WAITING.entry, WAITING, NeedsCoordinator(minutes=540, limit=480)),
    Credited(WAITING.entry, None, StaffOnDuty()),
    Credited(WAITING.entry, None, RecordsOverlap(activity=NASTY, starts_at=START, ends_at=END)),
    Credited(WAITING.entry, None, TooShort(minutes=0, lowest=1)),
    Credited(WAITING.entry, None, NotFound()),
)
DONE = RollCallResult(SHIFT, (NASTY,) * len(ODD), ODD, came=9, missed=2, helped=1260)
STATEMENT = Statement(
    RECORD.id, 5, StatementState.DISPUTED, END, END + 7 * DAY, END + 30 * DAY, "It was <b>longer</b> & " * 20
)
LOOK = StatementLook(STATEMENT, RECORD, NASTY, 2080, 7, today=True, rounding="half_hours")
ASKED = QuestionLook(STATEMENT, RECORD, "We <i>all</i> left & went home " * 16, NASTY)
FEW, MANY = {1: NASTY, 2: "Carl"}, tuple((n, NASTY) for n in range(1, 9))
CHOICE = WalkInChoice(SHIFT, MANY, 1, more=True, pages=10, name=NASTY)


def card(look: RollCallCard, page: int = 0) -> Callable[[Words], Screen]:
    return lambda words: roll_call.card(words, look, page)


def asking(question: Question) -> Callable[[Words], Screen]:
    return lambda words: roll_call_finishing.ask(words, question, CARD, extra=True)


def statement(**change: object) -> Callable[[Words], Screen]:
    look = replace(LOOK, **change)
    return lambda words: hours_notices.statement(words, look)


def put_right(done: PutRight) -> Callable[[Words], Screen]:
    return lambda words: correcting.done_screen(words, done, replace(CARD, call=CLOSED))


INTO_NEXT = replace(CARD, runs_into=(RunsInto(5, NASTY, NASTY, END, SHIFT.zone),) * 12)
OPEN = OpenRollCall(SHIFT.id, NASTY * 2, START, END, SHIFT.zone, RollCallState.OPEN)

SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "card: fresh": card(FRESH),
    "card: nobody": card(EMPTY),
    "card: many": card(CARD, 2),
    "card: past the last page": card(CARD, 99),
    "card: all marked": card(ALL_MARKED),
    "card: handed": card(replace(CARD, call=HANDED, may_hand=False, may_close=False)),
    "card: submitted, the captain's": card(replace(CARD, call=SUBMITTED, may_close=False)),
    "card: submitted, the lead's": card(replace(GONE, call=SUBMITTED)),
    "card: closed": card(replace(CARD, call=CLOSED)),
    "card: closed, the captain's": card(replace(CARD, call=CLOSED, may_close=False)),
    "why: a mark": lambda words: asking_why.why_screen(words, SHIFT.id, NASTY, "mark"),
    "why: people helped": lambda words: asking_why.why_screen(words, SHIFT.id, "", "helped"),
    "people helped, once more": lambda words: correcting.helped_screen(words, replace(CARD, call=CLOSED)),
    "put right: counts": put_right(PutRight(SHIFT, NASTY, LINES[1], Credited(RECORD.entry, RECORD), told=True)),
    "put right: waits": put_right(PutRight(SHIFT, NASTY, LINES[1], ODD[5])),
    "put right: taken back": put_right(PutRight(SHIFT, NASTY, LINES[5], taken_back=150, told=True)),
    "put right: people helped": put_right(PutRight(SHIFT, "")),
    "finish the roll": lambda words: notices.finish_roll(words, CARD, again=False),
    "finish the roll, in the evening": lambda words: notices.finish_roll(words, CARD, again=True),
    "check out": lambda words: notices.check_out(words, SHIFT),
    "covered": lambda words: notices.covered(words, CoveredLook(SHIFT, (Occupied(NASTY, SHIFT.span),))),
    "overtime into what comes next": lambda words: roll_call_finishing.ask_overtime(words, INTO_NEXT),
    "whom do you mean": lambda words: roll_call_roll_call.which_name(words, [Found(SHIFT.id, LINES[0])] * 8),
    "mark corrected": lambda words: notices.mark_corrected(words, MarkLook(SHIFT, LINES[6], NASTY, NASTY)),
    "mark: checked in and out": lambda words: roll_call_roll_call.ask_mark(words, CARD, LINES[7], 0),
    "heads": lambda words: roll_call_roll_call.ask_heads(words, SHIFT.id, GROUPS[0]),
    "captains": lambda words: roll_call_roll_call.ask_captain(words, SHIFT.id, FEW),
    "captains: none": lambda words: roll_call_roll_call.ask_captain(words, SHIFT.id, {}),
    "walk-in: nobody to choose": lambda words: walk_ins.ask_walk_in(words, replace(CHOICE, people=(), page=0)),
    "walk-in: found": lambda words: walk_ins.found_walk_ins(words, CHOICE, 3),
    "walk-in: new": lambda words: walk_ins.found_walk_ins(words, replace(CHOICE, people=()), 3),
    **{f"ask: {question}": asking(question) for question in Question},
    "question answered by typing": lambda words: screens.answered(words, NASTY),
    "result: closed": lambda words: roll_call_finishing.result(words, DONE),
    "result: to the lead": lambda words: roll_call_finishing.result(words, replace(DONE, waits_for=NASTY)),
    "due": lambda words: notices.due_card(words, FRESH),
    "handed": lambda words: notices.handed(words, HandedLook(replace(CARD, call=HANDED), NASTY)),
    "submitted": lambda words: notices.submitted(words, SubmittedLook(replace(CARD, call=SUBMITTED), NASTY)),
    "checked in": lambda words: roll_call_check_in.done_screen(words, CheckedIn(SHIFT, START, left=False)),
    "checked out": lambda words: roll_call_check_in.done_screen(words, CheckedIn(SHIFT, END, left=True)),
    "statement": statement(),
    "statement of last year": statement(today=False, past_year=2026),
    "statement: another day, waiting": statement(today=False, record=WAITING, days=1),
    "statement: by check-in": statement(
        record=replace(RECORD, entry=replace(RECORD.entry, source=Source.CHECK_IN, flags=()))
    ),
    "statement: corrected": statement(
        record=replace(RECORD, replaces_id=3, entry=replace(RECORD.entry, source=Source.CORRECTION))
    ),
    "agreed": lambda words: statements.agreed(words, RECORD, 5),
    "ask question": lambda words: statements.ask_question(words, RECORD, 5),
    "question asked": lambda words: statements.asked(words, RECORD, 5),
    "question": lambda words: lines.question(words, ASKED),
    "ask hours": lambda words: statements.ask_hours(words, ASKED),
    "corrected": lambda words: statements.corrected(words, NASTY, replace(RECORD, replaces_id=3)),
    "taken back, to the lead": lambda words: statements.corrected(words, NASTY, RECORD),
    "answered": lambda words: hours_notices.answered(words, ASKED),
    "taken back": lambda words: hours_notices.taken_back(words, TakenBack(RECORD, NASTY, NASTY)),
}
