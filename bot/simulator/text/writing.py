"""From entities back to HTML: what tests compare, so nesting is deterministic (longest first)."""

from collections.abc import Sequence
from html import escape
from typing import Any

_TAGS = {
    "bold": "b", "italic": "i", "underline": "u", "strikethrough": "s", "spoiler": "tg-spoiler",
    "code": "code", "pre": "pre", "blockquote": "blockquote",
}  # fmt: skip


def to_html(text: str, entities: Sequence[dict[str, Any]]) -> str:
    """The text as the bot could have sent it; entities found by Telegram itself leave no tag."""
    marks: list[tuple[int, int, int, str]] = []
    for order, entity in enumerate(entities):
        opening, closing = _tags(entity)
        if opening:
            start, end = entity["offset"], entity["offset"] + entity["length"]
            marks.append((start, 1, order, opening))
            marks.append((end, 0, -order, closing))
    return _woven(text.encode("utf-16-le", "surrogatepass"), sorted(marks))


def _woven(units: bytes, marks: list[tuple[int, int, int, str]]) -> str:
    parts, last = [], 0
    for offset, _, _, tag in marks:
        parts.append(_plain(units, last, offset))
        parts.append(tag)
        last = offset
    parts.append(_plain(units, last, len(units) // 2))
    return "".join(parts)


def _plain(units: bytes, start: int, end: int) -> str:
    return escape(units[start * 2 : end * 2].decode("utf-16-le", "surrogatepass"), quote=False)


def _tags(entity: dict[str, Any]) -> tuple[str, str]:
    kind = entity["type"]
    if kind == "text_link":
        return f'<a href="{escape(entity["url"])}">', "</a>"
    if kind == "expandable_blockquote":
        return "<blockquote expandable>", "</blockquote>"
    if kind == "date_time":
        style = f' format="{entity["date_time_format"]}"' if "date_time_format" in entity else ""
        return f'<tg-time unix="{entity["unix_time"]}"{style}>', "</tg-time>"
    tag = _TAGS.get(kind)
    return (f"<{tag}>", f"</{tag}>") if tag else ("", "")
