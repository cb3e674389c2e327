"""What one person sees of activities: facts for screens, already limited to what this person may know."""

from bot.domain.activities import ActivityState, Shift
from bot.domain.frozen import Frozen
from bot.domain.presets import StationSettings
from bot.domain.sign_ups import SignUp, SignUpState

PAGE = 6
WEEKS = 6


class ShiftCard(Frozen):
    """A shift as one viewer may see it. `weather` is the code of the warnings that call it off."""

    shift: Shift
    started: bool
    over: bool
    mine: SignUp | None  # the viewer's own live sign-up
    waits: bool  # somebody is on the waiting list: a newcomer waits too
    may_sign_up_others: bool
    may_manage: bool
    weather: str
    weather_hours: int
    shut: bool = False  # the deadline has passed

    @property
    def exact(self) -> bool:
        """Whether this viewer is told the exact place and contact."""
        confirmed = self.mine is not None and self.mine.state == SignUpState.CONFIRMED
        return confirmed or self.may_manage or not self.shift.activity.confirmed_only

    @property
    def open(self) -> bool:
        """Whether a new sign-up has a chance, for a place or the waiting list."""
        return self.shift.state == ActivityState.PUBLISHED and not self.started and not self.shut


class Offered(Frozen):
    """A coming shift as a list shows it to one person."""

    shift_id: int
    activity_id: int
    title: str
    kind: str
    starts_at: int
    ends_at: int
    zone: str
    capacity: int
    taken: int
    state: ActivityState
    mine: str | None  # state of the person's own live sign-up
    own: bool  # of a team the person is in

    @property
    def free(self) -> int:
        return self.capacity - self.taken


class OfferedPage(Frozen):
    """One page of /activities; `week` -1 is any, 0 this week, 1 the next …"""

    offers: tuple[Offered, ...]
    page: int
    kind: str
    week: int
    more: bool
    alone: bool = False  # the viewer is in no team, and so hears only of what is for everyone


def weather_rule(settings: StationSettings, outdoor: bool) -> str:
    """Code of the warnings that call an activity off; `none` where the station has no rule."""
    strict = outdoor and settings.weather_outdoor != "none"
    return settings.weather_outdoor if strict else settings.weather_all
