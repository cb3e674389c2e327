"""The table is made from the machine-readable Bot API by ``tests/making/new_api_table.py``; nobody edits it by hand.

A field is written ``Integer|String!``: types by ``|``, required by ``!``. With limits it is an object whose ``type``
says that. A type that is one of several is a list of their names.
"""

import json
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any

TABLE = Path(__file__).with_name("bot_api.json")
_SPANS = ("characters", "bytes", "items", "value")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds are inclusive. ``parsed``: characters count after the entities are parsed. ``each``: words of an array."""

    characters: tuple[int, int] | None = None
    bytes: tuple[int, int] | None = None
    items: tuple[int, int] | None = None
    value: tuple[float, float] | None = None
    one_of: frozenset[str] = frozenset()
    each: frozenset[str] = frozenset()
    pattern: re.Pattern[str] | None = None
    parsed: bool = False


@dataclass(frozen=True, slots=True)
class Field:
    """A parameter, or a member of an object. ``unless``: required where these are missing."""

    types: tuple[str, ...]
    required: bool = False
    unless: tuple[str, ...] = ()
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """An object, or a method's parameters. ``apart``: pairs of which only one may be there. With ``plain`` at most one
    of the fields that are not plain may be there, and ``least`` of them must."""

    name: str
    fields: dict[str, Field]
    apart: tuple[tuple[str, str], ...] = ()
    least: int = 0
    plain: frozenset[str] | None = None


@dataclass(frozen=True, slots=True)
class Table:
    """The Bot API of one version."""

    version: str
    methods: dict[str, Shape] = field(default_factory=dict)  # by name in lower case
    shapes: dict[str, Shape] = field(default_factory=dict)
    unions: dict[str, tuple[str, ...]] = field(default_factory=dict)


@cache
def read_table() -> Table:
    """The committed table."""
    found = json.loads(TABLE.read_text(encoding="utf-8"))
    choices = found["choices"]
    table = Table(found["version"])
    for name, fields in found["methods"].items():
        table.methods[name.lower()] = _shape(name, fields)
    for name, one in found["types"].items():
        if isinstance(one, list):
            table.unions[name] = tuple(one)
        else:
            table.shapes[name] = _shape(name, one, choices.get(name))
    return table


def _shape(name: str, written: dict[str, Any], choice: Sequence[Any] | None = None) -> Shape:
    fields = {name: _field(one) for name, one in written.items()}
    limited = {name: one for name, one in written.items() if isinstance(one, dict)}
    apart = tuple((name, one["not_with"]) for name, one in limited.items() if "not_with" in one)
    least, plain = (choice[0], frozenset(choice[1])) if choice else (0, None)
    return Shape(name, fields, apart, least, plain)


def _field(written: str | dict[str, Any]) -> Field:
    facts: dict[str, Any] = {"type": written} if isinstance(written, str) else written
    types = str(facts["type"])
    return Field(
        tuple(types.rstrip("!").split("|")),
        required=types.endswith("!"),
        unless=tuple(facts.get("unless", ())),
        limits=_limits(facts),
    )


def _limits(facts: dict[str, Any]) -> Limits | None:
    found: dict[str, Any] = {name: tuple(facts[name]) for name in _SPANS if name in facts}
    found |= {name: frozenset(facts[name]) for name in ("one_of", "each") if name in facts}
    if "pattern" in facts:
        found["pattern"] = re.compile(facts["pattern"])
    return Limits(**found, parsed=bool(facts.get("parsed"))) if found else None
