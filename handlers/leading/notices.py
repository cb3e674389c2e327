"""Notices about activities: announcements, changes, cancellations, calendar files, and words from staff."""

from bot.activities.rules import ActivityState
from bot.ground import notices
from bot.leading import news as looks
from bot.sign_ups.last_looks import is_live, look_at
from bot.speech.screens import File, Screen
from bot.wire.rendering import Telling
from handlers.activities.calendar_file import calendar_file
from handlers.leading import news as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Recruiting)
async def recruiting(to: Telling, activity: int) -> Screen | None:
    found = await looks.call(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(views.call, found)


@journey.notice(notices.RecruitingMore)
async def recruiting_more(to: Telling, since: int) -> Screen | None:
    found = await looks.gathered(to.tx, to.now, since=since, person_id=to.person_id)
    return to.say(views.gathered, found)


@journey.notice(notices.Calendar)
async def calendar(to: Telling, shift: int) -> File | None:
    found = await looks.entry(to.tx, to.now, shift_id=shift, person_id=to.person_id)
    return to.say(calendar_file, found)


@journey.notice(notices.Moved)
async def moved(to: Telling, sign_up: int, revision: int) -> Screen | None:
    found = await look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=is_live, revision=revision)
    return to.say(views.moved, found)


@journey.notice(notices.Held)
async def held(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.news(to.tx, to.now, activity_id=activity, state=ActivityState.ON_HOLD)
    return to.say(views.held, found)


@journey.notice(notices.GoesAhead)
async def goes_ahead(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.news(to.tx, to.now, activity_id=activity, state=ActivityState.PUBLISHED)
    return to.say(views.goes_ahead, found)


@journey.notice(notices.Cancelled)
async def cancelled(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.called_off(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(views.cancelled, found)


@journey.notice(notices.Decide)
async def decide(to: Telling, shift: int, decide_at: int) -> Screen | None:
    return to.say(views.decide, await looks.decision(to.tx, to.now, shift_id=shift, decide_at=decide_at))


@journey.notice(notices.HandedOver)
async def handed_over(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.led_now(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(views.handed_over, found)


@journey.notice(notices.HelperNamed)
async def helper_named(to: Telling, activity: int, revision: int) -> Screen | None:
    found = await looks.helps_now(to.tx, to.now, activity_id=activity, person_id=to.person_id)
    return to.say(views.helper_named, found)
