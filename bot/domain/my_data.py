"""Everything that is held of one person, as rows by what they are about. Instants are seconds, as everywhere."""

from collections.abc import Mapping
from dataclasses import dataclass

Value = int | str | None
Rows = tuple[Mapping[str, Value], ...]


@dataclass(frozen=True, slots=True)
class MyData:
    made_at: int
    sections: Mapping[str, Rows]
