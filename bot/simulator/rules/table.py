"""The table is made from the machine-readable Bot API by ``tests/new_api_table.py``; nobody edits it by hand.

A field is written ``Integer|String!``: types by ``|``, required by ``!``. With limits it is an object whose ``type``
says that. A type that is one of several is a list of their names.
"""

import json
import re
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
    not_with: str = ""
    limits: Limits | None = None


@dataclass(frozen=True, slots=True)
class Shape:
    """An object. ``choice``: at least and at most how many of its fields may be used, but for ``plain`` ones."""

    name: str
    fields: dict[str, Field]
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
        table.methods[name.lower()] = Shape(name, _fields(fields))
    for name, one in found["types"].items():
        if isinstance(one, list):
            table.unions[name] = tuple(one)
        else:
            least, plain = choices.get(name, (0, None))
            table.shapes[name] = Shape(name, _fields(one), least, frozenset(plain) if plain else None)
    return table


def _fields(written: dict[str, Any]) -> dict[str, Field]:
    return {name: _field(one) for name, one in written.items()}


def _field(written: str | dict[str, Any]) -> Field:
    facts: dict[str, Any] = {"type": written} if isinstance(written, str) else written
    types = str(facts["type"])
    return Field(
        tuple(types.rstrip("!").split("|")),
        required=types.endswith("!"),
        unless=tuple(facts.get("unless", ())),
        not_with=facts.get("not_with", ""),
        limits=_limits(facts),
    )


def _limits(facts: dict[str, Any]) -> Limits | None:
    found: dict[str, Any] = {name: tuple(facts[name]) for name in _SPANS if name in facts}
    found |= {name: frozenset(facts[name]) for name in ("one_of", "each") if name in facts}
    if "pattern" in facts:
        found["pattern"] = re.compile(facts["pattern"])
    return Limits(**found, parsed=bool(facts.get("parsed"))) if found else None
