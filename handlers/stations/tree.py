"""The tree of stations, walked down press by press, whatever a station is looked for."""

from bot.speech.screens import Screen
from bot.stations import acts as stations
from bot.wire.context import Context
from handlers.links.stations import BrowseStations, Detail, Purpose
from handlers.stations import screens as views
from handlers.talk.journeys import Journey

journey = Journey()


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
