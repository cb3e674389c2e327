"""JSON, form and multipart bodies and the query string all mean the same to Telegram; the body wins."""

import json
from typing import Any

from aiohttp.web_request import BaseRequest, FileField

from bot.simulator.errors import malformed
from bot.simulator.params import Params, Upload

_NO_FILES: dict[str, Upload] = {}


async def read_params(request: BaseRequest) -> Params:
    """The parameters of a call."""
    values: dict[str, Any] = dict(request.query) if request.query_string else {}
    kind = request.content_type
    if kind == "application/json":
        values.update(_json(await request.read()))
        return Params(values, _NO_FILES)
    files: dict[str, Upload] = {}
    if request.can_read_body:
        for name, value in (await request.post()).items():
            if isinstance(value, FileField):
                files[name] = Upload(value.filename, value.file.read(), value.content_type)
            else:
                values[name] = value if isinstance(value, str) else bytes(value).decode("utf-8", "replace")
    return Params(values, files, typed=False)


def _json(body: bytes) -> dict[str, Any]:
    if not body:
        return {}
    try:
        values = json.loads(body)
    except ValueError:
        raise malformed("can't parse request JSON object") from None
    if not isinstance(values, dict):
        raise malformed("can't parse request JSON object")
    return values
