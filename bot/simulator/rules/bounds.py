"""Lengths, numbers and words. Text is counted in code points, button data in bytes of UTF-8."""

from typing import Any

from bot.simulator.rules.table import Limits

Complaints = tuple[str, ...]
NONE: Complaints = ()


def exceeded(limits: Limits, value: Any) -> Complaints:
    """What of the limits this value of the right type breaks. Nothing of the value itself is repeated but a word."""
    if isinstance(value, str):
        return _of_text(limits, value)
    if isinstance(value, list):
        return _span(limits.items, len(value), "items") or _words(limits, value)
    if isinstance(value, int | float) and limits.value is not None:
        return _span(limits.value, value, "")
    return NONE


def _of_text(limits: Limits, text: str) -> Complaints:
    if limits.one_of and text not in limits.one_of:
        return (f": {text!r} is none of {sorted(limits.one_of)}",)
    if limits.pattern and not limits.pattern.fullmatch(text):
        return (f": not of the form {limits.pattern.pattern}",)
    if limits.bytes is not None:
        return _span(limits.bytes, len(text.encode("utf-8", "replace")), "bytes")
    return _span(limits.characters, len(text), "characters")


def _words(limits: Limits, words: list[Any]) -> Complaints:
    strange = [word for word in words if word not in limits.each] if limits.each else []
    return tuple(f": {word!r} is no update" for word in strange)


def _span(span: tuple[float, float] | None, number: float, unit: str) -> Complaints:
    if span is None or span[0] <= number <= span[1]:
        return NONE
    return (f": {number} {unit}".rstrip() + f", {span[0]} to {span[1]} are allowed",)
