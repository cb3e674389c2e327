"""A station's row carries the zone that holds there, so that nobody who reads it has to climb the tree."""

from bot.ground.refusals import NotFound
from bot.stations.rules import SetAt, Station, in_force
from bot.stations.settings import StationSettings
from bot.store.transaction import Row, Tx


def made(row: Row) -> Station:
    return Station(**{**row, "own_zone": bool(row["own_zone"])})


async def station(tx: Tx, id: int) -> Station:
    """Raises NotFound."""
    row = await tx.row("get_station", id=id)
    if row is None:
        raise NotFound
    return made(row)


async def root(tx: Tx) -> Station | None:
    """The station above all; None before the first start."""
    row = await tx.row("root_station")
    return made(row) if row else None


async def children(tx: Tx, id: int) -> list[Station]:
    return [made(row) for row in await tx.rows("station_children", id=id)]


async def under(tx: Tx, path: str) -> list[Station]:
    """The station of this path and all below it, from the top."""
    return [made(row) for row in await tx.rows("stations_under", path=path)]


async def chain(tx: Tx, id: int) -> list[Station]:
    """From the root down to the station itself; empty where there is no such station."""
    return [made(row) for row in await tx.rows("station_chain", id=id)]


async def add_station(
    tx: Tx, *, parent: Station | None, level: str, name: str, zone: str | None, preset: str | None, now: int
) -> Station:
    """Without a zone it inherits its parent's. The root needs one."""
    inherited = parent.zone if parent else ""
    id = await tx.value(
        "add_station",
        parent_id=parent.id if parent else None,
        path=f"new:{parent.id if parent else 0}:{name}",
        level=level,
        name=name,
        zone=zone or inherited,
        own_zone=int(zone is not None),
        preset=preset,
        now=now,
    )
    await tx.change("place_station", id=id, path=f"{parent.path if parent else '/'}{id}/")
    return await station(tx, id)


async def name_taken(tx: Tx, *, parent_id: int | None, name: str, but: int = 0) -> bool:
    return (
        parent_id is not None and await tx.value("station_named", parent_id=parent_id, name=name, but=but) is not None
    )


async def rename(tx: Tx, id: int, name: str) -> None:
    await tx.change("rename_station", id=id, name=name)


async def set_zone(tx: Tx, of: Station, zone: str | None) -> None:
    """None inherits again. What lies below follows, as far as it has no zone of its own."""
    if zone is None:
        await tx.change("inherit_station_zone", id=of.id)
    else:
        await tx.change("set_station_zone", id=of.id, zone=zone)
    await tx.change("spread_zones", path=of.path)


async def set_preset(tx: Tx, id: int, preset: str | None) -> None:
    await tx.change("set_station_preset", id=id, preset=preset)


async def set_setting(tx: Tx, *, station_id: int, key: str, value: str | None, set_by: int | None, now: int) -> None:
    """None inherits again."""
    if value is None:
        await tx.change("inherit_station_setting", station_id=station_id, key=key)
    else:
        await tx.change("set_station_setting", station_id=station_id, key=key, value=value, set_by=set_by, now=now)


async def settings_chain(tx: Tx, id: int) -> list[SetAt]:
    """What each station on the way sets, the root first. Raises NotFound."""
    found: dict[int, SetAt] = {}
    for row in await tx.rows("settings_of_chain", id=id):
        at = found.setdefault(row["station_id"], SetAt(row["station_id"], row["preset"], {}))
        if row["key"] is not None:
            at.settings[row["key"]] = row["value"]
    if not found:
        raise NotFound
    return list(found.values())


async def settings_of(tx: Tx, station_id: int) -> StationSettings:
    """The settings that hold at this station. Raises NotFound."""
    return in_force(await settings_chain(tx, station_id))


async def staff_title_of(tx: Tx, station_id: int) -> str:
    """What a social worker is called there. Raises NotFound."""
    return (await settings_of(tx, station_id)).staff_title


async def count_under(tx: Tx, path: str) -> int:
    """How many living teams the station with this path and all below it have."""
    return int(await tx.value("count_teams_under", path=path))
