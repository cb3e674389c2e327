"""What a button carries: ids and a revision, at most 64 bytes, and nothing that would be believed.

A kind of button is a frozen dataclass; its fields travel as text: ``su:17:3``.
"""

from dataclasses import astuple, dataclass, fields
from typing import Any, ClassVar, Self

LIMIT = 64  # bytes of callback_data, Bot API
KINDS: dict[str, type["Button"]] = {}


@dataclass(frozen=True, slots=True)
class Button:
    """Subclass as ``@dataclass(frozen=True, slots=True) class SignUp(Button, verb="su")`` with int and str fields."""

    verb: ClassVar[str] = ""

    def __init_subclass__(cls, verb: str = "", **options: Any) -> None:
        super(Button, cls).__init_subclass__(**options)
        if verb:
            cls.verb = verb
            clash = KINDS.get(verb)
            if clash is not None and clash.__qualname__ != cls.__qualname__:
                raise ValueError(f"two kinds of button say {verb}")
            KINDS[verb] = cls

    def pack(self) -> str:
        data = ":".join([self.verb, *map(str, astuple(self))])
        if len(data.encode()) > LIMIT:
            raise ValueError(f"a button of {len(data.encode())} bytes: {self.verb}")
        return data

    @classmethod
    def unpack(cls, data: str) -> Self | None:
        """The button, or None for data that this kind never packed: forged, or from before a change."""
        parts = data.split(":")[1:]
        wanted = fields(cls)
        if len(parts) != len(wanted):
            return None
        try:
            values = [
                int(part) if field.type in {int, "int"} else part for field, part in zip(wanted, parts, strict=True)
            ]
        except ValueError:
            return None
        return cls(*values)
