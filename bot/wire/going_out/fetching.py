"""A file that somebody sent: getFile says where it lies for an hour, and there it is fetched. It is never stored."""

import json

from bot.ground.json_text import written
from bot.wire.going_out.client import Client, NoAnswer, NotSent

OK = 200
FINAL = frozenset({OK, 400, 403, 404})
"""Anything else may be otherwise in a while."""


class NotFetched(Exception):
    """Not just now: Telegram is away, or asks to wait."""


async def fetched(client: Client, file_id: str) -> bytes | None:
    """None where Telegram does not give it: too large, or gone. Raises NotFetched."""
    try:
        status, answer = await client.post("getFile", written({"file_id": file_id}).encode())
        path = path_in(answer) if status == OK else None
        if path is not None:
            status, answer = await client.fetch(path)
    except (NotSent, NoAnswer):
        raise NotFetched from None
    if status not in FINAL:
        raise NotFetched
    return answer if path is not None and status == OK else None


def path_in(answer: bytes) -> str | None:
    """Of the answer to getFile, such as ``documents/file_5.xlsx``; None for anything that does not look like it."""
    try:
        path = json.loads(answer)["result"]["file_path"]
    except (ValueError, KeyError, TypeError):
        return None
    plain = isinstance(path, str) and path.isascii() and path.isprintable() and ".." not in path and ":" not in path
    return path if plain else None
