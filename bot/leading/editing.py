"""Editing reads the one field anew, with the readers of posting; everything else stays as it is stored."""

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from bot.activities.kinds import read_kind
from bot.activities.rules import Activity, ActivityFacts, Audience, Shift, ShiftFacts
from bot.ground.frozen import Frozen, narrowed, replace
from bot.ground.reading.numbers import read_capacity, read_yes_or_no
from bot.ground.refusals import MinimumAboveCapacity, UnknownChoice, UnknownField
from bot.ground.text import clean_line, folded, line, lines, quoted
from bot.ground.times import zone_named
from bot.posting.fields import LIMITS, OTHER_LIMIT, check_break, read_audience, read_break
from bot.posting.moments import read_deadline, read_end, read_meeting
from bot.posting.postponing import read_new_times
from bot.posting.rules import read_requirements, required_words

CLEARED = {"-", "—", "none", "无", "無", "没有", "沒有"}
"""Typed to empty a field."""


class Context(Frozen):
    """What reading a field leans on. `trainings`: names as written by how they are read."""

    shift: Shift
    now: int
    zone: ZoneInfo
    trainings: Mapping[str, str]


class Edited(Frozen):
    """A shift and its activity as they will be. `moved`: time or place differ, so people are asked again."""

    activity: ActivityFacts
    shift: ShiftFacts
    moved: bool
    place_moved: bool  # that goes for every shift of the activity


Facts = tuple[ActivityFacts, ShiftFacts]
Editor = Callable[[Facts, str, Context], Facts]


def edited(shift: Shift, field: str, text: str, *, now: int, trainings: Mapping[str, str]) -> Edited:
    """With the field as typed; a dash empties what may be empty. Raises UnknownField and what its reader raises."""
    if field not in EDITORS:
        raise UnknownField(key=quoted(field))
    before = (activity_facts(shift.activity), shift_facts(shift))
    if clean_line(text).casefold() in CLEARED and field in EMPTY:
        activity, times = emptied(before, field)
    else:
        activity, times = EDITORS[field](before, text, Context(shift, now, zone_named(shift.zone), trainings))
    if activity.break_minutes:
        check_break(activity.break_minutes, times.starts_at, times.ends_at)
    place = (activity.place, activity.meet_place) != (shift.activity.place, shift.activity.meet_place)
    time = (times.starts_at, times.ends_at, times.meet_at) != (shift.starts_at, shift.ends_at, shift.meet_at)
    return Edited(activity, times, moved=place or time, place_moved=place)


def activity_facts(activity: Activity) -> ActivityFacts:
    return narrowed(ActivityFacts, activity)


def shift_facts(shift: Shift) -> ShiftFacts:
    return narrowed(ShiftFacts, shift)


def postponed(times: ShiftFacts, starts_at: int, ends_at: int | None = None) -> ShiftFacts:
    """End, meeting and deadline keep their distance from the start, unless the end is given."""
    by = starts_at - times.starts_at
    return replace(
        times,
        starts_at=starts_at,
        ends_at=times.ends_at + by if ends_at is None else ends_at,
        meet_at=times.meet_at + by,
        deadline_at=None if times.deadline_at is None else times.deadline_at + by,
    )


EMPTY = {
    "contact": {"contact": ""},
    "risk": {"risk": ""},
    "description": {"description": ""},
    "bring": {"bring": ""},
    "clothing": {"clothing": ""},
    "transport": {"transport": ""},
    "insurance": {"insurance": ""},
    "requires": {"training": None, "minimum_age": None, "language": "", "strength": ""},
    "break": {"break_minutes": 0},
    "map": {"latitude": None, "longitude": None},
    "minimum": {"minimum": None},
    "deadline": {"deadline_at": None},
}
OF_SHIFT = {"minimum", "deadline"}


def emptied(before: Facts, field: str) -> Facts:
    activity, times = before
    if field in OF_SHIFT:
        return activity, replace(times, **EMPTY[field])  # type: ignore[arg-type]  # the table names fields that may be None
    return replace(activity, **EMPTY[field]), times  # type: ignore[arg-type]  # as above


def a_line(field: str) -> Editor:
    def edit(before: Facts, text: str, context: Context) -> Facts:
        said = line(field, text, LIMITS.get(field, OTHER_LIMIT))
        return replace(before[0], **{field: said}), before[1]

    return edit


def place(before: Facts, text: str, context: Context) -> Facts:
    """Where people met at the place itself, they meet at the new one."""
    said = line("place", text, LIMITS["place"])
    meet = said if before[0].meet_place == before[0].place else before[0].meet_place
    return replace(before[0], place=said, meet_place=meet, latitude=None, longitude=None), before[1]


def start(before: Facts, text: str, context: Context) -> Facts:
    return before[0], postponed(before[1], *read_new_times(text, context.shift, context.now))


def end(before: Facts, text: str, context: Context) -> Facts:
    return before[0], replace(before[1], ends_at=read_end(text, before[1].starts_at, context.now, context.zone))


def meet(before: Facts, text: str, context: Context) -> Facts:
    meet_at, point = read_meeting(text, before[1].starts_at, context.zone)
    point = line("meet", point, LIMITS["place"]) if point else before[0].meet_place
    return replace(before[0], meet_place=point), replace(before[1], meet_at=meet_at or before[1].meet_at)


def capacity(before: Facts, text: str, context: Context) -> Facts:
    places = read_capacity(text)
    minimum = before[1].minimum
    if minimum is not None and minimum > places:
        raise MinimumAboveCapacity(minimum=minimum, capacity=places)
    return before[0], replace(before[1], capacity=places)


def minimum(before: Facts, text: str, context: Context) -> Facts:
    least = read_capacity(text)
    if least > before[1].capacity:
        raise MinimumAboveCapacity(minimum=least, capacity=before[1].capacity)
    return before[0], replace(before[1], minimum=least)


def deadline(before: Facts, text: str, context: Context) -> Facts:
    return before[0], replace(
        before[1], deadline_at=read_deadline(text, before[1].starts_at, context.now, context.zone)
    )


def requires(before: Facts, text: str, context: Context) -> Facts:
    found = read_requirements(line("requires", text, OTHER_LIMIT), context.trainings)
    return replace(
        before[0],
        training=found.training,
        minimum_age=found.minimum_age,
        language=found.language,
        strength=found.strength,
    ), before[1]


def rest(before: Facts, text: str, context: Context) -> Facts:
    return replace(before[0], break_minutes=read_break(text)), before[1]


def audience(before: Facts, text: str, context: Context) -> Facts:
    """A team's audience needs a team."""
    said = Audience(read_audience(text))
    if said == Audience.TEAM and before[0].team_id is None:
        raise UnknownChoice(field="audience", value=quoted(text), choices=("station", "everyone"))
    return replace(before[0], audience=said), before[1]


def point(before: Facts, text: str, context: Context) -> Facts:
    """Latitude and longitude, as '22.5431, 114.0579'."""
    parts = folded(text).replace(",", " ").split()
    try:
        latitude, longitude = (float(part) for part in parts)
    except ValueError:
        raise UnknownChoice(field="map", value=quoted(text), choices=("22.5431, 114.0579",)) from None
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise UnknownChoice(field="map", value=quoted(text), choices=("22.5431, 114.0579",))
    return replace(before[0], latitude=f"{latitude:.6f}", longitude=f"{longitude:.6f}"), before[1]


def address(before: Facts, text: str, context: Context) -> Facts:
    """Whether the exact place and the contact go to confirmed people only."""
    return replace(before[0], confirmed_only=read_yes_or_no("address", text)), before[1]


def companions(before: Facts, text: str, context: Context) -> Facts:
    return replace(before[0], companions=read_yes_or_no("companions", text)), before[1]


EDITORS: dict[str, Editor] = {
    "title": a_line("title"),
    "start": start,
    "end": end,
    "place": place,
    "meet": meet,
    "capacity": capacity,
    "contact": a_line("contact"),
    "risk": a_line("risk"),
    "description": lambda before, text, context: (
        replace(before[0], description=lines("description", text, LIMITS["description"])),
        before[1],
    ),
    "bring": a_line("bring"),
    "clothing": a_line("clothing"),
    "transport": a_line("transport"),
    "minimum": minimum,
    "deadline": deadline,
    "requires": requires,
    "break": rest,
    "insurance": a_line("insurance"),
    "kind": lambda before, text, context: (replace(before[0], kind=read_kind(text)), before[1]),
    "outdoor": lambda before, text, context: (replace(before[0], outdoor=read_yes_or_no("outdoor", text)), before[1]),
    "audience": audience,
    "companions": companions,
    "map": point,
    "address": address,
}
"""What can be edited, the usual ones first; `map` is the point on the map, `address` who is told the exact place."""
FIELDS = tuple(EDITORS)
FREE = frozenset(
    {
        *("title", "place", "meet", "contact", "risk", "description"),
        *("bring", "clothing", "transport", "insurance", "requires"),
    }
)
"""Fields that take any words: also those that were meant for somebody else."""


def said_now(activity: Activity, field: str) -> str:
    """What a free field says now."""
    if field == "requires":
        return required_words(activity)
    return str(getattr(activity, "meet_place" if field == "meet" else field))
