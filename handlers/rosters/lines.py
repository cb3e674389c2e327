"""Why a row of a list is left out, and why a file cannot be read, in words."""

from markupsafe import Markup

from bot.rosters.rules import Outcome, Why
from bot.speech.words import Words, later

WHY = {
    Why.NO_NAME: later("there is no name"),
    Why.LONG_NAME: later("the name is too long"),
    Why.NUMBER_IN_NAME: later("there is a phone number in the name"),
    Why.NO_TEAM: later("you have no team of that name"),
    Why.BAD_AGE: later("I can't read the age"),
    Why.BAD_PHONE: later("that is no phone number"),
    Why.LONG_NUMBER: later("the volunteer number is too long"),
    Why.TWICE: later("stands in the list twice"),
    Why.SAME_NAME: later("the same name stands above with another phone number"),
    Why.TWO_OF_THE_NAME: later("the team has several people of that name"),
    Why.OTHER_PHONE: later("the team has somebody of that name with another phone number"),
    Why.OTHER_NAME: later("somebody else has that volunteer number"),
    Why.OTHER_TEAM: later("is here already, in another team"),
    Why.SIGNED_UP: later("signed up for something"),
    Why.HAS_HOURS: later("has hours"),
    Why.HAS_TELEGRAM: later("uses Telegram now"),
    Why.ANOTHER_TEAM: later("joined or left a team"),
    Why.ON_RECORD: later("a training or a guardian's consent is on record"),
}
OUTCOMES = {
    Outcome.NEW: later("new"),
    Outcome.CHANGED: later("a phone or volunteer number is added"),
    Outcome.SAME: later("here already"),
    Outcome.DOUBTFUL: later("doubtful, left out"),
    Outcome.BAD: later("left out"),
}
UNREADABLE = {
    "gone": later("I could not get this file from Telegram. Please send it again; up to 20 MB can be read."),
    "too_large": later("This file is too large once it is unpacked. Please send the sheet with the people alone."),
    "too_many_rows": later("This list has more than 20,000 rows. Please send it in parts."),
    "too_many_columns": later("This list has more than 60 columns. Please send the columns with the people alone."),
    "old_workbook": later("This is an old Excel file (.xls). Please save it as .xlsx or .csv and send it again."),
    "no_list": later("This is no list that I can read. Please send an Excel workbook (.xlsx) or a CSV file."),
    "broken": later("This file is damaged, or not what its name says. Please save it anew and send it again."),
    "empty": later("There is nothing in this file."),
}


def reason(words: Words, why: str) -> str:
    return words.label(WHY[Why(why)]) if why else ""


def became(words: Words, outcome: str, why: str) -> str:
    """What stands in the added column."""
    said = words.label(OUTCOMES[Outcome(outcome)]) if outcome else ""
    return words.label("{outcome}: {reason}", outcome=said, reason=reason(words, why)) if why else said


def unreadable(words: Words, code: str) -> Markup:
    nothing = words.say("Nothing was changed.")
    return Markup("{}\n{}").format(words.say(UNREADABLE[code]), nothing)
