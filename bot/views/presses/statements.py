"""Buttons under an hours statement, and under the question it opened. A statement is named by its record."""

from dataclasses import dataclass

from bot.views.buttons import Button


@dataclass(frozen=True, slots=True)
class ThatsRight(Button, verb="st"):
    record: int


@dataclass(frozen=True, slots=True)
class NotRight(Button, verb="sn"):
    """Asks what is not right."""

    record: int


@dataclass(frozen=True, slots=True)
class OpenQuestion(Button, verb="sto"):
    """The lead looks at a question."""

    record: int


@dataclass(frozen=True, slots=True)
class CorrectHours(Button, verb="stc"):
    """The lead answers with other hours; they are asked for."""

    record: int


@dataclass(frozen=True, slots=True)
class ExplainHours(Button, verb="ste"):
    """The lead answers with words; they are asked for."""

    record: int
