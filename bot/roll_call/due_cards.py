"""Sending the card opens the roll-call, so the row itself says that it came; a shift moved afterwards gets another."""

from bot import telling
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotFound, Refusal
from bot.people import rows as people
from bot.roll_call import rows as attendance
from bot.roll_call.acts import card
from bot.roll_call.looks import HandedLook, RollCallCard, SubmittedLook
from bot.roll_call.rules import last_listed
from bot.store.transaction import Tx


async def send_cards(tx: Tx, now: int, limit: int) -> int:
    """To the leads of what is about to begin; how many."""
    due = await attendance.due(tx, now, last_listed(now), limit)
    for shift_id, lead_id in due:
        if not await attendance.open_roll_call(tx, shift_id, now):
            await attendance.reopen(tx, shift_id, now)
        await telling.tell(
            tx,
            notices.RollCallCard(shift_id),
            lead_id,
            key=f"roll_call_card:shift:{shift_id}:{now}",
            subject=f"shift:{shift_id}",
            now=now,
        )
    return len(due)


async def next_card(tx: Tx, now: int) -> tuple[int, int] | None:
    """When, and how many people it is about."""
    return await attendance.next_card(tx, now)


async def card_for(desk: Desk, *, shift_id: int) -> RollCallCard | None:
    """As this person may work on it now; None once it is closed, or not theirs any more."""
    shown = await seen(desk, shift_id)
    return None if shown is None or shown.call.closed else shown


async def seen(desk: Desk, shift_id: int) -> RollCallCard | None:
    try:
        return await card(desk, shift_id=shift_id)
    except Refusal:
        return None


async def handed_look(desk: Desk, *, shift_id: int, by: int) -> HandedLook | None:
    """For the captain, while it is handed to this one."""
    shown = await card_for(desk, shift_id=shift_id)
    if shown is None or shown.call.captain_id != desk.viewer.id:
        return None
    return HandedLook(shown, await name_of(desk.tx, by))


async def submitted_look(desk: Desk, *, shift_id: int, by: int) -> SubmittedLook | None:
    """For the lead, while the tap is waited for."""
    shown = await card_for(desk, shift_id=shift_id)
    return SubmittedLook(shown, await name_of(desk.tx, by)) if shown and shown.to_confirm else None


async def name_of(tx: Tx, person_id: int) -> str:
    try:
        return (await people.person(tx, person_id)).name
    except NotFound:
        return ""
