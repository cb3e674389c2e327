"""An activity is what is offered, a shift is when and for how many: capacity and times belong to the shift."""

from enum import StrEnum
from typing import Any

from bot.activities.audiences import Audience as Audience  # noqa: PLC0414 - given on with what is true of an activity
from bot.activities.fields import ActivityFacts as ActivityFacts  # noqa: PLC0414 - as above
from bot.activities.fields import Filled, Said
from bot.activities.fields import ShiftFacts as ShiftFacts  # noqa: PLC0414 - as above
from bot.activities.requirements import required_words
from bot.ground.frozen import Frozen, asdict, narrowed
from bot.ground.refusals import ActivityCancelled, ActivityStarted
from bot.ground.times import HOUR, MINUTE, Span
from bot.stations.settings import StationSettings


class ActivityState(StrEnum):
    """Whether people may sign up; what a shift's clock says comes on top."""

    PUBLISHED = "published"
    ON_HOLD = "on_hold"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class CancelReason(StrEnum):
    """One button each; `OTHER` comes with words."""

    WEATHER = "weather"
    VENUE = "venue"
    BENEFICIARIES = "beneficiaries"
    TOO_FEW = "too_few"
    OTHER = "other"


LONG = 12 * HOUR
"""Longer ones are possible, up to a day, but their lead is warned."""


class Activity(ActivityFacts, kw_only=True):
    """As stored, with the names and the station's path and zone that go with it."""

    id: int
    station_path: str
    station_name: str
    zone: str
    team_name: str | None
    lead_name: str
    state: ActivityState
    cancel_reason: str | None
    cancel_text: str | None
    decide_at: int | None  # on hold: when it will be decided
    revision: int
    created_at: int
    published_at: int | None
    shifts: int  # how many; the word never shows where there is only one
    cancelled_at: int | None = None

    @property
    def cancelled(self) -> bool:
        return self.state == ActivityState.CANCELLED


class Shift(ShiftFacts, kw_only=True):
    """One time window of an activity. `revision` grows only when time or place change."""

    id: int
    taken: int  # confirmed and offered
    revision: int
    activity: Activity

    @property
    def activity_id(self) -> int:
        return self.activity.id

    @property
    def station_id(self) -> int:
        return self.activity.station_id

    @property
    def station_path(self) -> str:
        return self.activity.station_path

    @property
    def zone(self) -> str:
        return self.activity.zone

    @property
    def team_id(self) -> int | None:
        return self.activity.team_id

    @property
    def lead_id(self) -> int:
        return self.activity.lead_id

    @property
    def title(self) -> str:
        return self.activity.title

    @property
    def state(self) -> ActivityState:
        return self.activity.state

    @property
    def span(self) -> Span:
        return Span(self.starts_at, self.ends_at)

    @property
    def served_until(self) -> int:
        """The planned end; of what was cancelled under way, the whole minute of that."""
        cancelled_at = self.activity.cancelled_at
        if cancelled_at is None or cancelled_at >= self.ends_at:
            return self.ends_at
        return max(self.starts_at, cancelled_at - cancelled_at % MINUTE)

    @property
    def broken_off(self) -> bool:
        """Cancelled while it was under way, or in its last minutes before."""
        return self.served_until < self.ends_at

    @property
    def filled(self) -> Filled:
        """As it would be filled in."""
        activity = self.activity
        said: dict[str, Any] = asdict(narrowed(Said, activity)) | asdict(narrowed(ShiftFacts, self))
        return Filled(team=(activity.team_id and activity.team_name) or "", requires=required_words(activity), **said)

    @property
    def free(self) -> int:
        """Places nobody holds; while someone waits, a newcomer waits too, whatever this says."""
        return self.capacity - self.taken


class Led(Frozen):
    """One line of /manage."""

    shift_id: int
    activity_id: int
    title: str
    starts_at: int
    ends_at: int
    zone: str
    capacity: int
    taken: int
    minimum: int | None
    state: ActivityState
    outdoor: bool
    silent: int  # confirmed, asked about the time and place as they are, and no answer
    waiting: int
    roll_call: str | None  # state of the roll-call, None before it opened
    own: bool  # the viewer is its lead
    station_path: str


def check_coming(shift: Shift, now: int) -> None:
    """Something can still change: raises ActivityCancelled, ActivityStarted."""
    if shift.activity.cancelled:
        raise ActivityCancelled(reason=shift.activity.cancel_reason or "other")
    if shift.starts_at <= now:
        raise ActivityStarted(starts_at=shift.starts_at)


def weather_rule(settings: StationSettings, outdoor: bool) -> str:
    """Code of the warnings that call an activity off; `none` where the station has no rule."""
    strict = outdoor and settings.weather_outdoor != "none"
    return settings.weather_outdoor if strict else settings.weather_all
