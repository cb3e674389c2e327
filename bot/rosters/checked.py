"""A list as it is sent back, row by row."""

from bot.desk import Desk
from bot.ground.frozen import Frozen
from bot.rosters import rows
from bot.rosters.bringing import heads_of, seen
from bot.rosters.judging import cells_of
from bot.rosters.rules import RosterState
from bot.rosters.shown import RosterCard, card_of


class CheckedRow(Frozen):
    cells: tuple[str, ...]
    outcome: str
    why: str


class Checked(Frozen):
    card: RosterCard
    heads: tuple[str, ...]
    rows: tuple[CheckedRow, ...]


EVERY = 2**31


async def checked(desk: Desk, roster_id: int) -> Checked | None:
    """None where it is not waiting to be imported any more. Raises NotFound."""
    roster = await seen(desk, roster_id)
    if roster.state is not RosterState.READY:
        return None
    heads, _ = await heads_of(desk, roster)
    found = await rows.every_row(desk.tx, roster_id=roster_id, after=-1, most=EVERY)
    return Checked(
        card=await card_of(desk, roster),
        heads=tuple(heads),
        rows=tuple([CheckedRow(tuple(cells_of(desk.tx, roster_id, row)), row["outcome"], row["why"]) for row in found]),
    )
