"""A character reference needs no semicolon, and an unknown one stays as typed (td, decode_html_entity)."""

import re

_NAMED = {"lt": "<", "gt": ">", "amp": "&", "quot": '"'}
_HEX = re.compile("[0-9a-fA-F]*")
_DECIMAL = re.compile("[0-9]*")
_NAME = re.compile("[a-zA-Z]*")


def utf16(text: str) -> int:
    """Length in UTF-16 units, the unit of entity offsets."""
    return len(text) if text.isascii() else len(text) + sum(1 for character in text if character > "\uffff")


def byte_offset(text: str, position: int) -> int:
    """The place as Telegram's error words name it."""
    return len(text[:position].encode("utf-8", "surrogatepass"))


def decode_reference(source: str, position: int) -> tuple[str, int]:
    """The character at `&…` and the place after it; an empty character where it is no reference."""
    if source[position + 1] == "#":
        character, end = _numeric(source, position)
    else:
        match = _NAME.match(source, position + 1)
        end = match.end() if match else position + 1
        character = _NAMED.get(source[position + 1 : end], "")
    if not character:
        return "", position
    return character, end + 1 if source[end] == ";" else end


def _numeric(source: str, position: int) -> tuple[str, int]:
    is_hex = source[position + 2] == "x"
    start = position + 3 if is_hex else position + 2
    match = (_HEX if is_hex else _DECIMAL).match(source, start)
    end = match.end() if match else start
    value = int(source[start:end], 16 if is_hex else 10) if start < end <= position + 10 else 0
    if value == 0 or value >= 0x10FFFF or end - position >= 10 or 0xD800 <= value <= 0xDFFF:
        return "", position
    return chr(value), end
