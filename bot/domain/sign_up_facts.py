"""What is told after an act on a sign-up; the words for it are a view's."""

from dataclasses import dataclass

from bot.domain.activities import Shift
from bot.domain.sign_ups import SignUp


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedUp:
    """`position` in the line, 1 for the next; `again`: it stood like this before; `open_place`: whoever presses has it.

    `name` is whose sign-up it is, None for the viewer's own.
    """

    sign_up: SignUp
    shift: Shift
    position: int | None = None
    again: bool = False
    open_place: bool = False
    name: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Withdrawn:
    """`late` so near to the start that the lead was told."""

    sign_up: SignUp
    shift: Shift
    again: bool = False
    late: bool = False
    name: str | None = None
