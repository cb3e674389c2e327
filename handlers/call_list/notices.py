"""Whom those who lead are asked to phone, and whose hours may be unseen; both as it stands when it leaves."""

from bot.call_list import undelivered
from bot.ground import notices
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.call_list import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.CallList)
async def call_list(to: Telling, activity: int, told_at: int) -> Screen | None:
    return to.say(views.news, await undelivered.news(to.tx, activity, told_at=told_at, person_id=to.person_id))


@journey.notice(notices.HoursUnseen)
async def hours_unseen(to: Telling, record: int) -> Screen | None:
    found = await undelivered.unseen_hours(to.tx, record_id=record, person_id=to.person_id)
    return to.say(views.unseen_hours, found)
