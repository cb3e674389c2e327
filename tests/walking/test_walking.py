"""Every button reachable from any command is pressed in the demo's agency, by everybody, in three languages."""

from difflib import unified_diff
from pathlib import Path

import pytest

import handlers.routes
from bot.ground.viewer import LANGUAGES, Language
from bot.speech.buttons import KINDS
from bot.wire.routing import Form
from handlers.routes import NOTICES
from tests.walking.answers import TEXTS
from tests.walking.drawing import MAP, drawn
from tests.walking.reasons import BACK_ELSEWHERE, ENDS, NOT_ASKED, NOT_HEARD, NOT_PRESSED, SILENT
from tests.walking.steps import Found
from tests.walking.walking import MAPPED, walked

KIND_NAMES = {kind.__name__ for kind in KINDS.values()}


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_button_leads_somewhere(migrated_file: Path, language: Language) -> None:
    """No error, no screen beyond its limits or in another language, no dead end, no success that is none; and the map
    says what leads where.
    """
    found = walked(migrated_file, language)

    assert faults(found) == {}
    assert {source: way for source, way in found.ends.items() if source not in ENDS} == {}
    assert found.kinds ^ {kind.__name__ for kind in KINDS.values() if kind.module.startswith("handlers.")} == set(
        NOT_PRESSED
    )
    assert waiting(found) ^ set(forms()) == set(NOT_ASKED)
    assert lost(found) - BACK_ELSEWHERE.keys() == set()
    if language == MAPPED:
        assert found.notices ^ set(NOTICES) == set(NOT_HEARD)
        assert [one for one in ENDS if one not in found.ends] == []
        assert BACK_ELSEWHERE.keys() - lost(found) == set()
        assert differences(found) == [], "make map"


def differences(found: Found) -> list[str]:
    """Of the map, line by line: '-' is what it says, '+' what was found."""
    lines = unified_diff(MAP.read_text().splitlines(), drawn(found).splitlines(), "docs/map.md", "the walk", n=0)
    return list(lines)


def faults(found: Found) -> dict[str, str]:
    """With the way to each."""
    silent = {f"{kind}: nothing happens" for kind in SILENT}
    return {fault: way for fault, way in found.faults.items() if fault not in silent}


def forms() -> list[str]:
    return [route.name for route in handlers.routes.ROUTES if isinstance(route, Form)]


def waiting(found: Found) -> set[str]:
    return {form for waits in found.forms.values() for form in waits} & set(forms())


def lost(found: Found) -> set[str]:
    """Screens whose *Back* is another than the screen from where one came. A card that one opens by a command, or that
    comes by itself, and another page of the same have no such screen.
    """
    up = {(pressed, back) for (_, pressed), backs in found.backs.items() for back in backs}
    return {
        kind
        for (source, kind), backs in found.backs.items()
        if source in KIND_NAMES and source not in {kind, *backs} and (source, kind) not in up
    }


def test_everything_typed_is_typed_into_a_form() -> None:
    asked = {name.partition(":")[0] for name in TEXTS}
    assert asked - {"settings_phone"} == set(forms()) - set(NOT_ASKED)
