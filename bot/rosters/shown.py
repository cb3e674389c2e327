"""What people see of a list: its figures, and the rows that cannot be taken in."""

from collections.abc import Mapping
from typing import Literal

from bot.desk import Desk
from bot.ground.frozen import Frozen
from bot.rosters import rows
from bot.rosters.judging import cells_of
from bot.rosters.rules import Outcome, Roster, RosterState
from bot.teams.rules import Team

NAMED = 5
"""So many rows stand in the message; all of them in the file."""


class BadRow(Frozen):
    line: int
    said: str  # its first cells, '' once they are gone
    why: str


class Asked(Frozen):
    """What must be known before a list can be compared."""

    roster_id: int
    what: Literal["name", "team"]
    samples: tuple[tuple[str, ...], ...] = ()
    teams: tuple[Team, ...] = ()


class RosterCard(Frozen):
    roster: Roster
    counts: Mapping[str, int]
    bad: tuple[BadRow, ...] = ()
    stays: Mapping[str, int] = {}
    asked: bool = False  # whether it says how old people are


async def card_of(desk: Desk, roster: Roster) -> RosterCard:
    bad = tuple(
        [
            BadRow(row["line"], said(cells_of(desk.tx, roster.id, row)) if row["cells"] else "", row["why"])
            for outcome in (Outcome.BAD, Outcome.DOUBTFUL)
            for row in await rows.rows_of(desk.tx, roster_id=roster.id, outcome=outcome, most=NAMED)
        ]
        if roster.state is RosterState.READY
        else []
    )
    return RosterCard(
        roster=roster,
        counts=await rows.counts_of(desk.tx, roster_id=roster.id),
        bad=bad[:NAMED],
        stays=await rows.reasons_of(desk.tx, roster_id=roster.id, outcome=Outcome.STAYS),
        asked='"age"' in roster.columns,
    )


def said(cells: list[str]) -> str:
    return next((cell for cell in cells if cell and not cell.isdigit()), "")[:24]
