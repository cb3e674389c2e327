"""A list at work, piece by piece: compared, taken in, taken back. Each piece is a transaction of its own."""

from bot import telling
from bot.desk import Desk, Seated, note
from bot.ground import notices
from bot.happened import happen
from bot.members.profile_rows import set_volunteer_number
from bot.people import rows as people
from bot.people.erasing import PersonErased
from bot.people.notice_readers import reader
from bot.rosters import known_rows, rows
from bot.rosters.bringing import seen
from bot.rosters.judging import Bench, Judged, bench, judged
from bot.rosters.permissions import may_bring
from bot.rosters.rules import UNDONE_WITHIN, Entry, Outcome, Roster, RosterState
from bot.rosters.shown import RosterCard, card_of
from bot.store.ticks import AT_ONCE
from bot.store.transaction import Row, Tx
from bot.teams import rows as teams

PROGRESS = 8
"""So many pieces between two words of how far it has come."""
FOLLOWS = {
    RosterState.MATCHING: RosterState.READY,
    RosterState.IMPORTING: RosterState.IMPORTED,
    RosterState.UNDOING: RosterState.UNDONE,
}


async def go_on(tx: Tx, roster_id: int, now: int, *, told: bool = True) -> bool:
    """The next piece of it; False where there is none left. ``told``: its owner hears when it is done."""
    roster = await rows.get(tx, roster_id)
    if roster is None or roster.state not in FOLLOWS or not await rows.hold(tx, roster_id, roster.state):
        return False
    viewer = await reader(tx, roster.person_id, "UTC")
    if viewer is None or not may_bring(viewer):
        await give_up(tx, roster_id)
        return False
    desk = Seated(tx, viewer, now)
    if await piece(desk, roster):
        if told:
            await tell_progress(desk, roster)
        return True
    await finish(desk, roster, told=told)
    return False


async def piece(desk: Desk, roster: Roster) -> int:
    if roster.state is RosterState.MATCHING:
        return await compare(desk, roster)
    if roster.state is RosterState.IMPORTING:
        return await take_in(desk, roster)
    return await take_back(desk, roster)


async def compare(desk: Desk, roster: Roster) -> int:
    found = await rows.rows_of(desk.tx, roster_id=roster.id, outcome="", most=AT_ONCE)
    at = await bench(desk, roster) if found else None
    for row in found:
        if at is not None:
            one = await judged(desk, at, row)
            await rows.judge(
                desk.tx, roster_id=roster.id, line=row["line"], outcome=one.outcome, why=one.why, mark=one.mark,
                person_id=one.person_id,
            )  # fmt: skip
    return len(found)


async def take_in(desk: Desk, roster: Roster) -> int:
    """Each is looked at again: somebody may have come meanwhile."""
    found: list[Row] = []
    for outcome in (Outcome.NEW, Outcome.CHANGED):
        found += await rows.rows_of(desk.tx, roster_id=roster.id, outcome=outcome, most=AT_ONCE - len(found))
    at = await bench(desk, roster) if found else None
    for row in found:
        if at is not None:
            await take_one(desk, at, row)
    return len(found)


async def take_one(desk: Desk, at: Bench, row: Row) -> None:
    one = await judged(desk, at, row)
    if one.entry is not None and one.outcome is Outcome.NEW:
        made = await make(desk, one, one.entry, at.roster.id)
        await rows.book(desk.tx, roster_id=at.roster.id, line=row["line"], outcome=Outcome.MADE, person_id=made)
    elif one.entry is not None and one.outcome is Outcome.CHANGED and one.person_id:
        await fill(desk, one.entry, one.person_id)
        await rows.book(desk.tx, roster_id=at.roster.id, line=row["line"], outcome=Outcome.FILLED)
    else:
        await rows.book(desk.tx, roster_id=at.roster.id, line=row["line"], outcome=one.outcome, why=one.why)


async def make(desk: Desk, one: Judged, entry: Entry, roster_id: int) -> int:
    """Somebody without Telegram, cared for by whoever brought the list; under 18 without a place until a guardian
    agrees, as everybody.
    """
    added = await people.add_person(
        desk.tx, now=desk.now, state="managed", name=entry.name, age_band=one.band, home_team_id=one.team_id,
        managed_by_id=desk.viewer.id,
    )  # fmt: skip
    await teams.add_membership(desk.tx, team_id=one.team_id, person_id=added, now=desk.now)
    if entry.number:
        await set_volunteer_number(desk.tx, added, entry.number)
    if entry.phone:
        await people.set_phone(desk.tx, added, entry.phone)
    await note(desk, "person_added", f"person:{added}", roster=roster_id)
    return added


async def fill(desk: Desk, entry: Entry, person_id: int) -> None:
    """What was not known of somebody without Telegram."""
    card = await known_rows.kept(desk.tx, id=person_id)
    if entry.number and card.number is None:
        await set_volunteer_number(desk.tx, person_id, entry.number)
    if entry.phone and card.phone is None:
        await people.set_phone(desk.tx, person_id, entry.phone)
    await note(desk, "person_filled", f"person:{person_id}")


async def take_back(desk: Desk, roster: Roster) -> int:
    found = await rows.rows_of(desk.tx, roster_id=roster.id, outcome=Outcome.MADE, most=AT_ONCE)
    for row in found:
        why = await known_rows.done_since(desk.tx, id=row["person_id"]) if row["person_id"] else None
        if why == "":
            await happen(desk, PersonErased(row["person_id"]))
            await note(desk, "person_taken_back", f"person:{row['person_id']}", roster=roster.id)
        outcome = Outcome.STAYS if why else Outcome.GONE
        await rows.book(desk.tx, roster_id=roster.id, line=row["line"], outcome=outcome, why=why or "")
    return len(found)


async def finish(desk: Desk, roster: Roster, *, told: bool) -> None:
    """Nothing of the list itself is kept beyond what may have to be taken back."""
    await rows.step(desk.tx, roster.id, roster.state, FOLLOWS[roster.state])
    if roster.state is RosterState.IMPORTING:
        counts = await rows.counts_of(desk.tx, roster_id=roster.id)
        await rows.wipe(desk.tx, roster_id=roster.id)
        await rows.set_imported(desk.tx, roster.id, now=desk.now, until=desk.now + UNDONE_WITHIN)
        facts = {name: counts.get(name, 0) for name in (Outcome.MADE, Outcome.FILLED)}
        await note(desk, "roster_imported", roster.subject, **{name.value: n for name, n in facts.items()})
    if roster.state is RosterState.UNDOING:
        await note(desk, "roster_undone", roster.subject)
    if roster.state is RosterState.MATCHING or told:
        done = notices.RosterReady if roster.state is RosterState.MATCHING else notices.RosterDone
        key = f"roster:{roster.id}:{FOLLOWS[roster.state]}"
        await telling.tell(desk.tx, done(roster.id), desk.viewer.id, key=key, subject=None, now=desk.now)


async def tell_progress(desk: Desk, roster: Roster) -> None:
    """Into the card that was pressed, now and then."""
    if roster.card_id is None or roster.state is RosterState.MATCHING:
        return
    counts = await rows.counts_of(desk.tx, roster_id=roster.id)
    left = sum(counts.get(name, 0) for name in LEFT[roster.state])
    if (left // AT_ONCE) % PROGRESS == 0:
        told = notices.RosterProgress(roster.id, left)
        key = f"roster:{roster.id}:{roster.state}:{left}"
        await telling.tell(desk.tx, told, desk.viewer.id, key=key, subject=None, now=desk.now, silent=True)


LEFT = {
    RosterState.IMPORTING: (Outcome.NEW, Outcome.CHANGED),
    RosterState.UNDOING: (Outcome.MADE,),
}


async def begin(desk: Desk, roster_id: int, *, card_id: int | None, undo: bool) -> RosterCard:
    """The first piece at once; ticks go on. Again changes nothing. Raises NotFound."""
    roster = await seen(desk, roster_id)
    before, to = (
        (RosterState.IMPORTED, RosterState.UNDOING) if undo else (RosterState.READY, RosterState.IMPORTING)
    )  # fmt: skip
    undoable = not undo or (roster.imported_at or 0) + UNDONE_WITHIN > desk.now
    if undoable and await rows.step(desk.tx, roster_id, before, to):
        await rows.set_card(desk.tx, roster_id, card_id)
        counts = await rows.counts_of(desk.tx, roster_id=roster_id)
        if (
            await go_on(desk.tx, roster_id, desk.now, told=False)
            and sum(counts[n] for n in LEFT[to] if n in counts) <= AT_ONCE
        ):
            await go_on(desk.tx, roster_id, desk.now, told=False)
    return await card(desk, roster_id)


async def compare_at_once(desk: Desk, roster: Roster) -> None:
    """A short list; of a longer one ticks go on."""
    if roster.state is RosterState.MATCHING and await go_on(desk.tx, roster.id, desk.now) and roster.rows <= AT_ONCE:
        await go_on(desk.tx, roster.id, desk.now)


async def card(desk: Desk, roster_id: int) -> RosterCard:
    """How far it has come. Raises NotFound."""
    return await card_of(desk, await seen(desk, roster_id))


async def cancel(desk: Desk, roster_id: int) -> RosterCard:
    """What waits to be taken in is erased; what is taken in stays. Raises NotFound."""
    roster = await seen(desk, roster_id)
    if roster.state in {RosterState.SENT, RosterState.ASKING, RosterState.MATCHING, RosterState.READY}:
        await give_up(desk.tx, roster_id)
    return await card(desk, roster_id)


async def give_up(tx: Tx, roster_id: int) -> None:
    await rows.forget_rows(tx, roster_id=roster_id)
    await rows.end(tx, roster_id, RosterState.CANCELLED)


async def expire(tx: Tx, now: int, most: int) -> int:
    """A list that nobody took in for a day, and one that can no longer be taken back."""
    found = await rows.expired(tx, now, most)
    for roster_id in found:
        roster = await rows.get(tx, roster_id)
        kept = roster is not None and roster.state in {RosterState.IMPORTED, RosterState.UNDONE}
        await rows.forget_rows(tx, roster_id=roster_id)
        await rows.end(tx, roster_id, roster.state if kept and roster else RosterState.CANCELLED)
    return len(found)
