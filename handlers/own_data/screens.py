"""The file is for people and programs alike: JSON, its times in the reader's zone, its names in English."""

import json
from collections.abc import Mapping, Sequence

from markupsafe import Markup

from bot.own_data.erased import Goodbye
from bot.own_data.rules import MyData, Value
from bot.people.consent import Ward
from bot.speech.screens import File, Key, Screen
from bot.speech.words import Words
from handlers.links.own_data import EraseMe, KeepMe
from handlers.talk.menu_screens import do


def on_its_way(words: Words) -> Screen:
    text = words.say("📄 Everything kept about you comes in a moment, as a file.")
    return Screen(text, ((do(words, "settings"), do(words, "forget")),))


def file(words: Words, data: MyData) -> File:
    shown = {section: [readable(words, row) for row in rows] for section, rows in data.sections.items()}
    content = {"made_at": instant(words, data.made_at), "time_zone": words.zone, **shown}
    caption = words.say("📄 Everything kept about you. To correct something: /settings. To erase it all: /forget.")
    day = words.local(data.made_at).date().isoformat()
    return File(f"my-data-{day}.json", json.dumps(content, ensure_ascii=False, indent=1).encode(), caption)


def readable(words: Words, row: Mapping[str, Value]) -> dict[str, Value]:
    return {name: instant(words, value) if is_instant(name, value) else value for name, value in row.items()}


def is_instant(name: str, value: Value) -> bool:
    return isinstance(value, int) and (name == "at" or name.endswith("_at"))


def instant(words: Words, at: Value) -> str:
    return words.local(int(at or 0)).isoformat()


def sure_to_erase(words: Words, wards: Sequence[Ward] = ()) -> Screen:
    """The first of the two steps. `wards`: whose places hang on this reader's consent."""
    names = words.list([ward.name for ward in wards])
    ends = (
        [words.say("· Your consent ends, and these sign-ups are cancelled too: {names}", names=names)] if wards else []
    )
    lines = [
        words.say("<b>Erase everything about you? This cannot be undone.</b>"),
        words.say("· Your name, phone, teams and answers go at once"),
        words.say("· Coming sign-ups are cancelled, and the next in line gets the place"),
        *ends,
        words.say("· Verified minutes stay in your team's totals, without your name"),
        words.say("To keep a copy, get /mydata first."),
    ]
    keep = Key(words.label("No, keep it"), KeepMe())
    return Screen(Markup("\n").join(lines), ((keep, Key(words.label("Yes, erase it all"), EraseMe())),))


def being_erased(words: Words) -> Screen:
    """In place of the question, so that nobody presses it twice."""
    wait = words.say("You'll hear from us here the moment nothing is left, even if it takes a while.")
    return Screen(Markup("\n").join([words.say("<b>Your data is being erased.</b>"), wait]))


def erased(words: Words, goodbye: Goodbye) -> Screen:
    """Nothing is known of the reader any more, so the language is that of then."""
    then = Words(goodbye.language or words.language, words.zone)
    if goodbye.back:
        return Screen(
            then.say("Done: what was kept about you before is erased. What you told us since you came back stays.")
        )
    return Screen(then.say("Done. Everything about you is erased. Thank you for your help, and all the best!"))


def still_here(words: Words) -> Screen:
    return Screen(words.say("Good to keep you. Nothing was erased."), ((do(words, "menu"),),))
