"""/stations: the tree with its names, zones and settings; and the choice of a station for something else."""

from collections.abc import Awaitable, Callable

from bot.ground.refusals import NotFound
from bot.ground.text import line
from bot.people import drafting
from bot.stations import acts as stations
from bot.stations.rules import NAME_LIMIT
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
from handlers.invitations import invitations
from handlers.links.stations import (
    AddStation,
    BrowseStations,
    ChangeStation,
    ChoosePreset,
    ChooseZone,
    Detail,
    InheritSetting,
    Level,
    OpenSetting,
    OpenStation,
    PickStation,
    Preset,
    Purpose,
    RenameStation,
    SetPreset,
    SetSetting,
    SettingKey,
    SettingsGroup,
    SetZone,
    StationSettingsGroup,
)
from handlers.roles import roles
from handlers.stations import screens as views
from handlers.stations import setting_screens as setting_views
from handlers.stations.setting_words import GROUPS
from handlers.stations.tree import show_tree
from handlers.talk import forms
from handlers.teams import teams

NEW, RENAME, ZONE, SETTING = "station_new", "station_name", "station_zone", "station_setting"
PURPOSES: dict[Purpose, Callable[[Context, int, Detail, int], Awaitable[None]]] = {
    roles.PURPOSE: roles.give_here,
    "t": teams.name_here,
    "i": invitations.role_here,
}
"""What a station was looked for."""


async def start(context: Context) -> None:
    found = await stations.tops(context.tx, context.viewer)
    if len(found) == 1:
        await show_station(context, found[0].id, 0)
    else:
        context.show(views.tops(context.words, found))


async def show_station(context: Context, station_id: int, page: int) -> None:
    card = await stations.station_card(context.tx, context.viewer, station_id)
    context.show(views.station_card(context.words, card, context.viewer, page))


async def open_station(context: Context, station: int, page: int) -> None:
    await show_station(context, station, page)


async def add(context: Context, station_id: int, level: Level) -> None:
    """First the level, then the name."""
    station = await stations.seen(context.tx, context.viewer, station_id)
    if not level:
        context.show(views.which_level(context.words, station))
        return
    fields = {"parent": station.id, "level": level}
    await drafting.start(context.tx, context.viewer, context.now, NEW, "name", fields)
    context.show(views.ask_name(context.words, station))


async def typed_new(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, NEW)
    made = await stations.add_station(
        context.tx,
        context.viewer,
        context.now,
        parent_id=draft.fields["parent"],
        level=draft.fields["level"],
        name=context.rest,
    )
    await drafting.finish(context.tx, context.viewer, NEW)
    await show_station(context, made.id, 0)


async def change(context: Context, station: int) -> None:
    await show_changing(context, station)


async def show_changing(context: Context, station_id: int) -> None:
    card = await stations.station_card(context.tx, context.viewer, station_id)
    context.show(views.changing(context.words, card))


async def ask(context: Context, form: str, station_id: int, key: str = "") -> None:
    """What is typed next belongs to this station."""
    fields = {"station": station_id, "key": key}
    await drafting.start(context.tx, context.viewer, context.now, form, "typing", fields)


async def rename(context: Context, station_id: int) -> None:
    station = await stations.seen(context.tx, context.viewer, station_id)
    await ask(context, RENAME, station.id)
    context.show(views.ask_new_name(context.words, station))


async def typed_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    station = await stations.seen(context.tx, context.viewer, draft.fields["station"])
    after = line("name", context.rest, NAME_LIMIT)
    context.send(await forms.propose(context, RENAME, what="name", before=station.name, after=after))


async def take_name(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, RENAME)
    await stations.rename_station(context.tx, context.viewer, context.now, draft.fields["station"], context.rest)
    await drafting.finish(context.tx, context.viewer, RENAME)
    await show_changing(context, draft.fields["station"])


async def choose_zone(context: Context, station_id: int) -> None:
    station = await stations.seen(context.tx, context.viewer, station_id)
    await ask(context, ZONE, station.id)
    context.show(views.choose_zone(context.words, station))


async def set_zone(context: Context, station: int, zone: str | None) -> None:
    await stations.set_zone(context.tx, context.viewer, context.now, station, zone)
    await drafting.finish(context.tx, context.viewer, ZONE)
    await show_changing(context, station)


async def typed_zone(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, ZONE)
    await set_zone(context, draft.fields["station"], context.rest.strip() or "?")


async def choose_preset(context: Context, station: int) -> None:
    card = await stations.station_card(context.tx, context.viewer, station)
    context.show(views.choose_preset(context.words, card))


async def set_preset(context: Context, station: int, preset: Preset) -> None:
    await stations.set_preset(context.tx, context.viewer, context.now, station, preset or None)
    await show_changing(context, station)


async def group(context: Context, station_id: int, group: SettingsGroup) -> None:
    station = await stations.seen(context.tx, context.viewer, station_id)
    if group in GROUPS:
        cards = await stations.settings_here(context.tx, context.viewer, station_id)
        context.show(setting_views.group(context.words, group, cards))
    else:
        context.show(setting_views.groups(context.words, station.id, station.name))


async def show_setting(context: Context, station_id: int, key: str) -> None:
    card = await stations.setting_card(context.tx, context.viewer, station_id, key)
    context.show(setting_views.setting(context.words, card))


async def open_setting(context: Context, station: int, key: SettingKey) -> None:
    if not setting_views.stored_choices(key):
        await ask(context, SETTING, station, key)
    await show_setting(context, station, key)


async def set_setting(context: Context, station: int, key: SettingKey, choice: int) -> None:
    possible = setting_views.stored_choices(key)
    if not 0 <= choice < len(possible):
        raise NotFound
    await stations.change_setting(context.tx, context.viewer, context.now, station, key, possible[choice])
    await show_setting(context, station, key)


async def typed_setting(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, SETTING)
    station_id, key = draft.fields["station"], draft.fields["key"]
    await stations.change_setting(context.tx, context.viewer, context.now, station_id, key, context.rest)
    await drafting.finish(context.tx, context.viewer, SETTING)
    await show_setting(context, station_id, key)


async def inherit(context: Context, station: int, key: SettingKey) -> None:
    await stations.inherit_setting(context.tx, context.viewer, context.now, station, key)
    await show_setting(context, station, key)


async def pick(context: Context, purpose: Purpose, subject: int, detail: Detail, station: int) -> None:
    await PURPOSES[purpose](context, subject, detail, station)


ROUTES: list[Route] = [
    on_command("stations", start),
    on_press(OpenStation, open_station),
    on_press(AddStation, add),
    on_press(ChangeStation, change),
    on_press(RenameStation, rename),
    on_press(ChooseZone, choose_zone),
    on_press(SetZone, set_zone),
    on_press(ChoosePreset, choose_preset),
    on_press(SetPreset, set_preset),
    on_press(StationSettingsGroup, group),
    on_press(OpenSetting, open_setting),
    on_press(SetSetting, set_setting),
    on_press(InheritSetting, inherit),
    on_press(BrowseStations, show_tree),
    on_press(PickStation, pick),
    Form(NEW, typed_new),
    Form(RENAME, typed_name, sure=take_name),
    Form(ZONE, typed_zone),
    Form(SETTING, typed_setting),
]
