"""What one person sees of activities and sign-ups: facts for screens, limited to what this person may know.

Whom somebody may sign up: people of their teams and stations, and those they look after.
"""

from bot.activities.rules import ActivityState, Shift
from bot.ground.frozen import Frozen
from bot.ground.refusals import Refusal
from bot.sign_ups.groups.rules import OwnGroup
from bot.sign_ups.rules import Counts, SignUp, SignUpState
from bot.stations.rules import Agency


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
    pages: int | None
    groups: tuple[OwnGroup, ...] = ()


class Candidate(Frozen):
    """`number`: the volunteer number, which tells two of one name apart. `why`: what is in the way of a sign-up."""

    id: int
    name: str
    team: str | None
    number: str | None = None
    why: Refusal | None = None


class Candidates(Frozen, kw_only=True):
    """A page of who has no sign-up for the shift yet; `text` is what was looked for, "" for everybody.

    `groups`: the viewer may reserve places for a group team as well; `signed`: who of theirs has a sign-up already.
    """

    shift: Shift
    people: tuple[Candidate, ...]
    page: int
    more: bool
    pages: int | None
    text: str
    groups: bool
    signed: tuple[str, ...] = ()

    @property
    def free(self) -> tuple[Candidate, ...]:
        """Who can be signed up."""
        return tuple(one for one in self.people if one.why is None)


class SeveralChoice(Frozen):
    """The same page, with who is ticked, on whichever page."""

    found: Candidates
    ticked: frozenset[int]
    revision: int


class NamesRead(Frozen, kw_only=True):
    """Names that were typed at once: who is known, who is new, of whom there are several, and who cannot (None: is in).

    `team`: the one that the new would join; `left_out`: something that is no name was not kept.
    """

    shift: Shift
    known: tuple[str, ...]
    new: tuple[str, ...]
    unclear: tuple[str, ...]
    refused: tuple[tuple[str, Refusal | None], ...]
    team: str
    left_out: bool
    revision: int


class SeveralDone(Frozen):
    """What became of each: a place, a place in line, or why there is no sign-up."""

    shift: Shift
    placed: tuple[str, ...]
    waiting: tuple[tuple[str, int], ...]
    refused: tuple[tuple[str, Refusal], ...]


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


PAGE = 6


WEEKS = 6


class ShiftCard(Frozen):
    """A shift as one viewer may see it. `weather` is the code of the warnings that call it off."""

    shift: Shift
    started: bool
    over: bool
    mine: SignUp | None  # the viewer's own live sign-up
    waits: bool  # somebody is on the waiting list: a newcomer waits too
    may_sign_up_others: bool
    may_manage: bool
    weather: str
    weather_hours: int
    agency: Agency
    map_service: str
    shut: bool = False  # the deadline has passed

    @property
    def exact(self) -> bool:
        """Whether this viewer is told the exact place and contact."""
        confirmed = self.mine is not None and self.mine.state == SignUpState.CONFIRMED
        return confirmed or self.may_manage or not self.shift.activity.confirmed_only

    @property
    def open(self) -> bool:
        """Whether a new sign-up has a chance, for a place or the waiting list."""
        return self.shift.state == ActivityState.PUBLISHED and not self.started and not self.shut


class Offered(Frozen):
    """A coming shift as a list shows it to one person."""

    shift_id: int
    activity_id: int
    title: str
    kind: str
    starts_at: int
    ends_at: int
    zone: str
    capacity: int
    taken: int
    state: ActivityState
    mine: str | None  # state of the person's own live sign-up
    own: bool  # of a team the person is in

    @property
    def free(self) -> int:
        return self.capacity - self.taken


class OfferedPage(Frozen):
    """One page of /activities; `week` -1 is any, 0 this week, 1 the next …"""

    offers: tuple[Offered, ...]
    page: int
    kind: str
    week: int
    more: bool
    pages: int | None
    alone: bool = False  # the viewer is in no team, and so hears only of what is for everyone
