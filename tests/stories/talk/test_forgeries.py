"""Presses that nobody was offered: refused, noted, and nothing changed. Cards in other hands give nothing either."""

from collections.abc import AsyncIterator

import pytest

from bot.speech.buttons import KINDS, AnyLink
from bot.speech.parts import Part, YesOrNo
from bot.store.audit.checking import first_bad_note
from bot.store.database import Database
from handlers.links import invitations, stations, teams
from handlers.links import members as people
from tests.forging.values import fitting, reads
from tests.helpers.notes import notes_about
from tests.helpers.raw_sql import fetched
from tests.stories.story import Story, told

STAFF_PRESSES = [
    kind for kind in KINDS.values() if kind.module in {room.__name__ for room in (people, teams, invitations, stations)}
]
TABLES = ("station", "station_setting", "role_grant", "team", "membership", "invitation", "qualification", "person")
ENDS = (0, -1)  # the first and the last of what is possible
HARMLESS = 5  # kinds of buttons that show a captain only what is theirs, or nothing at all


def forged(kind: AnyLink, id: int, which: int) -> str:
    """With this id wherever one belongs, and a possible value everywhere else."""
    return ":".join([kind.verb, *(text_of(part, id, which) for part in kind.parts.values())])


def text_of(part: Part, id: int, which: int) -> str:
    takes_it = reads(part, str(id)) and not isinstance(part, YesOrNo)
    return str(id) if takes_it else fitting(part)[which]


@pytest.fixture
async def story(database_url: str, database: Database) -> AsyncIterator[Story]:
    """Once on each database: no language has anything to do with it."""
    async with told(database_url, database, "en") as made:
        yield made


async def at_rest(story: Story, database_url: str) -> dict[str, list[tuple[object, ...]]]:
    """The books once every station knows when it is looked at next."""
    await story.app.tick_all()
    await story.settle()
    return await books(database_url)


async def books(database_url: str) -> dict[str, list[tuple[object, ...]]]:
    return {table: await fetched(database_url, f"SELECT * FROM {table} ORDER BY 1, 2") for table in TABLES}  # noqa: S608  # our own names


@pytest.mark.parametrize("who", ["anna", "carl"])
async def test_forged_presses_change_nothing(story: Story, database: Database, database_url: str, who: str) -> None:
    """Faults 45 and 49: every staff button with ids of the town, from a volunteer and from a captain elsewhere."""
    phone, town = story.phones[who], story.town
    await phone.send("/menu")
    before = await at_rest(story, database_url)
    ids = [town.people["fay"], town.teams["company"]]
    for kind in STAFF_PRESSES:
        for id in ids:
            for which in ENDS:
                phone.person.forge(forged(kind, id, which))
    await story.settle()

    assert await books(database_url) == before
    async with database.read() as tx:
        notes = await notes_about(tx, f"person:{town.people[who]}")
        assert {note.act for note in notes} == {"refused"}
        assert len(notes) >= (len(STAFF_PRESSES) - HARMLESS) * len(ids) * len(ENDS)
        assert {note.facts["cause"] for note in notes} <= {"not_found", "not_allowed"}
        assert await first_bad_note(tx) is None


async def test_garbage_in_buttons_is_answered(story: Story, database_url: str) -> None:
    """Fault 45: what no button ever packed."""
    anna = story.anna
    await anna.send("/menu")
    before = await at_rest(story, database_url)
    for data in (
        "zpo",
        "zpo:x",
        "zpo:1:2",
        "zpo:-1",
        "zpo:99999999999999999999",
        "zpo:٣",
        "\u202e",
        "::",
        "nope:1",
        "zsb:g:1:ad:0:0",
    ):
        press = anna.person.forge(data)
        await story.settle()
        assert await press.answered() is not None
    assert await books(database_url) == before


async def test_card_in_other_hands_has_the_authority_of_those_hands(story: Story) -> None:
    """Fault 46: the presser counts, not whose card it was."""
    olga, anna = story.olga, story.anna
    await olga.send("/people ben")
    card = olga.last()
    data = card.inline[0][0]["callback_data"]
    await anna.send("/menu")
    anna.person.forge(data)
    await story.settle()
    anna.sees_not("<b>Roles of {name}</b>")
