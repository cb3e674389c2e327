"""Every notice there is, one a row: its kind, the facts it carries, its night, its class, and how long it is of use.

A notice is worded when it leaves, out of its facts; ``@journey.notice`` says how. ``Promoted(17)`` is one of a kind,
ready to be told. Kinds and the names of facts stand in the outbox: never give an old one another meaning.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Any, Generic, Literal, TypeVarTuple

from bot.ground.frozen import Frozen
from bot.ground.times import DAY, MINUTE

Facts = TypeVarTuple("Facts")
NoticeClass = Literal["critical", "normal", "reply"]
TOLD: Literal["told"] = "told"
"""It is of use until an instant that depends on what it is about: whoever tells it says when."""
Lasts = int | Literal["told"] | None
KINDS: dict[str, "AnyNotice"] = {}
"""Every row by its kind."""


class Night(StrEnum):
    """What becomes of a notice that would leave in quiet hours."""

    ANSWER = "answer"  # to the reader's own press, phone in hand: as by day
    OWN_RULE = "own_rule"  # its act reckons with the night: cancellations ring, an offer's hours stand still
    WAITS = "waits"  # until the morning; where it would be useless by then it comes at once, without a sound
    SILENT = "silent"  # at once, without a sound: somebody may be up for it, and nobody is woken


MINDED = frozenset({Night.WAITS, Night.SILENT})
"""Those for which it matters how late it is."""
ANSWER, OWN_RULE, WAITS, SILENT = Night


class Matter(StrEnum):
    """What somebody may not have heard. The values are short, for they travel in buttons."""

    CANCELLED = "cancelled"
    HELD = "held"
    GOES_AHEAD = "goes_ahead"
    MOVED = "moved"
    GROUP_MOVED = "group"
    AFTER_ALL = "after_all"
    REMINDER = "reminder"
    PROMOTED = "promoted"
    OFFER = "offer"
    SIGNED_UP = "signed_up"
    WITHDRAWN = "withdrawn"
    COMING = "coming"  # nothing was lost: somebody takes part whom the bot does not reach


class Reads(StrEnum):
    """By what somebody gets it: who has not got that any more when it leaves gets nothing."""

    PERSON = "person"  # it is about them, they asked for it, or they act for who it is about
    LEAD = "lead"  # leads what it is about, or helps with it: whoever does so when it leaves
    STAFF = "staff"  # holds a role there
    CAPTAIN = "captain"  # speaks for a team, or was given the roll


LEAD, STAFF, CAPTAIN = Reads.LEAD, Reads.STAFF, Reads.CAPTAIN


class Told(Frozen):
    """One notice, with its facts."""

    notice: "AnyNotice"
    values: tuple[Any, ...]

    @property
    def kind(self) -> str:
        return self.notice.kind

    @property
    def facts(self) -> dict[str, int | str]:
        return dict(zip(self.notice.names, self.values, strict=True))

    def useful(self, now: int, until: int | None) -> int | None:
        """Until when. Raises TypeError where only the teller can know, and has not said."""
        lasts = self.notice.lasts
        if until is None and lasts == TOLD:
            raise TypeError(f"{self.kind} is of use until an instant that is to be told")
        return now + lasts if until is None and isinstance(lasts, int) else until


class Notice(Generic[*Facts]):
    """``lasts``: seconds from when it is told; None for ever. ``matter``: what to phone about where it is lost.
    ``reads``: by what somebody gets it. ``added``: facts that came later; what was queued before has 0 there.
    """

    def __init__(
        self,
        kind: str,
        names: str,
        night: Night,
        class_: NoticeClass = "normal",
        lasts: Lasts = None,
        *,
        matter: Matter | None = None,
        added: str = "",
        reads: Reads = Reads.PERSON,
    ) -> None:
        if kind in KINDS:
            raise ValueError(f"two notices are called {kind}")
        self.kind, self.names, self.night = kind, tuple(names.split()), night
        self.class_, self.lasts, self.matter, self.reads = class_, lasts, matter, reads
        self.added = frozenset(added.split())
        KINDS[kind] = self

    def __call__(self, *facts: *Facts) -> Told:
        return Told(self, facts)

    def read(self, facts: Mapping[str, Any]) -> list[Any]:
        """The facts of one that was queued, in their order."""
        return [facts.get(name, 0) if name in self.added else facts[name] for name in self.names]

    def __repr__(self) -> str:
        return self.kind


AnyNotice = Notice[*tuple[Any, ...]]

# To whoever is asked to help, and about an activity in hand
Recruiting = Notice[int]("recruiting", "activity", WAITS, lasts=TOLD)
RecruitingMore = Notice[int]("recruiting_more", "since", WAITS, lasts=TOLD)
AskWaiting = Notice[int, int]("ask_waiting", "shift revision", WAITS, lasts=TOLD)
Calendar = Notice[int]("calendar", "shift", ANSWER, "reply")
Moved = Notice[int, int, int, int](
    "moved", "sign_up revision began ended", WAITS, "critical", TOLD, matter=Matter.MOVED, added="began ended"
)
"""`began`, `ended`: the time that its reader knew until now."""
MovedMany = Notice[int, int, int, int](
    "moved_many", "shift revision began ended", WAITS, "critical", TOLD, matter=Matter.MOVED, added="began ended"
)
GroupMoved = Notice[int, int, int, int](
    "group_moved",
    "place revision began ended",
    WAITS,
    "critical",
    TOLD,
    matter=Matter.GROUP_MOVED,
    added="began ended",
    reads=CAPTAIN,
)
Cancelled = Notice[int, int]("cancelled", "activity revision", OWN_RULE, "critical", TOLD, matter=Matter.CANCELLED)
Held = Notice[int, int]("held", "activity revision", SILENT, "critical", TOLD, matter=Matter.HELD)
GoesAhead = Notice[int, int]("goes_ahead", "activity revision", SILENT, "critical", TOLD, matter=Matter.GOES_AHEAD)
AfterAll = Notice[int, int]("after_all", "sign_up revision", WAITS, "critical", TOLD, matter=Matter.AFTER_ALL)
AfterAllMany = Notice[int, int]("after_all_many", "shift revision", WAITS, "critical", TOLD, matter=Matter.AFTER_ALL)
GroupAfterAll = Notice[int, int](
    "group_after_all", "place revision", WAITS, "critical", TOLD, matter=Matter.GROUP_MOVED, reads=CAPTAIN
)
Decide = Notice[int, int]("decide", "shift decide_at", SILENT, lasts=TOLD, reads=LEAD)
HandedOver = Notice[int, int]("handed_over", "activity revision", SILENT, "critical", reads=LEAD)
StillLeading = Notice[int, int]("still_leading", "activity since", WAITS, lasts=TOLD, reads=LEAD)
HelperNamed = Notice[int, int]("helper_named", "activity revision", SILENT, "critical", reads=LEAD)

# About a place
Promoted = Notice[int]("promoted", "sign_up", WAITS, "critical", lasts=TOLD, matter=Matter.PROMOTED)
Offer = Notice[int]("offer", "sign_up", OWN_RULE, "critical", lasts=TOLD, matter=Matter.OFFER)
OpenPlace = Notice[int]("open_place", "sign_up", OWN_RULE, "critical", lasts=TOLD, matter=Matter.OFFER)
PromotedMany = Notice[int, int]("promoted_many", "shift since", WAITS, "critical", TOLD, matter=Matter.PROMOTED)
"""To whoever acts for several: all of theirs who got a place from that instant on; so with the others of many."""
OfferMany = Notice[int, int]("offer_many", "shift since", OWN_RULE, "critical", TOLD, matter=Matter.OFFER)
OpenPlaceMany = Notice[int, int]("open_place_many", "shift since", OWN_RULE, "critical", TOLD, matter=Matter.OFFER)
OfferExpired = Notice[int]("offer_expired", "sign_up", WAITS, lasts=TOLD)
OfferExpiredMany = Notice[int, int]("offer_expired_many", "shift since", WAITS, lasts=TOLD)
SignedUpFor = Notice[int]("signed_up_for", "sign_up", WAITS, lasts=TOLD, matter=Matter.SIGNED_UP)
SignedUpMany = Notice[int, int]("signed_up_many", "shift by", WAITS, lasts=TOLD, matter=Matter.SIGNED_UP)
WithdrawnBy = Notice[int]("withdrawn_by", "sign_up", WAITS, lasts=TOLD, matter=Matter.WITHDRAWN)
SwitchedBy = Notice[int, int]("switched_by", "sign_up before", WAITS, lasts=TOLD, matter=Matter.SIGNED_UP)
PassedOver = Notice[int]("passed_over", "sign_up", WAITS, lasts=TOLD, reads=LEAD)
WithdrewLate = Notice[int]("withdrew_late", "sign_up", SILENT, lasts=TOLD, reads=LEAD)
WithdrewFresh = Notice[int]("withdrew_fresh", "sign_up", ANSWER, "reply", 15 * MINUTE, reads=LEAD)
RunningLate = Notice[int]("running_late", "sign_up", SILENT, lasts=TOLD, reads=LEAD)
GroupNames = Notice[int, int]("group_names", "place revision", WAITS, lasts=TOLD, reads=CAPTAIN)

# Before it begins
Reminder = Notice[int, int]("reminder", "sign_up revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
ReminderShort = Notice[int, int]("reminder_short", "sign_up revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
ReminderMany = Notice[int, int]("reminder_many", "shift revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
MeetingMany = Notice[int, int]("meeting_many", "shift revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
Meeting = Notice[int, int]("meeting", "sign_up revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
LeadList = Notice[str]("lead_list", "shifts", WAITS, lasts=TOLD, reads=LEAD)
LeadChanges = Notice[int, int, int]("lead_changes", "shift revision since", WAITS, lasts=TOLD, reads=LEAD)
TooFew = Notice[int, int]("too_few", "shift revision", WAITS, lasts=TOLD, reads=LEAD)

# Whom somebody must phone
CallList = Notice[int, int]("call_list", "activity told_at", OWN_RULE, lasts=TOLD, reads=LEAD)
HoursUnseen = Notice[int]("hours_unseen", "record", WAITS, reads=LEAD)

# The roll, and the hours that come of it
RollCallCard = Notice[int]("roll_call_card", "shift", SILENT, reads=LEAD)
RollCallHanded = Notice[int, int]("roll_call_handed", "shift by", SILENT, reads=CAPTAIN)
FinishRoll = Notice[int, int]("finish_roll", "shift again", SILENT, lasts=DAY, reads=LEAD)
CheckOut = Notice[int]("check_out", "shift", SILENT, lasts=30 * MINUTE)
RollCallSubmitted = Notice[int, int]("roll_call_submitted", "shift by", WAITS, reads=LEAD)
RollCallFresh = Notice[int, int]("roll_call_fresh", "shift message", ANSWER, "reply", 15 * MINUTE)
MarkCorrected = Notice[int, str, int]("mark_corrected", "shift reason by", WAITS)
MarkCorrectedFor = Notice[int, str, int, int]("mark_corrected_for", "shift reason by person", WAITS)
CheckInQr = Notice[int, str, int, str, int](
    "check_in_qr", "shift url ends_at digits digits_end_at", ANSWER, "reply", TOLD, added="digits digits_end_at"
)
Statement = Notice[int]("statement", "record", WAITS)
StatementSlip = Notice[int, int]("statement_slip", "shift asked_at", WAITS)
StatementQuestion = Notice[int, int, int](
    "statement_question", "record chat message", WAITS, added="chat message", reads=LEAD
)
"""`chat`, `message`: where it was spoken; 0 where it was typed."""
StatementExplained = Notice[int, str, int]("statement_explained", "record answer by", WAITS)
LongDays = Notice[()]("long_days", "", WAITS, lasts=7 * DAY, reads=STAFF)
HoursConfirmed = Notice[str]("hours_confirmed", "records", WAITS, lasts=30 * DAY)
HoursCovered = Notice[int]("hours_covered", "shift", WAITS)
HoursCoveredFor = Notice[int, int]("hours_covered_for", "shift person", WAITS)
HoursTakenBack = Notice[int, str, int]("hours_taken_back", "record reason by", WAITS)
RecordReturned = Notice[int]("record_returned", "record", WAITS)

# Reports and files
MonthReport = Notice[int, str]("month_report", "station month", WAITS, lasts=TOLD, reads=STAFF)
MonthClosed = Notice[int, str]("month_closed", "station month", WAITS, reads=STAFF)
Checkpoint = Notice[int, str]("checkpoint", "number hash", WAITS, reads=STAFF)
"""The end of the chain of notes: `number` notes, the last one's `hash`."""
MonthReminder = Notice[int, str]("month_reminder", "station month", WAITS, reads=STAFF)
MissingReminder = Notice[str, str, str, str]("missing_reminder", "scope kind first last", WAITS, reads=STAFF)
Digest = Notice[str, str]("digest", "monday zone", WAITS, lasts=TOLD, reads=STAFF)
SummaryFile = Notice[str, str, str, str, str]("summary_file", "scope kind first last file", ANSWER, reads=STAFF)
ActivityPaper = Notice[int, str, str]("activity_paper", "shift paper link", ANSWER, reads=LEAD)
RecordOfService = Notice[int]("record_of_service", "paper", ANSWER, added="paper")
KeySheet = Notice[()]("key_sheet", "", ANSWER)
SentPaper = Notice[str, str]("sent_paper", "file language", ANSWER, "reply", DAY)
MyYear = Notice[()]("my_year", "", ANSWER)
MyData = Notice[()]("my_data", "", ANSWER)
Erased = Notice[str]("erased", "language", ANSWER, "reply", DAY)

# Lists of people that somebody brings
RosterArrived = Notice[int]("roster_arrived", "roster", ANSWER, lasts=DAY)
RosterReady = Notice[int]("roster_ready", "roster", ANSWER, lasts=DAY)
RosterProgress = Notice[int, int]("roster_progress", "roster left", ANSWER, lasts=10 * MINUTE)
RosterTemplate = Notice[()]("roster_template", "", ANSWER)
RosterDone = Notice[int]("roster_done", "roster", ANSWER, lasts=DAY)

# People among each other
Broadcast = Notice[int]("broadcast", "broadcast", SILENT)
BroadcastDone = Notice[int]("broadcast_done", "broadcast", SILENT, reads=STAFF)
PassedOn = Notice[int]("passed_on", "said", SILENT, reads=LEAD)
WordTo = Notice[int, int, int, int]("word_to", "sign_up by chat message", SILENT)
PassedAnswer = Notice[int, int, int]("passed_answer", "lead chat message", SILENT)
GuardianAgreed = Notice[int, int]("guardian_agreed", "by shift", SILENT)
GuardianTookBack = Notice[int]("guardian_took_back", "guardian", SILENT)
CompanionAsked = Notice[int]("companion_asked", "child", SILENT)
CompanionNamed = Notice[int, int]("companion_named", "by shift", SILENT)
RoleGiven = Notice[str, int]("role_given", "role station", WAITS)
RoleWithdrawn = Notice[str, int]("role_withdrawn", "role station", WAITS)
CaptainMade = Notice[int]("captain_made", "team", WAITS)
CaptainDismissed = Notice[int]("captain_dismissed", "team", WAITS)
TeamLead = Notice[int]("team_lead", "team", WAITS, reads=STAFF)
TeamsForNow = Notice[str, int]("teams_for_now", "teams again", WAITS, lasts=30 * DAY, reads=STAFF)
"""`again`: 1 where it reminds who leads teams since somebody's role ended."""
AskAge = Notice[()]("ask_age", "", WAITS, lasts=30 * DAY)
Menu = Notice[()]("menu", "", ANSWER)
MenuForAll = Notice[str]("menu_for_all", "client", ANSWER)
