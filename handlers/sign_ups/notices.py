"""Notices about sign-ups, each after a last look: does it still matter?"""

from bot.ground import notices
from bot.sign_ups import last_looks as looks
from bot.sign_ups.looks import SignUpLook
from bot.sign_ups.rules import SignUpState
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.sign_ups import news as views
from handlers.talk.journeys import Journey

journey = Journey()


async def last_look(
    to: Telling, sign_up: int, matters: looks.Matters, revision: int | None = None
) -> SignUpLook | None:
    return await looks.look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=matters, revision=revision)


@journey.notice(notices.Promoted)
async def promoted(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.promoted, await last_look(to, sign_up, looks.is_confirmed))


@journey.notice(notices.Offer)
async def offered(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.offered, await last_look(to, sign_up, looks.is_offered))


@journey.notice(notices.OpenPlace)
async def open_place(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.open_place, await last_look(to, sign_up, looks.is_open))


@journey.notice(notices.OfferExpired)
async def offer_expired(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.offer_expired, await last_look(to, sign_up, looks.is_expired))


@journey.notice(notices.SignedUpFor)
async def signed_up_for(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.signed_up_for, await last_look(to, sign_up, looks.is_live))


@journey.notice(notices.WithdrawnBy)
async def withdrawn_by(to: Telling, sign_up: int) -> Screen | None:
    return to.say(views.withdrawn_by, await last_look(to, sign_up, looks.is_withdrawn))


@journey.notice(notices.Reminder)
async def reminder(to: Telling, sign_up: int, revision: int) -> Screen | None:
    return to.say(views.reminder, await last_look(to, sign_up, looks.is_reminded, revision=revision))


@journey.notice(notices.Meeting)
async def meeting(to: Telling, sign_up: int, revision: int) -> Screen | None:
    return to.say(views.meeting, await last_look(to, sign_up, looks.is_reminded, revision=revision))


@journey.notice(notices.WithdrewLate)
async def withdrew_late(to: Telling, sign_up: int) -> Screen | None:
    found = await looks.for_lead(to.tx, sign_up, now=to.now, state=SignUpState.WITHDRAWN)
    return to.say(views.withdrew_late, found)


@journey.notice(notices.RunningLate)
async def running_late(to: Telling, sign_up: int) -> Screen | None:
    found = await looks.for_lead(to.tx, sign_up, now=to.now, state=SignUpState.CONFIRMED)
    return to.say(views.running_late_told, found)
