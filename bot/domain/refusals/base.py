"""A refusal prints only its code: its facts may hold names or typed text, and an exception ends up in logs."""

import re
from dataclasses import dataclass, fields
from typing import ClassVar, dataclass_transform


@dataclass_transform(eq_default=False)
class Refusal(Exception):
    """Why something may not be done: one subclass per cause, with facts as fields and never a sentence.

    A subclass is a dataclass by itself, without a decorator; `code` is its name in snake case. It is not frozen,
    because `contextlib` sets `__traceback__` on what it raises again.
    """

    code: ClassVar[str] = "refusal"

    def __init_subclass__(cls) -> None:
        super().__init_subclass__()
        cls.code = re.sub(r"(?<!^)(?=[A-Z])", "_", cls.__name__).lower()
        dataclass(eq=False, repr=False)(cls)

    def facts(self) -> dict[str, object]:
        """The fields by name, for the words of this refusal."""
        return {field.name: getattr(self, field.name) for field in fields(self)}  # type: ignore[arg-type]  # every subclass is a dataclass

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
