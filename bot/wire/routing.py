"""How a journey says what it answers to. A handler is ``async def f(context)``; for a press ``f(context, press)``."""

from collections.abc import Awaitable, Callable
from typing import Any, TypeVar

from bot.domain.drafts import SHORT_WAIT
from bot.domain.frozen import Frozen
from bot.views.buttons import Button
from bot.wire.context import Context

Handle = Callable[[Context], Awaitable[None]]
B = TypeVar("B", bound=Button)


class Command(Frozen):
    """/name, and the plain words of the same meaning (``views/commands``). ``context.rest``: what follows it."""

    name: str
    handle: Handle


class Press(Frozen):
    """Any press of this kind of button."""

    kind: type[Button]
    handle: Callable[[Context, Any], Awaitable[None]]


class Form(Frozen):
    """What a person types or sends while this form's draft is open (``draft.form``). ``context.rest``: the text."""

    name: str
    handle: Handle
    waits: int = SHORT_WAIT  # seconds after which what is typed no longer belongs to a draft that was left alone


class StartLink(Frozen):
    """``/start <prefix>…``: ``context.rest`` is what follows the prefix."""

    prefix: str
    handle: Handle


class Other(Frozen):
    """Anything else that a person says, shows or sends in private; one for the whole bot."""

    handle: Handle


class Stale(Frozen):
    """A press that no kind of button knows: forged, or from before a change; one for the whole bot."""

    handle: Handle


Route = Command | Press | Form | StartLink | Other | Stale


def on_command(name: str, handle: Handle) -> Command:
    return Command(name, handle)


def on_press(kind: type[B], handle: Callable[[Context, B], Awaitable[None]]) -> Press:
    return Press(kind, handle)
