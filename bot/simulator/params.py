"""The same parameter may arrive as JSON or as form text: `5` and `"5"`, an object and its JSON string mean the same."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from bot.simulator.errors import malformed

_FALSE = {"", "0", "false", "False", "no"}


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that came with the request."""

    name: str
    data: bytes
    mime: str = "application/octet-stream"


@dataclass(frozen=True, slots=True)
class Params:
    """Parameters of one call; unknown ones are ignored, as Telegram does. `typed`: from JSON, not text of a form."""

    values: Mapping[str, Any]
    files: Mapping[str, Upload] = field(default_factory=dict)
    typed: bool = True

    def text(self, name: str) -> str:
        """A string; empty where missing. Numbers are taken as typed."""
        value = self.values.get(name)
        if value is None:
            return ""
        return value if isinstance(value, str) else json.dumps(value)

    def integer(self, name: str, default: int = 0) -> int:
        """A whole number; what cannot be read counts as the default, as in Telegram's server."""
        value = self.values.get(name, default)
        try:
            return int(value)
        except (TypeError, ValueError):
            return default

    def number(self, name: str) -> float:
        """A number, for coordinates."""
        try:
            return float(self.values.get(name, ""))
        except (TypeError, ValueError):
            return 0.0

    def flag(self, name: str) -> bool:
        """A boolean; true, 1, yes in any spelling."""
        value = self.values.get(name, False)
        return value not in _FALSE if isinstance(value, str) else bool(value)

    def structure(self, name: str, words: str) -> Any:
        """An object or array, given as such or as JSON text; None where missing. `words` name it in the refusal."""
        value = self.values.get(name)
        if not isinstance(value, str):
            return value
        if not value:
            return None
        try:
            return json.loads(value)
        except ValueError:
            raise malformed(f"can't parse {words} JSON object") from None

    def upload(self, name: str) -> Upload | str:
        """The file itself, `attach://…` resolved, or the text given in its place (file_id or URL)."""
        if name in self.files:
            return self.files[name]
        value = self.text(name)
        return self.files.get(value.removeprefix("attach://"), value) if value.startswith("attach://") else value
