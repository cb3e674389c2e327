"""What a button carries: ids and a revision, at most 64 bytes, and nothing that would be believed.

A kind of button is one line, ``OpenMember = Link[Id, Id]("ztx", "team person")``; calling it makes one. What it carries
travels as text, ``ztx:17:3``, each part read within the bounds of its type (``parts``).
"""

import sys
from functools import cached_property
from typing import Any, Generic, TypeVarTuple, get_args

from bot.ground.frozen import Frozen
from bot.speech.parts import Misfit, Part, part_of

LIMIT = 64  # bytes of callback_data, Bot API
KINDS: dict[str, "AnyLink"] = {}
"""Every link by its verb."""
Parts = TypeVarTuple("Parts")


class Link(Generic[*Parts]):
    """A kind of button: its verb, and what its parts are called, in their order of travel."""

    def __init__(self, verb: str, names: str = "") -> None:
        self.verb = verb
        self.names = tuple(names.split())
        self.module = sys._getframe(2).f_globals["__name__"]  # behind it is Generic, which makes it
        if verb in KINDS:
            raise ValueError(f"two kinds of button say {verb}")
        KINDS[verb] = self

    def __call__(self, *values: *Parts) -> "Button":
        return Button(self, values)

    def __repr__(self) -> str:
        return self.__name__

    @cached_property
    def __name__(self) -> str:
        return next((name for name, one in vars(sys.modules[self.module]).items() if one is self), self.verb)

    @cached_property
    def parts(self) -> dict[str, Part]:
        kinds = get_args(self.__orig_class__)  # type: ignore[attr-defined]  # set by Generic once it is made
        return {name: part_of(kind) for name, kind in zip(self.names, kinds, strict=True)}

    def unpack(self, data: str) -> "Button | None":
        """The button, or None for data that this kind never packed: forged, or from before a change. Never raises."""
        verb, *texts = data.split(":") if len(data) <= LIMIT else [""]
        if verb != self.verb or len(texts) != len(self.names):
            return None
        try:
            return Button(self, tuple(part.read(text) for part, text in zip(self.parts.values(), texts, strict=True)))
        except Misfit:
            return None


AnyLink = Link[*tuple[Any, ...]]


class Button(Frozen):
    """One of a kind, with its values."""

    link: AnyLink
    values: tuple[Any, ...]

    def pack(self) -> str:
        if len(self.values) != len(self.link.names):
            raise TypeError(f"{self.link} carries {self.link.names}, got {self.values}")
        written = (part.write(value) for part, value in zip(self.link.parts.values(), self.values, strict=True))
        data = ":".join([self.link.verb, *written])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button of {len(data.encode())} bytes: {self.link.verb}")
        return data
