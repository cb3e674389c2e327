"""At most so many recruiting messages a person and day: what is posted beyond that is told in one, next morning."""

from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen
from bot.ground.quiet_hours import QuietHours, out_of_quiet
from bot.ground.times import first_valid, local_day

NEXT_MORNING = "09:00"
NEVER_USELESS = 1 << 40


class Leaving(Frozen):
    """When a recruiting message leaves, and on which day it counts. `together`: with what is posted until then."""

    at: int
    day: date
    together: bool


def leaving(now: int, sent_today: int, per_day: int, zone: ZoneInfo, quiet: QuietHours | None) -> Leaving:
    """For a person who got `sent_today` such messages on this local day and for whom none is gathering."""
    today = local_day(zone, now)
    awake = out_of_quiet(now, NEVER_USELESS, zone, quiet)
    if awake == now and sent_today < per_day:
        return Leaving(now, today, together=False)
    tomorrow = first_valid(zone, today + timedelta(days=1), NEXT_MORNING)
    at = awake if awake > now and sent_today < per_day else out_of_quiet(tomorrow, NEVER_USELESS, zone, quiet)
    return Leaving(at, local_day(zone, at), together=True)
