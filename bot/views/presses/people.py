"""Presses of /people. Which person is all a button says; whether the viewer may is asked again each time."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class FindPeople(Button, verb="zpf"):
    """Begin a new search."""


@dataclass(frozen=True, slots=True)
class TurnPeople(Button, verb="zpl"):
    """Another page of the search that is open."""

    offset: int


@dataclass(frozen=True, slots=True)
class OpenPerson(Button, verb="zpo"):
    person: int


@dataclass(frozen=True, slots=True)
class SeePhone(Button, verb="zph"):
    person: int


@dataclass(frozen=True, slots=True)
class SeeRoles(Button, verb="zpr"):
    person: int


@dataclass(frozen=True, slots=True)
class GiveRole(Button, verb="zpg"):
    """``role`` '' asks which."""

    person: int
    role: str


@dataclass(frozen=True, slots=True)
class TakeRole(Button, verb="zpw"):
    """``sure`` 0 asks first."""

    person: int
    grant: int
    sure: int


@dataclass(frozen=True, slots=True)
class RecordConsent(Button, verb="zpc"):
    person: int


@dataclass(frozen=True, slots=True)
class ConsentAge(Button, verb="zpa"):
    band: str


@dataclass(frozen=True, slots=True)
class ConsentDay(Button, verb="zpd"):
    """How many days ago the form was signed."""

    ago: int


@dataclass(frozen=True, slots=True)
class ConsentOnPaper(Button, verb="zpk"):
    """The names stand on the form, and nowhere else."""


@dataclass(frozen=True, slots=True)
class SeeTrainings(Button, verb="zpt"):
    person: int


@dataclass(frozen=True, slots=True)
class AddTraining(Button, verb="zpq"):
    """One of the suggestions by its place, or -1 to type one."""

    person: int
    which: int


@dataclass(frozen=True, slots=True)
class RemoveTraining(Button, verb="zpx"):
    """By its place among the person's trainings."""

    person: int
    which: int


@dataclass(frozen=True, slots=True)
class AddManaged(Button, verb="zpm"):
    team: int


@dataclass(frozen=True, slots=True)
class ManagedAge(Button, verb="zpb"):
    band: str


@dataclass(frozen=True, slots=True)
class RenameManaged(Button, verb="zpe"):
    person: int


@dataclass(frozen=True, slots=True)
class AgeOfManaged(Button, verb="zps"):
    """``band`` '' asks which."""

    person: int
    band: str
