"""The tree of stations, walked down press by press, whatever a station is looked for."""

from bot.stations import acts as stations
from bot.wire.context import Context
from handlers.links.stations import Detail, Purpose
from handlers.stations import screens as views


async def show_tree(context: Context, purpose: Purpose, subject: int, detail: Detail, station: int, page: int) -> None:
    """Station 0 is the top; where there is only one top, it is opened at once."""
    station_id = station
    if not station_id:
        found = await stations.tops(context.tx, context.viewer)
        if len(found) != 1:
            context.show(views.choose_top(context.words, found, purpose, subject, detail))
            return
        station_id = found[0].id
    card = await stations.station_card(context.tx, context.viewer, station_id)
    context.show(views.choose(context.words, card, purpose, subject, detail, page))
