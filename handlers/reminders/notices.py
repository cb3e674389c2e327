"""What a lead gets before an activity, and who is asked when there are too few."""

from bot.ground import notices
from bot.ground.refusals import Refusal
from bot.reminders import lead as looks
from bot.sign_ups.looking import shift_card
from bot.sign_ups.rules import check_open
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.reminders import lead as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.LeadList)
async def lead_list(to: Telling, shifts: str) -> Screen | None:
    found = await looks.lead_list(
        to.tx, [int(shift) for shift in shifts.split(",")], reader_id=to.person_id, now=to.now
    )
    return to.say(views.lead_list, found)


@journey.notice(notices.LeadChanges)
async def lead_changes(to: Telling, shift: int, revision: int, since: int) -> Screen | None:
    found = await looks.lead_changes(to.tx, shift, revision, since, reader_id=to.person_id, now=to.now)
    return to.say(views.lead_changes, found)


@journey.notice(notices.TooFew)
async def too_few(to: Telling, shift: int, revision: int) -> Screen | None:
    return to.say(views.too_few, await looks.too_few(to.tx, shift, revision, reader_id=to.person_id, now=to.now))


@journey.notice(notices.AskWaiting)
async def ask_waiting(to: Telling, shift: int, revision: int) -> Screen | None:
    """Not where the person has found a place meanwhile, or this one takes nobody any more."""
    try:
        card = await shift_card(await to.desk(), shift_id=shift)
        check_open(card.shift, to.now)
    except Refusal:
        return None
    still = card.mine is None and card.shift.revision == revision
    return to.say(views.ask_waiting, card if still else None)
