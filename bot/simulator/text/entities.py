"""Offsets of entities count UTF-16 units, offsets in error words count UTF-8 bytes, limits count code points.

The strict reading of parse_mode HTML follows `do_parse_html` of td's MessageEntity.cpp, quirks included:
the end of the text counts as blank, `</>` closes whatever is open, an unknown `&name` stays as typed.
"""

import re
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import malformed
from bot.simulator.text.detection import detect
from bot.simulator.text.references import decode_reference, utf16
from bot.simulator.text.tags import OpenTag, entity_of, read_end_tag, read_start_tag

Entity = dict[str, Any]
_SPECIAL = re.compile("[<&]")


@dataclass(frozen=True, slots=True)
class Formatted:
    """Text as people read it, with its entities in order."""

    text: str
    entities: list[Entity] = field(default_factory=list)


def parse_html(source: str) -> Formatted:
    """Read Telegram's HTML; a fault is the 400 that Telegram would answer, with its byte offset."""
    if not _SPECIAL.search(source):
        return Formatted(source)
    reader = _Reader(source + "\0")
    reader.read_all()
    return Formatted("".join(reader.parts), sorted(reader.entities, key=_order))


def trimmed(formatted: Formatted) -> Formatted:
    """Leading and trailing blanks go, as Telegram does, and the entities move with the text."""
    text = formatted.text.rstrip()
    lead = len(text) - len(text.lstrip())
    shift = utf16(text[:lead])
    text = text[lead:]
    if text == formatted.text:
        return formatted
    length = utf16(text)
    moved = (_moved(entity, shift, length) for entity in formatted.entities)
    return Formatted(text, [entity for entity in moved if entity["length"] > 0])


def with_detected(formatted: Formatted) -> Formatted:
    """Add what Telegram finds by itself: commands, mentions, hashtags, links, addresses; not inside code and links."""
    found = detect(formatted.text)
    taken = [entity for entity in formatted.entities if entity["type"] in {"code", "pre", "text_link"}]
    added = [entity for entity in found if not any(_overlap(entity, other) for other in taken)]
    if not added:
        return formatted
    return Formatted(formatted.text, sorted([*formatted.entities, *added], key=_order))


def _order(entity: Entity) -> tuple[int, int]:
    return entity["offset"], -entity["length"]


def _overlap(one: Entity, other: Entity) -> bool:
    return bool(one["offset"] < other["offset"] + other["length"] and other["offset"] < one["offset"] + one["length"])


def _moved(entity: Entity, shift: int, length: int) -> Entity:
    start = max(0, entity["offset"] - shift)
    end = min(length, entity["offset"] + entity["length"] - shift)
    return {**entity, "offset": start, "length": end - start}


class _Reader:
    def __init__(self, source: str) -> None:
        self.source = source
        self.position = 0
        self.length = 0
        self.parts: list[str] = []
        self.entities: list[Entity] = []
        self.open: list[OpenTag] = []

    def read_all(self) -> None:
        end = len(self.source) - 1
        while self.position < end:
            self._read_plain(end)
            if self.position >= end:
                break
            if self.source[self.position] == "&":
                self._read_reference()
            elif self.source[self.position + 1] == "/":
                self._close()
            else:
                tag, self.position = read_start_tag(self.source, self.position, self.length, len(self.parts))
                self.open.append(tag)
        if self.open:
            raise malformed(
                f"can't parse entities: Can't find end tag corresponding to start tag \"{self.open[-1].name}\""
            )

    def _append(self, text: str) -> None:
        self.parts.append(text)
        self.length += utf16(text)

    def _read_plain(self, end: int) -> None:
        match = _SPECIAL.search(self.source, self.position, end)
        stop = match.start() if match else end
        if stop > self.position:
            self._append(self.source[self.position : stop])
        self.position = stop

    def _read_reference(self) -> None:
        character, after = decode_reference(self.source, self.position)
        self._append(character or "&")
        self.position = after if character else self.position + 1

    def _close(self) -> None:
        expected = self.open[-1].name if self.open else None
        after = read_end_tag(self.source, self.position, expected)
        tag = self.open.pop()
        self.position = after
        if self.length > tag.offset:
            entity = entity_of(tag, "".join(self.parts[tag.part :]))
            if entity is not None:
                self.entities.append({**entity, "offset": tag.offset, "length": self.length - tag.offset})
