"""The worst that can stand in an activity: long, foreign, and full of markup."""

from collections.abc import Callable
from datetime import date

from bot.activities.fields import Filled
from bot.activities.requirements import Requirements
from bot.activities.rules import Activity, ActivityState, Audience, Shift
from bot.ground import refusals as why
from bot.ground.frozen import replace
from bot.leading.shown import Gathered, News
from bot.posting.rules import PastPlace, PostDraft, RecentShift, Target
from bot.sign_ups.rules import SignUp, SignUpState
from bot.sign_ups.shown import Offered, OfferedPage, ShiftCard
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.stations.rules import Agency
from handlers.activities import activities
from handlers.activities import cards as activity_cards
from handlers.leading import notices
from handlers.posting import draft
from handlers.posting import posting as posting_posting
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE

NASTY = "<b>&amp; “Tea” {x} 探访敬老院陪老人聊天"
LONG = (NASTY * 10)[:200]

ACTIVITY = Activity(
    id=10**12,
    station_id=1,
    station_path="/1/",
    station_name=NASTY,
    zone=ZONE,
    team_id=3,
    team_name=NASTY,
    lead_id=5,
    lead_name=NASTY,
    title=(NASTY * 3)[:80],
    kind="elderly",
    place=(NASTY * 5)[:120],
    meet_place=(NASTY * 5)[:120],
    contact=(NASTY * 3)[:80],
    outdoor=True,
    risk=(NASTY * 20)[:300],
    audience=Audience.TEAM,
    description=(NASTY * 90)[:1500],
    transport=LONG,
    clothing=LONG,
    bring=LONG,
    insurance=LONG,
    language=LONG,
    strength=LONG,
    training=NASTY,
    minimum_age=16,
    companions=True,
    break_minutes=30,
    state=ActivityState.PUBLISHED,
    cancel_reason=None,
    cancel_text=None,
    decide_at=None,
    revision=3,
    created_at=NOW,
    published_at=NOW,
    shifts=1,
)
SHIFT = Shift(
    id=10**12,
    starts_at=START,
    ends_at=START + 9000,
    meet_at=START - 900,
    capacity=8,
    minimum=3,
    deadline_at=START - 86_400,
    taken=2,
    revision=1,
    activity=ACTIVITY,
)
NIGHT = replace(SHIFT, ends_at=START + 80_000, meet_at=START - 50_000, taken=8)
MINE = SignUp(
    id=10**12,
    shift_id=SHIFT.id,
    person_id=9,
    group_place_id=None,
    state=SignUpState.CONFIRMED,
    behind=False,
    line_at=NOW,
    answer=None,
    answered_at=None,
    answered_revision=None,
    asked_revision=None,
    late_minutes=None,
    offered_at=None,
    offer_ends_at=None,
    confirmed_at=NOW,
    withdrawn_at=None,
    withdrawn_by=None,
    reason=None,
    late=False,
    created_by=9,
    created_at=NOW,
)
CARD = ShiftCard(
    shift=SHIFT,
    started=False,
    over=False,
    mine=None,
    waits=False,
    may_sign_up_others=True,
    may_manage=True,
    weather="typhoon_blue_or_rainstorm_orange",
    weather_hours=2,
    agency=Agency(NASTY, "2555 0101", NASTY, NASTY),
    map_service="openstreetmap",
)
OFFER = Offered(
    SHIFT.id, ACTIVITY.id, NASTY, "elderly", START, START + 9000, ZONE, 8, 2, ActivityState.PUBLISHED, None, True
)
NEWS = News(ACTIVITY, (SHIFT, NIGHT), NOW)


def in_state(state: ActivityState, **other: object) -> Shift:
    return replace(SHIFT, activity=replace(ACTIVITY, state=state, **other))


def card(**other: object) -> Callable[[Words], Screen]:
    made = replace(CARD, **other)
    return lambda words: activity_cards.activity_card(words, made)


HELD = in_state(ActivityState.ON_HOLD, decide_at=START - 7200)
OFF = in_state(ActivityState.CANCELLED, cancel_reason="other", cancel_text=LONG)
TARGET = Target(1, "/1/", ZONE, NASTY, 3, True)
VALUES = Filled(
    title=NASTY,
    kind="elderly",
    team=NASTY,
    place=NASTY,
    starts_at=START,
    ends_at=START + 50_000,
    capacity=8,
    meet_at=START - 900,
    meet_place=NASTY,
    description=(NASTY * 90)[:1500],
    minimum=3,
    requires=LONG,
    break_minutes=30,
    deadline_at=START - 86_400,
    audience=Audience.EVERYONE,
)
DRAFT = PostDraft(
    revision=10**9,
    values=VALUES,
    target=TARGET,
    requirements=Requirements(),
    lead=NASTY,
    zone=ZONE,
    today=date(2026, 11, 22),
    problems={},
    missing=(),
    people=23,
    out_of_reach=2,
)
EMPTY = replace(DRAFT, values=Filled(), target=None, missing=("title", "kind", "team", "place"), asks="title")
WRONG = replace(
    DRAFT,
    problems={
        "end": why.EndsBeforeStart(starts_at=START, ends_at=NOW),
        "kind": why.UnknownChoice("kind", NASTY, ("elderly",)),
    },
    unread=(why.UnknownField(key=NASTY), why.UnreadableLine(line=NASTY)),
    missing=("capacity", "outdoor"),
    asks="end",
)


def asking(field: str, **other: object) -> Callable[[Words], Screen]:
    made = replace(WRONG, asks=field, **other)
    return lambda words: draft.draft_card(words, made)


SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "card of a night, full": card(shift=NIGHT, may_sign_up_others=False),
    "card of mine, waiting": card(mine=replace(MINE, state=SignUpState.WAITLISTED)),
    "card over": card(started=True, over=True),
    "card cancelled": card(shift=OFF),
    "card without the exact place": card(
        shift=in_state(ActivityState.PUBLISHED, confirmed_only=True), may_manage=False
    ),
    "details": lambda words: activities.details(words, CARD),
    "details, deadline passed": lambda words: activities.details(words, replace(CARD, shut=True)),
    "the way": lambda words: as_screen(activities.way_there(words, CARD)),
    "list": lambda words: activities.upcoming(words, OfferedPage((OFFER,) * 6, 1, "", -1, more=True, pages=3)),
    "list, empty": lambda words: activities.upcoming(words, OfferedPage((), 0, "", -1, more=False, pages=None)),
    "list, empty, in no team": lambda words: activities.upcoming(
        words, OfferedPage((), 0, "", -1, more=False, pages=None, alone=True)
    ),
    "gathered": lambda words: notices.gathered(words, Gathered((OFFER,) * 20, None)),
    "goes ahead": lambda words: notices.goes_ahead(words, NEWS),
    "cancelled": lambda words: notices.cancelled(words, replace(NEWS, activity=OFF.activity)),
    "cancelled, begun": lambda words: notices.cancelled(words, replace(NEWS, activity=OFF.activity, begun=True)),
    "cancelled, there": lambda words: notices.cancelled(
        words, replace(NEWS, activity=OFF.activity, begun=True, there=True)
    ),
    "cancelled for tomorrow": lambda words: notices.cancelled(
        words, replace(NEWS, activity=OFF.activity, now=START - 86_400, shifts=(SHIFT,))
    ),
    "decide": lambda words: notices.decide(words, replace(NEWS, activity=HELD.activity)),
    "handed over": lambda words: notices.handed_over(words, NEWS),
    "helper named": lambda words: notices.helper_named(words, NEWS),
    "post like": lambda words: posting_posting.choose_recent(
        words, [RecentShift(SHIFT.id, NASTY, NASTY, START, START + 9000, ZONE)] * 6
    ),
    "post like nothing": lambda words: posting_posting.choose_recent(words, []),
    "draft, wrong": asking("end"),
    "draft, day": asking("start"),
    "draft, time": asking("start", day=date(2026, 12, 5)),
    "draft, kind": asking("kind"),
    "draft, team": asking("team", targets=(TARGET, replace(TARGET, team_id=None))),
    "draft, place": asking("place", places=(PastPlace(SHIFT.id, (NASTY * 5)[:120]),)),
    "draft, capacity": asking("capacity"),
    "draft, outdoor": asking("outdoor"),
    "draft, audience": asking("audience"),
    "draft, companions": asking("companions"),
    "draft, ready": lambda words: draft.draft_card(words, DRAFT),
}


def as_screen(shown: object) -> Screen:
    assert isinstance(shown, Screen)
    return shown
