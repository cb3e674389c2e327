"""Sending the card opens the roll-call, so the row itself says that it came; a shift moved afterwards gets another."""

from bot import telling
from bot.desk import Desk, Seated
from bot.ground.refusals import NotFound, Refusal
from bot.people import rows as people
from bot.people.readers import reader
from bot.roll_call import rows as attendance
from bot.roll_call.acts import card
from bot.roll_call.looks import HandedLook, RollCallCard, SubmittedLook
from bot.roll_call.rules import last_listed
from bot.store.transaction import Tx

CARD = "roll_call_card"


async def send_cards(tx: Tx, now: int, limit: int) -> int:
    """To the leads of what is about to begin; how many."""
    due = await attendance.due(tx, now, last_listed(now), limit)
    for shift_id, lead_id in due:
        if not await attendance.open_roll_call(tx, shift_id, now):
            await attendance.reopen(tx, shift_id, now)
        await telling.queue_notice(
            tx,
            kind=CARD,
            key=f"{CARD}:shift:{shift_id}:{now}",
            person_id=lead_id,
            subject=f"shift:{shift_id}",
            facts={"shift": shift_id},
            now=now,
        )
    return len(due)


async def next_card(tx: Tx, now: int) -> tuple[int, int] | None:
    """When, and how many people it is about."""
    return await attendance.next_card(tx, now)


async def card_for(tx: Tx, person_id: int, now: int, *, shift_id: int, zone: str) -> RollCallCard | None:
    """As this person may work on it now; None once it is closed, or not theirs any more."""
    viewer = await reader(tx, person_id, zone)
    shown = await seen(Seated(tx, viewer, now), shift_id) if viewer else None
    return None if shown is None or shown.call.closed else shown


async def seen(desk: Desk, shift_id: int) -> RollCallCard | None:
    try:
        return await card(desk, shift_id=shift_id)
    except Refusal:
        return None


async def handed_look(tx: Tx, person_id: int, now: int, *, shift_id: int, by: int, zone: str) -> HandedLook | None:
    """For the captain, while it is handed to this one."""
    shown = await card_for(tx, person_id, now, shift_id=shift_id, zone=zone)
    if shown is None or shown.call.captain_id != person_id:
        return None
    return HandedLook(shown, await name_of(tx, by))


async def submitted_look(
    tx: Tx, person_id: int, now: int, *, shift_id: int, by: int, zone: str
) -> SubmittedLook | None:
    """For the lead, while the tap is waited for."""
    shown = await card_for(tx, person_id, now, shift_id=shift_id, zone=zone)
    return SubmittedLook(shown, await name_of(tx, by)) if shown and shown.to_confirm else None


async def name_of(tx: Tx, person_id: int) -> str:
    try:
        return (await people.person(tx, person_id)).name
    except NotFound:
        return ""
