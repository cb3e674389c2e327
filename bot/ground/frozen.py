"""What the rules pass to each other: values, equal when their fields are, that never change."""

from collections.abc import Iterable, Mapping
from typing import Any, TypeVar, dataclass_transform

import msgspec
from msgspec.structs import asdict as asdict  # noqa: PLC0414 - given on to those who hold frozen values

V = TypeVar("V", bound="Frozen")


@dataclass_transform(frozen_default=True)
class Frozen(msgspec.Struct, frozen=True):
    """Subclass it and list the fields, as in a frozen dataclass, which takes forty times as long to define (0024)."""


def converted(values: Any, kind: Any) -> Any:
    """What a database has kept as plain numbers and text, as a ``kind`` of ours: flags, enumerations, days."""
    return msgspec.convert(values, kind, strict=False)


def replace(value: V, **changes: Any) -> V:
    """The same with other fields. Raises TypeError for a field it does not have."""
    return msgspec.structs.replace(value, **changes)


def field_names(kind: type[Frozen]) -> tuple[str, ...]:
    """In the order of their definition."""
    return kind.__struct_fields__


def narrowed(kind: type[V], value: Frozen) -> V:
    """Only the fields that ``kind`` has, out of a value that has more."""
    return kind(**{name: getattr(value, name) for name in field_names(kind)})


def bound(kind: type, names: Iterable[str], values: tuple[Any, ...], named: Mapping[str, Any]) -> dict[str, Any]:
    """Arguments by field, for a class that cannot be a Struct: defaults are its attributes. Raises TypeError."""
    fields_left = list(names)[len(values) :]
    unknown = named.keys() - set(fields_left)
    missing = [name for name in fields_left if name not in named and not hasattr(kind, name)]
    if unknown or missing or len(values) > len(list(names)):
        raise TypeError(f"{kind.__name__} takes {tuple(names)}")
    rest = {name: named[name] if name in named else getattr(kind, name) for name in fields_left}
    return dict(zip(names, values, strict=False)) | rest
