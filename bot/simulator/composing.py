"""What people send, as fields of a message: a phone writes no HTML, it marks commands and links by itself."""

from typing import Any

from bot.simulator.chats import Document
from bot.simulator.entities import Formatted, trimmed, with_detected
from bot.simulator.files import FileStore
from bot.simulator.limits import content_of

Json = dict[str, Any]
_JPEG = b"\xff\xd8\xff\xe0simulated photo\xff\xd9"
_OGG = b"OggS simulated voice"


def text_content(text: str, name: str = "text") -> Json:
    """Text or caption with the entities that Telegram finds."""
    return content_of(with_detected(trimmed(Formatted(text))), name)


def voice_content(files: FileStore, seconds: int) -> tuple[Json, Document]:
    """A voice message of so many seconds."""
    voice = Document("voice.ogg", _OGG, "audio/ogg")
    return {"voice": {**files.keep(voice), "duration": seconds, "mime_type": "audio/ogg"}}, voice


def photo_content(files: FileStore, caption: str | None, data: bytes = _JPEG) -> tuple[Json, Document]:
    """A photo in the two sizes that a bot may choose from."""
    photo = Document("photo.jpg", data, "image/jpeg")
    sizes = [{**files.keep(photo), "width": side, "height": side} for side in (90, 800)]
    return {"photo": sizes, **text_content(caption or "", "caption")}, photo


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
