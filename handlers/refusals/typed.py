"""What is wrong with something typed, in one line that also says how to do it right."""

from collections.abc import Mapping

from markupsafe import Markup

from bot.activities.fields import EDITED
from bot.ground import refusals as why
from bot.speech.words import Words, later
from handlers.hours.lines import NATURES
from handlers.stations.setting_words import PRESET_NAMES
from handlers.stations.stations import LEVELS
from handlers.talk.age_words import BANDS
from handlers.talk.kind_words import NAMES
from handlers.talk.role_words import TEAM_KINDS

SENTENCES: dict[type[why.Refusal], str] = {
    why.BadDate: later("I can't read “{text}” as a date. Try 5 Dec or 2026-12-05."),
    why.AmbiguousDate: later("Do you mean {first} or {second}? Please type it with the year, like {typed}."),
    why.NoSuchHour: later("There is no hour {hour}: a day ends at 24:00. Try 9:00-11:30."),
    why.BadTime: later("I can't read “{text}” as a time. Try 9:00 or 2:30 pm."),
    why.BadSpan: later("I can't read “{text}” as a time span. Try 9:00-11:30."),
    why.BadHours: later("I can't read “{text}” as a length of time. Try 90 min or 2.5 h."),
    why.BadNumber: later("“{text}” is not a whole number."),
    why.AmbiguousTime: later("Do you mean {morning} or {afternoon}?"),
    why.EmptyText: later("Nothing is left of that text."),
    why.OneNameOnly: later("One name at a time, please."),
    why.NotAName: later("That is no name. Nobody was added."),
    why.NumberInName: later("Only the name, please, without a phone number. Nothing was kept."),
    why.TextTooLong: later("That is {length} characters; at most {limit} fit."),
    why.CapacityOutOfRange: later("The number of places goes from {lowest} to {highest}."),
    why.OutOfRange: later("The number goes from {lowest} to {highest}."),
    why.MinimumAboveCapacity: later("At least {minimum} needed, but only {capacity} can come."),
    why.UnknownField: later("I don't know the field “{key}”."),
    why.UnreadableLine: later("I don't understand this line: {line}"),
    why.EndsBeforeStart: later("It ends before it starts."),
    why.StartsInThePast: later("{time} has passed already."),
    why.SessionThere: later("There is a session on {time} already. Nothing was added: please choose another day."),
    why.DeadlineInThePast: later("{time} has passed already."),
    why.LongerThanADay: later("It may last {hours} at most."),
    why.BreakTooLong: later("The break is as long as the activity."),
    why.MeetingAfterStart: later("People would meet after the start."),
    why.DeadlineAfterStart: later("The deadline would be after the start."),
    why.FieldTwice: later("Given twice: {field}. I took the first."),
    why.UnknownChoice: later("“{value}” is not one of these: {choices}"),
    why.CapacityBelowTaken: later("{taken} taken already, so {capacity} is too few: {names}"),
}

CHOICES = {
    "yes": later("yes"),
    "no": later("no"),
    "team": later("team"),
    "station": later("station"),
    "everyone": later("everyone"),
}

NAMED: dict[str, Mapping[str, str]] = {
    "kind": {**NAMES, **NATURES},
    "team_kind": TEAM_KINDS,
    "age_band": BANDS,
    "level": LEVELS,
    "preset": PRESET_NAMES,
    **{code: CHOICES for code, field in EDITED.items() if field.choices},
    "outdoor": {"yes": later("Outdoors"), "no": later("Indoors")},
}
"""What choices are called, by field."""


def problem_line(words: Words, refusal: why.Refusal, field: str = "") -> Markup:
    """Times are read in the zone of `words`; `field` is what the refused field is called."""
    sentence = next((said for kind, said in SENTENCES.items() if isinstance(refusal, kind)), "")
    if not sentence:
        return words.say("That's not possible now.")
    return words.say(sentence, **shown_facts(words, refusal, field))


def shown_facts(words: Words, refusal: why.Refusal, field: str) -> dict[str, object]:
    """The refusal's facts, those that are no plain words put into the reader's."""
    facts = refusal.facts() | {"field": field}
    if isinstance(refusal, why.CapacityBelowTaken):
        facts["names"] = words.list(list(refusal.names))
    if isinstance(refusal, why.AmbiguousDate):
        days = {"first": words.full_day(refusal.first), "second": words.full_day(refusal.second)}
        facts |= {**days, "typed": str(refusal.second)}
    if isinstance(refusal, why.SessionThere):
        facts["time"] = words.moment(refusal.starts_at)
    if isinstance(refusal, why.StartsInThePast):
        facts["time"] = words.dated(refusal.starts_at)
    if isinstance(refusal, why.DeadlineInThePast):
        facts["time"] = words.dated(refusal.deadline_at)
    if isinstance(refusal, why.LongerThanADay):
        facts["hours"] = words.hours(refusal.limit)
    if isinstance(refusal, why.UnknownChoice):
        facts["choices"] = words.list([choice_name(words, refusal.field, choice) for choice in refusal.choices])
    return facts


def choice_name(words: Words, field: str, choice: str) -> str:
    """As it can be typed; what has no name of its own, such as a team's, is one."""
    named = NAMED.get(field, {})
    return words.label(named[choice]) if choice in named else choice
