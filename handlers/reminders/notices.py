"""What a lead gets before an activity, and who is asked when there are too few."""

from typing import Any

from bot.desk import Seated
from bot.ground.refusals import Refusal
from bot.people.readers import reader
from bot.reminders import lead as looks
from bot.reminders.lead_rules import LeadChanges, LeadList, TooFew
from bot.sign_ups.looking import shift_card
from bot.sign_ups.looks import ShiftCard
from bot.sign_ups.rules import check_open
from bot.store.transaction import Tx
from bot.wire.rendering import LateNotice, Notice
from handlers.reminders import lead as views


async def look_list(tx: Tx, notice: Notice, now: int) -> LeadList | None:
    shifts = [int(shift_id) for shift_id in notice.facts["shifts"].split(",")]
    return await looks.lead_list(tx, shifts, reader_id=notice.person_id or 0, now=now)


async def look_changes(tx: Tx, notice: Notice, now: int) -> LeadChanges | None:
    facts = notice.facts
    return await looks.lead_changes(
        tx, facts["shift"], facts["revision"], facts["since"], reader_id=notice.person_id or 0, now=now
    )


async def look_too_few(tx: Tx, notice: Notice, now: int) -> TooFew | None:
    facts = notice.facts
    return await looks.too_few(tx, facts["shift"], facts["revision"], reader_id=notice.person_id or 0, now=now)


async def look_asked(tx: Tx, notice: Notice, now: int) -> ShiftCard | None:
    """None where the person has found a place meanwhile, or this one takes nobody any more."""
    person = await reader(tx, notice.person_id or 0, "UTC")
    if person is None:
        return None
    try:
        card = await shift_card(Seated(tx, person, now), shift_id=notice.facts["shift"])
        check_open(card.shift, now)
    except Refusal:
        return None
    return card if card.mine is None and card.shift.revision == notice.facts["revision"] else None


NOTICES: dict[str, LateNotice[Any]] = {
    "lead_list": LateNotice(look_list, views.lead_list),
    "lead_changes": LateNotice(look_changes, views.lead_changes),
    "too_few": LateNotice(look_too_few, views.too_few),
    "ask_waiting": LateNotice(look_asked, views.ask_waiting),
}
