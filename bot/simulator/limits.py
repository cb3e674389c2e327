"""Text and captions are counted in code points, after entities are parsed; button data in bytes."""

from typing import Any

from bot.simulator.errors import malformed
from bot.simulator.params import Params
from bot.simulator.text.entities import Formatted, parse_html, trimmed, with_detected

MAX_TEXT = 4096
MAX_CAPTION = 1024
MAX_UPLOAD = 50 * 1024 * 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
MAX_ANSWER = 200


def read_text(params: Params) -> Formatted:
    """The text of a message, parsed and checked."""
    if not params.text("text"):
        raise malformed("message text is empty")
    formatted = _formatted(params, "text", "entities")
    if not formatted.text:
        raise malformed("text must be non-empty")
    if len(formatted.text) > MAX_TEXT:
        raise malformed("message is too long")
    return formatted


def read_caption(params: Params) -> Formatted:
    """A caption, parsed and checked; it may be empty."""
    formatted = _formatted(params, "caption", "caption_entities")
    if len(formatted.text) > MAX_CAPTION:
        raise malformed("message caption is too long")
    return formatted


def _formatted(params: Params, name: str, entities_name: str) -> Formatted:
    source = params.text(name).replace("\0", "").replace("\r", "")
    mode = params.text("parse_mode").lower()
    if mode == "html":
        formatted = parse_html(source)
    elif mode in {"", "none"}:
        entities = params.structure(entities_name, "message entities") or []
        formatted = Formatted(source, [dict(entity) for entity in entities])
    else:
        # MarkdownV2 exists on Telegram; liandong and everything tried here speaks HTML, so the other modes are refused.
        raise malformed("unsupported parse_mode")
    return with_detected(trimmed(formatted))


def content_of(formatted: Formatted, name: str) -> dict[str, Any]:
    """The fields of a message that carry this text; `name` is text or caption."""
    if not formatted.text:
        return {}
    entities_name = "entities" if name == "text" else "caption_entities"
    return {name: formatted.text, **({entities_name: formatted.entities} if formatted.entities else {})}
