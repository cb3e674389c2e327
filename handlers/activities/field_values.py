"""How a field of an activity is shown, and what leans on more than its value. `words` are in the activity's zone."""

from collections.abc import Callable, Mapping
from typing import Any

from markupsafe import Markup

from bot.activities.audiences import Audience
from bot.activities.fields import TYPED, Filled
from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.posting.rules import PostDraft, Target
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.talk.kind_words import kind_name, risk_note

LENGTHS = (60, 90, 120, 150, 180, 240)  # minutes
CAPACITIES = (5, 8, 10, 12, 15, 20, 30, 50)
NONE: Mapping[str, str] = {}


class Shown(Frozen):
    """A field in words. A sentence stands where there is a value; that of `line` calls it like its column."""

    name: str
    question: str
    anew: str = ""  # asked when it is edited, where that is another question
    answers: Mapping[str, str] | Callable[[Words, Filled, int], dict[str, str]] = NONE
    """What ready answers are called, by what they say: of what is said so far, and how many places are taken."""
    wide: int = 2  # ready answers in a row of a new activity
    value: Callable[[Words, Any], str] = lambda words, value: str(value)  # how what stands there is written
    said: str | Callable[[Words, PostDraft], str] = ""
    """In a draft, where it is more than its value."""
    line: str | Callable[[Words, Shift], Markup | None] = ""
    """Under *Details*; nothing where it stands in another line."""

    def ready(self, words: Words, values: Filled, taken: int = 0) -> dict[str, str]:
        if callable(self.answers):
            return self.answers(words, values, taken)
        return {value: words.label(label) for value, label in self.answers.items()}

    def in_draft(self, words: Words, draft: PostDraft, code: str) -> str:
        if callable(self.said):
            return self.said(words.at(draft.zone), draft)
        value, there = getattr(draft.values, TYPED[code].column), words.at(draft.zone)
        return "" if not value else words.label(self.said) if self.said else self.value(there, value)

    def in_details(self, words: Words, shift: Shift, code: str) -> Markup | None:
        if not self.line or callable(self.line):
            return self.line(words, shift) if self.line else None
        column = TYPED[code].column
        value = getattr(shift.filled, column)
        return words.say(self.line, **{column: self.value(words.at(shift.zone), value)}) if value else None


def kind_line(words: Words, shift: Shift) -> Markup:
    place = words.label("outdoors") if shift.activity.outdoor else words.label("indoors")
    return words.say("{kind} · {place}", kind=kind_name(words, shift.activity.kind), place=place)


def target_name(words: Words, target: Target) -> str:
    return target.name if target.team_id else words.label("Everybody of {station}", station=target.name)


def start_said(words: Words, draft: PostDraft) -> str:
    """The day alone, where the time is asked next."""
    start, end = draft.values.starts_at, draft.values.ends_at
    if start is None:
        return words.day(draft.day) if draft.day else ""
    return words.moment(start) if end is None else words.when(start, end)


def usual_ends(words: Words, values: Filled, taken: int) -> dict[str, str]:
    """Usual lengths; said as the moment of the end, which is what the form keeps."""
    start, lengths = values.starts_at, LENGTHS if values.starts_at else ()
    return {f"{words.local((start or 0) + minutes * 60):%Y-%m-%d %H%M}": words.hours(minutes) for minutes in lengths}


def outdoor_said(words: Words, draft: PostDraft) -> str:
    """Once it has been asked for, or goes without saying."""
    said = words.label("Outdoors") if draft.values.outdoor else words.label("Indoors")
    return said if draft.values.title and "outdoor" not in draft.missing else ""


def risk_said(words: Words, draft: PostDraft) -> str:
    """In the look also the usual warning, where the lead said nothing."""
    values = draft.values
    return risk_note(words, values.kind or "other", values.risk) if draft.ready else values.risk


def meeting_said(words: Words, draft: PostDraft) -> str:
    if not draft.ready or draft.values.meet_at is None:
        return ""
    return words.label("{time}, {place}", time=words.time(draft.values.meet_at), place=draft.values.meet_place)


def description_line(words: Words, shift: Shift) -> Markup | None:
    return Markup("{}").format(shift.activity.description) if shift.activity.description else None


def requirement_lines(words: Words, shift: Shift) -> Markup | None:
    activity = shift.activity
    sentences = (
        activity.training and words.say("Training needed: {training}", training=activity.training),
        activity.minimum_age and words.say("From {age} years of age", age=activity.minimum_age),
        activity.language and words.say("Language: {language}", language=activity.language),
        activity.strength and words.say("Needed: {requirement}", requirement=activity.strength),
    )
    found = [sentence for sentence in sentences if isinstance(sentence, Markup)]
    return stack(*found) if found else None


def audiences(words: Words, values: Filled, taken: int) -> dict[str, str]:
    team = {"team": values.team} if values.team else {}
    return {**team, "station": words.label("Everybody of the station"), "everyone": words.label("Everyone")}


def audience_said(words: Words, draft: PostDraft) -> str:
    """Said only where it is not the team or station that the draft names anyway."""
    said = draft.values.audience
    if said == Audience.EVERYONE:
        return words.label("Everyone")
    team = draft.target is not None and draft.target.team_id is not None
    return words.label("Everybody of the station") if said == Audience.STATION and team else ""


def audience_line(words: Words, shift: Shift) -> Markup:
    """Whom it is for: the team's or the station's name, or everyone."""
    activity = shift.activity
    named = {Audience.TEAM: activity.team_name, Audience.STATION: activity.station_name}
    return words.say("For: {audience}", audience=named.get(activity.audience) or words.label("everyone"))
