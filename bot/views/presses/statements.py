"""Buttons under an hours statement, and under the question it opened. A statement is named by its record."""

from bot.views.buttons import Button
from bot.views.parts import Id


class ThatsRight(Button, verb="st"):
    record: Id


class NotRight(Button, verb="sn"):
    """Asks what is not right."""

    record: Id


class OpenQuestion(Button, verb="sto"):
    """The lead looks at a question."""

    record: Id


class CorrectHours(Button, verb="stc"):
    """The lead answers with other hours; they are asked for."""

    record: Id


class ExplainHours(Button, verb="ste"):
    """The lead answers with words; they are asked for."""

    record: Id
