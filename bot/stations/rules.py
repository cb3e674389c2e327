"""The tree of stations. A path names every ancestor and the station itself: who holds '/1/' holds '/1/4/9/'."""

from collections.abc import Sequence

from bot.ground.frozen import Frozen
from bot.ground.refusals import UnknownSetting
from bot.stations.settings import KEYS, MAINLAND, WORDS, StationSettings, resolve

LEVELS = ("province", "city", "district", "street", "community")
NAME_LIMIT = 60  # code points


class Station(Frozen):
    id: int
    parent_id: int | None
    path: str
    level: str
    name: str
    zone: str  # the one that holds here, set or inherited
    own_zone: bool  # set here
    preset: str | None  # set here; None inherits

    @property
    def is_root(self) -> bool:
        return self.parent_id is None


def ancestors(path: str) -> tuple[int, ...]:
    """The ids on the way from the root to the station itself."""
    return tuple(int(part) for part in path.strip("/").split("/") if part)


def topmost(paths: set[str]) -> tuple[str, ...]:
    """Those that lie below no other: the tops of what somebody holds."""
    return tuple(sorted(one for one in paths if not any(one != other and one.startswith(other) for other in paths)))


def levels_below(level: str) -> tuple[str, ...]:
    """What a station of this level may have under it; the lowest may have its own kind."""
    return LEVELS[LEVELS.index(level) + 1 :] or LEVELS[-1:]


class Agency(Frozen):
    """Who stands behind a station, as its settings say; '' is not said."""

    name: str = ""
    phone: str = ""
    address: str = ""
    privacy: str = ""

    def __bool__(self) -> bool:
        return bool(self.name or self.phone or self.address or self.privacy)


class SetAt(Frozen):
    """What one station sets itself."""

    station_id: int
    preset: str | None
    settings: dict[str, str]


class Setting(Frozen):
    """One setting as it holds at a station."""

    key: str
    value: str | int | bool
    source: int | None  # the station that sets it; None: the preset


def since_preset(chain: Sequence[SetAt]) -> tuple[str, Sequence[SetAt]]:
    """A preset starts afresh: what is set above the nearest station that chose one does not reach below it."""
    for i in reversed(range(len(chain))):
        preset = chain[i].preset
        if preset is not None:
            return preset, chain[i:]
    return MAINLAND, chain


def in_force(chain: Sequence[SetAt]) -> StationSettings:
    """What holds where the chain ends; it begins at the root."""
    preset, rest = since_preset(chain)
    above = chain[: len(chain) - len(rest)]
    return resolve([at.settings for at in rest], preset, [at.settings for at in above])


def agency_of(settings: StationSettings) -> Agency:
    return Agency(settings.agency, settings.agency_phone, settings.agency_address, settings.privacy_contact)


def explained(chain: Sequence[SetAt], key: str) -> Setting:
    """One setting, and where it comes from. Raises UnknownSetting."""
    if key not in KEYS:
        raise UnknownSetting(key=key)
    value = getattr(in_force(chain), key)
    holding = chain if key in WORDS else since_preset(chain)[1]
    sources = [at.station_id for at in holding if key in at.settings]
    return Setting(key, value, sources[-1] if sources else None)


class StationCard(Frozen):
    """One station in its place; ``way`` are those above it that the viewer may open, the highest first."""

    station: Station
    way: tuple[Station, ...]
    below: tuple[Station, ...]
    teams: int
    preset: str  # the one that holds
    preset_from: str | None  # the station that chose it; None: chosen here, or nowhere


class SettingCard(Frozen):
    """One setting as it holds here; ``source`` is the name of the station above that sets it, None for the preset."""

    station: Station
    setting: Setting
    here: bool
    source: str | None
    preset: str  # the one that holds here
