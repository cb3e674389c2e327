"""The yearly question about the age group."""

from bot.ground import notices
from bot.people.ages import tellable
from bot.people.asking_ages import still_to_ask
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.joining.lines import ask_age
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.AskAge)
async def ask_again(to: Telling) -> Screen | None:
    if not await still_to_ask(to.tx, to.person_id, to.now):
        return None
    return ask_age(to.words, tellable((await to.desk()).viewer.person, to.now))
