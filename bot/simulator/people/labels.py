"""A phone shows a label on one line and cuts what does not fit. Buttons of a row share its width, so three of them have
room for about ten letters each.

Reckoned for a screen 360 dp wide, about as Telegram for Android lays it out (`ChatMessageCell`): a keyboard takes the
screen but for 17, with five between buttons and fifteen inside each, in type of 15. A letter is then about 8 wide, a
Chinese character or an emoji two letters. Widths are in such letters.
"""

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

_KEYBOARD, _BETWEEN, _INSIDE, _LETTER = 343, 5, 15, 8
_WIDE = frozenset("WF")
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")
DOTS = "…"
LEGIBLE = 6
"""Less than this much of a cut label says nothing."""


def room(in_row: int) -> int:
    """How many letters fit on one of so many buttons."""
    return int(((_KEYBOARD - _BETWEEN * (in_row - 1)) / in_row - _INSIDE) / _LETTER)


def width(text: str) -> int:
    """Letters' widths of a text; what is drawn over another character takes none."""
    return sum(_width(character) for character in text)


def shown(label: str, in_row: int) -> str:
    """The label as the phone shows it."""
    space = room(in_row)
    if width(label) <= space:
        return label
    kept, used = "", 0
    for character in label:
        used += _width(character)
        if used > space - 1:
            break
        kept += character
    return kept.rstrip() + DOTS


def _width(character: str) -> int:
    if character in _JOINERS or unicodedata.category(character) in {"Mn", "Me", "Cf"}:
        return 0
    return 2 if unicodedata.east_asian_width(character) in _WIDE else 1


@dataclass(frozen=True, slots=True)
class Cut:
    """A label that does not fit: among so many of its row, and what is left of it."""

    label: str
    in_row: int
    shown: str

    def __str__(self) -> str:
        return f"{self.label!r} of {self.in_row} in a row: {self.shown!r}"


@dataclass(slots=True)
class LabelBook:
    """Of all keyboards that the bot sent: labels that are `cut`, and of those the ones that lost what they say."""

    cut: Counter[Cut] = field(default_factory=Counter)
    lost: Counter[Cut] = field(default_factory=Counter)

    def note(self, rows: Sequence[Sequence[dict[str, Any]]]) -> None:
        """One keyboard was sent."""
        found = list(cuts(rows))
        if found:
            self.cut.update(found)
            self.lost.update(lost(found, rows))


def shown_labels(rows: Iterable[Sequence[dict[str, Any]]]) -> list[list[str]]:
    """A keyboard as the phone shows it."""
    return [[shown(str(button["text"]), len(row)) for button in row] for row in rows]


def cuts(rows: Iterable[Sequence[dict[str, Any]]]) -> Iterator[Cut]:
    """Labels of a keyboard that do not fit."""
    for row in rows:
        for button in row:
            label = str(button["text"])
            left = shown(label, len(row))
            if left != label:
                yield Cut(label, len(row), left)


def lost(found: Iterable[Cut], rows: Sequence[Sequence[dict[str, Any]]]) -> Iterator[Cut]:
    """Cut labels of a keyboard that look like another label of it now, or of which hardly anything is left."""
    seen = {(str(button["text"]), shown(str(button["text"]), len(row))) for row in rows for button in row}
    for one in found:
        alike = any(label != one.label and left == one.shown for label, left in seen)
        if alike or width(one.shown.removesuffix(DOTS)) < LEGIBLE:
            yield one
