"""Something that happened, in one typed line: ``RollCredited = Happened[int, str]("roll_credited", "shift month")``.

It is said in the lowest subject that it is about. Whoever does it says `happen`, in the open transaction; who hears it
stands in that subject or further up, under ``@hears``, so that a low subject never calls a high one. They hear in the
order of the subjects, and an error of one ends the transaction. ``bot.hearing`` finds them all.
"""

from collections.abc import Awaitable, Callable
from typing import Any, Generic, TypeVarTuple

from bot.desk import Desk
from bot.ground.frozen import Frozen

Facts = TypeVarTuple("Facts")
Hearer = Callable[..., Awaitable[None]]
HAPPENED: dict[str, "AnyHappened"] = {}
"""Every line by its name."""


class Event(Frozen):
    """One thing that happened, with its facts."""

    line: "AnyHappened"
    values: tuple[Any, ...]


class Happened(Generic[*Facts]):
    """``names``: what its facts are called. Like a notice, called with them it is one that can be told."""

    def __init__(self, name: str, names: str = "") -> None:
        if name in HAPPENED:
            raise ValueError(f"two things that happen are called {name}")
        self.name, self.names = name, tuple(names.split())
        self.found: list[Hearer] = []
        self.order: tuple[Hearer, ...] | None = None
        HAPPENED[name] = self

    def __call__(self, *facts: *Facts) -> Event:
        return Event(self, facts)

    def __repr__(self) -> str:
        return f"{self.name}({', '.join(self.names)})"


AnyHappened = Happened[*tuple[Any, ...]]


def hears(
    line: Happened[*Facts],
) -> Callable[[Callable[[Desk, *Facts], Awaitable[None]]], Callable[[Desk, *Facts], Awaitable[None]]]:
    def add(hear: Callable[[Desk, *Facts], Awaitable[None]]) -> Callable[[Desk, *Facts], Awaitable[None]]:
        line.found.append(hear)
        return hear

    return add


async def happen(desk: Desk, event: Event) -> None:
    """Each who hears of it does their part, at this desk. Raises what they raise."""
    order = event.line.order
    if order is None:
        raise LookupError(f"nobody has looked yet for who hears of {event.line}: bot.hearing does")
    for hear in order:
        await hear(desk, *event.values)
