"""Buttons under an hours statement, and under the question it opened. A statement is named by its record."""

from bot.views.buttons import Button


class ThatsRight(Button, verb="st"):
    record: int


class NotRight(Button, verb="sn"):
    """Asks what is not right."""

    record: int


class OpenQuestion(Button, verb="sto"):
    """The lead looks at a question."""

    record: int


class CorrectHours(Button, verb="stc"):
    """The lead answers with other hours; they are asked for."""

    record: int


class ExplainHours(Button, verb="ste"):
    """The lead answers with words; they are asked for."""

    record: int
