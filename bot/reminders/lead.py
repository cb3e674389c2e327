"""What a lead gets by itself about coming shifts, looked at when it leaves: None where it no longer matters."""

from bot.activities import rows as activities
from bot.activities.permissions import may_manage
from bot.activities.rules import Shift
from bot.desk import Desk
from bot.ground import notices
from bot.ground.refusals import NotFound
from bot.reminders import rows as reminders
from bot.reminders.lead_rules import LeadChanges, LeadList, ShiftList, TooFew
from bot.sign_ups import list_rows
from bot.sign_ups.last_looks import coming, leads
from bot.sign_ups.rules import SignUpState, check_open
from bot.sign_ups.telling import subject
from bot.store.transaction import Tx
from bot.telling import tell_many


async def lead_list(tx: Tx, shift_ids: list[int], *, reader_id: int, now: int) -> LeadList | None:
    """Without what was cancelled, has begun, or was handed over to another lead."""
    found = [await activities.get_shift(tx, shift_id) for shift_id in shift_ids]
    theirs = [one for one in found if one and coming(one, now) and await leads(tx, one, reader_id)]
    lists = tuple([await list_of(tx, shift) for shift in theirs])
    return LeadList(lists, now) if lists else None


async def list_of(tx: Tx, shift: Shift) -> ShiftList:
    listed = [one for one in await list_rows.of_shift(tx, shift.id) if one.sign_up.state is SignUpState.CONFIRMED]
    said = [one for one in listed if one.sign_up.said_yes(shift.revision)]
    others = [one for one in listed if one not in said]
    return ShiftList(
        shift=shift,
        yes=tuple((one.name, one.sign_up.late_minutes or 0) for one in said),
        silent=tuple(one.name for one in others if one.reached and one.sign_up.silent(shift.revision)),
        signed=tuple(one.name for one in others if one.reached and not one.sign_up.silent(shift.revision)),
        unreached=tuple((one.name, one.telegram) for one in others if not one.reached),
        counts=await list_rows.counts(tx, shift.id),
        gone=tuple(await list_rows.gone_from(tx, shift.id)),
    )


async def current(tx: Tx, shift_id: int, revision: int, *, reader_id: int, now: int) -> Shift | None:
    """The shift, if it is still at that time and place and still this lead's."""
    shift = await activities.get_shift(tx, shift_id)
    if shift is None or not coming(shift, now) or shift.revision != revision:
        return None
    return shift if await leads(tx, shift, reader_id) else None


async def lead_changes(
    tx: Tx, shift_id: int, revision: int, since: int, *, reader_id: int, now: int
) -> LeadChanges | None:
    shift = await current(tx, shift_id, revision, reader_id=reader_id, now=now)
    if shift is None:
        return None
    changes = tuple(await reminders.changes_since(tx, shift_id, since))
    counts = await list_rows.counts(tx, shift_id)
    return LeadChanges(shift=shift, changes=changes, counts=counts) if changes else None


async def too_few(tx: Tx, shift_id: int, revision: int, *, reader_id: int, now: int) -> TooFew | None:
    shift = await current(tx, shift_id, revision, reader_id=reader_id, now=now)
    if shift is None:
        return None
    look = TooFew(
        shift=shift, counts=await list_rows.counts(tx, shift_id), waiting=len(await askable(tx, shift, now)), now=now
    )
    return look if look.missing > 0 else None


async def askable(tx: Tx, shift: Shift, now: int) -> list[int]:
    """Who waits for something else of this station at another time, and could come here."""
    return await reminders.waiting_elsewhere(
        tx,
        shift_id=shift.id,
        station_id=shift.station_id,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        now=now,
    )


async def ask_waiting(desk: Desk, *, shift_id: int) -> int:
    """Sends this shift to those who wait elsewhere, each once; how many there were.

    Raises NotFound, ActivityCancelled, ActivityStarted, ActivityOnHold, ActivityClosed, DeadlinePassed.
    """
    shift = await activities.get_shift(desk.tx, shift_id)
    if shift is None or not may_manage(
        desk.viewer, shift.activity, await activities.helpers(desk.tx, shift.activity_id)
    ):
        raise NotFound
    check_open(shift, desk.now)
    people = await askable(desk.tx, shift, desk.now)
    await tell_many(
        desk.tx,
        notices.AskWaiting(shift.id, shift.revision),
        {person_id: f"ask_waiting:shift:{shift.id}:rev{shift.revision}:person:{person_id}" for person_id in people},
        subject=subject(shift.id),
        now=desk.now,
        station_id=shift.station_id,
        until=shift.starts_at,
    )
    return len(people)
