"""A station's row carries the zone that holds there, so that nobody who reads it has to climb the tree."""

from bot.ground.refusals import NotFound
from bot.stations.rules import SetAt, Station, in_force
from bot.stations.settings import StationSettings
from bot.store.asking import sql
from bot.store.transaction import Row, Tx, Value


@sql("SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE id = :id")
async def station(tx: Tx, id: int) -> Station:
    """One station. Raises NotFound."""


@sql("""
SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE parent_id IS NULL
""")
async def root(tx: Tx) -> Station | None:
    """The station above all; None before the first start."""


@sql("""
SELECT id, parent_id, path, level, name, zone, own_zone, preset FROM station WHERE parent_id = :id ORDER BY name, id
""")
async def children(tx: Tx, id: int) -> list[Station]:
    """The stations directly below, by name."""


@sql("""
SELECT id, parent_id, path, level, name, zone, own_zone, preset
FROM station WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':') ORDER BY path
LIMIT cast(:most AS bigint)
""")
async def under(tx: Tx, path: str, *, most: int) -> list[Station]:
    """The station of this path and all below it, from the top; the first of them."""


@sql("""
WITH RECURSIVE up(id, parent_id) AS (
  SELECT id, parent_id FROM station WHERE id = :id
  UNION ALL SELECT above.id, above.parent_id FROM up JOIN station AS above ON above.id = up.parent_id)
SELECT above.id, above.parent_id, above.path, above.level, above.name, above.zone, above.own_zone, above.preset
FROM up JOIN station AS above ON above.id = up.id ORDER BY length(above.path)
""")
async def chain(tx: Tx, id: int) -> list[Station]:
    """From the root down to the station itself; empty where there is no such station."""


@sql("""
INSERT INTO station (parent_id, path, level, name, zone, own_zone, preset, created_at)
VALUES (:parent_id, :path, :level, :name, :zone, :own_zone, :preset, :now)
RETURNING id
""")
async def add_station_statement(tx: Tx, /, **values: Value) -> int:
    """The path is completed by place_station, once the id is known."""


@sql("UPDATE station SET path = :path WHERE id = :id")
async def place_station(tx: Tx, *, path: str, id: Value) -> int:
    """Gives a new station its place in the tree."""


async def add_station(
    tx: Tx, *, parent: Station | None, level: str, name: str, zone: str | None, preset: str | None, now: int
) -> Station:
    """Without a zone it inherits its parent's. The root needs one."""
    inherited = parent.zone if parent else ""
    id = await add_station_statement(
        tx,
        parent_id=parent.id if parent else None,
        path=f"new:{parent.id if parent else 0}:{name}",
        level=level,
        name=name,
        zone=zone or inherited,
        own_zone=int(zone is not None),
        preset=preset,
        now=now,
    )
    await place_station(tx, id=id, path=f"{parent.path if parent else '/'}{id}/")
    return await station(tx, id)


@sql("SELECT id FROM station WHERE parent_id = :parent_id AND name = :name AND id <> :but")
async def name_taken(tx: Tx, *, parent_id: int | None, name: str, but: int = 0) -> bool:
    """Whether a sister bears the name already; the root has none."""


@sql("UPDATE station SET name = :name WHERE id = :id")
async def rename(tx: Tx, id: int, name: str) -> None:
    """Another name for a station."""


@sql("""
UPDATE station SET zone = (
    SELECT above.zone FROM station AS above
    WHERE above.own_zone = 1 AND (station.path >= above.path AND station.path < above.path || ':')
    ORDER BY length(above.path) DESC LIMIT 1
)
WHERE (path >= cast(:path AS text) AND path < cast(:path AS text) || ':')
""")
async def spread_zones(tx: Tx, *, path: str) -> int:
    """Every station of a subtree takes the zone of the nearest one that has its own."""


@sql("UPDATE station SET own_zone = 0 WHERE id = :id AND parent_id IS NOT NULL")
async def inherit_station_zone(tx: Tx, *, id: int) -> int:
    """No zone of its own any more; the root keeps its. Follow with spread_zones."""


@sql("UPDATE station SET zone = :zone, own_zone = 1 WHERE id = :id")
async def set_station_zone(tx: Tx, *, zone: str | None, id: int) -> int:
    """A zone of its own. Follow with spread_zones."""


async def set_zone(tx: Tx, of: Station, zone: str | None) -> None:
    """None inherits again. What lies below follows, as far as it has no zone of its own."""
    if zone is None:
        await inherit_station_zone(tx, id=of.id)
    else:
        await set_station_zone(tx, id=of.id, zone=zone)
    await spread_zones(tx, path=of.path)
    await look_again_below(tx, of.id)


@sql("UPDATE station SET changed = 1 WHERE id = :id")
async def look_again_below(tx: Tx, id: int) -> None:
    """What is due at the station and below is reckoned anew, by a tick."""


@sql("UPDATE station SET report_at = 0 WHERE id = :id")
async def report_again(tx: Tx, id: int) -> None:
    """Somebody new answers for it: a report that nobody got is looked at again."""


@sql("UPDATE station SET changed = 1 WHERE parent_id IS NULL")
async def look_again_everywhere(tx: Tx) -> None:
    """The same for all stations: the clock went back."""


@sql("UPDATE station SET preset = :preset, changed = 1 WHERE id = :id")
async def set_preset(tx: Tx, id: int, preset: str | None) -> None:
    """The preset that the settings start from; NULL inherits."""


@sql("DELETE FROM station_setting WHERE station_id = :station_id AND key = :key")
async def inherit_station_setting(tx: Tx, *, station_id: int, key: str) -> int:
    """The setting is not set at this station any more."""


@sql("""
INSERT INTO station_setting (station_id, key, value, set_by, set_at) VALUES (:station_id, :key, :value, :set_by, :now)
ON CONFLICT (station_id, key) DO UPDATE SET value = excluded.value, set_by = excluded.set_by, set_at = excluded.set_at
""")
async def set_station_setting(
    tx: Tx, *, station_id: int, key: str, value: str | None, set_by: int | None, now: int
) -> int:
    """Set here, from now on, for this station and all below it that set nothing themselves."""


async def set_setting(tx: Tx, *, station_id: int, key: str, value: str | None, set_by: int | None, now: int) -> None:
    """None inherits again."""
    if value is None:
        await inherit_station_setting(tx, station_id=station_id, key=key)
    else:
        await set_station_setting(tx, station_id=station_id, key=key, value=value, set_by=set_by, now=now)
    await look_again_below(tx, station_id)


@sql("""
WITH RECURSIVE up(id, parent_id) AS (
  SELECT id, parent_id FROM station WHERE id = :id
  UNION ALL SELECT above.id, above.parent_id FROM up JOIN station AS above ON above.id = up.parent_id)
SELECT above.id AS station_id, above.preset, station_setting.key, station_setting.value
FROM up JOIN station AS above ON above.id = up.id
LEFT JOIN station_setting ON station_setting.station_id = above.id
ORDER BY length(above.path), station_setting.key
""")
async def settings_of_chain(tx: Tx, *, id: int) -> list[Row]:
    """Presets and settings of a station and of those above it, the root first; a station without settings has one
    row.
    """


async def settings_chain(tx: Tx, id: int) -> list[SetAt]:
    """What each station on the way sets, the root first. Raises NotFound."""
    found: dict[int, SetAt] = {}
    for row in await settings_of_chain(tx, id=id):
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


@sql("""
SELECT cast(count(*) AS bigint) FROM team JOIN station ON station.id = team.station_id
WHERE (station.path >= cast(:path AS text) AND station.path < cast(:path AS text) || ':') AND team.closed_at IS NULL
""")
async def count_under(tx: Tx, path: str) -> int:
    """How many living teams the station with this path and all below it have."""
