"""Buttons of /people. Which person is all a button says; whether the viewer may is asked again each time."""

from typing import Annotated

from bot.ground.viewer import Role
from bot.people.ages import AgeBand, ExactMinor
from bot.people.permissions import GRANTABLE
from bot.speech.buttons import Link
from bot.speech.parts import DaysAgo, Flag, Id, IdOrNone, Offset, OneOf, Place, Whole

PlaceOrTyped = Annotated[int, Whole(-1, 9_999)]
Given = Annotated[Role, OneOf(GRANTABLE)]
FindPeople = Link[()]("zpf")
"""Begin a new search."""
TurnPeople = Link[Offset]("zpl", "offset")
"""Another page of the search that is open."""
OpenPerson = Link[Id]("zpo", "person")
SeePhone = Link[Id]("zph", "person")
SeeRoles = Link[Id]("zpr", "person")
GiveRole = Link[Id, Given | None]("zpg", "person role")
"""``role`` '' asks which."""
TakeRole = Link[Id, Id, Flag]("zpw", "person grant sure")
"""``sure`` 0 asks first."""
RecordConsent = Link[Id, IdOrNone]("zpc", "person shift")
"""`shift`: the sign-up that waits for the form, 0 for none."""
ConsentAge = Link[ExactMinor]("zpa", "band")
ConsentDay = Link[DaysAgo]("zpd", "ago")
"""How many days ago the form was signed."""
ConsentOnPaper = Link[()]("zpk")
"""The names stand on the form, and nowhere else."""
SeeTrainings = Link[Id]("zpt", "person")
AddTraining = Link[Id, PlaceOrTyped]("zpq", "person which")
"""One of the suggestions by its place, or -1 to type one."""
RemoveTraining = Link[Id, Place]("zpx", "person which")
"""By its place among the person's trainings."""
AddManaged = Link[Id]("zpm", "team")
ManagedAge = Link[AgeBand]("zpb", "band")
RenameManaged = Link[Id]("zpe", "person")
AgeOf = Link[Id, AgeBand | None]("zps", "person band")
"""``band`` '' asks which."""
