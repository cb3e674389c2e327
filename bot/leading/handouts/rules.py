"""What stands on the papers of a session. No phone number, and of an ID number only the room to write it in."""

from typing import Literal

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.leading.rules import GroupPlaces
from bot.stations.rules import Agency

PaperOf = Literal["poster", "sheet", "insurer"]


class HandoutsLook(Frozen):
    """What can be asked for. ``insured``: the viewer is staff, who may give names to an insurer."""

    shift: Shift
    insured: bool


class Handout(Frozen):
    """One paper, and who stands behind it."""

    shift: Shift
    agency: Agency


class Poster(Handout):
    """``link`` opens the activity. The exact place is for confirmed people only where the activity says so."""

    link: str

    @property
    def exact(self) -> bool:
        return not self.shift.activity.confirmed_only


class Coming(Frozen):
    """Who has a place; `team`: the one they come with, '' for none. Asked of people, never of an ID card."""

    name: str
    age_band: str | None
    volunteer_number: str
    team: str


class ComingList(Handout):
    """Everybody with a place, in the order of signing up; of groups how many have no name yet."""

    people: tuple[Coming, ...]
    groups: tuple[GroupPlaces, ...]


class InsurersList(ComingList):
    """The same people, with what an insurer asks for."""
