"""Sums of hours as stations count them: which kinds count, and shares that add up to the whole."""

from bot.hours.credit import shown
from bot.stations.settings import StationSettings

HALF_HOUR = 30


def counting(settings: StationSettings) -> frozenset[str]:
    """The natures of time that count toward hours: service, and what the station says besides."""
    more = {"training": settings.count_training, "preparation": settings.count_preparation}
    return frozenset({"service", *(nature for nature, counts in more.items() if counts)})


def shown_parts(parts: list[int], rounding: str) -> list[int]:
    """Minutes of each part as shown, so that they add up to what is shown of their sum: the largest rests get more."""
    if rounding == "exact":
        return parts
    made = [part // HALF_HOUR * HALF_HOUR for part in parts]
    missing = (shown(sum(parts), rounding) - sum(made)) // HALF_HOUR
    by_rest = sorted(range(len(parts)), key=lambda i: (-(parts[i] % HALF_HOUR), i))
    for i in by_rest[:missing]:
        made[i] += HALF_HOUR
    return made
