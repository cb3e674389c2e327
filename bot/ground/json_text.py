"""JSON, fast where it is ordinary. What is not (a lone surrogate, a number without end) is left to Python's own.

Both say the same of whatever both take: a test holds them to that.
"""

import json
from typing import Any

import msgspec

# Every digit as 0, and whatever a number may stand behind as a colon: then four short texts tell of long numbers.
ALIKE = bytes(
    ord("0") if byte in b"0123456789" else ord(":") if byte in b":,[ \t\n\r\v\f" else byte for byte in range(256)
)
LONG = b"0" * 16, b"-" + b"0" * 16
BEHIND = b":" + LONG[0], b":" + LONG[1]
encode = msgspec.json.Encoder().encode
decode = msgspec.json.Decoder().decode


class NotOrdinary(ValueError):
    """Python's reader should look at it."""


def written(value: Any) -> str:
    """Without a space, every letter as it is. Raises TypeError, ValueError, RecursionError; so NaN and Infinity do."""
    try:
        raw = encode(value)
    except (TypeError, ValueError, OverflowError, RecursionError):
        return slowly_written(value)
    return slowly_written(value) if b"null" in raw else raw.decode()  # as which NaN would be written


def slowly_written(value: Any) -> str:
    return json.dumps(value, ensure_ascii=False, allow_nan=False, separators=(",", ":"))


def has_long_number(raw: bytes) -> bool:
    """Of sixteen digits or more; also where one stands within a text: that only costs time."""
    alike = raw.translate(ALIKE)
    return BEHIND[0] in alike or BEHIND[1] in alike or alike.startswith(LONG)


def quickly_read(text: str | bytes) -> Any:
    """Raises NotOrdinary for whatever is not plain JSON, and for numbers of more than fifteen digits."""
    try:
        raw = text.encode() if isinstance(text, str) else text
        if not has_long_number(raw):
            return decode(raw)
    except (msgspec.DecodeError, ValueError, RecursionError) as error:
        raise NotOrdinary from error
    raise NotOrdinary
