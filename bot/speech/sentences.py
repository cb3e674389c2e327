"""A sentence with places for facts, read once: ``str.format`` reads it anew each time, and Markup's more slowly."""

from collections.abc import Mapping
from functools import lru_cache
from string import Formatter

from markupsafe import Markup, escape

Piece = tuple[str, str | None]
"""What stands there, and the fact that follows it."""


@lru_cache(maxsize=8192)
def pieces(text: str) -> tuple[Piece, ...]:
    """Raises ValueError for a place with a format or a part of a fact: no sentence of ours has any."""
    found = []
    for literal, name, form, conversion in Formatter().parse(text):
        if form or conversion or (name is not None and not name.isalnum() and not name.isidentifier()):
            raise ValueError(f"a sentence asks for more than a fact: {text}")
        found.append((literal, name))
    return tuple(found)


def filled(text: str, facts: Mapping[str, object]) -> Markup:
    """Facts that are not Markup are escaped. Raises KeyError for a fact that is missing."""
    parts: list[str] = []
    for literal, name in pieces(text):
        parts.append(literal)
        if name is not None:
            fact = facts[name]
            parts.append(fact if type(fact) is Markup else escape(fact))
    return Markup("".join(parts))  # noqa: S704  # sentences of our own; every fact is escaped


def plainly(text: str, facts: Mapping[str, object]) -> str:
    """Without escaping anything."""
    return "".join([literal if name is None else f"{literal}{facts[name]}" for literal, name in pieces(text)])
