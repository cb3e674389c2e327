"""What people fill in is declared in one typed line: its column, what may be typed for its name, and how it is read.

``bring: Annotated[str, a_line("bring 携带 攜帶")] = ""``

The form of one message, the readers of values and the columns of the database all come from such lines.
"""

import re
from collections.abc import Callable, Iterable, Mapping
from difflib import get_close_matches
from inspect import get_annotations
from typing import Any
from zoneinfo import ZoneInfo

from bot.ground.frozen import Frozen, replace
from bot.ground.reading.numbers import read_yes_or_no
from bot.ground.refusals import FieldTwice, Refusal, UnknownField, UnreadableLine
from bot.ground.text import clean_lines, folded, line, lines, quoted


class Leaning(Frozen):
    """What reading may lean on beside the other values. `names`: as written, by how they are read."""

    now: int
    zone: ZoneInfo
    names: Mapping[str, str] = {}


Changes = dict[str, Any]
"""Values by column."""
Reader = Callable[[str, Any, Leaning], Any]
"""Of a text and of what stands already: the value, or the Changes of several columns. Raises the field's refusal."""
Writer = Callable[[Any, Any, ZoneInfo], str]
"""Of a value and of all values: a text that reads as the same on any day."""
_LINE = re.compile(r"\s*([^:：]{1,24}?)\s*[:：](.*)", re.DOTALL)
MUST = object()
"""Something must stand: a dash is read like any other text."""


class Field(Frozen):
    """How one thing is filled in. `keys`: what may stand before its colon, with _ for a blank; the first is its code.

    `editor` reads where everything is said already and one field is said anew; `empty` is what a dash makes of it;
    `free` takes any words, also those that were meant for somebody else; `goes_on` until the next key; `pairs` is one
    thing that people say in two lines, under two of its keys.
    """

    keys: str
    reader: Reader
    editor: Reader | None = None
    empty: Any = MUST
    writer: Writer = lambda value, values, zone: str(value)
    choices: tuple[str, ...] = ()
    free: bool = False
    goes_on: bool = False
    pairs: bool = False
    column: str = ""  # given by the line it stands in

    @property
    def code(self) -> str:
        return code_of(self.keys)

    def read(self, text: str, before: Any, leaning: Leaning) -> Changes:
        return self.changes(self.reader(text, before, leaning))

    def edit(self, text: str, before: Any, leaning: Leaning) -> Changes:
        return self.changes((self.editor or self.reader)(text, before, leaning))

    def changes(self, found: Any) -> Changes:
        return found if isinstance(found, dict) else {self.column: found}

    def written(self, values: Any, zone: ZoneInfo) -> str:
        """Empty where nothing is said."""
        value = getattr(values, self.column)
        return "" if value is None else self.writer(value, values, zone)


def a_line(keys: str, limit: int = 200, *, empty: Any = "", editor: Reader | None = None) -> Field:
    """Words on one line, at most `limit` code points."""
    code = code_of(keys)
    return Field(keys, lambda text, *_: line(code, text, limit), editor=editor, empty=empty, free=True)


def some_lines(keys: str, limit: int) -> Field:
    code = code_of(keys)
    return Field(keys, lambda text, *_: lines(code, text, limit), empty="", free=True, goes_on=True)


def yes_or_no(keys: str) -> Field:
    code, said = code_of(keys), ("no", "yes")
    return Field(keys, lambda text, *_: read_yes_or_no(code, text), writer=lambda value, *_: said[value], choices=said)


def code_of(keys: str) -> str:
    return keys.split(maxsplit=1)[0]


def table_of(*kinds: type[Frozen]) -> dict[str, Field]:
    """The fields that stand in the lines of these values and of what they build on, in that order, by code."""
    annotated = [one for kind in kinds for base in reversed(kind.__mro__) for one in get_annotations(base).items()]
    found = [(said, column) for column, kind in annotated for said in getattr(kind, "__metadata__", ())]
    return {said.code: replace(said, column=column) for said, column in found if isinstance(said, Field)}


def in_order(first: tuple[str, ...], codes: Iterable[str]) -> tuple[str, ...]:
    """All of them, those of `first` before the others. What is new needs no place of its own."""
    return (*first, *(code for code in codes if code not in first))


class Form(Frozen):
    """What was typed, by field code, and what could not be taken."""

    values: dict[str, str]
    problems: tuple[Refusal, ...]


def codes_of(table: Mapping[str, Field]) -> dict[str, str]:
    """The code of each key, as it is read."""
    return {folded(key.replace("_", " ")): code for code, field in table.items() for key in field.keys.split()}


def read_form(text: str, table: Mapping[str, Field], codes: Mapping[str, str]) -> Form:
    """The `key: value` lines of a message, with keys in English, 简体 or 繁體; never raises. Values stay as typed.

    Problems are UnknownField, FieldTwice (the first value stays) and UnreadableLine: only a field that goes on runs
    over several lines; elsewhere a line without a known key is named, not guessed.
    """
    values: dict[str, str] = {}
    keys: dict[str, str] = {}
    problems: list[Refusal] = []
    current = ""
    for typed in clean_lines(text).split("\n"):
        found = _LINE.fullmatch(typed)
        key, value = (folded(found[1]), found[2].strip()) if found else ("", typed)
        code = codes.get(key)
        misspelt = code is None and key and get_close_matches(key, codes, n=1, cutoff=0.75)
        if code is None and current and table[current].goes_on and not misspelt:
            values[current] += f"\n{typed}"
        elif code is None:
            problems += [UnknownField(key=key) if key else UnreadableLine(line=quoted(typed))] if typed else []
        elif code in values and table[code].pairs and keys[code] != key:
            values[code], current = f"{values[code]}, {value}", code
        elif code in values:
            problems.append(FieldTwice(field=code))
            current = ""
        else:
            values[code], keys[code], current = value, key, code
    return Form({code: value.strip() for code, value in values.items() if value.strip()}, tuple(problems))
