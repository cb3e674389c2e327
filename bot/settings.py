"""What the environment (and ``.env``) says. A wrong value ends the start with one line; a secret is never in it."""

import logging
import re
from typing import Literal
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from pydantic import Field, SecretStr, ValidationError, field_validator
from pydantic_settings import BaseSettings, SettingsConfigDict

PREFIX = "LIANDONG_"
LEVELS = tuple(name for name in ("DEBUG", "INFO", "WARNING", "ERROR") if hasattr(logging, name))
TOKEN = re.compile(r"\d{3,}:[A-Za-z0-9_-]{30,}")
DATA_KEY = re.compile(r"[A-Za-z0-9_-]{43}=")
DATABASE = re.compile(r"(sqlite:///.+|postgresql://.+)")
ADDRESS = re.compile(r"https?://[^\s/]+(/\S*)?")


class BadSetting(Exception):
    """One line for the person who starts the program: which setting, and what is allowed."""


class Settings(BaseSettings):
    """Read by ``read_settings``. Descriptions are the settings table of the README, and what a wrong value is told."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=".env",
        env_ignore_empty=True,
        extra="ignore",
        hide_input_in_errors=True,
        frozen=True,
    )

    bot_token: SecretStr | None = Field(None, description="a token as BotFather gives it: 123456:ABC…")
    database_url: str = Field("sqlite:///data/liandong.db", description="sqlite:///path or postgresql://…")
    api_url: str = Field("https://api.telegram.org", description="an http or https address")
    time_zone: str = Field("Asia/Shanghai", description="a zone of the IANA database, such as Asia/Hong_Kong")
    language: Literal["zh_Hans", "zh_Hant", "en"] = Field("zh_Hans", description="zh_Hans, zh_Hant or en")
    data_key: SecretStr | None = Field(None, description="44 characters that end with =, a Fernet key")
    log_level: Literal["DEBUG", "INFO", "WARNING", "ERROR"] = Field("INFO", description=", ".join(LEVELS))

    @field_validator("bot_token", "data_key")
    @classmethod
    def _secret(cls, value: SecretStr | None, info: object) -> SecretStr | None:
        shape = TOKEN if getattr(info, "field_name", "") == "bot_token" else DATA_KEY
        if value is not None and not shape.fullmatch(value.get_secret_value()):
            raise ValueError
        return value

    @field_validator("database_url")
    @classmethod
    def _database(cls, value: str) -> str:
        if not DATABASE.fullmatch(value):
            raise ValueError
        return value

    @field_validator("api_url")
    @classmethod
    def _address(cls, value: str) -> str:
        if not ADDRESS.fullmatch(value):
            raise ValueError
        return value.rstrip("/")

    @field_validator("time_zone")
    @classmethod
    def _zone(cls, value: str) -> str:
        try:
            ZoneInfo(value)
        except (ZoneInfoNotFoundError, OSError) as error:
            raise ValueError from error
        return value

    @property
    def token(self) -> str:
        """Raises BadSetting when there is none."""
        if self.bot_token is None:
            raise BadSetting(f"{PREFIX}BOT_TOKEN is not set: it takes {allowed('bot_token')}")
        return self.bot_token.get_secret_value()

    @property
    def bot_id(self) -> int:
        return int(self.token.split(":", 1)[0])


def allowed(name: str) -> str:
    return str(Settings.model_fields[name].description)


def read_settings() -> Settings:
    """Raises BadSetting, naming the first wrong value's setting."""
    try:
        return Settings()
    except ValidationError as error:
        name = str(error.errors()[0]["loc"][0]).lower().removeprefix(PREFIX.lower())
    raise BadSetting(f"{PREFIX}{name.upper()} has a value that is not allowed: it takes {allowed(name)}")
