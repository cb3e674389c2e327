"""Sending the card opens the roll-call, so the row itself says that it came; a shift moved afterwards gets another."""

from collections import Counter

from bot import telling
from bot.activities import looking_rows
from bot.activities.looking import PAGE, soonest
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import HOUR, MINUTE
from bot.people import rows as people
from bot.roll_call import rows as attendance
from bot.roll_call.acts import card
from bot.roll_call.rows import DueCard
from bot.roll_call.rules import RollCallState, last_listed
from bot.roll_call.shown import HandedLook, RollCallCard, SubmittedLook
from bot.stations.rows import settings_of
from bot.store.transaction import Tx

EARLIEST = 2 * HOUR
"""No setting lets a card come earlier."""
LAST = 2**63 - 1


async def send_cards(tx: Tx, now: int, limit: int) -> int:
    """To the leads of what is about to begin; how many, and `limit` where there may be more to look at."""
    found = await attendance.cards_to_look_at(tx, until=now, limit=limit)
    known: dict[int, int] = {}
    following, sent = [], 0
    for look in sorted(found, key=lambda one: (one.starts_at, one.id)):
        opens_at = await card_comes(tx, look, now, known)
        if opens_at is not None and opens_at <= now:
            await send_card(tx, look, now)
            sent += 1
        following.append({"shift_id": look.id, "at": opens_at if opens_at and opens_at > now else None})
    await looking_rows.next_roll_card.many(tx, sorted(following, key=lambda one: one["shift_id"]))
    return limit if len(found) == limit else sent


async def card_comes(tx: Tx, look: DueCard, now: int, known: dict[int, int]) -> int | None:
    """When, also if that is past; None where none does: it has come, nobody is in the shift, or it was long ago.

    One that came over two hours early, because the shift was moved since, has not come. `known`: settings by station.
    """
    too_early = look.state is not RollCallState.CLOSED and (look.opened_at or 0) < look.starts_at - EARLIEST
    if not look.takes_place or not look.taken or look.starts_at <= last_listed(now) or not too_early:
        return None
    if look.station_id not in known:
        known[look.station_id] = (await settings_of(tx, look.station_id)).roll_call_minutes * MINUTE
    return look.starts_at - known[look.station_id]


async def send_card(tx: Tx, look: DueCard, now: int) -> None:
    if not await attendance.open_roll_call(tx, look.id, now):
        await attendance.reopen(tx, look.id, now)
    await looking_rows.roll_changed(tx, look.id)
    await telling.tell(
        tx,
        notices.RollCallCard(look.id),
        look.lead_id,
        key=f"roll_call_card:shift:{look.id}:{now}",
        subject=f"shift:{look.id}",
        now=now,
    )


async def next_card(tx: Tx, now: int) -> tuple[int, int] | None:
    """When, and to how many leads: one for each session."""
    known: dict[int, int] = {}
    people: Counter[int] = Counter()

    async def page(since: int, after: int) -> list[DueCard]:
        return await attendance.cards_to_look_at(tx, since=since, after=after, until=LAST, limit=PAGE)

    async def instants(look: DueCard) -> list[int]:
        at = look.look_at if look.look_at > now else await card_comes(tx, look, now, known)
        if at is None or at <= now or not look.taken:
            return []
        people[at] += 1
        return [at]

    await soonest(page, instants)
    return min(people.items(), default=None)


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
