"""Every notice there is, one a row: its kind, the facts it carries, its night, its class, and how long it is of use.

A notice is worded when it leaves, out of its facts; ``@journey.notice`` says how. ``Promoted(17)`` is one of a kind,
ready to be told. Kinds and the names of facts stand in the outbox: never give an old one another meaning.
"""

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
    REMINDER = "reminder"
    PROMOTED = "promoted"
    OFFER = "offer"
    SIGNED_UP = "signed_up"
    WITHDRAWN = "withdrawn"
    COMING = "coming"  # nothing was lost: somebody takes part whom the bot does not reach


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
    """``lasts``: seconds from when it is told; None for ever. ``matter``: what to phone about where it is lost."""

    def __init__(
        self,
        kind: str,
        names: str,
        night: Night,
        class_: NoticeClass = "normal",
        lasts: Lasts = None,
        *,
        matter: Matter | None = None,
    ) -> None:
        if kind in KINDS:
            raise ValueError(f"two notices are called {kind}")
        self.kind, self.names, self.night = kind, tuple(names.split()), night
        self.class_, self.lasts, self.matter = class_, lasts, matter
        KINDS[kind] = self

    def __call__(self, *facts: *Facts) -> Told:
        return Told(self, facts)

    def __repr__(self) -> str:
        return self.kind


AnyNotice = Notice[*tuple[Any, ...]]

# To whoever is asked to help, and about an activity in hand
Recruiting = Notice[int]("recruiting", "activity", WAITS, lasts=TOLD)
RecruitingMore = Notice[int]("recruiting_more", "since", WAITS, lasts=TOLD)
AskWaiting = Notice[int, int]("ask_waiting", "shift revision", WAITS, lasts=TOLD)
Calendar = Notice[int]("calendar", "shift", ANSWER, "reply")
Moved = Notice[int, int]("moved", "sign_up revision", WAITS, "critical", TOLD, matter=Matter.MOVED)
GroupMoved = Notice[int, int]("group_moved", "place revision", WAITS, "critical", TOLD, matter=Matter.GROUP_MOVED)
Cancelled = Notice[int, int]("cancelled", "activity revision", OWN_RULE, "critical", TOLD, matter=Matter.CANCELLED)
Held = Notice[int, int]("held", "activity revision", SILENT, "critical", TOLD, matter=Matter.HELD)
GoesAhead = Notice[int, int]("goes_ahead", "activity revision", SILENT, "critical", TOLD, matter=Matter.GOES_AHEAD)
Decide = Notice[int, int]("decide", "shift decide_at", SILENT, lasts=TOLD)
HandedOver = Notice[int, int]("handed_over", "activity revision", SILENT, "critical")
HelperNamed = Notice[int, int]("helper_named", "activity revision", SILENT, "critical")

# About a place
Promoted = Notice[int]("promoted", "sign_up", WAITS, "critical", lasts=TOLD, matter=Matter.PROMOTED)
Offer = Notice[int]("offer", "sign_up", OWN_RULE, "critical", lasts=TOLD, matter=Matter.OFFER)
OpenPlace = Notice[int]("open_place", "sign_up", OWN_RULE, "critical", lasts=TOLD, matter=Matter.OFFER)
OfferExpired = Notice[int]("offer_expired", "sign_up", WAITS, lasts=TOLD)
SignedUpFor = Notice[int]("signed_up_for", "sign_up", WAITS, lasts=TOLD, matter=Matter.SIGNED_UP)
WithdrawnBy = Notice[int]("withdrawn_by", "sign_up", WAITS, lasts=TOLD, matter=Matter.WITHDRAWN)
WithdrewLate = Notice[int]("withdrew_late", "sign_up", SILENT, lasts=TOLD)
RunningLate = Notice[int]("running_late", "sign_up", SILENT, lasts=TOLD)
GroupNames = Notice[int, int]("group_names", "place revision", WAITS, lasts=TOLD)

# Before it begins
Reminder = Notice[int, int]("reminder", "sign_up revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
Meeting = Notice[int, int]("meeting", "sign_up revision", WAITS, lasts=TOLD, matter=Matter.REMINDER)
LeadList = Notice[str]("lead_list", "shifts", WAITS, lasts=TOLD)
LeadChanges = Notice[int, int, int]("lead_changes", "shift revision since", WAITS, lasts=TOLD)
TooFew = Notice[int, int]("too_few", "shift revision", WAITS, lasts=TOLD)

# Whom somebody must phone
CallList = Notice[int, int]("call_list", "activity told_at", OWN_RULE, lasts=TOLD)
HoursUnseen = Notice[int]("hours_unseen", "record", WAITS)

# The roll, and the hours that come of it
RollCallCard = Notice[int]("roll_call_card", "shift", SILENT)
RollCallHanded = Notice[int, int]("roll_call_handed", "shift by", SILENT)
RollCallSubmitted = Notice[int, int]("roll_call_submitted", "shift by", WAITS)
RollCallFresh = Notice[int, int]("roll_call_fresh", "shift message", ANSWER, "reply", 15 * MINUTE)
CheckInQr = Notice[int, str, int]("check_in_qr", "shift url ends_at", ANSWER, "reply", TOLD)
Statement = Notice[int]("statement", "record", WAITS)
StatementQuestion = Notice[int]("statement_question", "record", WAITS)
StatementExplained = Notice[int, str, int]("statement_explained", "record answer by", WAITS)
HoursTakenBack = Notice[int, str, int]("hours_taken_back", "record reason by", WAITS)
RecordReturned = Notice[int]("record_returned", "record", WAITS)

# Reports and files
MonthReport = Notice[int, str]("month_report", "station month", WAITS, lasts=TOLD)
MonthClosed = Notice[int, str]("month_closed", "station month", WAITS)
MonthReminder = Notice[int, str]("month_reminder", "station month", WAITS)
Digest = Notice[str, str]("digest", "monday zone", WAITS, lasts=TOLD)
SummaryFile = Notice[str, str, str, str, str]("summary_file", "scope kind first last file", ANSWER)
RecordOfService = Notice[()]("record_of_service", "", ANSWER)
MyData = Notice[()]("my_data", "", ANSWER)
Erased = Notice[str]("erased", "language", ANSWER, "reply", DAY)

# People among each other
Broadcast = Notice[int]("broadcast", "broadcast", SILENT)
BroadcastDone = Notice[int]("broadcast_done", "broadcast", SILENT)
PassedOn = Notice[int]("passed_on", "said", SILENT)
PassedAnswer = Notice[int, int, int]("passed_answer", "lead chat message", SILENT)
GuardianAgreed = Notice[int, int]("guardian_agreed", "by shift", SILENT)
GuardianTookBack = Notice[int]("guardian_took_back", "guardian", SILENT)
CompanionAsked = Notice[int]("companion_asked", "child", SILENT)
CompanionNamed = Notice[int, int]("companion_named", "by shift", SILENT)
RoleGiven = Notice[str, int]("role_given", "role station", WAITS)
RoleWithdrawn = Notice[str, int]("role_withdrawn", "role station", WAITS)
CaptainMade = Notice[int]("captain_made", "team", WAITS)
CaptainDismissed = Notice[int]("captain_dismissed", "team", WAITS)
TeamLead = Notice[int]("team_lead", "team", WAITS)
AskAge = Notice[()]("ask_age", "", WAITS, lasts=30 * DAY)
Menu = Notice[()]("menu", "", ANSWER)
MenuForAll = Notice[str]("menu_for_all", "client", ANSWER)
