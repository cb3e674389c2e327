"""What the environment (and ``.env``) says. A wrong value ends the start with one line; a secret is never in it."""

import os
import re
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from bot.domain.frozen import Frozen

PREFIX = "LIANDONG_"
LEVELS = ("DEBUG", "INFO", "WARNING", "ERROR")
LANGUAGES = ("zh_Hans", "zh_Hant", "en")


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


SETTINGS = {
    "bot_token": Setting(
        "a token as BotFather gives it: 123456:ABC…", re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}").fullmatch, Secret
    ),
    "database_url": Setting(
        "sqlite:///path or postgresql://…", re.compile(r"(sqlite:///.+|postgresql://.+)").fullmatch
    ),
    "api_url": Setting(
        "an http or https address", re.compile(r"https?://[^\s/]+(/\S*)?").fullmatch, lambda url: url.rstrip("/")
    ),
    "time_zone": Setting("a zone of the IANA database, such as Asia/Hong_Kong", is_zone),
    "language": Setting("zh_Hans, zh_Hant or en", LANGUAGES.__contains__),
    "data_key": Setting(
        "44 characters that end with =, a Fernet key", re.compile(r"[A-Za-z0-9_-]{43}=").fullmatch, Secret
    ),
    "log_level": Setting(", ".join(LEVELS), LEVELS.__contains__),
}


class Settings(Frozen, kw_only=True):
    """Read by ``read_settings``, which checks them. ``chosen`` names those that somebody set."""

    bot_token: Secret | None = None
    database_url: str = "sqlite:///data/liandong.db"
    api_url: str = "https://api.telegram.org"
    time_zone: str = "Asia/Shanghai"
    language: str = "zh_Hans"
    data_key: Secret | None = None
    log_level: str = "INFO"
    chosen: frozenset[str] = frozenset()

    @property
    def token(self) -> str:
        """Raises BadSetting when there is none."""
        if self.bot_token is None:
            raise BadSetting(f"{PREFIX}BOT_TOKEN is not set: it takes {SETTINGS['bot_token'].allowed}")
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


def read_settings() -> Settings:
    """Raises BadSetting, naming the first wrong value's setting. An empty value is no value."""
    given = environment()
    said = {name: text for name in SETTINGS if (text := given.get(f"{PREFIX}{name.upper()}"))}
    for name, text in said.items():
        setting = SETTINGS[name]
        if not setting.fits(text):
            raise BadSetting(f"{PREFIX}{name.upper()} has a value that is not allowed: it takes {setting.allowed}")
    read = {name: SETTINGS[name].made(text) for name, text in said.items()}
    return Settings(**read, chosen=frozenset(read))
