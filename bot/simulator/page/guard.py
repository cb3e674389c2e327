"""The page is for the person at this computer: other origins may neither write nor read, whatever name they resolve to.

A page on another site can make a browser send requests here; it cannot forge Sec-Fetch-Site, Origin or Host.
"""

import base64
import hmac
from urllib.parse import urlsplit

from aiohttp import web
from aiohttp.web_request import BaseRequest

_LOCAL = {"127.0.0.1", "localhost", "::1"}
HEADERS = {
    "Content-Security-Policy": (
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
        "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
    ),
    "X-Content-Type-Options": "nosniff",
    "Referrer-Policy": "no-referrer",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-cache",
}


def refuse(status: int, words: str, **headers: str) -> web.Response:
    """A short refusal with the page's own headers."""
    return web.Response(status=status, text=words, headers={**HEADERS, **headers})


class Guard:
    """Who may use the page. Without a password only local names are served."""

    def __init__(self, password: str | None) -> None:
        self._password = password

    def refusal(self, request: BaseRequest) -> web.Response | None:
        """Why this request is turned away; None where it is welcome."""
        host = urlsplit(f"//{request.headers.get('Host', '')}").hostname or ""
        if self._password is None and host not in _LOCAL:
            return refuse(403, "This page is served to this computer only.")
        if self._password is not None and not self._knows_password(request):
            return refuse(401, "A password is needed.", **{"WWW-Authenticate": 'Basic realm="liandong demo"'})
        if is_foreign(request):
            return refuse(403, "Requests from other sites are refused.")
        if request.method == "POST" and request.content_type != "application/json":
            return refuse(415, "Writes are JSON.")
        return None

    def _knows_password(self, request: BaseRequest) -> bool:
        kind, _, given = request.headers.get("Authorization", "").partition(" ")
        if kind.lower() != "basic":
            return False
        try:
            _, _, password = base64.b64decode(given).decode().partition(":")
        except ValueError:
            return False
        return hmac.compare_digest(password.encode(), (self._password or "").encode())


def is_foreign(request: BaseRequest) -> bool:
    """Whether a browser sends this for another site. Opening the page from a link elsewhere is fine."""
    site = request.headers.get("Sec-Fetch-Site")
    if site is not None:
        opens = request.method == "GET" and request.headers.get("Sec-Fetch-Mode") == "navigate" and request.path == "/"
        return site not in {"same-origin", "none"} and not opens
    origin = request.headers.get("Origin")
    return origin is not None and origin != f"{request.scheme}://{request.headers.get('Host', '')}"
