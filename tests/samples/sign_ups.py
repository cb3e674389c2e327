"""Signing up and off, offers, reminders and what leads get, at their longest."""

from collections.abc import Callable

from bot.ground.frozen import replace
from bot.ground.refusals import ActivityClosed, OthersClash, TooYoung
from bot.ground.times import HOUR
from bot.reminders.lead_rules import Change, LeadChanges, LeadList, ShiftList, TooFew
from bot.sign_ups.clashes.rules import Instead, Overlap
from bot.sign_ups.groups.rules import GroupCard, GroupPlace, GroupTeam, NamesTyped, OwnGroup
from bot.sign_ups.in_care.shown import InCare
from bot.sign_ups.rules import COMING, Counts, Listed, Reason, SignUpState
from bot.sign_ups.shown import (
    Candidate,
    Candidates,
    ConsentWanted,
    LeadLook,
    NamesRead,
    NewName,
    Own,
    OwnPage,
    SeveralChoice,
    SeveralDone,
    SignedUp,
    SignUpLook,
    Withdrawn,
)
from bot.speech.screens import Screen
from bot.speech.words import Words
from handlers.leading import notices as leading_notices
from handlers.reminders import notices
from handlers.sign_ups import for_others, free_places, in_care, instead, own_sign_ups, several
from handlers.sign_ups import notices as sign_ups_notices
from handlers.sign_ups import outcomes as sign_ups
from handlers.sign_ups import sign_ups as sign_ups_sign_ups
from handlers.sign_ups.groups import groups
from handlers.sign_ups.groups import notices as groups_notices
from tests.helpers.offers import START
from tests.helpers.town import NOW, ZONE
from tests.samples.activities import ACTIVITY, LONG, MINE, NASTY, SHIFT

NAME = (NASTY * 3)[:40]
GIVEN = replace(MINE, state=SignUpState.CONFIRMED, confirmed_at=NOW)
OFFERED = replace(MINE, state=SignUpState.OFFERED, offered_at=NOW, offer_ends_at=NOW + 4 * HOUR)
WAITS = replace(MINE, state=SignUpState.WAITLISTED)
OTHER = Overlap(9, 9, LONG, START, START + HOUR, SignUpState.CONFIRMED)
WAITED = Overlap(8, 8, LONG, START, START + HOUR, SignUpState.WAITLISTED)
GONE = replace(GIVEN, state=SignUpState.WITHDRAWN, withdrawn_at=NOW)
YES = replace(GIVEN, answer=COMING, answered_at=NOW, answered_revision=SHIFT.revision, late_minutes=90)
PLAIN = replace(SHIFT, activity=replace(ACTIVITY, bring="", clothing="", contact="", outdoor=False))
COUNTS = Counts(confirmed=120, offered=3, waitlisted=40, silent=20, unnamed=15)

IN = SignedUp(sign_up=GIVEN, shift=SHIFT)
OUT = Withdrawn(sign_up=GONE, shift=SHIFT)
LOOK = SignUpLook(
    sign_up=GIVEN,
    shift=SHIFT,
    now=START - 24 * HOUR,
    name=NAME,
    by=NAME,
    weather="typhoon_yellow_or_rainstorm_red",
    weather_hours=2,
)
LEAD = LeadLook(sign_up=GONE, shift=SHIFT, name=NAME, held=8, missed=2, counts=COUNTS)
LIST = ShiftList(
    shift=SHIFT,
    yes=tuple((NAME, turn % 3 * 30) for turn in range(40)),
    silent=(NAME,) * 40,
    counts=COUNTS,
    signed=(NAME,) * 3,
    unreached=((NAME, True), (NAME, False)),
)
EMPTY = ShiftList(shift=PLAIN, yes=(), silent=(), counts=Counts(0, 0, 0, 0, 0))
OWN = tuple(
    Own(10**12 + turn, state, (NASTY * 3)[:80], START, START + HOUR, ZONE, None, name, turn)
    for turn, (state, name) in enumerate(
        [(state, name) for state in (SignUpState.CONFIRMED, SignUpState.WAITLISTED) for name in (None, NAME)]
    )
)
PAST = tuple(
    replace(OWN[0], attendance=attendance) for attendance in ("done", "late", "left_early", "no_show", "excused", None)
)
PEOPLE = Candidates(
    shift=SHIFT,
    people=(
        Candidate(10**12, NAME, NAME),
        Candidate(2, "Li", None),
        Candidate(3, "Li", None, "V-7"),
        Candidate(4, NAME, NAME, None, OthersClash(name=NAME, activity=LONG[:80], starts_at=START, ends_at=START + 60)),
        Candidate(5, NAME, None, None, TooYoung(minimum_age=18)),
        Candidate(6, NAME, None, None, ActivityClosed()),
    ),
    signed=(NAME,) * 13,
    page=1,
    more=True,
    pages=10,
    text="",
    groups=True,
)
REFUSED = tuple((one.name, one.why) for one in PEOPLE.people[2:])
TYPED = NamesRead(
    shift=SHIFT,
    known=(NAME,) * 40,
    new=(NAME, "Li"),
    unclear=(NAME,),
    refused=REFUSED,
    team=NAME,
    left_out=True,
    revision=3,
)
PLACE = GroupPlace(10**12, SHIFT.id, 10**12, (NASTY * 3)[:60], "/1/", 200, 5, None, (NAME,) * 90)
BARE = replace(PLACE, names=(), places=1)
TEAM = GroupTeam(10**12, (NASTY * 3)[:60], "/1/")
GROUP = GroupCard(shift=SHIFT, team=TEAM, place=PLACE, names_until=START - 48 * HOUR, now=NOW)
GROUPS = OwnGroup(10**12, 10**12, (NASTY * 3)[:60], LONG[:80], START, START + 9000, ZONE, 500, 3)

CARED = InCare(
    shift=SHIFT,
    listed=tuple(Listed(replace(MINE, person_id=n), NASTY, False, 1, True, NAME) for n in range(12)),
    now=START - 24 * HOUR,
    weather="typhoon_yellow",
    weather_hours=2,
)

SAMPLES: dict[str, Callable[[Words], Screen]] = {
    "waiting as 112th": lambda words: sign_ups.signed_up(words, replace(IN, sign_up=WAITS, position=112)),
    "somebody else is in": lambda words: sign_ups.signed_up(words, replace(IN, name=NAME)),
    "somebody else waits": lambda words: sign_ups.signed_up(words, replace(IN, name=NAME, sign_up=WAITS, position=3)),
    "too slow": lambda words: sign_ups_sign_ups.too_slow(words, replace(IN, sign_up=WAITS, position=1)),
    "ask to withdraw": lambda words: sign_ups.ask_withdraw(words, replace(OUT, sign_up=GIVEN)),
    "ask to withdraw late": lambda words: sign_ups.ask_withdraw(words, replace(OUT, sign_up=GIVEN, late=True)),
    "ask to withdraw another": lambda words: sign_ups.ask_withdraw(words, replace(OUT, sign_up=GIVEN, name=NAME)),
    "ask to leave the list": lambda words: sign_ups.ask_withdraw(words, replace(OUT, sign_up=WAITS)),
    "withdrawn": lambda words: sign_ups_sign_ups.withdrawn(words, OUT),
    "withdrawn another": lambda words: sign_ups_sign_ups.withdrawn(words, replace(OUT, name=NAME)),
    "ill": lambda words: sign_ups_sign_ups.reason_said(words, replace(OUT, sign_up=replace(GONE, reason=Reason.ILL))),
    "at work": lambda words: sign_ups_sign_ups.reason_said(
        words, replace(OUT, sign_up=replace(GONE, reason=Reason.WORK))
    ),
    "declined": lambda words: sign_ups_sign_ups.declined(words, OUT),
    "said yes for another": lambda words: sign_ups_sign_ups.said_yes(words, replace(IN, name=NAME)),
    "late, by how much": lambda words: sign_ups_sign_ups.running_late(
        words, replace(IN, sign_up=replace(GIVEN, late_minutes=0))
    ),
    "late by an hour and a half": lambda words: sign_ups_sign_ups.running_late(words, replace(IN, sign_up=YES)),
    "promoted": lambda words: free_places.promoted(words, LOOK),
    "offered": lambda words: free_places.offered(words, replace(LOOK, sign_up=OFFERED, now=NOW)),
    "open place": lambda words: free_places.open_place(words, replace(LOOK, sign_up=WAITS)),
    "offer expired": lambda words: free_places.offer_expired(words, replace(LOOK, sign_up=GONE)),
    "signed up for": lambda words: sign_ups_notices.signed_up_for(words, LOOK),
    "put on the list": lambda words: sign_ups_notices.signed_up_for(words, replace(LOOK, sign_up=WAITS)),
    "withdrawn by": lambda words: sign_ups_notices.withdrawn_by(words, replace(LOOK, sign_up=GONE)),
    "withdrawn by, own": lambda words: sign_ups_notices.withdrawn_by(words, replace(LOOK, sign_up=GONE, name=None)),
    "the day before, said yes": lambda words: sign_ups_notices.reminder(words, replace(LOOK, sign_up=YES, name=None)),
    "meeting": lambda words: sign_ups_notices.meeting(words, LOOK),
    "meeting, no contact": lambda words: sign_ups_notices.meeting(words, replace(LOOK, shift=PLAIN, name=None)),
    "withdrew late": lambda words: sign_ups_notices.withdrew_late(words, LEAD),
    "withdrew late, ill": lambda words: sign_ups_notices.withdrew_late(
        words, replace(LEAD, sign_up=replace(GONE, reason=Reason.ILL))
    ),
    "running late": lambda words: sign_ups_notices.running_late_told(words, replace(LEAD, sign_up=YES)),
    "running late, unknown": lambda words: sign_ups_notices.running_late_told(words, replace(LEAD, sign_up=GIVEN)),
    "mine": lambda words: own_sign_ups.mine(words, OwnPage(OWN, 1, past=False, more=True, pages=3)),
    "mine, groups": lambda words: own_sign_ups.mine(
        words, OwnPage((), 0, past=False, more=False, pages=None, groups=(GROUPS,) * 6)
    ),
    "mine, past": lambda words: own_sign_ups.mine(words, OwnPage(PAST, 0, past=True, more=False, pages=1)),
    "one of mine, late": lambda words: sign_ups.confirmed(words, replace(IN, sign_up=YES, name=NAME)),
    "one of mine, gone": lambda words: sign_ups.ended(words, replace(IN, sign_up=GONE)),
    "one of mine, gone by others": lambda words: sign_ups.ended(words, replace(IN, sign_up=GONE, by=NAME)),
    "one of mine, of another": lambda words: sign_ups.ended(
        words, replace(IN, sign_up=replace(GONE, withdrawn_by=GONE.person_id), name=NAME)
    ),
    "one of mine, left": lambda words: sign_ups.ended(
        words, replace(IN, sign_up=replace(GONE, withdrawn_by=GONE.person_id, confirmed_at=None))
    ),
    "one of mine, said no": lambda words: sign_ups.ended(
        words, replace(IN, sign_up=replace(GONE, reason=Reason.DECLINED))
    ),
    "one of mine, run out": lambda words: sign_ups.ended(
        words, replace(IN, sign_up=replace(GONE, reason=Reason.EXPIRED))
    ),
    "lead's list": lambda words: notices.lead_list(words, LeadList((LIST,), START - 13 * HOUR)),
    "lead's lists": lambda words: notices.lead_list(words, LeadList((EMPTY, EMPTY), START - 13 * HOUR)),
    "lead's changes": lambda words: notices.lead_changes(
        words,
        LeadChanges(
            shift=SHIFT,
            changes=(
                Change(NAME, "withdrew"),
                Change(NAME, "joined"),
                Change(NAME, "late", 15),
                Change(NAME, "late"),
            ),
            counts=COUNTS,
        ),
    ),
    "too few": lambda words: notices.too_few(
        words, TooFew(shift=replace(SHIFT, minimum=200), counts=COUNTS, waiting=3, now=NOW)
    ),
    "too few, nobody waits": lambda words: notices.too_few(
        words, TooFew(shift=replace(SHIFT, minimum=136), counts=COUNTS, waiting=0, now=NOW)
    ),
    "whom to sign up": lambda words: for_others.choose(words, PEOPLE),
    "several: none ticked": lambda words: several.choose(words, SeveralChoice(PEOPLE, frozenset(), 3)),
    "several: ticked": lambda words: several.choose(words, SeveralChoice(PEOPLE, frozenset({2, 3}), 3)),
    "several: names": lambda words: for_others.check(words, TYPED),
    "several: all new": lambda words: for_others.check(words, replace(TYPED, known=(), refused=(), unclear=())),
    "several: nobody": lambda words: for_others.check(words, replace(TYPED, known=(), new=())),
    "several: done": lambda words: several.done(
        words,
        SeveralDone(
            SHIFT, (NAME,) * 40, ((NAME, 3),) * 3, tuple((name, why) for name, why in REFUSED if why is not None)
        ),
    ),
    "several: nobody in": lambda words: several.done(words, SeveralDone(SHIFT, (), (), ())),
    "whom to sign up, found": lambda words: for_others.choose(words, replace(PEOPLE, text=NAME)),
    "nobody to choose": lambda words: for_others.choose(
        words, replace(PEOPLE, people=(), page=0, more=False, groups=False)
    ),
    "a new name": lambda words: for_others.new_name(words, NewName(NAME, LONG[:60], SHIFT, 7)),
    "a minor, form at hand": lambda words: for_others.consent_wanted(
        words, ConsentWanted(10**12, NAME, SHIFT, True, LONG[:60])
    ),
    "a minor, no form": lambda words: for_others.consent_wanted(words, ConsentWanted(10**12, NAME, SHIFT, False)),
    "which group": lambda words: groups.choose_team(words, SHIFT, [TEAM] * 3),
    "how many places": lambda words: groups.group_card(words, replace(GROUP, place=None)),
    "no place free": lambda words: groups.group_card(
        words, replace(GROUP, place=None, shift=replace(SHIFT, taken=SHIFT.capacity))
    ),
    "group places": lambda words: groups.group_card(words, GROUP),
    "group places, too late": lambda words: groups.group_card(words, replace(GROUP, now=START)),
    "group places, all named": lambda words: groups.group_card(words, replace(GROUP, place=replace(PLACE, places=90))),
    "check names": lambda words: groups.check_names(words, NamesTyped((NAME,) * 90, PLACE, SHIFT, 7, ())),
    "check names twice": lambda words: groups.check_names(
        words, NamesTyped((NAME, "张伟"), PLACE, SHIFT, 7, (NAME, "张伟", NAME))
    ),
    "ask to give back": lambda words: groups.ask_give_back(words, PLACE, SHIFT),
    "reminder of many": lambda words: in_care.reminder(words, CARED),
    "reminder of a group": lambda words: in_care.reminder(words, replace(CARED, group=PLACE)),
    "soon, of many": lambda words: in_care.meeting(words, CARED),
    "all coming": lambda words: in_care.coming(words, replace(CARED, listed=CARED.listed[:1])),
    "names of many": lambda words: in_care.names(words, CARED),
    "names of a group": lambda words: in_care.names(words, replace(CARED, group=PLACE)),
    "reminder, short": lambda words: sign_ups_notices.reminder_short(words, LOOK),
    "passed over": lambda words: sign_ups_notices.passed_over(words, LEAD),
    "group, after all": lambda words: groups_notices.after_all(words, GROUP, PLACE),
    "moved into something else": lambda words: leading_notices.moved(words, LOOK, (START - HOUR, START), OTHER),
    "take instead": lambda words: instead.sure(words, Instead(SHIFT, 1, NAME, (OTHER, WAITED), NAME)),
    "group moved": lambda words: groups_notices.moved(words, GROUP, PLACE, (SHIFT.starts_at - 3600, SHIFT.ends_at)),
}
