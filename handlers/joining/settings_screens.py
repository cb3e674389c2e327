"""What people see and change of themselves. A phone number is never shown, not even to its owner: cards travel."""

from markupsafe import Markup

from bot.people.consent import EXACT, AgeBand
from bot.people.notice_choices import Silenced
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words, later
from handlers.links.joining import Change, SettingsPart, TellAge

AGE_LABELS = {
    AgeBand.UNDER_14: later("Under 14"),
    AgeBand.TEEN: later("14–17"),
    AgeBand.MIDDLE: later("18–59"),
    AgeBand.SENIOR: later("60 or over"),
}
NOTICES = {
    Silenced.RECRUITING: later("New activities"),
    Silenced.EARLY: later("Reminder 3 days before"),
    Silenced.SHORT: later("Reminder 2 hours before"),
    Silenced.DIGEST: later("Weekly summary"),
}


def back(words: Words, part: SettingsPart = "") -> Key:
    return Key(words.label("Back"), Change(part))


def off_list(words: Words, silenced: frozenset[Silenced]) -> Markup:
    named = [words.say(text) for notice, text in NOTICES.items() if notice in silenced]
    return words.list(named) if named else words.say("none")


def ask_age(words: Words, *, ask_guardian: bool = False) -> Screen:
    """``ask_guardian``: goes on to a parent or guardian where one is needed."""
    text = words.say("Which age group are you in? Some activities and rules depend on it.")
    keys = [Key(words.label(AGE_LABELS[band]), TellAge(band, ask_guardian)) for band in EXACT]
    return Screen(text, in_rows(keys))
