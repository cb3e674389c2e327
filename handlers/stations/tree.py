"""The tree of stations, walked down press by press, whatever a station is looked for."""

from collections.abc import Awaitable, Callable

from markupsafe import Markup

from bot.speech.buttons import Button
from bot.speech.pages import paged
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.stations import acts as stations
from bot.stations.rules import Station, StationCard
from bot.wire.context import Context
from handlers.links.stations import BrowseStations, Detail, PickStation, Purpose
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
) -> Screen | None:
    """Station 0 is the top; where there is only one top, it is opened at once; a station alone is not asked for."""
    if station:
        return choose(context.words, await stations.station_card(context, station), purpose, subject, detail, page)
    card = await only_top(context)
    if card is None:
        return choose_top(context.words, await stations.tops(context), purpose, subject, detail)
    if not card.below:
        return await PICKED[purpose](context, subject, detail, card.station.id)
    return choose(context.words, card, purpose, subject, detail, page)


async def choice_of(context: Context, purpose: Purpose, subject: int, detail: Detail, station: int) -> Button | None:
    """Where this station was picked; None where it is the only one, which nobody is asked for."""
    top = await only_top(context)
    alone = top is not None and not top.below
    return None if alone else BrowseStations(purpose, subject, detail, station, 0)


async def only_top(context: Context) -> StationCard | None:
    """None where the viewer's part of the tree begins in several places."""
    found = await stations.tops(context)
    return await stations.station_card(context, found[0].id) if len(found) == 1 else None


def choose(words: Words, card: StationCard, purpose: Purpose, subject: int, detail: Detail, page: int) -> Screen:
    """Down the tree to the station that is meant."""
    station = card.station

    def to(station_id: int, turned: int = 0) -> Button:
        return BrowseStations(purpose, subject, detail, station_id, turned)

    here = PickStation(purpose, subject, detail, station.id)
    below = paged(card.below, page, lambda one: Key(one.name + " ›", to(one.id)), lambda turned: to(station.id, turned))
    last = [Key(words.label("This one: {station}", station=station.name), here)]
    up = (Key(words.label("Up"), to(card.way[-1].id)),) if card.way else ()
    way = Markup(" › ").join([one.name for one in (*card.way, station)])
    text = LINE.join([words.say("<b>For which station?</b>"), Markup("{}").format(way)])
    return Screen(text, (tuple(last), *below, *([up] if up else [])))


def choose_top(words: Words, stations: list[Station], purpose: Purpose, subject: int, detail: Detail) -> Screen:
    rows = tuple((Key(one.name + " ›", BrowseStations(purpose, subject, detail, one.id, 0)),) for one in stations)
    return Screen(words.say("<b>For which station?</b>"), rows)
