"""What is told after an act on a sign-up; the words for it are a view's."""

from bot.domain.activities import Shift
from bot.domain.frozen import Frozen
from bot.domain.group_places import OwnGroup
from bot.domain.sign_ups import Counts, SignUp, SignUpState


class SignedUp(Frozen, kw_only=True):
    """`position` in the line, 1 for the next; `again`: it stood like this before; `open_place`: whoever presses has it.

    `name` is whose sign-up it is, None for the viewer's own; `by`: who ended it, None for its own person. `others`: the
    viewer may sign up somebody else as well.
    """

    sign_up: SignUp
    shift: Shift
    position: int | None = None
    again: bool = False
    open_place: bool = False
    name: str | None = None
    by: str | None = None
    others: bool = False


class Withdrawn(Frozen, kw_only=True):
    """`late` so near to the start that the lead was told."""

    sign_up: SignUp
    shift: Shift
    again: bool = False
    late: bool = False
    name: str | None = None


class SignUpLook(Frozen, kw_only=True):
    """A sign-up as a notice shows it at `now`. `name`: whose it is, None for the reader's own; `by`: who acted."""

    sign_up: SignUp
    shift: Shift
    now: int
    name: str | None = None
    by: str | None = None
    weather: str = ""
    weather_hours: int = 0


class LeadLook(Frozen, kw_only=True):
    """What a lead hears of one sign-up: `held` places in half a year, `missed` of them; and how the shift stands."""

    sign_up: SignUp
    shift: Shift
    name: str
    held: int
    missed: int
    counts: Counts


class Own(Frozen):
    """One line of a list. `line`: how many wait before; `name`: whose it is, where it is not the reader's own."""

    id: int
    state: SignUpState
    title: str
    starts_at: int
    ends_at: int
    zone: str
    attendance: str | None
    name: str | None
    line: int


class OwnPage(Frozen):
    """`groups`: places that the reader speaks for, on the first page of what comes."""

    lines: tuple[Own, ...]
    page: int
    past: bool
    more: bool
    groups: tuple[OwnGroup, ...] = ()
