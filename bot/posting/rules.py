"""A draft keeps what was typed, not what it means: buttons type for the lead, and one reader understands it all."""

import re
from collections.abc import Mapping
from datetime import date, timedelta
from zoneinfo import ZoneInfo

from bot.activities.rules import Activity, ActivityFacts, Audience, Shift, ShiftFacts
from bot.ground.frozen import Frozen
from bot.ground.reading.numbers import plain
from bot.ground.refusals import Refusal, UnknownChoice
from bot.ground.text import folded, quoted
from bot.ground.times import MINUTE, local, local_clock, local_day, zone_named
from bot.posting.form import FIELDS
from bot.posting.values import PostValues

ASKED = ("title", "kind", "team", "place", "start", "end", "capacity", "outdoor")
"""What a draft that is filled step by step asks for, in this order; everything else has a default."""
OPTIONAL = tuple(field for field in FIELDS if field not in ASKED)


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


class Requirements(Frozen):
    """What `requires` means."""

    training: str | None = None
    minimum_age: int | None = None
    language: str = ""
    strength: str = ""


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
    values: PostValues
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

    @property
    def ready(self) -> bool:
        return not self.problems and not self.missing


def typed_like(activity: Activity) -> dict[str, str]:
    """What would have to be typed for the same activity; its times are not part of it."""
    said = {
        "title": activity.title,
        "kind": activity.kind,
        "place": activity.place,
        "risk": activity.risk,
        "contact": activity.contact,
        "outdoor": "yes" if activity.outdoor else "no",
        "description": activity.description,
        "bring": activity.bring,
        "transport": activity.transport,
        "clothing": activity.clothing,
        "insurance": activity.insurance,
        "requires": required_words(activity),
        "break": str(activity.break_minutes or ""),
        "audience": activity.audience.value,
        "companions": "yes" if activity.companions else "",
    }
    return {field: text for field, text in said.items() if text}


def typed_on(shift: Shift, day: date) -> dict[str, str]:
    """The same shift on another day: start, end, meeting, capacity, minimum and the distance of the deadline."""
    zone = zone_named(shift.zone)
    first = local_day(zone, shift.starts_at)
    said = {
        "start": f"{day} {local_clock(zone, shift.starts_at)}",
        "end": moved(zone, shift.ends_at, first, day),
        "meet": f"{local_clock(zone, shift.meet_at)}, {shift.activity.meet_place}",
        "capacity": str(shift.capacity),
    }
    if shift.minimum:
        said["minimum"] = str(shift.minimum)
    if shift.deadline_at:
        said["deadline"] = moved(zone, shift.deadline_at, first, day)
    return said


def moved(zone: ZoneInfo, instant: int, first: date, day: date) -> str:
    """The same wall clock, as many days from `day` as it was from `first`."""
    then = local(zone, instant)
    return f"{then.date() + (day - first):%Y-%m-%d} {then:%H:%M}"


def required_words(activity: Activity) -> str:
    parts = [f"training: {activity.training}" if activity.training else ""]
    parts += [f"{activity.minimum_age}+" if activity.minimum_age else "", activity.language, activity.strength]
    return "; ".join(part for part in parts if part)


_AGE = re.compile(r"(?:from |over )?(\d{1,2}) ?(?:\+|岁|岁以上|years?|and over|以上|岁或以上)(?:以上| old| and over)?")
_TRAINING = re.compile(r"(?:training|trained|培训|受训|培訓|受訓|訓練) ?[:：]? ?(.+)", re.IGNORECASE)
_LANGUAGES = {
    plain(word): word
    for word in (
        *("Cantonese", "Mandarin", "English", "Putonghua", "Hakka", "Teochew", "sign language"),
        *("粤语", "广东话", "普通话", "英语", "客家话", "潮州话", "手语"),
        *("粵語", "廣東話", "普通話", "英語", "客家話", "潮州話", "手語"),
    )
}


def read_requirements(text: str | None, trainings: Mapping[str, str]) -> Requirements:
    """'first aid; 16+; Cantonese': what is neither an age, a language nor a known training is strength or skill."""
    found = Requirements()
    rest = []
    for part in re.split(r"[;；,，、\n]", text or ""):
        word, said = part.strip(), plain(part)
        training = _TRAINING.fullmatch(word)
        if age := _AGE.fullmatch(said):
            found = Requirements(found.training, int(age[1]), found.language, "")
        elif training or folded(word) in trainings:
            name = training[1].strip() if training else word
            found = Requirements(trainings.get(folded(name), name), found.minimum_age, found.language, "")
        elif said in _LANGUAGES:
            found = Requirements(found.training, found.minimum_age, word, "")
        elif word:
            rest.append(word)
    return Requirements(found.training, found.minimum_age, found.language, "; ".join(rest))


def find_target(text: str, targets: tuple[Target, ...]) -> Target:
    """By code, by whole name, or by a part that only one name has. Raises UnknownChoice."""
    said = folded(text)
    by_code = [target for target in targets if target.code == said]
    whole = [target for target in targets if folded(target.name) == said]
    part = [target for target in targets if said and said in folded(target.name)]
    for found in (by_code, whole, part):
        if len(found) == 1:
            return found[0]
    names = tuple(target.name for target in (whole or part or targets)[:8])
    raise UnknownChoice(field="team", value=quoted(text), choices=names)


def activity_facts(draft: PostDraft, lead_id: int) -> ActivityFacts:
    """Of a draft that is ready."""
    values, target = draft.values, draft.target
    if target is None or values.title is None or values.kind is None or values.place is None:
        raise ValueError("the draft is not ready")
    return ActivityFacts(
        station_id=target.station_id,
        team_id=target.team_id,
        lead_id=lead_id,
        title=values.title,
        kind=values.kind,
        place=values.place,
        meet_place=values.meet_place or values.place,
        contact=values.contact or "",
        outdoor=values.outdoor,
        risk=values.risk or "",
        audience=audience(values, target),
        description=values.description or "",
        transport=values.transport or "",
        clothing=values.clothing or "",
        bring=values.bring or "",
        insurance=values.insurance or "",
        language=draft.requirements.language,
        strength=draft.requirements.strength,
        training=draft.requirements.training,
        minimum_age=draft.requirements.minimum_age,
        companions=values.companions,
        break_minutes=values.break_minutes,
    )


def audience(values: PostValues, target: Target) -> Audience:
    """A team's audience needs a team."""
    if target.team_id is None and values.audience == Audience.TEAM:
        return Audience.STATION
    return Audience(values.audience or Audience.STATION)


def shift_facts(values: PostValues) -> ShiftFacts:
    """Of values that are complete."""
    if values.starts_at is None or values.ends_at is None or values.capacity is None:
        raise ValueError("the draft is not ready")
    return ShiftFacts(
        starts_at=values.starts_at,
        ends_at=values.ends_at,
        meet_at=values.meet_at if values.meet_at is not None else values.starts_at - 15 * MINUTE,
        capacity=values.capacity,
        minimum=values.minimum,
        deadline_at=values.deadline_at,
    )


def weeks_ahead(today: date, page: int) -> tuple[date, ...]:
    """Five weeks of a calendar, from the Monday of this week on."""
    monday = today + timedelta(days=35 * page - today.weekday())
    return tuple(monday + timedelta(days=days) for days in range(35))
