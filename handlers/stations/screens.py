"""/stations: the tree, one station at a time; the same tree serves for choosing a station for something else."""

from markupsafe import Markup

from bot.ground.viewer import Viewer
from bot.speech.buttons import Button
from bot.speech.pages import on_page, turning
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.stations import permissions as may
from bot.stations.rules import Station, StationCard, levels_below
from bot.stations.settings import PRESETS
from handlers.links.stations import (
    AddStation,
    BrowseStations,
    ChangeStation,
    ChoosePreset,
    ChooseZone,
    Detail,
    OpenStation,
    PickStation,
    Purpose,
    RenameStation,
    SetPreset,
    SetZone,
    StationSettingsGroup,
)
from handlers.stations.setting_words import PRESET_NAMES
from handlers.talk.roles import level_name

LINE = Markup("\n")
ZONES = ("Asia/Shanghai", "Asia/Hong_Kong", "Asia/Urumqi")


def tops(words: Words, stations: list[Station]) -> Screen:
    """Where somebody holds a role on several branches."""
    rows = tuple((Key(one.name, OpenStation(one.id, 0)),) for one in stations)
    return Screen(words.say("<b>Your stations</b>"), rows)


def station_card(words: Words, card: StationCard, viewer: Viewer, page: int) -> Screen:
    station = card.station
    rows = [(Key(one.name, OpenStation(one.id, 0)),) for one in on_page(card.below, page)]
    turn = turning(card.below, page, lambda to: OpenStation(station.id, to))
    return Screen(LINE.join(card_lines(words, card)), (*rows, *turn, *card_keys(words, card, viewer)))


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


def preset_source(words: Words, card: StationCard) -> Markup:
    if card.station.preset is not None:
        return words.say("<i>set here</i>")
    if card.preset_from:
        return words.say("<i>inherited from {station}</i>", station=card.preset_from)
    return words.say("<i>inherited</i>")


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
    return tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2))


def back(words: Words, station_id: int) -> Key:
    return Key(words.label("Back"), OpenStation(station_id, 0))


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
    return Screen(text, ((back(words, station.id),),))


def choose_zone(words: Words, station: Station) -> Screen:
    text = words.say("Which time zone has <b>{station}</b>? Press one, or type another, such as Asia/Macau.",
                     station=station.name)  # fmt: skip
    rows = [(Key(("✓ " if zone == station.zone else "") + zone, SetZone(station.id, zone)),) for zone in ZONES]
    inherit = [Key(words.label("Inherit again"), SetZone(station.id, None))]
    last = inherit if station.own_zone and not station.is_root else []
    return Screen(text, (*rows, (*last, Key(words.label("Back"), ChangeStation(station.id)))))


def choose_preset(words: Words, card: StationCard) -> Screen:
    station = card.station
    text = words.say("From which preset shall <b>{station}</b> start?", station=station.name)
    afresh = words.say("A preset chosen here starts afresh: settings made above no longer reach this station.")
    rows = [
        (Key(("✓ " if code == card.preset else "") + words.label(PRESET_NAMES[code]), SetPreset(station.id, code)),)
        for code in PRESETS
    ]
    inherit = [Key(words.label("Inherit again"), SetPreset(station.id, ""))] if station.preset is not None else []
    return Screen(LINE.join([text, afresh]), (*rows, (*inherit, Key(words.label("Back"), ChangeStation(station.id)))))


def choose(words: Words, card: StationCard, purpose: Purpose, subject: int, detail: Detail, page: int) -> Screen:
    """Down the tree to the station that is meant."""
    station = card.station

    def to(station_id: int, turned: int = 0) -> Button:
        return BrowseStations(purpose, subject, detail, station_id, turned)

    here = PickStation(purpose, subject, detail, station.id)
    rows = [(Key(one.name + " ›", to(one.id)),) for one in on_page(card.below, page)]
    last = [Key(words.label("This one: {station}", station=station.name), here)]
    up = (Key(words.label("Up"), to(card.way[-1].id)),) if card.way else ()
    way = Markup(" › ").join([one.name for one in (*card.way, station)])
    text = LINE.join([words.say("<b>For which station?</b>"), Markup("{}").format(way)])
    turn = turning(card.below, page, lambda turned: to(station.id, turned))
    return Screen(text, (tuple(last), *rows, *turn, *([up] if up else [])))


def choose_top(words: Words, stations: list[Station], purpose: Purpose, subject: int, detail: Detail) -> Screen:
    rows = tuple((Key(one.name + " ›", BrowseStations(purpose, subject, detail, one.id, 0)),) for one in stations)
    return Screen(words.say("<b>For which station?</b>"), rows)
