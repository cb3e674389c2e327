"""A catalogue is written as a .po file and read as the .mo file that was made of it.

Whoever translates sees only .po files. ``python -m bot.speech.catalogues`` makes the others, and `make` runs it, as it
compiles Python: to read a .po file takes a tenth of a second and a dozen MiB, in front of somebody's first answer.
Where it was not run, or the .po file has changed since, that is what is read.
"""

from gettext import GNUTranslations
from io import BytesIO
from pathlib import Path

LOCALES = Path(__file__).parents[2] / "locales"


def read_catalogue(source: Path) -> GNUTranslations:
    made = source.with_suffix(".mo")
    if made.is_file() and made.stat().st_mtime_ns >= source.stat().st_mtime_ns:
        return GNUTranslations(BytesIO(made.read_bytes()))
    return GNUTranslations(BytesIO(compiled(source)))


def compiled(source: Path) -> bytes:
    """Babel's reader is imported only where there is something to compile."""
    from babel.messages.mofile import write_mo  # noqa: PLC0415 - a program that finds .mo files never needs it
    from babel.messages.pofile import read_po  # noqa: PLC0415 - as above

    into = BytesIO()
    with source.open("rb") as file:
        write_mo(into, read_po(file, locale=source.parents[1].name))
    return into.getvalue()


def compile_all(locales: Path = LOCALES) -> None:
    """Whole or not at all: a program that starts meanwhile reads one or the other."""
    for source in sorted(locales.glob("*/LC_MESSAGES/*.po")):
        half = source.with_suffix(".half")
        half.write_bytes(compiled(source))
        half.replace(source.with_suffix(".mo"))


if __name__ == "__main__":
    compile_all()
