"""Telegram marks commands, mentions and links by itself: a bot learns of `/start` from an entity, not from the text."""

import re
from typing import Any

from bot.simulator.text.references import utf16

_QUICK = re.compile(r"[/@#.]")
_PATTERN = re.compile(
    r"(?P<url>https?://[^\s<>\"]+[^\s<>\".,;:!?）)。，])"
    r"|(?P<email>[A-Za-z0-9._%+-]+@[A-Za-z0-9-]+(?:\.[A-Za-z0-9-]+)+)"
    r"|(?P<bare>(?<![\w@/.-])(?:t\.me|telegram\.me|www\.[\w-]+\.\w+)(?:/[^\s<>\"，。]*[^\s<>\".,;:!?）)。，])?)"
    r"|(?P<bot_command>(?<![\w/@<>])/[A-Za-z0-9_]{1,64}(?:@[A-Za-z0-9_]{3,32})?(?![\w/]))"
    r"|(?P<mention>(?<![\w@])@[A-Za-z0-9_]{3,32}(?!\w))"
    r"|(?P<hashtag>(?<!\w)#[\w·]*[^\W\d_][\w·]*)"
)


def detect(text: str) -> list[dict[str, Any]]:
    """Entities that Telegram's own scan adds, in order."""
    if not _QUICK.search(text):
        return []
    return [_entity(text, match) for match in _PATTERN.finditer(text)]


def _entity(text: str, match: re.Match[str]) -> dict[str, Any]:
    kind = match.lastgroup or "url"
    return {
        "type": "url" if kind == "bare" else kind,
        "offset": utf16(text[: match.start()]),
        "length": utf16(match.group()),
    }
