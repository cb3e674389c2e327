"""One call held against the reference: what a well-behaved client would not send. What Telegram *refuses* is not
decided here, and what it forgives (an unknown parameter, a number as text in JSON) is wrong nevertheless.

A form carries everything as text: there a number or an object is judged by what the text says.
"""

import json
import re
from typing import Any

from bot.simulator.params import Params
from bot.simulator.rules.bounds import NONE, Complaints
from bot.simulator.rules.table import Field, Shape, read_table
from bot.simulator.rules.values import Check, members_of, together

_ATTACHED = re.compile(r'attach://([^"\\]+)')
_LINK = re.compile(r"(?:t\.me|telegram\.me)/\w+\?start=([^&#\s\"'<>]*)")
_PAYLOAD = re.compile(r"[A-Za-z0-9_-]{1,64}")


def faults_of(method: str, params: Params) -> Complaints:
    """What is wrong with a call of this method, named in lower case; each line begins with the method's name."""
    shape = read_table().methods.get(method)
    if shape is None:
        return (f"{method}: unknown method",)
    values = params.values if params.typed else _read(shape, params.values)
    found = [*_members(shape, values), *_missing(shape, params), *together(shape, values), *_links(values)]
    if params.files or not params.typed:
        found += _loose_files(shape, params)
    return tuple(f"{shape.name}{words}" for words in found)


def _members(shape: Shape, values: Any) -> list[str]:
    checks = members_of(shape, parsed="parse_mode" in values)
    return [words for name, value in values.items() for words in _member(checks, name, value)]


def _member(checks: dict[str, Check], name: str, value: Any) -> Complaints:
    check = checks.get(name)
    if check is None:
        return (f": unknown parameter {name}",)
    found = check(value)
    return tuple(f".{name}{words}" for words in found) if found else NONE


def _missing(shape: Shape, params: Params) -> list[str]:
    given = params.values.keys() | params.files.keys()
    return [f".{name}: missing" for name, field in shape.fields.items() if name not in given and _wanted(field, given)]


def _wanted(field: Field, given: Any) -> bool:
    return field.required or (bool(field.unless) and not all(name in given for name in field.unless))


def _links(values: Any) -> list[str]:
    """A start link with a payload that Telegram does not carry is a link that opens nothing."""
    written = json.dumps(values, ensure_ascii=False, default=str)
    if "?start=" not in written:
        return []
    strange = [found for found in _LINK.findall(written.replace('\\"', '"')) if not _PAYLOAD.fullmatch(found)]
    return [": a start link whose payload is not 1-64 of A-Z, a-z, 0-9, _ and -" for _ in strange]


def _loose_files(shape: Shape, params: Params) -> list[str]:
    """Files that came and that no parameter takes."""
    named = set(_ATTACHED.findall(json.dumps(dict(params.values), default=str)))
    takes = {name for name, field in shape.fields.items() if "InputFile" in field.types}
    return [f": file {name} belongs to no parameter" for name in params.files.keys() - takes - named]


def _read(shape: Shape, values: Any) -> dict[str, Any]:
    return {name: _value(shape.fields.get(name), value) for name, value in values.items()}


def _value(field: Field | None, text: Any) -> Any:
    """A form's text as the value it stands for, where the parameter is no text."""
    if field is None or not isinstance(text, str) or field.types == ("String",) or "InputFile" in field.types:
        return text
    try:
        return json.loads(text)
    except ValueError:
        return text
