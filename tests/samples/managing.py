"""What leads see, at its longest."""

from collections.abc import Callable
from datetime import date

from bot.activities.rules import ActivityState, Led
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.leading.editing_rules import FIELDS
from bot.leading.rules import (
    Candidate,
    Concerned,
    GotItList,
    GroupPlaces,
    History,
    LeadCard,
    LedPage,
    OffToday,
    Participant,
    ParticipantsPage,
    Planned,
    TodayLook,
    Unseen,
    Written,
)
from bot.messages.broadcast_rules import Broadcast, BroadcastState
from bot.messages.shown import Choice, ChoicePage, Letter, Preview, Progress
from bot.roll_call.rules import RollCallState
from bot.roll_call.shown import OpenPage, OpenRollCall
from bot.sign_ups.rules import Counts, Listed, SignUpState
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.leading import cancelling as leading_cancelling
from handlers.leading import changing, one_participant, participants, postponing, taking_up
from handlers.leading import lead_card as managing
from handlers.leading import managing as leading_managing
from handlers.links.leading import CancelInWords
from handlers.messages import broadcast_card as broadcasts
from handlers.messages import broadcasts as messages_broadcasts
from handlers.messages import notices
from handlers.roll_call import roll_call
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE
from tests.samples.activities import ACTIVITY, HELD, LONG, MINE, NASTY, OFF, SHIFT
from tests.samples.sign_ups import LOOK

LED = Led(
    SHIFT.id,
    ACTIVITY.id,
    ACTIVITY.title,
    START,
    START + 9000,
    ZONE,
    8,
    6,
    3,
    ActivityState.PUBLISHED,
    True,
    2,
    4,
    None,
    True,
    "/1/",
)
OPEN_ROLL = OpenRollCall(SHIFT.id, NASTY, START, START + 9000, ZONE, RollCallState.OPEN)
MANY, NOBODY = Concerned(1234, 56), Concerned(0, 0)
PLANNED = Planned(ACTIVITY, MANY)
ONE = Participant(SHIFT, Listed(MINE, NASTY, False, 1, True, NASTY), False, (SHIFT,) * 5)
COUNTS = Counts(confirmed=6, offered=1, waitlisted=3, silent=2, unnamed=4)
CARD = LeadCard(SHIFT, COUNTS, (NASTY, NASTY), None, started=False, over=False, may_hand_over=True)
LISTED = tuple(
    Listed(replace(MINE, person_id=n, state=state, late_minutes=15 if n % 2 else None), NASTY, bool(n % 3), None)
    for n, state in enumerate([SignUpState.CONFIRMED, SignUpState.OFFERED, SignUpState.WAITLISTED] * 10)
)
PAGE = ParticipantsPage(
    shift=SHIFT,
    listed=LISTED,
    histories={n: History(8, 2) for n in range(30)},
    groups=(GroupPlaces(NASTY, 5, 2),),
    counts=COUNTS,
    page=0,
    more=True,
    pages=10,
    may_sign_up_others=True,
)
UNSEEN = tuple(Unseen(n, NASTY, n % 2 == 0, n % 4 == 0, NASTY if n % 3 == 0 else None) for n in range(40))
GOT_IT = GotItList(ACTIVITY.id, ACTIVITY.title, "cancelled", 60, 20, UNSEEN)
SENT = Broadcast(10**12, 5, "team:3", (NASTY * 200)[:3000], BroadcastState.SENDING, 10_000, 7, 3, NOW, NOW)
PROGRESS = Progress(SENT, NASTY, 900, 9000, 100, NOW + 3600, ZONE, (NASTY,) * 12)


def lead_card(**other: object) -> Callable[[Words], Screen]:
    made = replace(CARD, **other)
    return lambda words: managing.lead_card(words, made)


def more(**other: object) -> Callable[[Words], Screen]:
    made = replace(CARD, **other)
    return lambda words: managing.more(words, made)


def more_of(group: str, **other: object) -> Callable[[Words], Screen]:
    made = replace(CARD, **other)
    return lambda words: leading_managing.more_of(words, made, group)


def asking(field: str) -> Callable[[Words], Screen]:
    problem = why.CapacityBelowTaken(capacity=1, taken=2, names=(NASTY, NASTY))
    return lambda words: changing.ask_value(words, SHIFT, field, problem)


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "today": lambda words: leading_managing.today(words, TodayLook((LED,) * 8, NOW, 1, 3)),
    "today, begun and off": lambda words: leading_managing.today(
        words,
        TodayLook(
            (
                replace(LED, roll_call="closed"),
                replace(LED, roll_call="submitted"),
                LED,
                replace(LED, state=ActivityState.CANCELLED),
            ),
            START + 60,
            0,
            0,
        ),
    ),
    "today, nothing": lambda words: leading_managing.today(words, TodayLook((), NOW, 0, 0)),
    "coming": lambda words: leading_managing.led_page(
        words, LedPage((LED,) * 6, past=False, page=1, more=True, pages=3), NOW
    ),
    "past": lambda words: leading_managing.led_page(
        words, LedPage((LED,) * 6, past=True, page=0, more=False, pages=3), START + 10**6
    ),
    "past, nothing": lambda words: leading_managing.led_page(
        words, LedPage((), past=True, page=0, more=False, pages=3), NOW
    ),
    "coming, nothing": lambda words: leading_managing.led_page(
        words, LedPage((), past=False, page=0, more=False, pages=3), NOW
    ),
    "lead card": lead_card(),
    "lead card begun": lead_card(started=True, roll_call="open"),
    "lead card over": lead_card(started=True, over=True),
    "lead card off": lead_card(shift=OFF),
    "lead card, to phone": lead_card(to_phone=12),
    "lead card over, to phone": lead_card(started=True, over=True, to_phone=1),
    "lead card off, to phone": lead_card(shift=OFF, to_phone=1),
    **{
        f"more, {group}{name}": more_of(group, shift=replace(SHIFT, activity=replace(ACTIVITY, state=state)))
        for group in leading_managing.MORE
        for name, state in (
            ("", ActivityState.PUBLISHED),
            (", held", ActivityState.ON_HOLD),
            (", closed", ActivityState.CLOSED),
        )
    },
    "participants": lambda words: participants.participants(words, PAGE),
    "one participant": lambda words: one_participant.one(words, ONE),
    "one participant, begun": lambda words: one_participant.one(words, replace(ONE, started=True)),
    "one participant, not reached": lambda words: one_participant.one(
        words, replace(ONE, listed=replace(ONE.listed, reached=False), sessions=())
    ),
    "another session": lambda words: one_participant.sessions(words, ONE),
    "another session, none": lambda words: one_participant.sessions(words, replace(ONE, sessions=())),
    "written to one": lambda words: one_participant.written(words, Written(NASTY, True), 10**9),
    "written to one's captain": lambda words: one_participant.written(words, Written(NASTY, True, NASTY), 10**9),
    "written to nobody": lambda words: one_participant.written(words, Written(NASTY, False), 10**9),
    "switched": lambda words: one_participant.switched(words, LOOK, SHIFT),
    "switched, of another": lambda words: one_participant.switched(words, replace(LOOK, name=NASTY), SHIFT),
    **{f"ask {field}": asking(field) for field in FIELDS},
    "postpone, unread": lambda words: postponing.postpone(words, SHIFT, date(2026, 11, 22), 0, why.BadDate(text=NASTY)),
    "session added, held": lambda words: changing.session_added(words, HELD),
    "hold": lambda words: postponing.hold(words, SHIFT, [START - hours * 3600 for hours in (1, 2, 4, 12, 24)]),
    "hold, unread": lambda words: postponing.hold(words, SHIFT, [], why.BadTime(text=NASTY)),
    "successors": lambda words: changing.successors(words, SHIFT, [Candidate(n, NASTY) for n in range(1, 31)]),
    "successors, none": lambda words: changing.successors(words, SHIFT, []),
    "given": lambda words: changing.given(words, SHIFT),
    "helpers": lambda words: changing.helpers(words, SHIFT.id, [Candidate(1, NASTY, chosen=True), Candidate(2, NASTY)]),
    "cancel, in these words": lambda words: leading_cancelling.sure(
        words, PLANNED, LONG, CancelInWords(ACTIVITY.id, 10**9)
    ),
    "hold it after all": lambda words: taking_up.sure(words, PLANNED),
    "hold it after all, nobody in it": lambda words: taking_up.sure(words, Planned(ACTIVITY, NOBODY)),
    "taken up": lambda words: taking_up.taken_up(words, PLANNED),
    "not seen": lambda words: leading_cancelling.got_it_list(words, GOT_IT),
    "cancel today": lambda words: leading_cancelling.ask_today(words, OffToday((LED, LED), MANY), whole=True),
    "cancel today, nothing": lambda words: leading_cancelling.ask_today(words, OffToday((), NOBODY), whole=False),
    "finished rolls": lambda words: roll_call.finished_list(words, LedPage((LED,) * 6, True, 1, more=True, pages=3)),
    "open rolls": lambda words: roll_call.open_list(
        words, OpenPage((OPEN_ROLL,) * 8, 1, more=True, pages=3), past=True
    ),
    "write to whom": lambda words: messages_broadcasts.choose_audience(
        words, ChoicePage("t", (Choice("t1", NASTY),) * 8, 1, more=True, pages=3)
    ),
    "write to nobody": lambda words: messages_broadcasts.choose_audience(
        words, ChoicePage("t", (), 0, more=False, pages=None)
    ),
    "letter": lambda words: broadcasts.letter(words, Letter(NASTY, NASTY, SENT.text)),
    "letter of who may not any more": lambda words: broadcasts.letter(words, Letter(NASTY, "", NASTY)),
    "preview": lambda words: messages_broadcasts.preview(words, Preview(SENT, NASTY, NASTY, 42, 3, ("Ben", NASTY))),
    "preview for nobody": lambda words: messages_broadcasts.preview(words, Preview(SENT, NASTY, NASTY, 0, 0)),
    "sending": lambda words: broadcasts.progress_card(words, PROGRESS),
    "sending, in doubt": lambda words: broadcasts.progress_card(
        words, replace(PROGRESS, missed=(NASTY,) * 20, doubtful=1, doubts=(NASTY,))
    ),
    "stopped": lambda words: broadcasts.progress_card(
        words, replace(PROGRESS, broadcast=replace(SENT, state=BroadcastState.STOPPED))
    ),
    "sent": lambda words: notices.finished(
        words, replace(PROGRESS, waiting=0, held_until=None, broadcast=replace(SENT, state=BroadcastState.DONE))
    ),
}
