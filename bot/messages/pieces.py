"""A message to many is queued in pieces: the press queues the first, ticks the others, so that none takes long."""

from collections.abc import Awaitable, Callable
from typing import Protocol, TypeVar

from bot.ground.frozen import Frozen
from bot.messages import piece_rows
from bot.store.transaction import Tx

PIECE = 200
TEAMS = 64
"""So many are looked into for one piece."""
COUNTED = 1_000
"""An audience that is larger is not counted to the last."""
NOWHERE = "-"


class One(Protocol):
    @property
    def id(self) -> int: ...


P = TypeVar("P", bound=One)
TeamPage = Callable[[int, int, int], Awaitable[list[P]]]
"""Members of a team, after a person, at most so many."""


class At(Frozen):
    """After whom it goes on, and in which team, where it goes by teams."""

    team: int = 0
    person: int = 0


def following(found: list[P], limit: int, team: int = 0) -> At | None:
    return At(team, found[-1].id) if found and len(found) == limit else None


async def of_station(tx: Tx, path: str, at: At, page: TeamPage[P], limit: int = PIECE) -> tuple[list[P], At | None]:
    """The next people of all teams of a station and below, and where it goes on."""
    found: list[P] = []
    team, after = at.team or await piece_rows.next_team(tx, path, 0), at.person
    for _ in range(TEAMS):
        if team is None:
            break
        members = await page(team, after, limit - len(found))
        found += members
        if len(found) >= limit:
            return found, At(team, members[-1].id)
        team, after = await piece_rows.next_team(tx, path, team), 0
    return found, At(team) if team else None
