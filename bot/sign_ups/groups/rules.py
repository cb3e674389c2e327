"""A group's places are taken as soon as they are reserved; a name only says who sits on one of them."""

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.ground.times import DAY, HOUR


class GroupPlace(Frozen):
    """`names`: who is named so far, in the order they were."""

    id: int
    shift_id: int
    team_id: int
    team: str
    team_path: str
    places: int
    created_by: int
    cancelled_at: int | None
    names: tuple[str, ...]

    @property
    def unnamed(self) -> int:
        return self.places - len(self.names)


class GroupTeam(Frozen):
    """A group team that the viewer may reserve for."""

    id: int
    name: str
    path: str


class GroupHolder(Frozen):
    """Somebody who speaks for a group that holds places in a shift."""

    place_id: int
    shift_id: int
    person_id: int


class OwnGroup(Frozen):
    """Places of a group in a list; `named` of them bear a name."""

    shift_id: int
    team_id: int
    team: str
    title: str
    starts_at: int
    ends_at: int
    zone: str
    places: int
    named: int


class GroupCard(Frozen, kw_only=True):
    """What a group holds in a shift; `place` None: nothing yet. `names_until`: names may follow until then."""

    shift: Shift
    team: GroupTeam
    place: GroupPlace | None
    names_until: int
    now: int

    @property
    def names_open(self) -> bool:
        return self.now < self.names_until

    @property
    def names_wanted(self) -> bool:
        """Some are missing, and may still follow."""
        return self.place is not None and self.place.unnamed > 0 and self.names_open


class NamesTyped(Frozen):
    """Names as read, about to be kept. `names`: each once; `every`: as often as they were typed."""

    names: tuple[str, ...]
    place: GroupPlace
    shift: Shift
    revision: int
    every: tuple[str, ...]
    left_out: bool = False

    @property
    def doubles(self) -> tuple[str, ...]:
        """Two people of one name, or one name typed twice: only who typed it knows."""
        return tuple(name for name in self.names if self.every.count(name) > 1)


def names_until(starts_at: int, hours: int) -> int:
    """Until when a group owes the names of those who come."""
    return starts_at - hours * HOUR


def names_reminder_at(starts_at: int, hours: int) -> int:
    """A day before the names are due."""
    return names_until(starts_at, hours) - DAY
