"""What stands in the way of a sign-up at the same hour, and what taking this one instead would end."""

from bot.activities.rules import Shift
from bot.ground.frozen import Frozen
from bot.sign_ups.rules import SignUpState


class Overlap(Frozen):
    """Another live sign-up of the person: `id` is the sign-up's."""

    id: int
    shift_id: int
    activity: str
    starts_at: int
    ends_at: int
    state: SignUpState

    @property
    def waits(self) -> bool:
        return self.state is SignUpState.WAITLISTED


class Instead(Frozen):
    """`ends`: what would be given up; `lead`: who is told, because it begins so soon. `name`: None for the viewer."""

    shift: Shift
    person_id: int
    name: str | None
    ends: tuple[Overlap, ...]
    lead: str | None
