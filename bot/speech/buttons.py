"""What a button carries: ids and a revision, at most 64 bytes, and nothing that would be believed.

Its fields travel as text: ``su:17:3``, each read within the bounds of its type (``parts``). There are some two hundred
kinds, and making a dataclass costs a millisecond at every start; so this class does for all of them what a frozen
dataclass would do for each.
"""

from inspect import get_annotations
from typing import Any, ClassVar, Self, dataclass_transform

from bot.ground.frozen import bound
from bot.speech.parts import Misfit, Part, part_of

LIMIT = 64  # bytes of callback_data, Bot API
KINDS: dict[str, type["Button"]] = {}


@dataclass_transform(frozen_default=True)
class Button:
    """Subclass as ``class SignUp(Button, verb="su")`` with fields typed as in ``parts``, in their order of travel."""

    verb: ClassVar[str] = ""
    parts: ClassVar[dict[str, Part]] = {}

    def __init_subclass__(cls, verb: str, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.verb = verb
        cls.parts = {name: part_of(annotation) for name, annotation in get_annotations(cls).items()}
        clash = KINDS.get(verb)
        if clash is not None and clash.__qualname__ != cls.__qualname__:
            raise ValueError(f"two kinds of button say {verb}")
        KINDS[verb] = cls

    def __init__(self, *values: Any, **named: Any) -> None:
        self.__dict__.update(bound(type(self), self.parts, values, named))

    def __setattr__(self, name: str, value: object) -> None:
        raise AttributeError(f"a button does not change: {name}")

    def __eq__(self, other: object) -> bool:
        return type(other) is type(self) and other.__dict__ == self.__dict__

    def __hash__(self) -> int:
        return hash((type(self), *self.__dict__.values()))

    def __repr__(self) -> str:
        return f"{type(self).__name__}({', '.join(f'{name}={value!r}' for name, value in self.__dict__.items())})"

    def pack(self) -> str:
        written = (part.write(self.__dict__[name]) for name, part in self.parts.items())
        data = ":".join([self.verb, *written])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button of {len(data.encode())} bytes: {self.verb}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """The button, or None for data that this kind never packed: forged, or from before a change. Never raises."""
        verb, *texts = data.split(":") if len(data) <= LIMIT else [""]
        if verb != cls.verb or len(texts) != len(cls.parts):
            return None
        try:
            return cls(*[part.read(text) for part, text in zip(cls.parts.values(), texts, strict=True)])
        except Misfit:
            return None
