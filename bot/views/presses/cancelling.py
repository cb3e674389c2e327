"""Buttons of calling an activity off, and of those who must know."""

from typing import Literal

from bot.domain.activities import CancelReason
from bot.domain.leading import Told
from bot.views.buttons import Button
from bot.views.parts import Flag, Id, Revision


class AskCancel(Button, verb="xa"):
    """Which reason?"""

    activity: Id


class CancelFor(Button, verb="xr"):
    """Calls it off; reason `other` asks for words first."""

    activity: Id
    reason: CancelReason


class CancelInWords(Button, verb="xw"):
    """Calls it off for the reason that was typed, which is kept in the draft."""

    activity: Id
    revision: Revision


class AskCancelToday(Button, verb="xt"):
    """All outdoor activities of today: the lead's own (whole 0) or the station's (whole 1)."""

    whole: Flag


class CancelToday(Button, verb="xd"):
    whole: Flag


class GotIt(Button, verb="xg"):
    """A participant has read `what`: cancelled, moved or held."""

    activity: Id
    what: Literal["cancelled", "held", "goes_ahead"]


class NotSeen(Button, verb="xn"):
    """Who has not pressed yet."""

    activity: Id
    what: Told


class ShowPhones(Button, verb="xp"):
    """The phone numbers of those who have not pressed; the look is noted."""

    activity: Id
    what: Told
