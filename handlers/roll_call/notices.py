"""The card that comes by itself, the captain's, the lead's to confirm, and the QR code, which is drawn in a thread."""

from bot.ground import notices
from bot.roll_call import cards, check_in, due_cards
from bot.speech.screens import InPlace, Screen
from bot.wire.rendering import Later, Telling
from handlers.roll_call import card as card_views
from handlers.roll_call import check_in_screens as check_in_views
from handlers.roll_call import finishing_screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.RollCallCard)
async def due_card(to: Telling, shift: int) -> Screen | None:
    return to.say(views.due_card, await due_cards.card_for(await to.desk(), shift_id=shift))


@journey.notice(notices.RollCallHanded)
async def handed(to: Telling, shift: int, by: int) -> Screen | None:
    return to.say(views.handed, await due_cards.handed_look(await to.desk(), shift_id=shift, by=by))


@journey.notice(notices.RollCallSubmitted)
async def submitted(to: Telling, shift: int, by: int) -> Screen | None:
    return to.say(views.submitted, await due_cards.submitted_look(await to.desk(), shift_id=shift, by=by))


@journey.notice(notices.RollCallFresh)
async def fresh(to: Telling, shift: int, message: int) -> InPlace | None:
    found = await cards.fresh(await to.desk(), shift_id=shift, message_id=message)
    return InPlace(card_views.card(to.words, found.card, found.page), found.message_id) if found else None


@journey.notice(notices.CheckInQr)
async def qr(to: Telling, shift: int, url: str, ends_at: int) -> Later | None:
    return to.later(check_in_views.qr, await check_in.qr_look(to.tx, to.now, shift_id=shift, url=url, ends_at=ends_at))
