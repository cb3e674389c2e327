"""What the environment (and ``.env``) says. A wrong value ends the start with one line; a secret is never in it."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.ground.frozen import Frozen
from bot.ground.viewer import LANGUAGES, Language

PREFIX = "LIANDONG_"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")


class BadSetting(Exception):
    """One line for the person who starts the program: which setting, and what is allowed."""


class Secret(Frozen):
    """Prints as nothing."""

    value: str

    def __repr__(self) -> str:
        return "Secret()"


class Setting(Frozen):
    """One row of the README's settings table; ``allowed`` is also what a wrong value is told."""

    allowed: str
    fits: Callable[[str], Any]
    made: Callable[[str], Any] = str


def is_zone(name: str) -> bool:
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, OSError, ValueError):
        return False
    return True


def is_database(url: str) -> bool:
    try:
        parts = urlsplit(url)
        return parts.path not in {"", "/"} and (
            url.startswith("sqlite:///") or (parts.scheme == "postgresql" and parts.port != 0)
        )
    except ValueError:  # a port that is no number: perhaps half of a password
        return False


SETTINGS = {
    "bot_token": Setting(
        "a token as BotFather gives it: 123456:ABC…", re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}").fullmatch, Secret
    ),
    "database_url": Setting("sqlite:///path or postgresql://user@host/name", is_database),
    "api_url": Setting(
        "an http or https address", re.compile(r"https?://[^\s/]+(/\S*)?").fullmatch, lambda url: url.rstrip("/")
    ),
    "time_zone": Setting("a zone of the IANA database, such as Asia/Hong_Kong", is_zone),
    "language": Setting("zh_Hans, zh_Hant or en", LANGUAGES.__contains__),
    "data_key": Setting(
        "44 characters that end with =, a Fernet key", re.compile(r"[A-Za-z0-9_-]{43}=").fullmatch, Secret
    ),
    "demo_password": Setting("a password of the demo's page, for `demo --host`", str.strip, Secret),
    "log_level": Setting(", ".join(LEVELS), LEVELS.__contains__),
}


class Settings(Frozen, kw_only=True):
    """Read by ``read_settings``, which checks them. ``chosen`` names those that somebody set."""

    bot_token: Secret | None = None
    database_url: str = "sqlite:///data/liandong.db"
    api_url: str = "https://api.telegram.org"
    time_zone: str = "Asia/Shanghai"
    language: Language = "zh_Hans"
    data_key: Secret | None = None
    demo_password: Secret | None = None
    log_level: str = "INFO"
    chosen: frozenset[str] = frozenset()

    @property
    def token(self) -> str:
        """Raises BadSetting when there is none."""
        if self.bot_token is None:
            raise BadSetting(not_set("bot_token"))
        return self.bot_token.value

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":", 1)[0])


def environment() -> Mapping[str, str | None]:
    """The file's values, then the process's own, which win."""
    if not Path(".env").is_file():
        return os.environ
    from dotenv import dotenv_values  # noqa: PLC0415 - most programs of this kind are started without the file

    return dotenv_values(".env") | os.environ


def not_set(name: str) -> str:
    return f"{PREFIX}{name.upper()} is not set: it takes {SETTINGS[name].allowed}"


def read_settings(*needed: str) -> Settings:
    """Raises BadSetting, naming the first setting that is wrong, or needed and not there. An empty value is none."""
    given = environment()
    said = {name: text for name in SETTINGS if (text := given.get(f"{PREFIX}{name.upper()}"))}
    for name, text in said.items():
        setting = SETTINGS[name]
        if not setting.fits(text):
            raise BadSetting(f"{PREFIX}{name.upper()} has a value that is not allowed: it takes {setting.allowed}")
    for name in needed:
        if name not in said:
            raise BadSetting(not_set(name))
    read = {name: SETTINGS[name].made(text) for name, text in said.items()}
    return Settings(**read, chosen=frozenset(read))
