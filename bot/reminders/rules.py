"""A reminder is of use until the next one of its row is due, the last until the start: after a stop people get one.

Rules: volunteers 72 h (who signed up long ahead), 24 h and 2 h before; the lead gets the list on the evening before,
changes 1 h before, and warnings 72 h and 24 h before while there are too few. All hours are settings; 0 switches off.
"""

from collections.abc import Iterable
from enum import StrEnum
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.quiet_hours import out_of_quiet
from bot.ground.times import DAY, HOUR, evening_before
from bot.stations.settings import StationSettings


class Kind(StrEnum):
    """Each at most once per shift, its revision, and person."""

    EARLY = "early"
    DAY_BEFORE = "day_before"
    MEETING = "meeting"
    LEAD_LIST = "lead_list"
    LEAD_CHANGES = "lead_changes"
    TOO_FEW = "too_few"
    TOO_FEW_STILL = "too_few_still"


class Reminder(Frozen):
    """Due at `at`, already out of quiet hours; to be sent while `at <= now < useless_after`."""

    kind: Kind
    at: int
    useless_after: int

    def owed(self, now: int) -> bool:
        """Due and still of use: the rule for a late one, too."""
        return self.at <= now < self.useless_after


def for_volunteer(starts_at: int, confirmed_at: int, zone: ZoneInfo, settings: StationSettings) -> tuple[Reminder, ...]:
    """What somebody is owed who was confirmed at `confirmed_at`: nothing that was due before."""
    early = settings.early_reminder_hours and signed_up_long_ago(starts_at, confirmed_at, settings)
    wanted = (
        (Kind.EARLY, starts_at - settings.early_reminder_hours * HOUR, early),
        (Kind.DAY_BEFORE, starts_at - settings.reminder_hours * HOUR, settings.reminder_hours),
        (Kind.MEETING, starts_at - settings.meeting_reminder_hours * HOUR, settings.meeting_reminder_hours),
    )
    return _row(((kind, at) for kind, at, on in wanted if on), starts_at, confirmed_at, zone, settings)


def signed_up_long_ago(starts_at: int, confirmed_at: int, settings: StationSettings) -> bool:
    """Whether the early reminder is owed: "those who signed up more than 7 days ago", as of when it is due.

    *Ago* is counted back from the reminder and not from the start: with 72 h and 7 days, who was confirmed more than
    ten days before the start. Who signed up later has it fresh in mind and hears the day before. Where quiet hours move
    the reminder, that changes nothing about who gets it.
    """
    due_at = starts_at - settings.early_reminder_hours * HOUR
    return due_at - confirmed_at > settings.early_reminder_if_days * DAY


def for_lead(starts_at: int, published_at: int, zone: ZoneInfo, settings: StationSettings) -> tuple[Reminder, ...]:
    """The list, and then what changed (if anything did). Nothing that was due before the activity was published."""
    wanted = [(Kind.LEAD_LIST, evening_before(zone, starts_at, settings.lead_list_time))]
    if settings.lead_changes_hours:
        wanted.append((Kind.LEAD_CHANGES, starts_at - settings.lead_changes_hours * HOUR))
    return _row(wanted, starts_at, published_at, zone, settings)


def for_minimum(starts_at: int, published_at: int, zone: ZoneInfo, settings: StationSettings) -> tuple[Reminder, ...]:
    """Warnings to the lead, if at that time fewer are coming than the minimum."""
    hours = ((Kind.TOO_FEW, settings.minimum_warning_hours), (Kind.TOO_FEW_STILL, settings.minimum_last_warning_hours))
    return _row(((kind, starts_at - n * HOUR) for kind, n in hours if n), starts_at, published_at, zone, settings)


def _row(
    wanted: Iterable[tuple[Kind, int]], starts_at: int, since: int, zone: ZoneInfo, settings: StationSettings
) -> tuple[Reminder, ...]:
    """Moved out of quiet hours, the last first, because each must come before the next to be of use."""
    found: list[Reminder] = []
    useless_after = starts_at
    for kind, due_at in sorted(wanted, key=lambda pair: pair[1], reverse=True):
        at = out_of_quiet(due_at, useless_after, zone, settings.quiet)
        if since < at < useless_after:
            found.append(Reminder(kind, at, useless_after))
            useless_after = at
    return tuple(reversed(found))
