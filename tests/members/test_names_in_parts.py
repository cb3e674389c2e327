"""Whoever is looked for by part of a name is found exactly where the name has it, as long as it is the name."""

import pytest

from bot.desk import Seated
from bot.members import acts as members
from bot.members import finding_rows as finding
from bot.members import profile_rows as profiles
from bot.own_data.erasing import erase
from bot.people import rows as people
from bot.people.name_part_rows import wrong_in_teams, wrong_parts
from bot.store.database import Database
from bot.store.statements import read_statement
from bot.store.transaction import Tx
from bot.teams import rows as teams
from tests.helpers.town import NOW, Town, build_town

NAMES = (
    *("王小明", "王芳", "王芳芳", "小王", "欧阳小明", "安娜 Anna", "𠮷田"),
    *("Anna Wang", "annabel", "José Àvila", "A. b"),
)
HELD = read_statement("tests:held", "SELECT name FROM name_part WHERE person_id = :id")


def pieces(name: str) -> set[str]:
    return {name[first:last] for first in range(len(name)) for last in range(first + 1, len(name) + 1)}


async def named(tx: Tx, text: str, viewer_id: int) -> list[str]:
    return [one.name for one in await finding.find_people(tx, viewer_id, text, limit=99)]


async def test_every_piece_of_a_name_finds_whoever_has_it(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        for name in NAMES:
            await people.add_person(tx, now=NOW, state="managed", name=name)
        for text in sorted(set().union(*map(pieces, NAMES))):
            wanted = sorted(name for name in NAMES if text.lower() in small(name))
            found = await named(tx, text, town.people["olga"])
            assert sorted(set(found) & set(NAMES)) == wanted, text


def small(text: str) -> str:
    """As both databases write letters small: those of ASCII."""
    return "".join(one.lower() if one.isascii() else one for one in text)


async def test_found_by_the_new_name_and_not_by_the_old(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await profiles.set_name(tx, town.people["anna"], "王芳")

        assert await named(tx, "ann", town.people["olga"]) == []
        assert await named(tx, "芳", town.people["olga"]) == ["王芳"]
        assert await wrong_parts(tx) is None


IN_TEAM = read_statement(
    "tests:in_team", "SELECT name FROM team_name WHERE team_id = :team_id AND part = :part ORDER BY name"
)


async def in_team(tx: Tx, team_id: int, part: str) -> list[str]:
    return [row["name"] for row in await tx.rows(IN_TEAM, team_id=team_id, part=part)]


async def test_found_in_the_teams_that_one_is_in_by_the_name_of_now(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        first, second, anna = town.teams["first"], town.teams["second"], town.people["anna"]
        before = await in_team(tx, first, "")
        await profiles.set_name(tx, anna, "王芳")
        await teams.add_membership(tx, team_id=second, person_id=anna, now=NOW)

        assert await in_team(tx, first, "王芳") == await in_team(tx, second, "芳") == ["王芳"]
        assert len(await in_team(tx, first, "")) == len(before)
        await teams.take_out(tx, team_id=first, person_id=anna, now=NOW)
        assert await in_team(tx, first, "芳") == []
        await profiles.leave_team(tx, anna, second, NOW)
        assert await in_team(tx, second, "芳") == []
        assert await wrong_in_teams(tx) is None


async def test_nothing_of_the_name_stays_of_who_erases_themselves(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        anna = await town.viewer("anna")
        before = await tx.rows(HELD, id=anna.id)
        await erase(Seated(tx, anna, NOW), update_id=1)

        assert {row["name"] for row in before} == {"Anna"}
        assert await tx.rows(HELD, id=anna.id) == []


@pytest.mark.parametrize("text", ["A-17", "a-17 "])
async def test_number_finds_its_person_once(database: Database, text: str) -> None:
    async with database.write() as tx:
        town: Town = await build_town(tx)
        await profiles.set_volunteer_number(tx, town.people["anna"], "A-17")
        page = await members.find_people(Seated(tx, await town.viewer("olga"), 0), text)

    assert [one.name for one in page.people] == (["Anna"] if text == "A-17" else [])


async def test_who_bears_the_number_as_a_name_is_found_once(database: Database) -> None:
    async with database.write() as tx:
        town = await build_town(tx)
        await profiles.set_name(tx, town.people["anna"], "A-17")
        await profiles.set_volunteer_number(tx, town.people["anna"], "A-17")

        assert await named(tx, "A-17", town.people["olga"]) == ["A-17"]
