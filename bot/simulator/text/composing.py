"""What people send, as fields of a message: a phone writes no HTML, it marks commands and links by itself."""

import struct
import zlib
from functools import cache
from typing import Any

from bot.simulator.files import FileStore
from bot.simulator.limits import content_of
from bot.simulator.people.chats import Document
from bot.simulator.text.entities import Formatted, trimmed, with_detected

Json = dict[str, Any]
PICTURE_WIDTH, PICTURE_HEIGHT = 96, 72
_OGG = b"OggS simulated voice"


def text_content(text: str, name: str = "text") -> Json:
    """Text or caption with the entities that Telegram finds."""
    return content_of(with_detected(trimmed(Formatted(text))), name)


def voice_content(files: FileStore, seconds: int) -> tuple[Json, Document]:
    """A voice message of so many seconds."""
    voice = Document("voice.ogg", _OGG, "audio/ogg")
    return {"voice": {**files.keep(voice), "duration": seconds, "mime_type": "audio/ogg"}}, voice


def photo_content(files: FileStore, caption: str | None, data: bytes | None = None) -> tuple[Json, Document]:
    """A photo in the two sizes that a bot may choose from."""
    photo = Document("photo.jpg", data or _picture(), "image/jpeg")
    sizes = [{**files.keep(photo), "width": side, "height": side} for side in (90, 800)]
    return {"photo": sizes, **text_content(caption or "", "caption")}, photo


@cache
def _picture() -> bytes:
    """A small picture to look at: a sky over a meadow, as PNG."""
    rows = [(120 + row, 170 + row // 2, 220) if row < 48 else (90, 200 - row, 80) for row in range(PICTURE_HEIGHT)]
    pixels = b"".join(b"\0" + bytes(colour) * PICTURE_WIDTH for colour in rows)
    header = struct.pack(">IIBBBBB", PICTURE_WIDTH, PICTURE_HEIGHT, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(pixels)), (b"IEND", b""))
    return b"\x89PNG\r\n\x1a\n" + b"".join(
        struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data)) for kind, data in chunks
    )


def document_content(files: FileStore, document: Document, caption: str | None) -> Json:
    """A file under the name that the sender gave it."""
    described = {**files.keep(document), "file_name": document.name, "mime_type": document.mime}
    return {"document": described, **text_content(caption or "", "caption")}


def contact_content(phone: str, first_name: str, user_id: int | None) -> Json:
    """A contact card; user_id is there only where the number is known to Telegram."""
    known = {"user_id": user_id} if user_id is not None else {}
    return {"contact": {"phone_number": phone, "first_name": first_name, **known}}


def location_content(latitude: float, longitude: float) -> Json:
    """A point on the map."""
    return {"location": {"latitude": latitude, "longitude": longitude}}
