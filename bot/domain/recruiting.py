"""At most so many recruiting messages a person and day: the last one of a day waits and gathers what else is posted."""

from dataclasses import dataclass
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.domain.quiet_hours import QuietHours, out_of_quiet
from bot.domain.times import MINUTE, first_valid, local_day

GATHERED_AT = "18:00"
NEXT_MORNING = "09:00"
LEAST_WAIT = 30 * MINUTE
NEVER_USELESS = 1 << 40


@dataclass(frozen=True, slots=True)
class Leaving:
    """When a recruiting message leaves, and on which day it counts. `together`: with what is posted until then."""

    at: int
    day: date
    together: bool


def leaving(now: int, sent_today: int, per_day: int, zone: ZoneInfo, quiet: QuietHours | None) -> Leaving:
    """For a person who got `sent_today` such messages on this local day and for whom none is gathering."""
    today = local_day(zone, now)
    awake = out_of_quiet(now, NEVER_USELESS, zone, quiet)
    if awake == now and sent_today < per_day - 1:
        return Leaving(now, today, together=False)
    if sent_today < per_day:
        at = max(awake, first_valid(zone, today, GATHERED_AT), now + LEAST_WAIT) if awake == now else awake
    else:
        at = first_valid(zone, today + timedelta(days=1), NEXT_MORNING)
    at = out_of_quiet(at, NEVER_USELESS, zone, quiet)
    return Leaving(at, local_day(zone, at), together=True)
