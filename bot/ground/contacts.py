"""A contact without its number, for whoever may keep none; also one in a reply, a pin or a forwarded message."""

import json
from typing import Any

NUMBERS = ("phone_number", "vcard")
"""A card may repeat the number, and add others. Only Telegram's own contact, payment and passport data have these."""


def without_numbers(raw: str) -> str:
    """The same JSON; ``phone_number`` stays, empty, for a contact without one is none. What was odd stays odd."""
    if not any(f'"{name}"' in raw for name in NUMBERS):
        return raw
    update = json.loads(raw)
    waiting: list[Any] = [update]
    while waiting:
        one = waiting.pop()
        if isinstance(one, dict):
            one.update({name: "" if isinstance(one[name], str) else None for name in NUMBERS if name in one})
            waiting += one.values()
        elif isinstance(one, list):
            waiting += one
    return json.dumps(update, ensure_ascii=False, separators=(",", ":"))
