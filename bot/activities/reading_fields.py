"""How the fields of an activity are read that are no plain words or choices: they lean on each other. Those that are
times are read in `reading_times.py`.

`before` is what stands already: `Filled`, at posting with what was read so far, at editing as it is stored.
"""

from typing import Any

from bot.activities.audiences import Audience, read_audience
from bot.activities.requirements import read_requirements
from bot.ground.filling import Changes, Leaning
from bot.ground.frozen import asdict
from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import read_capacity
from bot.ground.refusals import BreakTooLong, MinimumAboveCapacity, UnknownChoice
from bot.ground.text import folded, line, quoted
from bot.ground.times import MINUTE

PLACE = 120  # code points
LONGEST_BREAK = 10 * 60
NOWHERE: Changes = {"latitude": None, "longitude": None}


def another_place(text: str, before: Any, leaning: Leaning) -> Changes:
    """Where people met at the place itself, they meet at the new one; the point on the map was the old one's."""
    place = line("place", text, PLACE)
    meet = place if before.meet_place == before.place else before.meet_place
    return {"place": place, "meet_place": meet, **NOWHERE}


def another_audience(text: str, before: Any, leaning: Leaning) -> Audience:
    """A team's audience needs a team."""
    said = read_audience(text)
    if said == Audience.TEAM and not before.team:
        raise UnknownChoice(field="audience", value=quoted(text), choices=(Audience.STATION, Audience.EVERYONE))
    return said


def other_requirements(text: str, before: Any, leaning: Leaning) -> Changes:
    """Until it is published they are kept in words: trainings are known by name, and names may come."""
    return asdict(read_requirements(line("requires", text, 200), leaning.names))


def point(text: str, before: Any, leaning: Leaning) -> Changes:
    """On the map, as '22.5431, 114.0579'."""
    unknown = UnknownChoice(field="map", value=quoted(text), choices=("22.5431, 114.0579",))
    try:
        latitude, longitude = (float(part) for part in folded(text).replace(",", " ").split())
    except ValueError:
        raise unknown from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise unknown
    return {"latitude": f"{latitude:.6f}", "longitude": f"{longitude:.6f}"}


def capacity(text: str, before: Any, leaning: Leaning) -> int:
    """How many places. Raises MinimumAboveCapacity."""
    places = read_capacity(text)
    return checked(places, places, before.minimum)


def minimum(text: str, before: Any, leaning: Leaning) -> int:
    """How many people at least. Raises MinimumAboveCapacity."""
    least = read_capacity(text)
    return checked(least, before.capacity, least)


def checked(read: int, capacity: int | None, minimum: int | None) -> int:
    """What was read, if both fit. Raises MinimumAboveCapacity."""
    if capacity is not None and minimum is not None and minimum > capacity:
        raise MinimumAboveCapacity(minimum=minimum, capacity=capacity)
    return read


def rest(text: str, before: Any, leaning: Leaning) -> int:
    """The break: minutes that are not credited."""
    minutes = read_short("break", text, 0, LONGEST_BREAK)
    if before.starts_at is not None and before.ends_at is not None:
        check_break(minutes, before.starts_at, before.ends_at)
    return minutes


def check_break(minutes: int, starts_at: int, ends_at: int) -> None:
    """Something is left to be credited. Raises BreakTooLong."""
    planned = (ends_at - starts_at) // MINUTE
    if minutes >= planned:
        raise BreakTooLong(break_minutes=minutes, minutes=planned)
