"""A refusal prints only its code: its facts may hold names or typed text, and an exception ends up in logs."""

import re
from inspect import get_annotations
from typing import Any, ClassVar, dataclass_transform

from bot.ground.frozen import bound


@dataclass_transform(eq_default=False)
class Refusal(Exception):
    """Why something may not be done: one subclass per cause, with facts as fields and never a sentence.

    A subclass takes its fields as a dataclass would; `code` is its name in snake case.
    """

    code: ClassVar[str] = "refusal"
    fields: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        cls.fields = (*cls.fields, *get_annotations(cls))

    def __init__(self, *values: Any, **named: Any) -> None:
        super().__init__()
        self.__dict__.update(bound(type(self), self.fields, values, named))

    def facts(self) -> dict[str, object]:
        """The fields by name, for the words of this refusal."""
        return {name: getattr(self, name) for name in self.fields}

    def __eq__(self, other: object) -> bool:
        return type(self) is type(other) and isinstance(other, Refusal) and self.facts() == other.facts()

    def __hash__(self) -> int:
        return hash(self.code)

    def __str__(self) -> str:
        return self.code

    def __repr__(self) -> str:
        return f"<{type(self).__name__}>"


def all_refusals() -> list[type[Refusal]]:
    """Every concrete refusal that has been imported, by code; each needs words in every language."""
    found: dict[str, type[Refusal]] = {}
    waiting = list(Refusal.__subclasses__())
    while waiting:
        kind = waiting.pop()
        waiting += kind.__subclasses__()
        found[kind.code] = kind
    return [found[code] for code in sorted(found)]
