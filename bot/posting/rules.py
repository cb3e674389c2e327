"""A draft keeps what was typed, not what it means: buttons type for the lead, and one reader understands it all."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from bot.activities.fields import TYPED, Filled, Said
from bot.activities.requirements import Requirements
from bot.activities.rules import ActivityFacts, Audience, Shift
from bot.ground.frozen import Frozen, asdict, narrowed
from bot.ground.refusals import Refusal, UnknownChoice
from bot.ground.text import folded, quoted
from bot.ground.times import local_day, zone_named

MOMENTS = ("start", "end", "deadline")
OF_SHIFT = (*MOMENTS, "meet", "capacity", "minimum")


class Target(Frozen):
    """For whom an activity can be posted: a team, or everybody of a station (`team_id` None)."""

    station_id: int
    station_path: str
    zone: str
    name: str
    team_id: int | None = None
    own: bool = False  # the poster is the team's responsible social worker

    @property
    def code(self) -> str:
        return f"t{self.team_id}" if self.team_id else f"s{self.station_id}"


class PastPlace(Frozen):
    """Somewhere the lead has met before: the shift that tells place and meeting point."""

    shift_id: int
    place: str


class RecentShift(Frozen):
    """What "same as last time" can mean."""

    shift_id: int
    title: str
    place: str
    starts_at: int
    ends_at: int
    zone: str


class PostDraft(Frozen):
    """A draft as its screen shows it. `asks` is the field it waits for; None: all is said, look and publish."""

    revision: int
    values: Filled
    target: Target | None
    requirements: Requirements
    lead: str
    zone: str
    today: date
    problems: Mapping[str, Refusal]
    missing: tuple[str, ...]
    unread: tuple[Refusal, ...] = ()  # lines of the message that were no field
    asks: str | None = None
    day: date | None = None  # chosen, the time not yet
    like: bool = False  # only the date is missing: everything else comes from an earlier shift
    targets: tuple[Target, ...] = ()
    places: tuple[PastPlace, ...] = ()
    people: int = 0  # who would be told
    out_of_reach: int = 0
    more: bool = False  # people than were counted
    at_same_hour: str | None = None  # the title of what else the team has then

    @property
    def ready(self) -> bool:
        return not self.problems and not self.missing


def typed_like(shift: Shift) -> dict[str, str]:
    """What would have to be typed for the same activity; its times and numbers are not part of it."""
    return typed_of(shift, lambda code: code not in OF_SHIFT)


def typed_on(shift: Shift, day: date) -> dict[str, str]:
    """The same shift on another day: start, end, meeting, capacity, minimum and the distance of the deadline."""
    days = day - local_day(zone_named(shift.zone), shift.starts_at)
    said = typed_of(shift, lambda code: code in OF_SHIFT)
    return {code: moved(text, days) if code in MOMENTS else text for code, text in said.items()}


def typed_of(shift: Shift, wanted: Callable[[str], bool]) -> dict[str, str]:
    """What would have to be typed for the fields that are wanted of an activity."""
    filled, zone = shift.filled, zone_named(shift.zone)
    return {code: text for code, field in TYPED.items() if wanted(code) and (text := field.written(filled, zone))}


def moved(moment: str, days: timedelta) -> str:
    """The same wall clock on another day."""
    day, clock = moment.split()
    return f"{date.fromisoformat(day) + days} {clock}"


def find_target(text: str, targets: tuple[Target, ...]) -> Target:
    """The team or station meant: by code, whole name, a part only one has, or its button. Raises UnknownChoice."""
    said = folded(text)
    by_code = [target for target in targets if target.code == said]
    whole = [target for target in targets if folded(target.name) == said]
    part = [target for target in targets if said and said in folded(target.name)]
    for found in (by_code, whole, part):
        if len(found) == 1:
            return found[0]
    everybody = [target for target in targets if target.team_id is None and folded(target.name) == _station_of(said)]
    if len(everybody) == 1:
        return everybody[0]
    names = tuple(target.name for target in (whole or part or targets)[:8])
    raise UnknownChoice(field="team", value=quoted(text), choices=names)


def _station_of(said: str) -> str:
    """As the button of a whole station calls it."""
    return said.removeprefix("everybody of ").removesuffix("全体").removesuffix("全體")


def activity_facts(draft: PostDraft, lead_id: int) -> ActivityFacts:
    """Of a draft that is ready."""
    values, target = draft.values, draft.target
    if target is None or not (values.title and values.kind and values.place):
        raise ValueError("the draft is not ready")
    said = asdict(narrowed(Said, values)) | asdict(draft.requirements) | {"audience": audience(values, target)}
    return ActivityFacts(station_id=target.station_id, team_id=target.team_id, lead_id=lead_id, **said)


def audience(values: Filled, target: Target) -> Audience:
    """Who may sign up for what is posted: a draft whose team went is for its station."""
    if target.team_id is None and values.audience == Audience.TEAM:
        return Audience.STATION
    return values.audience


def weeks_ahead(today: date, page: int) -> tuple[date, ...]:
    """Five weeks of a calendar, from the Monday of this week on."""
    monday = today + timedelta(days=35 * page - today.weekday())
    return tuple(monday + timedelta(days=days) for days in range(35))
