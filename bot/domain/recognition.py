"""The bot says that somebody "has reached the standard of" a level; the honour itself is the office's to give.

Mainland: one to five stars at 100, 300, 600, 1000 and 1500 hours in all (Measures for the recording of voluntary
service, Ministry of Civil Affairs, 2012). Hong Kong: bronze, silver and gold at 50, 100 and 200 hours in a calendar
year (Volunteer Movement).
"""

from bot.domain.frozen import Frozen


class Scheme(Frozen):
    """`span` says which minutes count: 'all' ever, or those of the calendar 'year'. Hours rise."""

    span: str
    hours: tuple[int, ...]


class Standing(Frozen):
    """`level` 0 is none yet. At the top level there is no next: both are None."""

    level: int
    next_hours: int | None
    missing_minutes: int | None


SCHEMES = {
    "none": Scheme("all", ()),
    "mainland_stars": Scheme("all", (100, 300, 600, 1000, 1500)),
    "hong_kong_hours": Scheme("year", (50, 100, 200)),
}
"""By the value of the setting `recognition`."""


def standing(scheme: Scheme, minutes: int) -> Standing:
    """The level that verified minutes reach, and what is missing to the next. Exact minutes, never rounded ones."""
    level = sum(minutes >= hours * 60 for hours in scheme.hours)
    if level == len(scheme.hours):
        return Standing(level, None, None)
    return Standing(level, scheme.hours[level], scheme.hours[level] * 60 - minutes)
