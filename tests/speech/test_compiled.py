"""A .mo file saves time, and never says anything else than the .po file that it was made of."""

import os
import shutil
from pathlib import Path

import pytest

from bot.speech.catalogues import LOCALES, compile_all, read_catalogue
from bot.speech.words import LANGUAGES

SENTENCE = "Good evening"


@pytest.fixture
def source(tmp_path: Path) -> Path:
    """A catalogue of one sentence, ten seconds old."""
    path = tmp_path / "zh_Hans" / "LC_MESSAGES" / "messages.po"
    path.parent.mkdir(parents=True)
    written(path, "晚上好", age=10)
    return path


def written(path: Path, translation: str, *, age: int) -> None:
    path.write_text(
        'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\n'
        f'msgid "{SENTENCE}"\nmsgstr "{translation}"\n',
        encoding="utf-8",
    )
    aged(path, age)


def aged(path: Path, age: int) -> None:
    at = path.stat().st_ctime - age
    os.utime(path, (at, at))


def test_a_catalogue_is_read_without_having_been_compiled(source: Path) -> None:
    assert read_catalogue(source).gettext(SENTENCE) == "晚上好"


def test_what_was_compiled_is_read_and_nothing_else(source: Path, tmp_path: Path) -> None:
    compile_all(tmp_path)
    source.write_text("nothing that anybody could read", encoding="utf-8")
    aged(source, 10)

    assert read_catalogue(source).gettext(SENTENCE) == "晚上好"
    assert [one.name for one in sorted(source.parent.iterdir())] == ["messages.mo", "messages.po"]


def test_what_was_translated_since_is_read(source: Path, tmp_path: Path) -> None:
    compile_all(tmp_path)
    aged(source.with_suffix(".mo"), 5)
    written(source, "夜晚好", age=1)

    assert read_catalogue(source).gettext(SENTENCE) == "夜晚好"


@pytest.mark.parametrize("language", LANGUAGES)
def test_ours_say_the_same_compiled(language: str, tmp_path: Path) -> None:
    before = LOCALES / language / "LC_MESSAGES" / "messages.po"
    copied = tmp_path / language / "LC_MESSAGES" / "messages.po"
    copied.parent.mkdir(parents=True)
    shutil.copyfile(before, copied)
    uncompiled = read_catalogue(copied)
    compile_all(tmp_path)

    assert read_catalogue(copied)._catalog == uncompiled._catalog  # type: ignore[attr-defined]  # typeshed does not name it
