"""Buttons of calling an activity off, and of those who must know."""

from bot.views.buttons import Button


class AskCancel(Button, verb="xa"):
    """Which reason?"""

    activity: int


class CancelFor(Button, verb="xr"):
    """Calls it off; reason `other` asks for words first."""

    activity: int
    reason: str


class CancelInWords(Button, verb="xw"):
    """Calls it off for the reason that was typed, which is kept in the draft."""

    activity: int
    revision: int


class AskCancelToday(Button, verb="xt"):
    """All outdoor activities of today: the lead's own (whole 0) or the station's (whole 1)."""

    whole: int


class CancelToday(Button, verb="xd"):
    whole: int


class GotIt(Button, verb="xg"):
    """A participant has read `what`: cancelled, moved or held."""

    activity: int
    what: str


class NotSeen(Button, verb="xn"):
    """Who has not pressed yet."""

    activity: int
    what: str


class ShowPhones(Button, verb="xp"):
    """The phone numbers of those who have not pressed; the look is noted."""

    activity: int
    what: str
