"""Files of the page come from one folder, by name; files that people and the bot sent are never shown as a page."""

from functools import cache
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.simulator.files import FileStore
from bot.simulator.page_guard import HEADERS

STATIC = Path(__file__).with_name("static")
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".json": "application/json"}
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


@cache
def static_files() -> dict[str, tuple[bytes, str]]:
    """The files of the page with their types, read once."""
    return {path.name: (path.read_bytes(), _TYPES[path.suffix]) for path in STATIC.iterdir() if path.suffix in _TYPES}


def static_file(name: str) -> web.Response:
    """A file of the page; LookupError where there is none of this name."""
    if name not in static_files():
        raise LookupError("no such file")
    body, kind = static_files()[name]
    return web.Response(body=body, content_type=kind, charset="utf-8", headers=HEADERS)


def kept_file(files: FileStore, file_id: str) -> web.Response:
    """A file of a message: pictures to look at, everything else to save."""
    document = files.find(file_id)
    if document is None:
        raise LookupError("no such file")
    picture = next((mime for magic, mime in _PICTURES.items() if document.data.startswith(magic)), None)
    kind = "inline" if picture else "attachment"
    disposition = f"{kind}; filename*=UTF-8''{quote(document.name, safe='')}"
    return web.Response(
        body=document.data,
        content_type=picture or "application/octet-stream",
        headers={
            **HEADERS,
            "Content-Disposition": disposition,
            "Content-Security-Policy": "sandbox; default-src 'none'",
        },
    )
