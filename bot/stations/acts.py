"""The tree of stations. Settings are looked up the tree, but changed only where the viewer may change the station."""

from bot.desk import Desk, note
from bot.ground.refusals import NameTaken, NotAllowed, NotFound, UnknownChoice
from bot.ground.text import line
from bot.ground.times import zone_named
from bot.ground.viewer import OFFICE
from bot.happened import Happened, happen
from bot.stations import permissions as may
from bot.stations import rows as stations
from bot.stations.rules import (
    NAME_LIMIT,
    Agency,
    SettingCard,
    Station,
    StationCard,
    agency_of,
    explained,
    levels_below,
    since_preset,
    topmost,
)
from bot.stations.settings import KEYS, PRESETS, WORDS, parse_setting, stored
from bot.store.transaction import Tx

LimitsChanged = Happened[int]("limits_changed", "station")
"""How much in one day takes a coordinator or an administrator is another, here and below."""
LIMITS = frozenset({"coordinator_hours", "administrator_hours"})


async def ensure_root(tx: Tx, now: int, *, name: str, zone: str, preset: str) -> Station:
    """The station above all, made at the first start; afterwards it is as people have changed it."""
    found = await stations.root(tx)
    if found is not None:
        return found
    return await stations.add_station(tx, parent=None, level="city", name=name, zone=zone, preset=preset, now=now)


async def who_we_are(tx: Tx, station_id: int | None = None) -> Agency:
    """Of this station, else of the one above all; nothing before the first start."""
    if station_id is None:
        found = await stations.root(tx)
        if found is None:
            return Agency()
        station_id = found.id
    return agency_of(await stations.settings_of(tx, station_id))


async def tops(desk: Desk) -> list[Station]:
    """Where the viewer's part of the tree begins. Raises NotAllowed."""
    if not may.may_see_stations(desk.viewer):
        raise NotAllowed(needs="coordinator")
    held = {grant.path: grant.station_id for grant in desk.viewer.grants if grant.role in OFFICE}
    return [await stations.station(desk.tx, held[path]) for path in topmost(set(held))]


async def seen(desk: Desk, station_id: int) -> Station:
    """Raises NotFound, also for what is out of the viewer's reach."""
    station = await stations.station(desk.tx, station_id)
    if not may.may_see_station(desk.viewer, station.path):
        raise NotFound
    return station


async def station_card(desk: Desk, station_id: int) -> StationCard:
    """Raises NotFound."""
    station = await seen(desk, station_id)
    chain = await stations.chain(desk.tx, station_id)
    chosen = [one for one in chain if one.preset is not None]
    last = chosen[-1] if chosen else None
    return StationCard(
        station=station,
        way=tuple(one for one in chain[:-1] if may.may_see_station(desk.viewer, one.path)),
        below=tuple(await stations.children(desk.tx, station_id)),
        teams=await stations.count_under(desk.tx, station.path),
        preset=last.preset if last and last.preset else "mainland",
        preset_from=last.name if last and last.id != station_id else None,
    )


async def add_station(desk: Desk, *, parent_id: int, level: str, name: str) -> Station:
    """Inherits everything. Raises NotFound, UnknownChoice, EmptyText, TextTooLong, NameTaken."""
    parent = await stations.station(desk.tx, parent_id)
    if not may.may_add_station(desk.viewer, parent.path):
        raise NotFound
    if level not in levels_below(parent.level):
        raise UnknownChoice(field="level", value="", choices=levels_below(parent.level))
    called = await free_name(desk.tx, parent_id, name)
    made = await stations.add_station(
        desk.tx, parent=parent, level=level, name=called, zone=None, preset=None, now=desk.now
    )
    await noted(desk, "station_added", made.id)
    return made


async def changed(desk: Desk, station_id: int) -> Station:
    """Raises NotFound."""
    station = await stations.station(desk.tx, station_id)
    if not may.may_change_station(desk.viewer, station.path):
        raise NotFound
    return station


async def rename_station(desk: Desk, station_id: int, name: str) -> None:
    """Raises NotFound, EmptyText, TextTooLong, NameTaken."""
    station = await changed(desk, station_id)
    await stations.rename(desk.tx, station_id, await free_name(desk.tx, station.parent_id, name, but=station_id))
    await noted(desk, "station_renamed", station_id)


async def set_zone(desk: Desk, station_id: int, zone: str | None) -> None:
    """None inherits again; the root must have one. Raises NotFound, UnknownChoice."""
    station = await changed(desk, station_id)
    if zone is None and station.is_root:
        raise UnknownChoice(field="zone", value="", choices=())
    if zone is not None:
        zone_named(zone)
    await stations.set_zone(desk.tx, station, zone)
    await noted(desk, "station_zone", station_id, value=zone)


async def set_preset(desk: Desk, station_id: int, preset: str | None) -> None:
    """What the settings start from, here and below; None inherits. Raises NotFound, UnknownChoice."""
    await changed(desk, station_id)
    if preset is not None and preset not in PRESETS:
        raise UnknownChoice(field="preset", value="", choices=tuple(PRESETS))
    await stations.set_preset(desk.tx, station_id, preset)
    await noted(desk, "station_preset", station_id, value=preset)
    await happen(desk, LimitsChanged(station_id))


async def settings_here(desk: Desk, station_id: int) -> list[SettingCard]:
    """Every setting as it holds here, in the order of the table. Raises NotFound."""
    station = await seen(desk, station_id)
    chain = await stations.settings_chain(desk.tx, station_id)
    names = {one.id: one.name for one in await stations.chain(desk.tx, station_id)}
    found = [explained(chain, key) for key in KEYS]
    preset, _ = since_preset(chain)
    return [SettingCard(station, one, one.source == station_id, names.get(one.source or 0), preset) for one in found]


async def setting_card(desk: Desk, station_id: int, key: str) -> SettingCard:
    """Raises NotFound, also where there is no such setting."""
    for card in await settings_here(desk, station_id):
        if card.setting.key == key:
            return card
    raise NotFound


async def change_setting(desk: Desk, station_id: int, key: str, typed: str) -> None:
    """Set here, from now on, for this station and those below. Raises NotFound and what ``parse_setting`` raises."""
    await changed(desk, station_id)
    value = stored(parse_setting(key, typed))
    await stations.set_setting(
        desk.tx, station_id=station_id, key=key, value=value, set_by=desk.viewer.id, now=desk.now
    )
    await noted(desk, "setting_changed", station_id, key=key, value=None if key in WORDS else value)  # typed words
    if key in LIMITS:
        await happen(desk, LimitsChanged(station_id))


async def inherit_setting(desk: Desk, station_id: int, key: str) -> None:
    """As the station above, or the preset, has it. Raises NotFound."""
    await changed(desk, station_id)
    await stations.set_setting(desk.tx, station_id=station_id, key=key, value=None, set_by=desk.viewer.id, now=desk.now)
    await noted(desk, "setting_inherited", station_id, key=key)
    if key in LIMITS:
        await happen(desk, LimitsChanged(station_id))


async def free_name(tx: Tx, parent_id: int | None, name: str, *, but: int = 0) -> str:
    called = line("station", name, NAME_LIMIT)
    if await stations.name_taken(tx, parent_id=parent_id, name=called, but=but):
        raise NameTaken(name=called)
    return called


async def noted(desk: Desk, act: str, station_id: int, **facts: str | None) -> None:
    await note(desk, act, f"station:{station_id}", **facts)
