"""Invisible characters can be part of what people mean: joiners and selectors inside emoji stay, all others go.

`line` and `lines` are for what is kept, `folded` for what is read as a number, a date or a keyword and then dropped.
"""

import re
import unicodedata

from bot.ground.graphemes import cut
from bot.ground.refusals import EmptyText, TextTooLong

CEILING = 16_384
"""Code points looked at, far over every limit of a field: what is longer is too long whatever follows."""
MARKS_PER_BASE = 3
"""Thai and Vietnamese stack two; more is decoration that spills over the lines around it."""

_INVISIBLE = re.compile(
    "[\ud800-\udfff"  # lone surrogates: cannot be stored as UTF-8
    "\x00-\x08\x0e-\x1f\x7f-\x84\x86-\x9f"  # controls, NUL among them
    "\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180f"  # soft hyphen, Hangul fillers, script selectors
    "\u200b\u200c\u200e\u200f\u202a-\u202e\u2060-\u206f"  # zero-width and bidirectional controls
    "\u2800\u3164\uffa0\ufeff\ufff0-\uffff"  # blanks that are letters, byte order mark, placeholders
    "\U0001d159\U0001d173-\U0001d17a\U000e0000-\U000e001f\U000e0080-\U000e00ff]"
)
_EMOJI = (
    "\u00a9\u00ae\u203c\u2049\u2122\u2139\u2190-\u21ff\u2300-\u23ff\u24c2\u25a0-\u27bf\u2900-\u297f"
    "\u2b00-\u2bff\u3030\u303d\u3297\u3299\U0001f000-\U0001faff"
)
HAN = "\u3400-\u9fff\uf900-\ufaff\U00020000-\U0003ffff"
_LOOSE = tuple(
    re.compile(loose)
    for loose in (
        f"(?<![{_EMOJI}\ufe0f])\u200d|\u200d(?![{_EMOJI}])",  # a joiner joins two emoji
        "(?<![\U0001f3f4\U000e0020-\U000e007f])[\U000e0020-\U000e007f]+",  # tags belong to a black flag
        f"(?<![{_EMOJI}0-9#*])[\ufe0e\ufe0f]",  # emoji style, or a keycap's
        f"(?<![{HAN}])[\ufe00-\ufe0d\U000e0100-\U000e01ef]",  # a variant of a Han character
    )
)
_NEW_LINE = re.compile("\r\n|[\n\r\x0b\x0c\x85\u2028\u2029]")
_BLANKS = re.compile(r"[^\S\n]+")
_EMPTY_LINES = re.compile(r"\n{3,}")


def clean_lines(text: str) -> str:
    """NFC, without what nobody sees; blanks joined, lines trimmed, at most one empty line in a row. May be empty."""
    text = text[:CEILING]
    while (cleaned := _cleaned_once(text)) != text:
        text = cleaned
    return text


def clean_line(text: str) -> str:
    """As `clean_lines`, on a single line. May be empty."""
    return clean_lines(text).replace("\n\n", " ").replace("\n", " ")


def lines(field: str, text: str, limit: int) -> str:
    """Cleaned text of at most `limit` code points. Raises EmptyText, TextTooLong."""
    return _within(field, clean_lines(text), limit)


def line(field: str, text: str, limit: int) -> str:
    """Cleaned text on one line, at most `limit` code points. Raises EmptyText, TextTooLong."""
    return _within(field, clean_line(text), limit)


def folded(text: str) -> str:
    """For reading only: full-width forms and every script's digits as ASCII, lower case, single blanks."""
    return clean_line("".join(map(_ascii_digit, unicodedata.normalize("NFKC", clean_line(text)).casefold())))


def quoted(text: str) -> str:
    """What was typed, short enough to be shown again in a refusal."""
    return cut(clean_line(text), 64)


def _within(field: str, text: str, limit: int) -> str:
    if not text:
        raise EmptyText(field=field)
    if len(text) > limit:
        raise TextTooLong(field=field, length=len(text), limit=limit)
    return text


def _ascii_digit(char: str) -> str:
    return str(unicodedata.decimal(char)) if char.isdecimal() else char


def _cleaned_once(text: str) -> str:
    text = unicodedata.normalize("NFC", _INVISIBLE.sub("", _NEW_LINE.sub("\n", text)))
    for loose in _LOOSE:
        text = loose.sub("", text)
    if not text.isascii():
        text = _marks_capped(text)
    text = "\n".join(one.strip() for one in _BLANKS.sub(" ", text).split("\n"))
    return _EMPTY_LINES.sub("\n\n", text).strip()


def _marks_capped(text: str) -> str:
    kept: list[str] = []
    marks = MARKS_PER_BASE  # a mark at the very beginning has no base
    for char in text:
        is_mark = unicodedata.category(char) in {"Mn", "Me"}
        marks = marks + 1 if is_mark else MARKS_PER_BASE if char.isspace() else 0
        if not is_mark or marks <= MARKS_PER_BASE:
            kept.append(char)
    return "".join(kept)
