"""At night a call would wait for the morning, and the tour with it: what should be seen at once begins by day."""

from datetime import timedelta
from zoneinfo import ZoneInfo

from bot.ground.times import first_valid, local, local_day


def by_day(now: int, zone: ZoneInfo) -> int:
    """Now, or at night the next morning."""
    hour = local(zone, now).hour
    if 8 <= hour < 20:
        return now
    return first_valid(zone, local_day(zone, now) + timedelta(days=int(hour >= 20)), "09:00")
