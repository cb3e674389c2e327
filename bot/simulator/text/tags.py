"""Tags of Telegram's HTML, as strict as td reads them: one unknown tag or a missing quote refuses the whole message."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.errors import ApiError, malformed
from bot.simulator.text.references import byte_offset, decode_reference

_BLANK = " \t\r\n\0\v"
_TYPES = {
    "b": "bold", "strong": "bold", "i": "italic", "em": "italic", "u": "underline", "ins": "underline",
    "s": "strikethrough", "strike": "strikethrough", "del": "strikethrough", "tg-spoiler": "spoiler",
    "span": "spoiler", "code": "code", "pre": "pre",
}  # fmt: skip
_SUPPORTED = {*_TYPES, "a", "blockquote", "tg-emoji", "tg-time"}


@dataclass(slots=True)
class OpenTag:
    """A tag that waits for its end; `part` is where its text begins among the parts read so far."""

    name: str
    attributes: dict[str, str]
    offset: int
    part: int


def read_start_tag(source: str, begin: int, offset: int, part: int) -> tuple[OpenTag, int]:
    """The tag at `begin` and the place after its `>`."""
    position = _skip(source, begin + 1, stop=_BLANK + ">")
    if source[position] == "\0":
        raise _fault(source, begin, "Unclosed start tag at byte offset {}")
    name = source[begin + 1 : position].lower()
    if name not in _SUPPORTED:
        raise _fault(source, begin, f'Unsupported start tag "{name}" at byte offset {{}}')
    attributes, position = _read_attributes(source, begin, position, name)
    if name == "span" and attributes.get("class") != "tg-spoiler":
        raise _fault(source, begin, 'Tag "span" must have class "tg-spoiler" at byte offset {}')
    return OpenTag(name, attributes, offset, part), position + 1


def read_end_tag(source: str, begin: int, expected: str | None) -> int:
    """The place after the end tag, which must close `expected`."""
    if expected is None:
        raise _fault(source, begin, "Unexpected end tag at byte offset {}")
    position = _skip(source, begin + 2, stop=_BLANK + ">")
    found = source[begin + 2 : position].lower()
    position = _skip_blank(source, position)
    if source[position] != ">":
        raise _fault(source, begin, "Unclosed end tag at byte offset {}")
    if found and found != expected:
        words = f'Unmatched end tag at byte offset {{}}, expected "</{expected}>", found "</{found}>"'
        raise _fault(source, begin, words)
    return position + 1


def entity_of(tag: OpenTag, text: str) -> dict[str, Any] | None:
    """What the closed tag makes of its text; None where Telegram silently drops it (a link to nowhere)."""
    if tag.name == "a":
        url = tag.attributes.get("href") or text
        return _link(url)
    if tag.name == "blockquote":
        return {"type": "expandable_blockquote" if "expandable" in tag.attributes else "blockquote"}
    if tag.name == "tg-emoji":
        return {"type": "custom_emoji", "custom_emoji_id": tag.attributes.get("emoji-id", "")}
    if tag.name == "tg-time":
        return _time(tag)
    language = tag.attributes.get("class", "").removeprefix("language-") if tag.name in {"code", "pre"} else ""
    return {"type": _TYPES[tag.name], **({"language": language} if tag.name == "pre" and language else {})}


def _link(url: str) -> dict[str, Any] | None:
    parts = urlsplit(url if "://" in url or url.startswith("tg:") else f"http://{url}")
    if parts.scheme not in {"http", "https", "tg", "ton", "tonsite"} or not (parts.netloc or parts.path):
        return None
    if parts.scheme in {"http", "https"} and "." not in parts.netloc and not parts.netloc.startswith("localhost"):
        return None
    return {"type": "text_link", "url": parts.geturl() if parts.path or parts.scheme == "tg" else parts.geturl() + "/"}


def _time(tag: OpenTag) -> dict[str, Any] | None:
    unix = tag.attributes.get("unix", "")
    if not unix.isdigit():
        return None
    style = tag.attributes.get("format", "")
    return {"type": "date_time", "unix_time": int(unix), **({"date_time_format": style} if style else {})}


def _read_attributes(source: str, begin: int, position: int, tag: str) -> tuple[dict[str, str], int]:
    attributes: dict[str, str] = {}
    while source[position] != ">":
        position = _skip_blank(source, position)
        if source[position] == ">":
            break
        start = position
        position = _skip(source, position, stop=_BLANK + "=>/\"'")
        name = source[start:position]
        if not name:
            raise _fault(source, begin, f'Empty attribute name in the tag "{tag}" at byte offset {{}}')
        position = _skip_blank(source, position)
        if source[position] != "=":
            _check_end(source, begin, position, tag)
            attributes[name] = ""
            continue
        attributes[name], position = _read_value(source, begin, position + 1, tag)
    return attributes, position


def _read_value(source: str, begin: int, position: int, tag: str) -> tuple[str, int]:
    position = _skip_blank(source, position)
    _check_end(source, begin, position, tag)
    if source[position] in "\"'":
        return _read_quoted(source, begin, position, tag)
    start = position
    while source[position].isascii() and (source[position].isalnum() or source[position] in ".-"):
        position += 1
    if source[position] not in _BLANK + ">":
        raise _fault(source, start, "Unexpected end of name token at byte offset {}")
    return source[start:position].lower(), position


def _read_quoted(source: str, begin: int, position: int, tag: str) -> tuple[str, int]:
    quote, position, value = source[position], position + 1, ""
    while source[position] not in (quote, "\0"):
        character, after = decode_reference(source, position) if source[position] == "&" else ("", position)
        value += character or source[position]
        position = after if character else position + 1
    position += source[position] == quote
    _check_end(source, begin, position, tag)
    return value, position


def _check_end(source: str, begin: int, position: int, tag: str) -> None:
    if source[position] == "\0":
        raise _fault(source, begin, f'Unclosed start tag "{tag}" at byte offset {{}}')


def _skip(source: str, position: int, *, stop: str) -> int:
    while source[position] not in stop:
        position += 1
    return position


def _skip_blank(source: str, position: int) -> int:
    while source[position] in " \t\r\n\v":
        position += 1
    return position


def _fault(source: str, position: int, words: str) -> ApiError:
    return malformed("can't parse entities: " + words.format(byte_offset(source, position)))
