"""The file with everything held of a person, made when it leaves; and the word that nothing is held any more."""

import json

from bot.ground import notices
from bot.own_data import acts as my_data
from bot.own_data import erasing
from bot.own_data.erased import Goodbye
from bot.own_data.rules import MyData, Value
from bot.speech.screens import File, Screen
from bot.speech.words import Words
from bot.wire.rendering import Later, Telling
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.MyData)
async def my_file(to: Telling) -> Later | None:
    return to.later(file, await my_data.gather(to.tx, to.person_id, to.now))


@journey.notice(notices.Erased)
async def show_erased(to: Telling, language: str) -> Screen | None:
    return to.say(erased, await erasing.goodbye(to.tx, to.chat_id, language))


def file(words: Words, data: MyData) -> File:
    shown = {
        section: [
            (
                {
                    name: instant(words, value)
                    if (isinstance(value, int) and (name == "at" or name.endswith("_at")))
                    else value
                    for name, value in row.items()
                }
            )
            for row in rows
        ]
        for section, rows in data.sections.items()
    }
    content = {"made_at": instant(words, data.made_at), "time_zone": words.zone, **shown}
    caption = words.say("📄 Everything kept about you. To correct something: /settings. To erase it all: /forget.")
    day = words.local(data.made_at).date().isoformat()
    name = words.label("my-data")
    return File(f"{name}-{day}.json", json.dumps(content, ensure_ascii=False, indent=1).encode(), caption)


def erased(words: Words, goodbye: Goodbye) -> Screen:
    """Nothing is known of the reader any more, so the language is that of then."""
    then = Words(goodbye.language or words.language, words.zone)
    if goodbye.back:
        return Screen(
            then.say("Done: what was kept about you before is erased. What you told us since you came back stays.")
        )
    return Screen(then.say("Done. Everything about you is erased. Thank you for your help, and all the best!"))


def instant(words: Words, at: Value) -> str:
    return words.local(int(at or 0)).isoformat()
