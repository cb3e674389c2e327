"""How a journey says what it answers to. A handler is ``async def f(context)``; for a press ``f(context, press)``."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any, TypeVar

from bot.views.buttons import Button
from bot.wire.context import Context

Handle = Callable[[Context], Awaitable[None]]
B = TypeVar("B", bound=Button)


@dataclass(frozen=True, slots=True)
class Command:
    """/name, and the plain words of the same meaning (``views/commands``)."""

    name: str
    handle: Handle


@dataclass(frozen=True, slots=True)
class Press:
    """Any press of this kind of button."""

    kind: type[Button]
    handle: Callable[[Context, Any], Awaitable[None]]


@dataclass(frozen=True, slots=True)
class Form:
    """What a person types while this form's draft is open (``draft.form == name``)."""

    name: str
    handle: Handle


@dataclass(frozen=True, slots=True)
class StartLink:
    """``/start <prefix>…``: ``context.rest`` is what follows the prefix."""

    prefix: str
    handle: Handle


Route = Command | Press | Form | StartLink


def on_command(name: str, handle: Handle) -> Command:
    return Command(name, handle)


def on_press(kind: type[B], handle: Callable[[Context, B], Awaitable[None]]) -> Press:
    return Press(kind, handle)
