"""The file with everything held of a person, made when it leaves; and the word that nothing is held any more."""

from bot.ground import notices
from bot.own_data import acts as my_data
from bot.own_data import erasing
from bot.speech.screens import Screen
from bot.wire.rendering import Later, Telling
from handlers.own_data import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.MyData)
async def my_file(to: Telling) -> Later | None:
    return to.later(views.file, await my_data.gather(to.tx, to.person_id, to.now))


@journey.notice(notices.Erased)
async def erased(to: Telling, language: str) -> Screen | None:
    return to.say(views.erased, await erasing.goodbye(to.tx, to.chat_id, language))
