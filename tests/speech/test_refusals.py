"""Every refusal has words of its own, in every language, and says them with its facts."""

from datetime import date
from typing import Any, get_type_hints

import pytest

from bot.ground.refusals import (
    AgeBandMissing,
    NoGuardianConsent,
    OthersAgeMissing,
    OthersConsentMissing,
    RecordsOverlap,
    Refusal,
    all_refusals,
)
from bot.speech.words import LANGUAGES, Words
from handlers.refusals.refusals import SENTENCES, refuse
from tests.helpers.town import NOW

OURS = [kind for kind in all_refusals() if kind.__module__.startswith("bot.ground.refusals")]
PLAIN: dict[Any, object] = {
    int: 90,
    str: "<b>&",
    tuple[str, ...]: ("<b>&", "Ben"),
    int | None: None,
    date: date(2026, 12, 5),
}
ROLES = {"needs": "coordinator", "role": "captain"}


def made(kind: type[Refusal]) -> Refusal:
    hints = get_type_hints(kind)
    facts = {name: PLAIN[hints[name]] for name in kind.fields}
    facts |= {name: NOW for name in facts if name in {"at", "until"} or name.endswith("_at")}
    return kind(**facts | {name: code for name, code in ROLES.items() if name in facts})


def test_every_refusal_has_a_sentence() -> None:
    assert [kind.code for kind in OURS if kind not in SENTENCES] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("kind", OURS, ids=lambda kind: kind.code)
def test_refusal_says_why_in_every_language(kind: type[Refusal], language: str) -> None:
    screen = refuse(Words(language, "Asia/Shanghai"), made(kind))

    text = str(screen.text)
    assert text.strip()
    assert "{" not in text
    assert "<b>" not in text
    assert all(key.label for row in screen.keys for key in row)


@pytest.mark.parametrize(
    ("refusal", "buttons"),
    [
        pytest.param(NoGuardianConsent(), ["Ask my parent or guardian"], id="one's own guardian"),
        pytest.param(OthersConsentMissing(name="Kid"), [], id="somebody else's"),
        pytest.param(AgeBandMissing(), ["Say my age group"], id="one's own age"),
        pytest.param(OthersAgeMissing(name="Kid"), [], id="somebody else's age"),
    ],
)
def test_only_the_person_can_ask_their_guardian(refusal: Refusal, buttons: list[str]) -> None:
    screen = refuse(Words("en", "Asia/Shanghai"), refusal)
    assert [key.label for row in screen.keys for key in row] == buttons


def test_overlap_without_a_title_quotes_none() -> None:
    refusal = RecordsOverlap(activity="", starts_at=NOW, ends_at=NOW + 3600)

    text = str(refuse(Words("en", "Asia/Shanghai"), refusal).text)
    assert text == "There are hours for that time already (Sun 22 Nov, 10:00–11:00 am)."
