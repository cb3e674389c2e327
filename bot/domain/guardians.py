"""A minor never consents alone, and a guardian never for themselves: what passes between the two."""

from dataclasses import dataclass
from datetime import date

from bot.domain.people import Person


@dataclass(frozen=True, slots=True)
class Asked:
    """What a guardian is asked; the answer may name who comes along."""

    child: Person
    invitation_id: int
    companion_needed: bool  # under 14
    answered: bool  # with yes, by this guardian


@dataclass(frozen=True, slots=True)
class Agreed:
    child: Person
    valid_until: date
