"""The own hours, reporting and verifying, with long titles and marks that HTML would read."""

from collections.abc import Callable
from datetime import date

from bot.ground.frozen import replace
from bot.ground.refusals import NeedsAdministrator, NeedsCoordinator, NotFound, ReasonMissing
from bot.ground.times import DAY, HOUR, Span
from bot.hours.rules import Entry, Nature, RecordState, ServiceRecord, Source, Standing, Why
from bot.hours.shown import Answer, Booked, Correction, Credited, OwnHours, RecordPage, ReportLook, WaitingPage
from bot.hours.statements.rules import Statement, StatementState
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.hours import hours_of_person, logging, notices, own_hours
from handlers.hours import verifying as hours_verifying
from handlers.links.hours import MyHours

AT = 1_796_432_400  # Saturday 5 December 2026, 9:00 in Shanghai
TITLE = "Visit <b>& chat</b> with the residents of the home for the elderly " * 2
ENTRY = Entry(
    person_id=5,
    station_id=1,
    starts_at=AT,
    ends_at=AT + 9 * HOUR,
    minutes=500,
    kind="elderly",
    source=Source.ROLL_CALL,
    activity_id=1,
    note="Read <to> them & sang " * 10,
    why=(Why("planned", 540), Why("late", -20), Why("break", -20), Why("grace", 0), Why("unheard_of", 0)),
    flags=("no_check_out", "overtime"),
)
RECORD = ServiceRecord(
    id=2**40,
    entry=ENTRY,
    state=RecordState.VERIFIED,
    day=date(2026, 12, 5),
    month="2026-12",
    station_path="/1/",
    zone="Asia/Shanghai",
    lead_id=3,
    person="Anna <b>&</b> Co",
    activity=TITLE,
    team="First <Team>",
    entered_by=5,
    entered_at=AT,
    verified_by=3,
    verified_at=AT,
    verifier="Chan <&>",
    needs="",
    returned_reason="",
    reverses_id=None,
    replaces_id=None,
    reversed=False,
)
WAITING = replace(RECORD, state=RecordState.SUBMITTED, verified_by=None, verified_at=None)
LONG_DAY, LONGER_DAY = replace(WAITING, needs="coordinator"), replace(WAITING, needs="administrator")
RETURNED = replace(WAITING, state=RecordState.RETURNED, returned_reason="time", activity="")
HEADS = replace(WAITING, entry=replace(ENTRY, person_id=None, heads=12, source=Source.HEAD_COUNT, flags=(), why=()))
TRAINING = replace(
    WAITING, activity="", entry=replace(ENTRY, nature=Nature.TRAINING, note="", source=Source.SELF_REPORT)
)
CORRECTED = replace(
    RECORD, replaces_id=7, entry=replace(ENTRY, source=Source.CORRECTION, why=(Why("corrected", 500),), flags=())
)


def asked(state: StatementState) -> Statement:
    return Statement(RECORD.id, 5, state, AT, AT + 7 * DAY, AT + 30 * DAY, "I came <b>at nine</b>")


HOURS = OwnHours(
    all=2070,
    month=90,
    year=2070,
    waiting=150,
    waiting_records=1,
    returned_records=1,
    other=60,
    kinds=(("elderly", 1000), ("teaching", 500), ("youth", 300), ("other", 170), ("legal", 60), ("hotline", 40)),
    scheme="mainland_stars",
    standing=Standing(1, 300, 15_930),
    rounding="exact",
)
NOTHING = OwnHours(0, 0, 0, 0, 0, 0, 0, (), "none", Standing(0, None, None), "exact")
GOLD = replace(HOURS, scheme="hong_kong_hours", standing=Standing(3, None, None), rounding="half_hours")


def look(kind: str, activity: str) -> ReportLook:
    return ReportLook("Gran <b>", Span(AT, AT + HOUR), "Asia/Shanghai", kind, activity, "Sang & <danced>")


CHANGED = Correction(date(2026, 12, 3), 500, 150, "The home says <so> & more")
ANSWERED = Answer(CORRECTED, (CHANGED, replace(CHANGED, before=150, after=120)))
TAKEN = Answer(replace(RECORD, reversed=True), (replace(CHANGED, after=0),))
HIGHER = (NeedsCoordinator(510, 480), NeedsAdministrator(800, 720))
SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "own_hours": lambda words: own_hours.own_hours(words, HOURS),
    "own_hours_none": lambda words: own_hours.own_hours(words, NOTHING),
    "own_hours_gold": lambda words: own_hours.own_hours(words, GOLD),
    "own_hours_of_staff": lambda words: own_hours.own_hours(words, NOTHING, staff=True),
    "hours_of_found": lambda words: hours_of_person.found(words, [(2**40, "Gran <b>&" * 5)] * 8),
    "hours_of": lambda words: hours_of_person.record_list(
        words, "Anna <b>", 2**40, RecordPage((Answer(RECORD),) * 6, 1, more=True, pages=10)
    ),
    "record_of": lambda words: hours_of_person.one(words, Answer(RECORD), 2, may_correct=True),
    "record_of_waiting": lambda words: hours_of_person.one(words, Answer(WAITING), 0, may_correct=False),
    "correct_hours": lambda words: hours_of_person.ask_hours(words, RECORD),
    "corrected": lambda words: hours_of_person.corrected(words, RECORD),
    "taken_back": lambda words: hours_of_person.corrected(words, replace(RECORD, entry=replace(ENTRY, minutes=-500))),
    "record_list": lambda words: own_hours.record_list(
        words,
        RecordPage((*map(Answer, (RECORD, WAITING, RETURNED, TRAINING)), ANSWERED, TAKEN), 1, more=True, pages=10),
    ),
    "own_record": lambda words: own_hours.own_record(words, Answer(RECORD), 0),
    "own_record_waiting": lambda words: own_hours.own_record(words, Answer(TRAINING), 0),
    "own_record_returned": lambda words: own_hours.own_record(words, Answer(RETURNED), 3),
    "own_record_questionable": lambda words: own_hours.own_record(
        words, Answer(RECORD), 0, asked(StatementState.AGREED)
    ),
    "own_record_questioned": lambda words: own_hours.own_record(
        words, Answer(RECORD), 0, asked(StatementState.DISPUTED)
    ),
    "own_record_corrected": lambda words: own_hours.own_record(words, Answer(CORRECTED), 0),
    "own_record_reversed": lambda words: own_hours.own_record(words, Answer(replace(RECORD, reversed=True)), 0),
    "own_record_reversing": lambda words: own_hours.own_record(
        words, Answer(replace(RECORD, reverses_id=1, entry=replace(ENTRY, minutes=-500))), 0
    ),
    "own_record_answered": lambda words: own_hours.own_record(words, ANSWERED, 0),
    "own_record_taken_back": lambda words: own_hours.own_record(words, TAKEN, 0),
    "record_of_answered": lambda words: hours_of_person.one(words, ANSWERED, 0, may_correct=True),
    "why_corrected": lambda words: own_hours.books(
        words,
        Booked(ANSWERED, RECORD, (RECORD, replace(RECORD, entry=replace(ENTRY, minutes=-500)), CORRECTED)),
        Key("Back", MyHours()),
    ),
    "confirmed, to the person": lambda words: notices.confirmed(words, [RECORD] * 9, RECORD.entry.person_id or 0),
    "returned_notice": lambda words: notices.returned_notice(words, RETURNED),
    "returned_notice_typed": lambda words: notices.returned_notice(
        words, replace(RETURNED, returned_reason="Which <home> & when?" * 10)
    ),
    "ask_whose": lambda words: logging.ask_whose(words, 5, [(2**40, "Gran <b>&" * 5)] * 8, 3),
    "ask_day for staff": lambda words: logging.ask_day_screen(
        words, date(2026, 12, 5), 3, name=RECORD.person, duty=logging.duty_line(words, RECORD.person, own=False)
    ),
    "ask_note for other": lambda words: logging.ask_note(words, 3, RECORD.person),
    "look": lambda words: logging.look(words, look("elderly", ""), 3),
    "look_training": lambda words: logging.look(words, look("training", ""), 3),
    "look_activity": lambda words: logging.look(words, look("", TITLE), 3),
    "sent": lambda words: logging.sent(words, WAITING, own=True, may_confirm=False),
    "sent_for_other": lambda words: logging.sent(words, WAITING, own=False, may_confirm=True),
    "sent_verified": lambda words: logging.sent(words, RECORD, own=True, may_confirm=False),
    "to_verify": lambda words: hours_verifying.page_screen(
        words, WaitingPage((WAITING, HEADS, TRAINING, WAITING, WAITING, WAITING), 0, more=True, total=14)
    ),
    "to_verify_after": lambda words: hours_verifying.page_screen(
        words, WaitingPage((WAITING,), 0, more=False, total=1), hours_verifying.confirmed(words, HEADS)
    ),
    "to_verify_higher": lambda words: hours_verifying.page_screen(
        words,
        WaitingPage((WAITING,) * 6, 0, more=True, total=9, higher=(LONG_DAY, LONGER_DAY), higher_total=5),
    ),
    "to_verify_only_higher": lambda words: hours_verifying.page_screen(
        words, WaitingPage((), 0, more=False, total=0, higher=(LONG_DAY,), higher_total=1)
    ),
    "long_days": lambda words: notices.long_days(words, 3),
    "to_verify_nothing": lambda words: hours_verifying.page_screen(words, WaitingPage((), 0, more=False, total=0)),
    "to_verify_end": lambda words: hours_verifying.page_screen(
        words, WaitingPage((), 9, more=False, total=2), hours_verifying.sent_back_line(words, WAITING)
    ),
    "to_verify_done": lambda words: hours_verifying.page_screen(
        words,
        WaitingPage((), 0, more=False, total=0),
        hours_verifying.done(words, [Credited(ENTRY, RECORD), Credited(ENTRY, WAITING, HIGHER[0])]),
    ),
    "to_verify_failed": lambda words: hours_verifying.page_screen(
        words,
        WaitingPage((), 0, more=False, total=0),
        hours_verifying.done(words, [Credited(ENTRY, WAITING, one) for one in (NotFound(), *HIGHER, ReasonMissing())]),
    ),
    "verify_one": lambda words: hours_verifying.one(words, WAITING),
    "verify_heads": lambda words: hours_verifying.one(words, HEADS),
    "texts": lambda words: Screen(words.say("{x}", x=hours_verifying.changed(words))),
}
