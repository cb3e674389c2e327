"""A form that waits over night must not keep "tomorrow": what was read is kept as a text that says the same later."""

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from bot.ground.times import local, local_clock
from bot.posting.values import PostReading, PostValues

_AS_READ = ("kind", "capacity", "minimum", "audience")


def settled(typed: Mapping[str, str], reading: PostReading, zone: ZoneInfo) -> dict[str, str]:
    """The typed fields, those that were read in a form that does not depend on the day; the others as typed.

    Reading the result again, later, gives the same values. A span typed as the start becomes start and end.
    """
    canonical = _canonical(reading.values, zone)
    fields = dict(typed)
    if "start" in typed and reading.values.ends_at is not None:
        fields.setdefault("end", "")
    return {
        field: text if field in reading.problems or field not in canonical else canonical[field]
        for field, text in fields.items()
    }


def _canonical(values: PostValues, zone: ZoneInfo) -> dict[str, str]:
    moments = {"start": values.starts_at, "end": values.ends_at, "deadline": values.deadline_at}
    found = {field: f"{local(zone, at):%Y-%m-%d %H:%M}" for field, at in moments.items() if at is not None}
    found |= {field: str(value) for field in _AS_READ if (value := getattr(values, field)) is not None}
    found |= {"outdoor": "yes" if values.outdoor else "no", "companions": "yes" if values.companions else "no"}
    found["break"] = str(values.break_minutes)
    if values.meet_at is not None:
        found["meet"] = f"{local_clock(zone, values.meet_at)}, {values.meet_place or ''}".strip(", ")
    return found
