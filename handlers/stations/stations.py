"""/stations: the tree with its names, zones and settings; and the choice of a station for something else."""

from markupsafe import Markup

from bot.ground.text import line
from bot.ground.viewer import Viewer
from bot.speech.pages import in_rows, paged
from bot.speech.screens import LINE, Key, Rows, Screen
from bot.speech.words import Words, later
from bot.stations import acts as stations
from bot.stations import permissions as may
from bot.stations.rules import NAME_LIMIT, Station, StationCard, levels_below
from bot.stations.settings import PRESETS
from bot.wire.context import Context
from handlers.links.stations import (
    AddStation,
    ChangeStation,
    ChoosePreset,
    ChooseZone,
    Level,
    OpenStation,
    Preset,
    RenameStation,
    SetPreset,
    SetZone,
    StationSettingsGroup,
)
from handlers.stations.setting_words import PRESET_NAMES
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()
NEW = Question[int, str]("station_new", "parent level")
RENAME = Question[int]("station_name", "station")
ZONE = Question[int]("station_zone", "station")


@journey.command("stations")
async def start(context: Context) -> Screen:
    found = await stations.tops(context)
    if len(found) == 1:
        return await show_station(context, found[0].id, 0)
    return tops(context.words, found)


@journey.on(OpenStation)
async def show_station(context: Context, station_id: int, page: int) -> Screen:
    return station_card(context.words, await stations.station_card(context, station_id), context.viewer, page)


@journey.on(AddStation)
async def add(context: Context, station_id: int, level: Level) -> Screen:
    """First the level, then the name."""
    station = await stations.seen(context, station_id)
    if not level:
        return which_level(context.words, station)
    return await ask(context, NEW, ask_name(context.words, station), station.id, level)


@journey.answer(NEW)
async def typed_new(context: Context, name: str, parent: int, level: str) -> Screen:
    made = await stations.add_station(context, parent_id=parent, level=level, name=name)
    return await show_station(context, made.id, 0)


@journey.on(ChangeStation)
async def show_changing(context: Context, station_id: int) -> Screen:
    return changing(context.words, await stations.station_card(context, station_id))


@journey.on(ChoosePreset)
async def show_choose_preset(context: Context, station: int) -> Screen:
    return choose_preset(context.words, await stations.station_card(context, station))


@journey.on(SetPreset)
async def set_preset(context: Context, station: int, preset: Preset) -> Screen:
    await stations.set_preset(context, station, preset or None)
    return await show_changing(context, station)


@journey.on(RenameStation)
async def rename(context: Context, station_id: int) -> Screen:
    station = await stations.seen(context, station_id)
    return await ask(context, RENAME, ask_new_name(context.words, station), station.id)


async def name_of(context: Context, station_id: int) -> str:
    return (await stations.seen(context, station_id)).name


@journey.replaces(RENAME, "called", before=name_of, read=lambda typed: line("name", typed, NAME_LIMIT))
async def take_name(context: Context, name: str, station: int) -> Screen:
    await stations.rename_station(context, station, name)
    return await show_changing(context, station)


@journey.on(ChooseZone)
async def show_choose_zone(context: Context, station_id: int) -> Screen:
    station = await stations.seen(context, station_id)
    return await ask(context, ZONE, choose_zone(context.words, station), station.id)


@journey.on(SetZone)
async def set_zone(context: Context, station: int, zone: str | None) -> Screen:
    await stations.set_zone(context, station, zone)
    await ZONE.finish(context)
    return await show_changing(context, station)


@journey.answer(ZONE)
async def typed_zone(context: Context, name: str, station: int) -> Screen:
    return await set_zone(context, station, name.strip() or "?")


ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Urumqi")


def station_card(words: Words, card: StationCard, viewer: Viewer, page: int) -> Screen:
    station = card.station
    below = paged(
        card.below, page, lambda one: Key(one.name, OpenStation(one.id, 0)), lambda to: OpenStation(station.id, to)
    )
    return Screen(LINE.join(card_lines(words, card)), (*below, *card_keys(words, card, viewer)))


def changing(words: Words, card: StationCard) -> Screen:
    """A list: each row is one thing about the station, and changes it."""
    station = card.station
    rows = (
        Key(words.label("Name: {name}", name=station.name), RenameStation(station.id)),
        Key(words.label("Time zone: {zone}", zone=station.zone), ChooseZone(station.id)),
        Key(words.label("Preset: {preset}", preset=words.label(PRESET_NAMES[card.preset])), ChoosePreset(station.id)),
        back(words, station.id),
    )
    text = words.say("<b>{station}</b>: press what you want to change.", station=station.name)
    return Screen(text, tuple((row,) for row in rows))


def which_level(words: Words, station: Station) -> Screen:
    text = words.say("What comes below <b>{station}</b>?", station=station.name)
    rows = [(Key(level_name(words, level), AddStation(station.id, level)),) for level in levels_below(station.level)]
    return Screen(text, (*rows, (back(words, station.id),)))


def ask_name(words: Words, station: Station) -> Screen:
    """Of a new one below."""
    text = words.say("What is the new station below <b>{station}</b> called? Type the name.", station=station.name)
    return Screen(text, ((back(words, station.id),),))


def ask_new_name(words: Words, station: Station) -> Screen:
    text = words.say("What should <b>{station}</b> be called from now on? Type the name.", station=station.name)
    return Screen(text, ((back_to(words, ChangeStation(station.id)),),))


def choose_zone(words: Words, station: Station) -> Screen:
    text = words.say("Which time zone has <b>{station}</b>? Press one, or type another, such as Asia/Macau.",
                     station=station.name)  # fmt: skip
    rows = [(Key(("✓ " if zone == station.zone else "") + zone, SetZone(station.id, zone)),) for zone in ZONES]
    inherit = [Key(words.label("Inherit again"), SetZone(station.id, None))]
    last = inherit if station.own_zone and not station.is_root else []
    return Screen(text, (*rows, (*last, back_to(words, ChangeStation(station.id)))))


def card_lines(words: Words, card: StationCard) -> list[Markup]:
    station = card.station
    way = Markup(" › ").join([one.name for one in (*card.way, station)])
    zone = words.say("<i>set here</i>") if station.own_zone else words.say("<i>inherited</i>")
    return [
        Markup("<b>{}</b> · {}").format(way, level_name(words, station.level)),
        words.say("Time zone: {zone}, {source}", zone=station.zone, source=zone),
        words.say("Preset: {preset}, {source}", preset=words.say(PRESET_NAMES[card.preset]),
                  source=preset_source(words, card)),
        words.say_n("{n} station below", "{n} stations below", len(card.below)),
        words.say_n("{n} team", "{n} teams", card.teams),
    ]  # fmt: skip


def card_keys(words: Words, card: StationCard, viewer: Viewer) -> Rows:
    id = card.station.id
    keys: list[Key] = []
    if may.may_add_station(viewer, card.station.path):
        keys.append(Key(words.label("Add below"), AddStation(id, "")))
    if may.may_change_station(viewer, card.station.path):
        keys += [
            Key(words.label("Settings"), StationSettingsGroup(id, "")),
            Key(words.label("Change"), ChangeStation(id)),
        ]
    if card.way:
        keys.append(Key(words.label("Up"), OpenStation(card.way[-1].id, 0)))
    return in_rows(keys)


def back(words: Words, station_id: int) -> Key:
    return back_to(words, OpenStation(station_id, 0))


def preset_source(words: Words, card: StationCard) -> Markup:
    if card.station.preset is not None:
        return words.say("<i>set here</i>")
    if card.preset_from:
        return words.say("<i>inherited from {station}</i>", station=card.preset_from)
    return words.say("<i>inherited</i>")


LEVELS = {
    "province": later("province"),
    "city": later("city"),
    "district": later("district"),
    "street": later("street"),
    "community": later("community"),
}


def level_name(words: Words, level: str) -> str:
    return words.label(LEVELS[level])


def tops(words: Words, stations: list[Station]) -> Screen:
    """Where somebody holds a role on several branches."""
    rows = tuple((Key(one.name, OpenStation(one.id, 0)),) for one in stations)
    return Screen(words.say("<b>Your stations</b>"), rows)


def choose_preset(words: Words, card: StationCard) -> Screen:
    station = card.station
    text = words.say("From which preset shall <b>{station}</b> start?", station=station.name)
    afresh = words.say("A preset chosen here starts afresh: settings made above no longer reach this station.")
    rows = [
        (Key(("✓ " if code == card.preset else "") + words.label(PRESET_NAMES[code]), SetPreset(station.id, code)),)
        for code in PRESETS
    ]
    inherit = [Key(words.label("Inherit again"), SetPreset(station.id, ""))] if station.preset is not None else []
    return Screen(LINE.join([text, afresh]), (*rows, (*inherit, back_to(words, ChangeStation(station.id)))))
