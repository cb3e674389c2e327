"""Everything that is held of one person, as rows by what they are about. Instants are seconds, as everywhere."""

from collections.abc import Mapping

from bot.ground.frozen import Frozen

Value = int | str | None
Rows = tuple[Mapping[str, Value], ...]


class MyData(Frozen):
    made_at: int
    sections: Mapping[str, Rows]
