"""Which notices a person may silence. What concerns a promise that was given (a day-before reminder, a cancellation,
a place that opened, the hours statement) cannot be."""

from enum import StrEnum

from bot.ground.frozen import Frozen


class Silenced(StrEnum):
    RECRUITING = "recruiting"  # new activities
    EARLY = "early"  # the reminder three days ahead
    SHORT = "short"  # the reminder two hours ahead
    DIGEST = "digest"  # the weekly summary to leads and captains


class Pause(Frozen):
    """All of them are off for a while. ``until``: seconds since 1970; None until the person says so."""

    until: int | None
