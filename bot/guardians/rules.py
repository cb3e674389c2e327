"""A minor never consents alone, and a guardian never for themselves: what passes between the two."""

from datetime import date

from bot.ground.frozen import Frozen
from bot.ground.viewer import Person
from bot.sign_ups.shown import ShiftCard
from bot.stations.rules import Agency


class Wanted(Frozen):
    """What a minor would like to take part in, and with whom; without a title it is everything that comes."""

    title: str | None
    agency: Agency


class Asked(Frozen):
    """What a guardian is asked; the answer may name who comes along."""

    child: Person
    invitation_id: int
    companion_needed: bool  # under 14
    answered: bool  # with yes, by this guardian
    wanted: Wanted


class Agreed(Frozen):
    """A guardian's word that stands."""

    child: Person
    given_on: date
    valid_until: date


class ConsentEnded(Frozen):
    """What a minor hears. `guardian` '': who has left and has no name any more."""

    guardian: str
    companion_only: bool = False  # consent stands, but under 14 nobody comes along


class MayJoin(Frozen):
    """What stood in a minor's way is gone. `by`: who agreed or comes along, None on paper or where no name is kept."""

    by: str | None
    card: ShiftCard | None  # what was refused before, if it can still be joined


class CompanionSought(Frozen):
    """Whose companion is asked for, and the shift whose sign-up waits for it (0: none)."""

    child_id: int
    name: str
    shift_id: int
