"""Nothing is asked twice: what the lead does not say has a default, and one bad field keeps all others.

The meeting is 15 minutes before the start at the same place; indoors, without breaks, for the team if there is one,
else for the station. Risk is prefilled by kind elsewhere; the contact is the lead.
"""

from collections.abc import Callable, Mapping
from typing import Any
from zoneinfo import ZoneInfo

from bot.activities.kinds import read_kind
from bot.ground.frozen import Frozen, replace
from bot.ground.reading.numbers import read_capacity, read_yes_or_no
from bot.ground.refusals import MinimumAboveCapacity, Refusal
from bot.ground.text import line, lines
from bot.ground.times import MINUTE
from bot.posting.fields import LIMITS, OTHER_LIMIT, check_break, read_audience, read_break
from bot.posting.moments import read_deadline, read_end, read_meeting, read_start

REQUIRED = ("title", "kind", "place", "start", "end", "capacity")
MEET_BEFORE = 15 * MINUTE
_TEXTS = ("title", "team", "place", "risk", "contact", "bring", "transport", "clothing", "insurance", "requires")


class PostValues(Frozen, kw_only=True):
    """Typed values; None is "not said" or not readable. `team` and `requires` are words still to be looked up."""

    title: str | None = None
    kind: str | None = None
    team: str | None = None
    place: str | None = None
    starts_at: int | None = None
    ends_at: int | None = None
    capacity: int | None = None
    risk: str | None = None
    meet_at: int | None = None
    meet_place: str | None = None
    contact: str | None = None
    outdoor: bool = False
    description: str | None = None
    minimum: int | None = None
    bring: str | None = None
    transport: str | None = None
    clothing: str | None = None
    insurance: str | None = None
    requires: str | None = None
    break_minutes: int = 0
    deadline_at: int | None = None
    audience: str | None = None
    companions: bool = False  # people may bring somebody along


class PostReading(Frozen):
    """The values that could be read, why others could not (by field code), and which required ones are missing."""

    values: PostValues
    problems: dict[str, Refusal]
    missing: tuple[str, ...]


def read_post(typed: Mapping[str, str], *, now: int, zone: ZoneInfo) -> PostReading:
    """The values of a form, defaults filled in; never raises. A field with a problem is not also missing."""
    values, problems = PostValues(), dict[str, Refusal]()
    for field, read in _READERS.items():
        if field in typed:
            try:
                values = replace(values, **read(typed[field], values, now, zone))
            except Refusal as problem:
                problems[field] = problem
                values = replace(values, ends_at=None) if field == "end" else values  # not the end of a span either
    values = _with_defaults(values)
    return PostReading(values, problems, tuple(_missing(values, problems)))


_Reader = Callable[[str, PostValues, int, ZoneInfo], dict[str, Any]]


def _text(field: str) -> _Reader:
    return lambda text, values, now, zone: {field: line(field, text, LIMITS.get(field, OTHER_LIMIT))}


def _start(text: str, values: PostValues, now: int, zone: ZoneInfo) -> dict[str, Any]:
    starts_at, ends_at = read_start(text, now, zone)
    return {"starts_at": starts_at, "ends_at": ends_at}


def _end(text: str, values: PostValues, now: int, zone: ZoneInfo) -> dict[str, Any]:
    """Without a start the end says nothing yet: it stays with the draft as typed."""
    return {} if values.starts_at is None else {"ends_at": read_end(text, values.starts_at, now, zone)}


def _meet(text: str, values: PostValues, now: int, zone: ZoneInfo) -> dict[str, Any]:
    meet_at, place = read_meeting(text, values.starts_at, zone)
    return {"meet_at": meet_at, "meet_place": place and line("meet", place, LIMITS["place"])}


def _minimum(text: str, values: PostValues, now: int, zone: ZoneInfo) -> dict[str, Any]:
    minimum = read_capacity(text)
    if values.capacity is not None and minimum > values.capacity:
        raise MinimumAboveCapacity(minimum=minimum, capacity=values.capacity)
    return {"minimum": minimum}


def _break(text: str, values: PostValues, now: int, zone: ZoneInfo) -> dict[str, Any]:
    minutes = read_break(text)
    if values.starts_at is not None and values.ends_at is not None:
        check_break(minutes, values.starts_at, values.ends_at)
    return {"break_minutes": minutes}


_READERS: dict[str, _Reader] = {
    **{field: _text(field) for field in _TEXTS},
    "description": lambda text, values, now, zone: {"description": lines("description", text, LIMITS["description"])},
    "kind": lambda text, values, now, zone: {"kind": read_kind(text)},
    "capacity": lambda text, values, now, zone: {"capacity": read_capacity(text)},
    "minimum": _minimum,
    "start": _start,
    "end": _end,
    "break": _break,
    "meet": _meet,
    "outdoor": lambda text, values, now, zone: {"outdoor": read_yes_or_no("outdoor", text)},
    "deadline": lambda text, values, now, zone: {"deadline_at": read_deadline(text, values.starts_at, now, zone)},
    "audience": lambda text, values, now, zone: {"audience": read_audience(text)},
    "companions": lambda text, values, now, zone: {"companions": read_yes_or_no("companions", text)},
}
"""In the order in which they lean on each other: capacity before minimum, start before end, both before break."""


def _with_defaults(values: PostValues) -> PostValues:
    meet_at = values.meet_at
    if meet_at is None and values.starts_at is not None:
        meet_at = values.starts_at - MEET_BEFORE
    return replace(
        values,
        meet_at=meet_at,
        meet_place=values.meet_place or values.place,
        audience=values.audience or ("team" if values.team else "station"),
    )


def _missing(values: PostValues, problems: dict[str, Refusal]) -> list[str]:
    named = {"start": "starts_at", "end": "ends_at"}
    return [field for field in REQUIRED if field not in problems and getattr(values, named.get(field, field)) is None]
