"""A value held against the types of the Bot API, as strictly as a client should write and not as leniently as Telegram
reads: `"5"` is no number.

A check returns what is wrong with one value, each with the path inside it (`.text: not a String`).
"""

import re
from collections.abc import Callable, Mapping
from functools import cache
from typing import Any

from bot.simulator.rules.bounds import NONE, Complaints, exceeded
from bot.simulator.rules.table import Field, Shape, read_table

Check = Callable[[Any], Complaints]
_ARRAY = "Array of "
_NAMED_OTHERWISE = re.compile(r"\.(type|status|source): ")
_SHALLOW = re.compile(r"(\.\w+)?: ")
_MEMBERS: dict[tuple[str, bool], dict[str, Check]] = {}


def check_of(field: Field, *, parsed: bool = False) -> Check:
    """The check of a parameter or member; with `parsed` the length of its text is left to whoever parses it."""
    types, limits = _one_of(field.types), field.limits
    if limits is None or (parsed and limits.parsed):
        return types

    def check(value: Any) -> Complaints:
        return types(value) or exceeded(limits, value)

    return check


def complaints(kind: str, value: Any) -> Complaints:
    """What is wrong with a value of this type, for example an Update."""
    return _typed(kind)(value)


@cache
def _one_of(types: tuple[str, ...]) -> Check:
    if len(types) == 1:
        return _typed(types[0])

    def check(value: Any) -> Complaints:
        found = []
        for kind in types:
            wrong = _typed(kind)(value)
            if not wrong:
                return NONE
            found.append(wrong)
        return min(found, key=_nearness)

    return check


def _nearness(found: Complaints) -> tuple[bool, int, int]:
    """The type that somebody most probably meant: whose name is there, else whose members are, whatever is in them."""
    other = any(_NAMED_OTHERWISE.match(words) for words in found)
    return other, sum(_SHALLOW.match(words) is not None for words in found), len(found)


@cache
def _typed(kind: str) -> Check:
    if kind.startswith(_ARRAY):
        return _array(kind.removeprefix(_ARRAY))
    if kind in _PLAIN:
        return _plain(kind)
    table = read_table()
    return _one_of(table.unions[kind]) if kind in table.unions else _object(table.shapes[kind])


def _array(kind: str) -> Check:
    def check(value: Any) -> Complaints:
        if not isinstance(value, list):
            return (f": not an array of {kind}",)
        one = _typed(kind)
        return tuple(f"[]{words}" for item in value for words in one(item))

    return check


def _is_number(value: Any) -> bool:
    return isinstance(value, int | float) and not isinstance(value, bool)


_PLAIN: dict[str, Callable[[Any], bool]] = {
    "String": lambda value: isinstance(value, str),
    "Integer": lambda value: isinstance(value, int) and not isinstance(value, bool) and abs(value) < 2**63,
    "Float": _is_number,
    "Boolean": lambda value: isinstance(value, bool),
    "True": lambda value: value is True,
    "InputFile": lambda value: isinstance(value, str) and value.startswith("attach://"),
}


def _plain(kind: str) -> Check:
    right, wrong = _PLAIN[kind], (f": not a {kind}",)

    def check(value: Any) -> Complaints:
        return NONE if right(value) else wrong

    return check


def _object(shape: Shape) -> Check:
    nothing = (f": not a {shape.name}",)
    required = [name for name, field in shape.fields.items() if field.required]

    def check(value: Any) -> Complaints:
        if not isinstance(value, dict):
            return nothing
        checks = members_of(shape, parsed="parse_mode" in value)
        found = [words for name, given in value.items() for words in _member(shape, checks, name, given)]
        found += [f".{name}: missing" for name in required if name not in value]
        return (*found, *together(shape, value))

    return check


def members_of(shape: Shape, *, parsed: bool) -> dict[str, Check]:
    """The checks of its fields. Made when first needed, for a Message may hold a Message."""
    key = (shape.name, parsed)
    if key not in _MEMBERS:
        _MEMBERS[key] = {name: check_of(field, parsed=parsed) for name, field in shape.fields.items()}
    return _MEMBERS[key]


def _member(shape: Shape, checks: dict[str, Check], name: str, given: Any) -> Complaints:
    check = checks.get(name)
    if check is None:
        return (f".{name}: unknown to {shape.name}",)
    found = check(given)
    return tuple(f".{name}{words}" for words in found) if found else NONE


def together(shape: Shape, value: Mapping[str, Any]) -> Complaints:
    """What only several members together break."""
    found = [f".{one}: together with {other}" for one, other in shape.apart if one in value and other in value]
    if shape.plain is not None and not shape.least <= len(value.keys() - shape.plain) <= 1:
        found.append(f": {sorted(value.keys() - shape.plain)} instead of {'' if shape.least else 'at most '}one action")
    return tuple(found)
