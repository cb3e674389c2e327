"""What is kept under lock: phone numbers, guardians' names, and what has come in or waits to leave with them in it.
Without a key no number and no such name is kept, never plain text instead.

A sealed text is bound to the row and column it stands in: copied to another person it cannot be opened.
"""

import secrets
from base64 import urlsafe_b64decode, urlsafe_b64encode

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.kdf.scrypt import Scrypt

from bot.ground.refusals import NoDataKey

VERSION = "v1."
NONCE = 12  # bytes, NIST SP 800-38D
SALT = b"liandong data key"  # the key itself is long and random; the salt only tells its uses apart
SHORTEST_KEY = 16  # characters
PROOF = "liandong"


class WrongKey(Exception):
    """The data key is not the one the books were sealed with, or there is none though they are sealed: do not start."""


class Vault:
    """``Vault(None)`` has no key: it keeps nothing and says so with ``NoDataKey``."""

    __slots__ = ("_cipher",)

    def __init__(self, key: str | None) -> None:
        if key is not None and len(key) < SHORTEST_KEY:
            raise ValueError(f"a data key has at least {SHORTEST_KEY} characters")
        self._cipher = AESGCM(derived(key)) if key is not None else None

    def __repr__(self) -> str:
        return f"<Vault {'with' if self.has_key else 'without'} a key>"

    @property
    def has_key(self) -> bool:
        return self._cipher is not None

    def seal(self, text: str, place: str) -> str:
        """``place`` names row and column, like 'person:5:phone'. Raises NoDataKey."""
        if self._cipher is None:
            raise NoDataKey
        nonce = secrets.token_bytes(NONCE)
        sealed = self._cipher.encrypt(nonce, text.encode(), place.encode())
        return VERSION + urlsafe_b64encode(nonce + sealed).decode()

    def open(self, sealed: str, place: str) -> str:
        """Raises NoDataKey, WrongKey."""
        if self._cipher is None:
            raise NoDataKey
        raw = urlsafe_b64decode(sealed.removeprefix(VERSION))
        try:
            return self._cipher.decrypt(raw[:NONCE], raw[NONCE:], place.encode()).decode()
        except InvalidTag as error:
            raise WrongKey("a sealed value does not open with this key") from error

    def unlocked(self, text: str, place: str) -> str | None:
        """What was sealed or, where nothing was, the text itself; None for what does not open."""
        if not text.startswith(VERSION):
            return text
        try:
            return self.open(text, place)
        except (NoDataKey, WrongKey, ValueError):
            return None


def derived(key: str) -> bytes:
    """Slow on purpose (about 50 ms, once at start): people type keys that are less random than they should be."""
    return Scrypt(salt=SALT, length=32, n=2**14, r=8, p=1).derive(key.encode())
