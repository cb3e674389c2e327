"""What was read of a file, outside of any transaction: kept in pieces, each in one of its own, then compared."""

from collections.abc import Sequence
from functools import partial

from bot.desk import Seated
from bot.ground.frozen import Frozen
from bot.people.notice_readers import reader
from bot.rosters import rows
from bot.rosters.acts import give_up, go_on
from bot.rosters.bringing import asked_of, keep_head, keep_rows, read
from bot.rosters.permissions import may_bring
from bot.rosters.rules import Roster, RosterState
from bot.rosters.shown import Asked
from bot.store.database import Database, in_transaction
from bot.store.transaction import Tx

PIECE = 400


class Taken(Frozen):
    """``refused``: a code, why nothing of it could be read; else what came of it."""

    asked: Asked | None = None
    refused: str = ""


async def awaited(tx: Tx, roster_id: int) -> Roster | None:
    """A list that was sent as a file and not fetched yet."""
    roster = await rows.get(tx, roster_id)
    return roster if roster is not None and roster.state is RosterState.SENT and roster.file_id else None


async def take(database: Database, found: Sequence[Sequence[str]] | str, *, roster_id: int, now: int) -> Taken:
    """``found``: the rows of it, or why it could not be read. Again begins anew."""
    if isinstance(found, str):
        await in_transaction(database, lambda tx: give_up(tx, roster_id))
        return Taken(refused=found)
    await in_transaction(database, lambda tx: rows.forget_rows(tx, roster_id=roster_id))
    for first in range(0, len(found), PIECE):
        await in_transaction(database, partial(keep_piece, roster_id=roster_id, found=found, first=first))
    asked = await in_transaction(database, lambda tx: begun(tx, roster_id, now, found))
    while asked is None and await in_transaction(database, lambda tx: go_on(tx, roster_id, now)):
        pass
    return Taken(asked)


async def keep_piece(tx: Tx, *, roster_id: int, found: Sequence[Sequence[str]], first: int) -> None:
    await keep_rows(tx, roster_id, found[first : first + PIECE], first=first)


async def begun(tx: Tx, roster_id: int, now: int, found: Sequence[Sequence[str]]) -> Asked | None:
    """What has to be asked; None where it can be compared, or is nobody's any more."""
    roster = await awaited(tx, roster_id)
    viewer = await reader(tx, roster.person_id, "UTC") if roster else None
    if roster is None or viewer is None or not may_bring(viewer):
        return None
    desk = Seated(tx, viewer, now)
    roster = await read(desk, await keep_head(tx, roster, found))
    return await asked_of(desk, roster) if roster.state is RosterState.ASKING else None
