"""The tree of stations, walked down press by press, whatever a station is looked for."""

from collections.abc import Awaitable, Callable

from bot.speech.screens import Screen
from bot.stations import acts as stations
from bot.wire.context import Context
from handlers.links.stations import BrowseStations, Detail, PickStation, Purpose
from handlers.stations import screens as views
from handlers.talk.journeys import Journey

journey = Journey()
Picked = Callable[[Context, int, Detail, int], Awaitable[Screen | None]]
PICKED: dict[str, Picked] = {}
"""What a station was looked for, and what follows once it is found."""


def picked(purpose: Purpose) -> Callable[[Picked], Picked]:
    """``async def f(context, subject, detail, station)`` goes on with the station."""

    def add(answer: Picked) -> Picked:
        PICKED[purpose] = answer
        return answer

    return add


@journey.on(PickStation)
async def pick(context: Context, purpose: Purpose, subject: int, detail: Detail, station: int) -> Screen | None:
    return await PICKED[purpose](context, subject, detail, station)


@journey.on(BrowseStations)
async def show_tree(
    context: Context, purpose: Purpose, subject: int, detail: Detail, station: int, page: int
) -> Screen:
    """Station 0 is the top; where there is only one top, it is opened at once."""
    station_id = station
    if not station_id:
        found = await stations.tops(context)
        if len(found) != 1:
            return views.choose_top(context.words, found, purpose, subject, detail)
        station_id = found[0].id
    card = await stations.station_card(context, station_id)
    return views.choose(context.words, card, purpose, subject, detail, page)
