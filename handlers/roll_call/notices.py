"""The card that comes by itself, the captain's, the lead's to confirm, and the QR code, which is drawn in a thread."""

from typing import Any

from bot.roll_call import (
    acts as roll_call,
)
from bot.roll_call import (
    cards as roll_cards,
)
from bot.roll_call import (
    check_in,
    finishing,
)
from bot.roll_call import (
    due_cards as due_roll_calls,
)
from bot.roll_call import (
    news as roll_news,
)
from bot.roll_call.codes import QrLook
from bot.roll_call.looks import FreshCard, HandedLook, RollCallCard, SubmittedLook
from bot.speech.screens import InPlace
from bot.speech.words import Words
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.roll_call import card as card_views
from handlers.roll_call import check_in_screens as check_in_views
from handlers.roll_call import finishing_screens as views

ANY_ZONE = "UTC"
"""The shift brings its own zone along."""


async def card(tx: Tx, notice: Notice, now: int) -> RollCallCard | None:
    return await due_roll_calls.card_for(
        tx, notice.person_id or 0, now, shift_id=int(notice.facts["shift"]), zone=ANY_ZONE
    )


async def handed(tx: Tx, notice: Notice, now: int) -> HandedLook | None:
    shift, by = int(notice.facts["shift"]), int(notice.facts["by"])
    return await due_roll_calls.handed_look(tx, notice.person_id or 0, now, shift_id=shift, by=by, zone=ANY_ZONE)


async def submitted(tx: Tx, notice: Notice, now: int) -> SubmittedLook | None:
    shift, by = int(notice.facts["shift"]), int(notice.facts["by"])
    return await due_roll_calls.submitted_look(tx, notice.person_id or 0, now, shift_id=shift, by=by, zone=ANY_ZONE)


async def fresh(tx: Tx, notice: Notice, now: int) -> FreshCard | None:
    shift, message = int(notice.facts["shift"]), int(notice.facts["message"])
    return await roll_cards.fresh(tx, notice.person_id or 0, now, shift_id=shift, message_id=message, zone=ANY_ZONE)


def show_fresh(words: Words, found: FreshCard) -> InPlace:
    return InPlace(card_views.card(words, found.card, found.page), found.message_id)


async def qr(tx: Tx, notice: Notice, now: int) -> QrLook | None:
    facts = notice.facts
    return await check_in.qr_look(
        tx, now, shift_id=int(facts["shift"]), url=str(facts["url"]), ends_at=int(facts["ends_at"])
    )


NOTICES: dict[str, LateNotice[Any]] = {
    due_roll_calls.CARD: LateNotice(card, views.due_card),
    roll_call.HANDED: LateNotice(handed, views.handed),
    finishing.SUBMITTED: LateNotice(submitted, views.submitted),
    roll_news.FRESH: LateNotice(fresh, show_fresh),
    check_in.QR: LateNotice(qr, check_in_views.qr, heavy=True),
}
