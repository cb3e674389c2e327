"""How the fields of an activity are read that are no plain words or choices: they lean on each other.

`before` is what stands already: `Filled`, at posting with what was read so far, at editing as it is stored.
"""

from typing import Any
from zoneinfo import ZoneInfo

from bot.activities.audiences import Audience, read_audience
from bot.activities.reading_times import read_deadline, read_end, read_meeting, read_moved, read_start
from bot.activities.requirements import read_requirements
from bot.ground.filling import Changes, Leaning
from bot.ground.frozen import asdict
from bot.ground.reading.hours import read_short
from bot.ground.reading.numbers import read_capacity
from bot.ground.refusals import BreakTooLong, MinimumAboveCapacity, UnknownChoice
from bot.ground.text import folded, line, quoted
from bot.ground.times import MINUTE, local_clock, wall_clock

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


def start(text: str, before: Any, leaning: Leaning) -> Changes:
    """When an activity starts, and its end where a span was typed."""
    return dict(zip(("starts_at", "ends_at"), read_start(text, leaning.now, leaning.zone), strict=True))


def another_start(text: str, before: Any, leaning: Leaning) -> Changes:
    """Another start for an activity that has one."""
    return moved(before, *read_moved(text, before.starts_at, before.ends_at, leaning.now, leaning.zone))


def moved(times: Any, starts_at: int, ends_at: int | None = None) -> Changes:
    """End, meeting and deadline keep their distance from the start, unless the end is given."""
    by = starts_at - (times.starts_at or starts_at)
    before = {name: getattr(times, name) for name in ("ends_at", "meet_at", "deadline_at")}
    after = {name: at and at + by for name, at in before.items()}
    return {**after, "starts_at": starts_at, "ends_at": ends_at or after["ends_at"]}


def end(text: str, before: Any, leaning: Leaning) -> int | None:
    """When an activity ends. Without a start it says nothing yet: it stays with the draft as typed."""
    return None if before.starts_at is None else read_end(text, before.starts_at, leaning.now, leaning.zone)


def deadline(text: str, before: Any, leaning: Leaning) -> int:
    """Until when people may sign up."""
    return read_deadline(text, before.starts_at, leaning.now, leaning.zone)


def wall(value: int, values: Any, zone: ZoneInfo) -> str:
    """A moment of an activity as it would be typed."""
    return wall_clock(zone, value)


def meeting(text: str, before: Any, leaning: Leaning) -> Changes:
    """When and where: what is not said of it stays as it was."""
    meet_at, place = read_meeting(text, before.starts_at, leaning.zone)
    place = line("meet", place, PLACE) if place else before.meet_place
    return {"meet_at": before.meet_at if meet_at is None else meet_at, "meet_place": place}


def meeting_written(value: str, values: Any, zone: ZoneInfo) -> str:
    """Time and place of the meeting as they would be typed."""
    return "" if values.meet_at is None else f"{local_clock(zone, values.meet_at)}, {value}".strip(", ")


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
