"""Words on their way to a lead and back. The message itself is copied by Telegram and never read here."""

from bot.ground import notices
from bot.leading import news as looks
from bot.messages import passing_on
from bot.speech.screens import Screen, Shown
from bot.wire.rendering import Telling
from handlers.messages import broadcast_screens as broadcast_views
from handlers.messages import passing_on_screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.PassedOn)
async def to_the_lead(to: Telling, said: int) -> tuple[Shown, ...] | None:
    return to.say(views.to_the_lead, await passing_on.message(to.tx, said, to.now))


@journey.notice(notices.PassedAnswer)
async def to_the_person(to: Telling, lead: int, chat: int, message: int) -> tuple[Shown, ...] | None:
    return to.say(views.to_the_person, await passing_on.answer_of(to.tx, lead, chat, message))


@journey.notice(notices.Broadcast)
async def letter(to: Telling, broadcast: int) -> Screen | None:
    return to.say(broadcast_views.letter, await looks.letter(to.tx, to.now, broadcast_id=broadcast))


@journey.notice(notices.BroadcastDone)
async def broadcast_done(to: Telling, broadcast: int) -> Screen | None:
    found = await looks.finished(to.tx, to.now, broadcast_id=broadcast, person_id=to.person_id)
    return to.say(broadcast_views.finished, found)
