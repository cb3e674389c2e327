"""A row becomes a value by position: which column is which field is found out once for rows of the same columns.

Naming every column of every row took four fifths of the time in which a row became a value.
"""

from collections.abc import Callable
from datetime import date
from enum import Enum
from inspect import Parameter, signature
from types import NoneType, UnionType
from typing import Any, Literal, Union, get_args, get_origin, get_type_hints

from bot.ground.frozen import Frozen, converted, field_names
from bot.store.transaction import Row

Reader = Callable[[Row], Any]
Piece = Callable[[Any], Any]
AS_IT_IS = {int, str, float, bytes, Any, object}


class ByColumns:
    """Makes a ``kind`` out of the columns called like its fields, whatever else the row has."""

    def __init__(self, kind: type[Frozen]) -> None:
        self.kind = kind
        self.names = field_names(kind)
        self.ways: dict[tuple[str, ...], Reader] = {}

    def __call__(self, row: Row) -> Any:
        columns = tuple(row.keys())
        way = self.ways.get(columns)
        if way is None:
            way = self.ways[columns] = self.way(columns)
        return way(row)

    def way(self, columns: tuple[str, ...]) -> Reader:
        """Where two columns have one name, or a field its default, the row is read by its names."""
        kind = self.kind
        if len(set(columns)) < len(columns) or not set(self.names) <= set(columns):
            return lambda row: converted(dict(row), kind)
        places = [columns.index(name) for name in self.names]
        hints = get_type_hints(kind)
        changed = [(at, piece) for at, name in enumerate(self.names) if (piece := piece_of(hints[name])) is not None]
        named = any(one.kind is Parameter.KEYWORD_ONLY for one in signature(kind).parameters.values())

        def picked(row: Row) -> Any:
            values = tuple(row)
            found = with_pieces([values[at] for at in places], changed)
            return kind(**dict(zip(self.names, found, strict=True))) if named else kind(*found)

        return picked


def with_pieces(values: list[Any], changed: list[tuple[int, Piece]]) -> list[Any]:
    for at, piece in changed:
        values[at] = piece(values[at])
    return values


def by_position(kind: Any) -> Reader:
    """Of ``tuple[int, State]``: so many columns, whatever they are called."""
    kinds = get_args(kind)
    changed = [(at, piece) for at, one in enumerate(kinds) if (piece := piece_of(one)) is not None]

    def read(row: Row) -> Any:
        values = tuple(row)
        if len(values) != len(kinds):
            raise TypeError(f"{len(values)} columns for {kind}")
        return tuple(with_pieces(list(values), changed)) if changed else values

    return read


def piece_of(kind: Any) -> Piece | None:
    """What makes it of what a database keeps; None where that is it already."""
    if kind in AS_IT_IS or get_origin(kind) is Literal:
        return None
    if kind is bool:
        return bool
    if isinstance(kind, type) and issubclass(kind, Enum):
        return Members(kind).__getitem__
    if kind is date:
        return date.fromisoformat
    others = [one for one in get_args(kind) if one is not NoneType]
    if get_origin(kind) in {Union, UnionType} and len(others) == 1:
        piece = piece_of(others[0])
        return None if piece is None else lambda value: None if value is None else piece(value)
    return lambda value: converted(value, kind)


class Members(dict[Any, Enum]):
    """The members of an enumeration by what a database keeps of them."""

    def __init__(self, kind: type[Enum]) -> None:
        super().__init__((one.value, one) for one in kind)
        self.kind = kind

    def __missing__(self, value: Any) -> Enum:
        return self.kind(value)  # ValueError, in its own words
