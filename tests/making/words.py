"""``make words``: every sentence into messages.pot, and the three catalogues up to date with it."""

from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

from babel.messages.catalog import Catalog
from babel.messages.extract import extract_from_dir
from babel.messages.pofile import read_po, write_po

from bot.speech.catalogues import LOCALES
from bot.speech.words import LANGUAGES

ROOT = Path(__file__).parents[2]
SPOKEN = (ROOT / "bot" / "speech", ROOT / "handlers")
KEYWORDS: dict[str, Any] = {
    "say": None,
    "label": None,
    "later": None,
    "say_n": (1, 2),
}
BEGINNING = datetime(2026, 11, 22, tzinfo=UTC)  # not of each writing: two branches would always be in each other's way
FORM = {"width": 120, "sort_output": True, "no_location": True, "omit_header": False}


def extracted() -> Iterator[tuple[str | tuple[str, ...], str | None]]:
    """Every message with its context."""
    for room in SPOKEN:
        for _, _, message, _, context in extract_from_dir(room, [("**.py", "python")], keywords=KEYWORDS):
            yield message, context


def template() -> Catalog:
    made = Catalog(project="liandong", version="1", fuzzy=False, creation_date=BEGINNING)
    for message, context in extracted():
        made.add(message, context=context)
    return made


def catalogue_of(language: str) -> Catalog:
    with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("rb") as file:
        return read_po(file, locale=language)


def write() -> None:
    fresh = template()
    with (LOCALES / "messages.pot").open("wb") as file:
        write_po(file, fresh, **FORM)  # type: ignore[arg-type]  # options by name
    for language in LANGUAGES:
        catalogue = catalogue_of(language)
        catalogue.update(fresh, no_fuzzy_matching=True)
        catalogue.obsolete.clear()
        with (LOCALES / language / "LC_MESSAGES" / "messages.po").open("wb") as file:
            write_po(file, catalogue, **FORM)  # type: ignore[arg-type]  # options by name


if __name__ == "__main__":
    write()
