"""The tree of stations. A path names every ancestor and the station itself: who holds '/1/' holds '/1/4/9/'."""

from dataclasses import dataclass

LEVELS = ("province", "city", "district", "street", "community")
NAME_LIMIT = 60  # code points


@dataclass(frozen=True, slots=True)
class Station:
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
