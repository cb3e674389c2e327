"""Presses of /people. Which person is all a button says; whether the viewer may is asked again each time."""

from typing import Annotated

from bot.ground.viewer import Role
from bot.people.consent import AgeBand, ExactMinor
from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Button
from bot.speech.parts import DaysAgo, Flag, Id, IdOrNone, Offset, OneOf, Place, Whole

PlaceOrTyped = Annotated[int, Whole(-1, 9_999)]
Given = Annotated[Role, OneOf(GRANTABLE)]


class FindPeople(Button, verb="zpf"):
    """Begin a new search."""


class TurnPeople(Button, verb="zpl"):
    """Another page of the search that is open."""

    offset: Offset


class OpenPerson(Button, verb="zpo"):
    person: Id


class SeePhone(Button, verb="zph"):
    person: Id


class SeeRoles(Button, verb="zpr"):
    person: Id


class GiveRole(Button, verb="zpg"):
    """``role`` '' asks which."""

    person: Id
    role: Given | None


class TakeRole(Button, verb="zpw"):
    """``sure`` 0 asks first."""

    person: Id
    grant: Id
    sure: Flag


class RecordConsent(Button, verb="zpc"):
    """`shift`: the sign-up that waits for the form, 0 for none."""

    person: Id
    shift: IdOrNone


class ConsentAge(Button, verb="zpa"):
    band: ExactMinor


class ConsentDay(Button, verb="zpd"):
    """How many days ago the form was signed."""

    ago: DaysAgo


class ConsentOnPaper(Button, verb="zpk"):
    """The names stand on the form, and nowhere else."""


class SeeTrainings(Button, verb="zpt"):
    person: Id


class AddTraining(Button, verb="zpq"):
    """One of the suggestions by its place, or -1 to type one."""

    person: Id
    which: PlaceOrTyped


class RemoveTraining(Button, verb="zpx"):
    """By its place among the person's trainings."""

    person: Id
    which: Place


class AddManaged(Button, verb="zpm"):
    team: Id


class ManagedAge(Button, verb="zpb"):
    band: AgeBand


class RenameManaged(Button, verb="zpe"):
    person: Id


class AgeOf(Button, verb="zps"):
    """``band`` '' asks which."""

    person: Id
    band: AgeBand | None
