"""Buttons of messages to many. The text itself is a draft or a row, never in the button."""

from bot.messages.looks import What
from bot.speech.buttons import Button
from bot.speech.parts import Audience, Flag, Id, Page


class WriteTo(Button, verb="bw"):
    """Asks for the text; the audience is like t3 (team), s4 (station) or a17 (who takes part)."""

    audience: Audience


class ChooseAudience(Button, verb="bc"):
    """A page of teams, stations or coming activities (`what`: t, s or a)."""

    what: What
    page: Page


class DropWords(Button, verb="bd"):
    """Writes nothing after all."""


class Send(Button, verb="bs"):
    """Lets it leave."""

    broadcast: Id


class Rewrite(Button, verb="be"):
    """Asks for the text again."""

    broadcast: Id


class ShowProgress(Button, verb="bp"):
    broadcast: Id


class Stop(Button, verb="bx"):
    """What has not left stays here."""

    broadcast: Id


class PassOn(Button, verb="pon"):
    """``yes``: 1 passes it on, 0 keeps it."""

    said: Id
    yes: Flag


class AnswerWord(Button, verb="pan"):
    """By the lead it was passed to."""

    said: Id
