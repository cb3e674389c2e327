"""A minor never consents alone, and a guardian never for themselves: what passes between the two."""

from datetime import date

from bot.domain.frozen import Frozen
from bot.domain.people import Person


class Asked(Frozen):
    """What a guardian is asked; the answer may name who comes along."""

    child: Person
    invitation_id: int
    companion_needed: bool  # under 14
    answered: bool  # with yes, by this guardian


class Agreed(Frozen):
    child: Person
    valid_until: date
