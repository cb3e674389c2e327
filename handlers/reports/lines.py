"""Lines that several messages of reports share: whose they are, and what is open."""

from markupsafe import Markup

from bot.reports.file_rules import FileFacts
from bot.speech.screens import Key
from bot.speech.words import Words
from handlers.links.roll_call import ListRollCalls
from handlers.reports.periods import period_name
from handlers.talk.menu_keys import do


def captioned(words: Words, facts: FileFacts) -> Markup:
    """Whose, and of when."""
    return Markup("{} · {}").format(facts.scope.name, period_name(words, facts.period))


def open_parts(words: Words, roll_calls: int, records: int, minutes: int) -> list[Markup]:
    """12 records waiting (28 h), 3 roll-calls open."""
    parts = []
    if records:
        parts.append(
            words.say_n("{n} record waiting ({hours})", "{n} records waiting ({hours})", records,
                        hours=words.hours(minutes))
        )  # fmt: skip
    if roll_calls:
        parts.append(words.say_n("{n} roll-call open", "{n} roll-calls open", roll_calls))
    return parts


def needed(words: Words, roll_calls: int, records: int) -> list[Markup]:
    """To the lead who has them."""
    parts = []
    if roll_calls:
        parts.append(words.say_n("{n} roll-call to finish", "{n} roll-calls to finish", roll_calls))
    if records:
        parts.append(words.say_n("{n} record to confirm", "{n} records to confirm", records))
    return parts


def open_keys(words: Words, roll_calls: int, records: int) -> tuple[Key, ...]:
    keys = (Key(words.label("Do roll-call"), ListRollCalls(0)),) if roll_calls else ()
    return (*keys, do(words, "verify")) if records else keys
