"""A file_id stands for the bytes for ever: what was sent once can be sent again by its id, by anybody who knows it."""

import base64
from typing import Any

from bot.simulator.errors import ApiError, bad_request, malformed
from bot.simulator.limits import MAX_DOWNLOAD, MAX_UPLOAD
from bot.simulator.params import Upload
from bot.simulator.people.chats import Document


class FileStore:
    """Every file that went through the simulator."""

    def __init__(self) -> None:
        self._files: dict[str, Document] = {}
        self._told: set[str] = set()

    def keep(self, document: Document) -> dict[str, Any]:
        """Store it; the fields that every kind of file shares in the API."""
        number = len(self._files) + 1
        file_id = f"SIMFILE{number:08d}"
        self._files[file_id] = document
        return {"file_id": file_id, "file_unique_id": f"U{number:08d}", "file_size": len(document.data)}

    def find(self, file_id: str) -> Document | None:
        """The file behind an id."""
        return self._files.get(file_id)

    def kept(self) -> dict[str, list[str]]:
        """Every file as JSON, its bytes in base64."""
        return {key: [d.name, d.mime, base64.b64encode(d.data).decode()] for key, d in self._files.items()}

    def recall(self, found: dict[str, list[str]]) -> None:
        """The files that were kept."""
        self._files = {key: Document(name, base64.b64decode(data), mime) for key, (name, mime, data) in found.items()}

    def by_path(self, path: str) -> Document | None:
        """The file behind a file_path of getFile; no other path leads anywhere."""
        return self._files.get(path.rsplit("/", 1)[-1].split(".", 1)[0]) if path in self._told else None

    def receive(self, given: Upload | str, words: str) -> Document:
        """The file of a call: uploaded now, or named by an earlier file_id; `words` name the kind in the refusal."""
        if isinstance(given, Upload):
            return _checked(given)
        if not given:
            raise malformed(f"there is no {words} in the request")
        if given.startswith(("http://", "https://")):
            raise bad_request("failed to get HTTP URL content")
        found = self.find(given)
        if found is None:
            raise bad_request("wrong file identifier/HTTP URL specified")
        return found

    def describe(self, file_id: str) -> dict[str, Any]:
        """The File object of getFile."""
        document = self.find(file_id)
        if document is None:
            raise bad_request("wrong file_id or the file is temporarily unavailable")
        if len(document.data) > MAX_DOWNLOAD:
            raise bad_request("file is too big")
        extension = document.name.rsplit(".", 1)[-1] if "." in document.name else "bin"
        path = f"documents/{file_id}.{extension}"
        self._told.add(path)
        return {
            "file_id": file_id,
            "file_unique_id": file_id.replace("SIMFILE", "U"),
            "file_size": len(document.data),
            "file_path": path,
        }


def _checked(upload: Upload) -> Document:
    if not upload.data:
        raise malformed("file must be non-empty")
    if len(upload.data) > MAX_UPLOAD:
        raise ApiError(413, "Request Entity Too Large")
    return Document(upload.name, upload.data, upload.mime)
