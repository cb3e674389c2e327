"""/stations: the tree with its names, zones and settings; and the choice of a station for something else."""

from bot.ground.refusals import NotFound
from bot.ground.text import line
from bot.people import drafting
from bot.speech.screens import Screen
from bot.stations import acts as stations
from bot.stations.rules import NAME_LIMIT
from bot.wire.context import Context
from handlers.links.stations import (
    AddStation,
    ChangeStation,
    ChoosePreset,
    ChooseZone,
    InheritSetting,
    Level,
    OpenSetting,
    OpenStation,
    Preset,
    RenameStation,
    SetPreset,
    SetSetting,
    SettingKey,
    SettingsGroup,
    SetZone,
    StationSettingsGroup,
)
from handlers.stations import screens as views
from handlers.stations import setting_screens as setting_views
from handlers.stations.setting_words import GROUPS
from handlers.talk import forms
from handlers.talk.journeys import Journey

journey = Journey()

NEW, RENAME, ZONE, SETTING = "station_new", "station_name", "station_zone", "station_setting"


@journey.command("stations")
async def start(context: Context) -> Screen:
    found = await stations.tops(context)
    if len(found) == 1:
        return await show_station(context, found[0].id, 0)
    return views.tops(context.words, found)


@journey.on(OpenStation)
async def show_station(context: Context, station_id: int, page: int) -> Screen:
    card = await stations.station_card(context, station_id)
    return views.station_card(context.words, card, context.viewer, page)


@journey.on(AddStation)
async def add(context: Context, station_id: int, level: Level) -> Screen:
    """First the level, then the name."""
    station = await stations.seen(context, station_id)
    if not level:
        return views.which_level(context.words, station)
    fields = {"parent": station.id, "level": level}
    await drafting.start(context, NEW, "name", fields)
    return views.ask_name(context.words, station)


@journey.typed(NEW)
async def typed_new(context: Context) -> Screen:
    draft = await drafting.find(context, NEW)
    made = await stations.add_station(
        context,
        parent_id=draft.fields["parent"],
        level=draft.fields["level"],
        name=context.rest,
    )
    await drafting.finish(context, NEW)
    return await show_station(context, made.id, 0)


@journey.on(ChangeStation)
async def show_changing(context: Context, station_id: int) -> Screen:
    card = await stations.station_card(context, station_id)
    return views.changing(context.words, card)


async def ask(context: Context, form: str, station_id: int, key: str = "") -> None:
    """What is typed next belongs to this station."""
    fields = {"station": station_id, "key": key}
    await drafting.start(context, form, "typing", fields)


@journey.on(RenameStation)
async def rename(context: Context, station_id: int) -> Screen:
    station = await stations.seen(context, station_id)
    await ask(context, RENAME, station.id)
    return views.ask_new_name(context.words, station)


@journey.typed(RENAME)
async def typed_name(context: Context) -> None:
    draft = await drafting.find(context, RENAME)
    station = await stations.seen(context, draft.fields["station"])
    after = line("name", context.rest, NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=station.name, after=after))


@journey.sure(RENAME)
async def take_name(context: Context) -> Screen:
    draft = await drafting.find(context, RENAME)
    await stations.rename_station(context, draft.fields["station"], context.rest)
    await drafting.finish(context, RENAME)
    return await show_changing(context, draft.fields["station"])


@journey.on(ChooseZone)
async def choose_zone(context: Context, station_id: int) -> Screen:
    station = await stations.seen(context, station_id)
    await ask(context, ZONE, station.id)
    return views.choose_zone(context.words, station)


@journey.on(SetZone)
async def set_zone(context: Context, station: int, zone: str | None) -> Screen:
    await stations.set_zone(context, station, zone)
    await drafting.finish(context, ZONE)
    return await show_changing(context, station)


@journey.typed(ZONE)
async def typed_zone(context: Context) -> Screen:
    draft = await drafting.find(context, ZONE)
    return await set_zone(context, draft.fields["station"], context.rest.strip() or "?")


@journey.on(ChoosePreset)
async def choose_preset(context: Context, station: int) -> Screen:
    card = await stations.station_card(context, station)
    return views.choose_preset(context.words, card)


@journey.on(SetPreset)
async def set_preset(context: Context, station: int, preset: Preset) -> Screen:
    await stations.set_preset(context, station, preset or None)
    return await show_changing(context, station)


@journey.on(StationSettingsGroup)
async def group(context: Context, station_id: int, group: SettingsGroup) -> Screen:
    station = await stations.seen(context, station_id)
    if group in GROUPS:
        cards = await stations.settings_here(context, station_id)
        return setting_views.group(context.words, group, cards)
    return setting_views.groups(context.words, station.id, station.name)


async def show_setting(context: Context, station_id: int, key: str) -> Screen:
    card = await stations.setting_card(context, station_id, key)
    return setting_views.setting(context.words, card)


@journey.on(OpenSetting)
async def open_setting(context: Context, station: int, key: SettingKey) -> Screen:
    if not setting_views.stored_choices(key):
        await ask(context, SETTING, station, key)
    return await show_setting(context, station, key)


@journey.on(SetSetting)
async def set_setting(context: Context, station: int, key: SettingKey, choice: int) -> Screen:
    possible = setting_views.stored_choices(key)
    if not 0 <= choice < len(possible):
        raise NotFound
    await stations.change_setting(context, station, key, possible[choice])
    return await show_setting(context, station, key)


@journey.typed(SETTING)
async def typed_setting(context: Context) -> Screen:
    draft = await drafting.find(context, SETTING)
    station_id, key = draft.fields["station"], draft.fields["key"]
    await stations.change_setting(context, station_id, key, context.rest)
    await drafting.finish(context, SETTING)
    return await show_setting(context, station_id, key)


@journey.on(InheritSetting)
async def inherit(context: Context, station: int, key: SettingKey) -> Screen:
    await stations.inherit_setting(context, station, key)
    return await show_setting(context, station, key)
