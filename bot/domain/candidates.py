"""Whom somebody may sign up: people of their teams and stations, and those they look after."""

from dataclasses import dataclass

from bot.domain.activities import Shift


@dataclass(frozen=True, slots=True)
class Candidate:
    id: int
    name: str
    team: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidates:
    """A page of who has no sign-up for the shift yet; `text` is what was looked for, "" for everybody.

    `groups`: the viewer may reserve places for a group team as well.
    """

    shift: Shift
    people: tuple[Candidate, ...]
    page: int
    more: bool
    text: str
    groups: bool


@dataclass(frozen=True, slots=True)
class NewName:
    """A name that nobody bears yet, about to be signed up; `team` is the one the person would join."""

    name: str
    team: str
    shift: Shift
    revision: int
