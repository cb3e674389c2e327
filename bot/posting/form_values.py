"""Nothing is asked twice: what the lead does not say has a default, and one bad field keeps all others.

The meeting is 15 minutes before the start at the same place; indoors, without breaks, for the team if there is one,
else for the station. Risk is prefilled by kind elsewhere; the contact is the lead.
"""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.activities.audiences import Audience
from bot.activities.fields import TYPED, Filled
from bot.ground.filling import Leaning, in_order
from bot.ground.frozen import Frozen, replace
from bot.ground.refusals import Refusal
from bot.ground.times import MINUTE
from bot.posting.form import FIELDS

REQUIRED = ("title", "kind", "place", "start", "end", "capacity")
MEET_BEFORE = 15 * MINUTE
_WORDS = tuple(code for code in FIELDS if TYPED[code].free and not TYPED[code].goes_on and code != "meet")
_LEANING = in_order((*_WORDS, "description", "kind", "capacity", "minimum", "start", "end", "break", "meet"), FIELDS)
"""In the order in which they lean on each other: capacity before minimum, start before end, both before break."""


class PostReading(Frozen):
    """The values that could be read, why others could not (by field code), and which required ones are missing."""

    values: Filled
    problems: dict[str, Refusal]
    missing: tuple[str, ...]


def read_post(typed: Mapping[str, str], *, now: int, zone: ZoneInfo) -> PostReading:
    """The values of a form, defaults filled in; never raises. A field with a problem is not also missing."""
    values, problems, leaning = Filled(), dict[str, Refusal](), Leaning(now, zone)
    for code in _LEANING:
        if code in typed:
            try:
                values = replace(values, **TYPED[code].read(typed[code], values, leaning))
            except Refusal as problem:
                problems[code] = problem
                values = replace(values, ends_at=None) if code == "end" else values  # not the end of a span either
    values = _with_defaults(values, by_default="audience" not in typed or "audience" in problems)
    missing = (code for code in REQUIRED if code not in problems and not getattr(values, TYPED[code].column))
    return PostReading(values, problems, tuple(missing))


def settled(typed: Mapping[str, str], reading: PostReading, zone: ZoneInfo) -> dict[str, str]:
    """The typed fields, those that were read in a form that does not depend on the day; the others as typed.

    A form that waits over night must not keep "tomorrow": reading the result again, later, gives the same values. A
    span typed as the start becomes start and end.
    """
    fields = {**typed, "end": typed.get("end", "")} if "start" in typed and reading.values.ends_at else typed
    return {
        code: text if code in reading.problems else TYPED[code].written(reading.values, zone) or text
        for code, text in fields.items()
    }


def _with_defaults(values: Filled, *, by_default: bool) -> Filled:
    meet_at = values.meet_at or (values.starts_at and values.starts_at - MEET_BEFORE)
    audience = (Audience.TEAM if values.team else Audience.STATION) if by_default else values.audience
    return replace(values, meet_at=meet_at, meet_place=values.meet_place or values.place, audience=audience)
