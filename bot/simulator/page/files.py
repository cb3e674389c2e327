"""Files of the page come from one folder, by name; files that people and the bot sent are never shown as a page."""

import hashlib
from functools import cache
from pathlib import Path
from urllib.parse import quote

from aiohttp import web

from bot.simulator.files import FileStore
from bot.simulator.page.bundle import bundle
from bot.simulator.page.guard import HEADERS

STATIC = Path(__file__).with_name("static")
STYLES = ("base", "frame", "phone", "bubble")  # later ones overrule
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript"}
FOREVER = "private, max-age=31536000, immutable"  # another content has another path
_PICTURES = {b"\x89PNG": "image/png", b"\xff\xd8\xff": "image/jpeg", b"GIF8": "image/gif"}


@cache
def static_files() -> dict[str, bytes]:
    """What the browser gets, by path: the page, and beside it a script and a style sheet that never change."""
    sources = {path.name: path.read_text(encoding="utf-8") for path in sorted(STATIC.iterdir())}
    made = {
        "page.js": bundle(sources, "main"),
        "page.css": "".join(sources[f"{name}.css"] for name in STYLES),
    }
    page, files = sources["index.html"], dict[str, bytes]()
    for name, text in made.items():
        version = hashlib.sha256(text.encode()).hexdigest()[:12]
        page = page.replace(f"/static/{name}", f"/static/{version}/{name}")
        files[f"{version}/{name}"] = text.encode()
    return {"index.html": page.encode(), **files}


def static_file(name: str) -> web.Response:
    """A file of the page; LookupError where there is none of this name."""
    body = static_files().get(name)
    if body is None:
        raise LookupError("no such file")
    headers = HEADERS if name == "index.html" else {**HEADERS, "Cache-Control": FOREVER}
    answer = web.Response(body=body, content_type=_TYPES[Path(name).suffix], charset="utf-8", headers=headers)
    answer.enable_compression()
    return answer


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
