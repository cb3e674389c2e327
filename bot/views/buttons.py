"""What a button carries: ids and a revision, at most 64 bytes, and nothing that would be believed.

Its fields travel as text: ``su:17:3``. There are some two hundred kinds, and making a dataclass costs a millisecond at
every start; so this class does for all of them what a frozen dataclass would do for each.
"""

import re
from inspect import get_annotations
from typing import Any, ClassVar, Self, dataclass_transform

from bot.domain.frozen import bound

LIMIT = 64  # bytes of callback_data, Bot API
NO_ID = re.compile(r"\d{19}")  # more than a database can hold: never packed here
NUMBER = re.compile(r"-?[0-9]{1,18}")
KINDS: dict[str, type["Button"]] = {}


@dataclass_transform(frozen_default=True)
class Button:
    """Subclass as ``class SignUp(Button, verb="su")`` with int and str fields, in the order in which they travel."""

    verb: ClassVar[str] = ""
    parts: ClassVar[dict[str, type]] = {}

    def __init_subclass__(cls, verb: str, **options: Any) -> None:
        super().__init_subclass__(**options)
        cls.verb = verb
        cls.parts = get_annotations(cls)
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
        data = ":".join([self.verb, *(str(getattr(self, name)) for name in self.parts)])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button of {len(data.encode())} bytes: {self.verb}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """The button, or None for data that this kind never packed: forged, or from before a change."""
        parts = data.split(":")[1:]
        if len(parts) != len(cls.parts) or NO_ID.search(data):
            return None
        try:
            kinds = cls.parts.values()
            values = [number(part) if kind is int else part for kind, part in zip(kinds, parts, strict=True)]
        except ValueError:
            return None
        return cls(*values)


def number(part: str) -> int:
    """As ``pack`` writes it: plain digits, at most eighteen. Raises ValueError."""
    if not NUMBER.fullmatch(part):
        raise ValueError
    return int(part)
