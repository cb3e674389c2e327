"""Buttons of /post. All carry the draft's revision: a press on an older card changes nothing."""

from typing import Annotated

from bot.posting.form import FIELDS
from bot.speech.buttons import Link
from bot.speech.parts import Id, OneOf, Ready, Revision, Turned

PostField = Annotated[str, OneOf(FIELDS)]
NewPost = Link[()]("pn")
"""An empty draft."""
SameAsLast = Link[()]("ps")
"""The lead's recent activities."""
PostLike = Link[Id]("pl", "shift")
"""A draft like this shift: only the date is asked."""
Answer = Link[Revision, Ready]("pa", "revision value")
"""A ready answer to what the draft asks, as if typed."""
PlaceAgain = Link[Revision, Id]("pw", "revision shift")
"""Place and meeting point of an earlier shift."""
Calendar = Link[Revision, Turned]("pd", "revision page")
"""Turns the calendar: five weeks a page."""
ChangePost = Link[Revision]("pc", "revision")
"""Which field to change."""
AskField = Link[Revision, PostField]("pf", "revision field")
"""Asks for one field anew."""
BackToLook = Link[Revision]("pb", "revision")
"""To the draft as it is."""
Publish = Link[Revision]("pp", "revision")
Discard = Link[Revision]("px", "revision")
Inert = Link[()]("no")
"""A part of a calendar that is no day to choose."""
