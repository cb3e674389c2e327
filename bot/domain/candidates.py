"""Whom somebody may sign up: people of their teams and stations, and those they look after."""

from bot.domain.activities import Shift
from bot.domain.frozen import Frozen


class Candidate(Frozen):
    id: int
    name: str
    team: str | None


class Candidates(Frozen, kw_only=True):
    """A page of who has no sign-up for the shift yet; `text` is what was looked for, "" for everybody.

    `groups`: the viewer may reserve places for a group team as well.
    """

    shift: Shift
    people: tuple[Candidate, ...]
    page: int
    more: bool
    text: str
    groups: bool


class NewName(Frozen):
    """A name that nobody bears yet, about to be signed up; `team` is the one the person would join."""

    name: str
    team: str
    shift: Shift
    revision: int


class ConsentWanted(Frozen):
    """Somebody under 18 who is to be signed up; `team` they were just added to, None where they were known before.

    `may_record`: the viewer can enter a guardian's signed form.
    """

    person_id: int
    name: str
    shift: Shift
    may_record: bool
    team: str | None = None
