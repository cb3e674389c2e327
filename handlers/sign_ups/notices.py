"""Notices about sign-ups, by kind. The kinds are named where they are queued, in `use_cases`."""

from typing import Any

from bot.sign_ups import last_looks as looks
from bot.sign_ups.looks import LeadLook, SignUpLook
from bot.sign_ups.rules import SignUpState
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.sign_ups import news as views


def noticing(matters: looks.Matters, show: Any) -> LateNotice[SignUpLook]:
    async def look(tx: Tx, notice: Notice, now: int) -> SignUpLook | None:
        return await looks.look_at(
            tx,
            notice.facts["sign_up"],
            reader_id=notice.person_id or 0,
            now=now,
            matters=matters,
            revision=notice.facts.get("revision"),
        )

    return LateNotice(look, show)


def telling_lead(state: SignUpState, show: Any) -> LateNotice[LeadLook]:
    async def look(tx: Tx, notice: Notice, now: int) -> LeadLook | None:
        return await looks.for_lead(tx, notice.facts["sign_up"], now=now, state=state)

    return LateNotice(look, show)


NOTICES: dict[str, LateNotice[Any]] = {
    "promoted": noticing(looks.is_confirmed, views.promoted),
    "offer": noticing(looks.is_offered, views.offered),
    "open_place": noticing(looks.is_open, views.open_place),
    "offer_expired": noticing(looks.is_expired, views.offer_expired),
    "signed_up_for": noticing(looks.is_live, views.signed_up_for),
    "withdrawn_by": noticing(looks.is_withdrawn, views.withdrawn_by),
    "reminder": noticing(looks.is_reminded, views.reminder),
    "meeting": noticing(looks.is_reminded, views.meeting),
    "withdrew_late": telling_lead(SignUpState.WITHDRAWN, views.withdrew_late),
    "running_late": telling_lead(SignUpState.CONFIRMED, views.running_late_told),
}
