"""Who presses what they were never offered is noted: what was refused and which button, nothing that it carried."""

import pytest

from bot.desk import Seated
from bot.ground import refusals as why
from bot.people.refused_acts import note_refused
from bot.store.database import Database
from tests.helpers.notes import notes_about
from tests.helpers.town import NOW, build_town


@pytest.mark.parametrize(
    ("refusal", "verb", "noted"),
    [
        (why.NotAllowed(needs="coordinator"), "mark", [{"cause": "not_allowed", "verb": "mark"}]),
        (why.NotFound(), "averylongverb", [{"cause": "not_found", "verb": "averylon"}]),
        (why.OwnRecord(), "a b", [{"cause": "own_record", "verb": ""}]),
        (why.NotFound(), "動詞", [{"cause": "not_found", "verb": ""}]),
        (why.StaleCard(revision=1), "mark", []),
    ],
    ids=["not allowed", "not found", "no word", "no letters", "no authority wanted"],
)
async def test_refused_is_noted(
    database: Database, refusal: why.Refusal, verb: str, noted: list[dict[str, str]]
) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await note_refused(Seated(tx, await town.viewer("anna"), NOW), refusal, verb)
        notes = await notes_about(tx, f"person:{town.people['anna']}")

    assert [(note.act, note.actor_id, note.facts) for note in notes] == [
        ("refused", town.people["anna"], facts) for facts in noted
    ]
