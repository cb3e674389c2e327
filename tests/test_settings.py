"""Settings are read from the environment; a wrong one is named in one line, and a secret never is."""

from pathlib import Path

import pytest

from bot.ground.frozen import asdict
from bot.settings import BadSetting, Settings, read_settings
from tests.wire.coming_in.test_router import TOKEN

NAMES = ("BOT_TOKEN", "DATABASE_URL", "API_URL", "TIME_ZONE", "LANGUAGE", "DATA_KEY", "LOG_LEVEL")


@pytest.fixture(autouse=True)
def bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    for name in NAMES:
        monkeypatch.delenv(f"LIANDONG_{name}", raising=False)
    monkeypatch.chdir(tmp_path)


def test_defaults_are_those_of_the_readme() -> None:
    assert asdict(read_settings()) == {
        "bot_token": None,
        "database_url": "sqlite:///data/liandong.db",
        "api_url": "https://api.telegram.org",
        "time_zone": "Asia/Shanghai",
        "language": "zh_Hans",
        "data_key": None,
        "log_level": "INFO",
        "demo_password": None,
        "chosen": frozenset(),
    }


@pytest.mark.parametrize(
    ("name", "value", "line"),
    [
        ("BOT_TOKEN", "123", "a token as BotFather gives it: 123456:ABC…"),
        ("DATABASE_URL", "mysql://x", "sqlite:///path or postgresql://user@host/name"),
        ("DATABASE_URL", "sqlite:///", "sqlite:///path or postgresql://user@host/name"),
        ("DATABASE_URL", "postgresql://", "sqlite:///path or postgresql://user@host/name"),
        ("DATABASE_URL", "postgresql://me:pass/word@host/name", "sqlite:///path or postgresql://user@host/name"),
        ("API_URL", "localhost:81", "an http or https address"),
        ("TIME_ZONE", "Asia/Beijing", "a zone of the IANA database, such as Asia/Hong_Kong"),
        ("LANGUAGE", "fr", "zh_Hans, zh_Hant or en"),
        ("DATA_KEY", "secret", "44 characters that end with =, a Fernet key"),
        ("LOG_LEVEL", "LOUD", "DEBUG, INFO, WARNING, ERROR"),
    ],
    ids=lambda value: str(value)[:20],
)
def test_wrong_value_is_named_with_what_is_allowed(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, line: str
) -> None:
    monkeypatch.setenv(f"LIANDONG_{name}", value)

    with pytest.raises(BadSetting) as caught:
        read_settings()

    assert str(caught.value) == f"LIANDONG_{name} has a value that is not allowed: it takes {line}"
    assert caught.value.__cause__ is None


def test_env_file_is_read(tmp_path: Path) -> None:
    (tmp_path / ".env").write_text(f"LIANDONG_BOT_TOKEN={TOKEN}\nLIANDONG_LANGUAGE=en\nOTHER=1\n")

    settings = read_settings()

    assert (settings.token, settings.bot_id, settings.language) == (TOKEN, 7000000001, "en")


def test_empty_value_is_no_value(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("LIANDONG_BOT_TOKEN", "")

    assert read_settings().bot_token is None


def test_missing_token_is_said_when_it_is_needed() -> None:
    with pytest.raises(BadSetting, match="LIANDONG_BOT_TOKEN is not set"):
        _ = Settings().token
    with pytest.raises(BadSetting, match="LIANDONG_BOT_TOKEN is not set"):
        read_settings("bot_token")
