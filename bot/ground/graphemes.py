"""What people see as one character may be many code points; cutting between them shows broken emoji.

A simple approximation of Unicode's extended grapheme clusters (UAX 29): marks, selectors, skin tones, joined emoji,
flags. All limits are in code points, as Telegram's are.
"""

import re
import unicodedata
from collections.abc import Iterator

MESSAGE_LIMIT = 4096
"""Code points of a message after its entities are parsed (Bot API, sendMessage)."""

_JOINER = "\u200d"
_TOKEN = re.compile(r"</?[a-zA-Z][^<>]*>|&(?:#\d{1,7}|#x[0-9a-fA-F]{1,6}|\w{1,10});|[^<&]+|.", re.DOTALL)
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9-]*)[^<>]*>")


def clusters(text: str) -> Iterator[str]:
    """The graphemes of the text, in order; joined they are the text."""
    start, flags = 0, 0
    for index in range(1, len(text)):
        flags = flags + 1 if _is_flag_half(text[index - 1]) else 0
        second_half = flags % 2 == 1 and _is_flag_half(text[index])
        if not (second_half or text[index - 1] == _JOINER or _extends(text[index])):
            yield text[start:index]
            start = index
    if text:
        yield text[start:]


def cut(text: str, limit: int) -> str:
    """The text, or as many whole graphemes as fit before an ellipsis: never over `limit` code points."""
    if len(text) <= limit:
        return text
    kept = ""
    for cluster in clusters(text[:limit]):
        if len(kept) + len(cluster) >= limit:
            break
        kept += cluster
    return f"{kept.rstrip()}…"


def split_html(html: str, limit: int = MESSAGE_LIMIT) -> list[str]:
    """Pieces of at most `limit` visible code points, each with its own tags closed and opened again.

    Splits at the last new line of the second half, else at its last blank, else between graphemes; never inside a tag
    or an entity. Pieces without anything to see are left out.
    """
    units = list(_units(html))
    pieces, opened, start = [], "", 0
    for end in (*_ends(units, limit), len(units)):
        raw = opened + "".join(units[start:end])
        tags = _open_tags(raw)
        pieces.append(raw.strip() + "".join(f"</{name}>" for name, _ in reversed(tags)))
        opened, start = "".join(tag for _, tag in tags), end
    return [piece for piece in pieces if _TAG.sub("", piece).strip()]


def _units(html: str) -> Iterator[str]:
    for token in _TOKEN.findall(html):
        if token[0] in "<&":
            yield token
        else:
            yield from clusters(token)


def _ends(units: list[str], limit: int) -> Iterator[int]:
    """The unit numbers before which a new piece begins."""
    used, breaks = 0, {"\n": (0, 0), " ": (0, 0)}
    for number, unit in enumerate(units):
        size = _visible(unit)
        if unit in breaks:
            breaks[unit] = (number, used)
        if used + size > limit and used:
            fitting = (place for place in breaks.values() if place[1] > limit // 2)
            end, used_until = next(fitting, (number, used))
            yield end
            used -= used_until
            breaks = {"\n": (0, 0), " ": (0, 0)}
        used += size


def _visible(unit: str) -> int:
    if _TAG.fullmatch(unit):
        return 0
    return 1 if unit[0] == "&" else len(unit)


def _open_tags(html: str) -> list[tuple[str, str]]:
    tags: list[tuple[str, str]] = []
    for match in _TAG.finditer(html):
        if not match[1]:
            tags.append((match[2], match[0]))
        elif tags and tags[-1][0] == match[2]:
            tags.pop()
    return tags


def _is_flag_half(char: str) -> bool:
    return "\U0001f1e6" <= char <= "\U0001f1ff"


def _extends(char: str) -> bool:
    if char < "\u0300":
        return False
    return (
        char == _JOINER
        or "\U0001f3fb" <= char <= "\U0001f3ff"
        or "\U000e0020" <= char <= "\U000e01ef"
        or (unicodedata.category(char)[0] == "M")
    )
