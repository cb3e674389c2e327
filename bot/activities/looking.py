"""Ticks find what is due by when it is due. Where settings change, the shifts below follow station by station."""

from collections.abc import Awaitable, Callable, Sequence
from typing import Protocol, TypeVar

from bot.activities import looking_rows
from bot.ground.times import DAY
from bot.store.ticks import AT_ONCE, Tick
from bot.store.transaction import Tx

PAGE = 12
BEHIND = 3 * DAY
"""What began earlier brings nothing any more."""


class Looked(Protocol):
    @property
    def id(self) -> int: ...

    @property
    def look_at(self) -> int: ...


L = TypeVar("L", bound=Looked)
Page = Callable[[int, int], Awaitable[Sequence[L]]]
"""What is looked at from this instant on, after this shift; at most `PAGE`."""


async def soonest(page: Page[L], instants: Callable[[L], Awaitable[Sequence[int]]]) -> None:
    """Looks on in order of time until nothing later can come before what was found; `instants`: those of one shift."""
    first, since, after = None, 0, 0
    while found := await page(since, after):
        for one in found:
            first = min([*await instants(one), *([] if first is None else [first])], default=None)
        since, after = found[-1].look_at, found[-1].id
        if len(found) < PAGE or (first is not None and first <= since):
            return


async def follow(tx: Tx, now: int) -> int:
    """The shifts of stations where something has changed are looked at again, and the stations below them next."""
    done = 0
    while done < AT_ONCE and (stations := await looking_rows.changed_stations(tx, AT_ONCE - done)):
        for station_id in stations:
            await looking_rows.look_again_at_station(tx, station_id, now - BEHIND)
            await looking_rows.pass_on(tx, station_id)
        done += len(stations)
    return done


TICKS = (Tick("changed settings", 20, follow),)
