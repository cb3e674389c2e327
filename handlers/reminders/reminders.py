"""What a lead can do about too few people; the answers of volunteers are in `sign_ups`."""

from bot.reminders import lead as lead_looks
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.sign_ups import AskWaiting
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(AskWaiting)
async def ask_waiting(context: Context, shift: int) -> None:
    context.alert(asked_waiting(context.words, await lead_looks.ask_waiting(context, shift_id=shift)))


def asked_waiting(words: Words, people: int) -> str:
    if not people:
        return words.label("Nobody is waiting elsewhere just now.")
    return str(words.say_n("{n} person is asked.", "{n} people are asked.", people))
