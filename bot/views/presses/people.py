"""Presses of /people. Which person is all a button says; whether the viewer may is asked again each time."""

from bot.views.buttons import Button


class FindPeople(Button, verb="zpf"):
    """Begin a new search."""


class TurnPeople(Button, verb="zpl"):
    """Another page of the search that is open."""

    offset: int


class OpenPerson(Button, verb="zpo"):
    person: int


class SeePhone(Button, verb="zph"):
    person: int


class SeeRoles(Button, verb="zpr"):
    person: int


class GiveRole(Button, verb="zpg"):
    """``role`` '' asks which."""

    person: int
    role: str


class TakeRole(Button, verb="zpw"):
    """``sure`` 0 asks first."""

    person: int
    grant: int
    sure: int


class RecordConsent(Button, verb="zpc"):
    """`shift`: the sign-up that waits for the form, 0 for none."""

    person: int
    shift: int


class ConsentAge(Button, verb="zpa"):
    band: str


class ConsentDay(Button, verb="zpd"):
    """How many days ago the form was signed."""

    ago: int


class ConsentOnPaper(Button, verb="zpk"):
    """The names stand on the form, and nowhere else."""


class SeeTrainings(Button, verb="zpt"):
    person: int


class AddTraining(Button, verb="zpq"):
    """One of the suggestions by its place, or -1 to type one."""

    person: int
    which: int


class RemoveTraining(Button, verb="zpx"):
    """By its place among the person's trainings."""

    person: int
    which: int


class AddManaged(Button, verb="zpm"):
    team: int


class ManagedAge(Button, verb="zpb"):
    band: str


class RenameManaged(Button, verb="zpe"):
    person: int


class AgeOf(Button, verb="zps"):
    """``band`` '' asks which."""

    person: int
    band: str
