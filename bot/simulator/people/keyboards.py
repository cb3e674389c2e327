"""Only inline keyboards come back in a Message; reply keyboards belong to the chat and stay until replaced."""

from dataclasses import dataclass, field
from typing import Any
from urllib.parse import urlsplit

from bot.simulator.errors import malformed
from bot.simulator.params import Params

MAX_BUTTONS = 100
MAX_IN_ROW = 8
MAX_DATA = 64
_ACTIONS = {
    "callback_data", "url", "web_app", "login_url", "switch_inline_query", "switch_inline_query_current_chat",
    "switch_inline_query_chosen_chat", "copy_text", "callback_game", "pay",
}  # fmt: skip
Button = dict[str, Any]
Rows = list[list[Button]]


@dataclass(frozen=True, slots=True)
class Markup:
    """What a message does with keyboards: its own inline one, or an order to the chat's reply keyboard."""

    inline: Rows = field(default_factory=list)
    order: dict[str, Any] | None = None


NONE = Markup()


def read_markup(params: Params) -> Markup:
    """The reply_markup of a call, checked."""
    if "reply_markup" not in params.values:
        return NONE
    given = params.structure("reply_markup", "reply keyboard markup")
    if given is None:
        return NONE
    if not isinstance(given, dict):
        raise malformed("object expected as reply markup")
    if "inline_keyboard" in given:
        return Markup(inline=_rows(given["inline_keyboard"], "inline_keyboard", _inline_button))
    return _order(given)


def _order(given: dict[str, Any]) -> Markup:
    if "keyboard" in given:
        rows = _rows(given["keyboard"], "keyboard", _reply_button)
        return Markup(order={**given, "keyboard": rows})
    if given.get("remove_keyboard") or given.get("force_reply"):
        return Markup(order=given)
    return NONE


def _rows(given: Any, name: str, read: Any) -> Rows:
    if not isinstance(given, list):
        raise malformed(f'can\'t parse reply keyboard markup JSON object: Field "{name}" must be of type Array')
    rows = []
    for row in given:
        if not isinstance(row, list):
            raise malformed("can't parse keyboard: Expected an Array of Array of keyboard buttons")
        if len(row) > MAX_IN_ROW:
            raise malformed("reply markup is too long")
        rows.append([read(button) for button in row])
    if sum(map(len, rows)) > MAX_BUTTONS:
        raise malformed("reply markup is too long")
    return [row for row in rows if row]


def _inline_button(given: Any) -> Button:
    if not isinstance(given, dict):
        raise malformed("can't parse inline keyboard button: Expected an Object")
    if not isinstance(given.get("text"), str):
        raise malformed("can't parse inline keyboard button: Can't find field \"text\"")
    if not given["text"].strip():
        raise malformed("inline keyboard button text must be non-empty")
    if not _ACTIONS & given.keys():
        raise malformed("text buttons are unallowed in the inline keyboard")
    if "callback_data" in given:
        _check_data(given["callback_data"])
    elif "url" in given:
        return {**given, "url": _checked_url(given["url"])}
    return given


def _check_data(data: Any) -> None:
    if not isinstance(data, str) or not 1 <= len(data.encode("utf-8", "replace")) <= MAX_DATA:
        raise malformed("BUTTON_DATA_INVALID")


def _checked_url(url: Any) -> str:
    text = str(url)
    parts = urlsplit(text if "://" in text or text.startswith("tg:") else f"http://{text}")
    if parts.scheme == "tg":
        return text
    host = parts.hostname or ""
    if parts.scheme not in {"http", "https"}:
        raise malformed(f"inline keyboard button URL '{text}' is invalid: Unsupported URL protocol")
    if not host:
        raise malformed(f"inline keyboard button URL '{text}' is invalid: URL host is empty")
    if "." not in host or " " in text:
        raise malformed(f"inline keyboard button URL '{text}' is invalid: Wrong HTTP URL")
    return parts.geturl()


def _reply_button(given: Any) -> Button:
    if isinstance(given, str):
        given = {"text": given}
    if not isinstance(given, dict) or not isinstance(given.get("text"), str):
        raise malformed("can't parse keyboard button: Can't find field \"text\"")
    if not given["text"].strip():
        raise malformed("keyboard button text must be non-empty")
    return given
