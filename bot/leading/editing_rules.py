"""Editing reads the one field anew, with the readers of posting; everything else stays as it is stored."""

from collections.abc import Mapping

from bot.activities.fields import EDITED
from bot.activities.reading_fields import check_break
from bot.activities.rules import ActivityFacts, Shift, ShiftFacts
from bot.ground.filling import MUST, Changes, Leaning, in_order
from bot.ground.frozen import Frozen, V, field_names, narrowed, replace
from bot.ground.refusals import UnknownField
from bot.ground.text import clean_line, quoted
from bot.ground.times import zone_named

CLEARED = {"-", "—", "none", "无", "無", "没有", "沒有"}
"""Typed to empty a field."""
FIELDS = in_order(
    (
        *("title", "start", "end", "place", "meet", "capacity", "contact", "risk", "description", "bring", "clothing"),
        *("transport", "minimum", "deadline", "requires", "break", "insurance", "kind", "outdoor", "audience"),
        *("companions", "map", "address"),
    ),
    EDITED,
)
"""What can be edited, the usual ones first."""


class Edited(Frozen):
    """A shift and its activity as they will be. `moved`: time or place differ, so people are asked again."""

    activity: ActivityFacts
    shift: ShiftFacts
    moved: bool
    place_moved: bool  # that goes for every shift of the activity


def edited(shift: Shift, field: str, text: str, *, now: int, trainings: Mapping[str, str]) -> Edited:
    """With the field as typed; a dash empties what may be empty. Raises UnknownField and what its reader raises."""
    if field not in EDITED:
        raise UnknownField(key=quoted(field))
    said = EDITED[field]
    if clean_line(text).casefold() in CLEARED and said.empty is not MUST:
        changes = said.changes(said.empty)
    else:
        changes = said.edit(text, shift.filled, Leaning(now, zone_named(shift.zone), trainings))
    activity = changed(narrowed(ActivityFacts, shift.activity), changes)
    times = changed(narrowed(ShiftFacts, shift), changes)
    if activity.break_minutes:
        check_break(activity.break_minutes, times.starts_at, times.ends_at)
    place = (activity.place, activity.meet_place) != (shift.activity.place, shift.activity.meet_place)
    time = (times.starts_at, times.ends_at, times.meet_at) != (shift.starts_at, shift.ends_at, shift.meet_at)
    return Edited(activity, times, moved=place or time, place_moved=place)


def changed(facts: V, changes: Changes) -> V:
    """With those of the changes that are its own."""
    return replace(facts, **{name: value for name, value in changes.items() if name in field_names(type(facts))})
