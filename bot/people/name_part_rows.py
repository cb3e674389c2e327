"""What people are found by: pieces of their names, made in the database, so that they are those it would look at."""

from bot.store.asking import sql
from bot.store.transaction import Tx

LONGEST = 3

PARTS_OF = """
WITH RECURSIVE ending(person_id, name, rest) AS (
    SELECT id, name, lower(name) FROM person WHERE name <> '' AND {whose}
    UNION ALL
    SELECT person_id, name, substr(rest, 2) FROM ending WHERE rest <> ''
)
SELECT substr(rest, 1, 1) AS part, name, person_id FROM ending
UNION SELECT substr(rest, 1, 2), name, person_id FROM ending
UNION SELECT substr(rest, 1, 3), name, person_id FROM ending
"""
"""Of those persons: every one of at most ``LONGEST`` characters, the empty one too."""


def beginning(text: str) -> str:
    """The part that whoever bears ``text`` in the name must have."""
    return text.lower()[:LONGEST]


@sql(f"INSERT INTO name_part (part, name, person_id) {PARTS_OF.format(whose='id = :person_id')}")
async def add_parts(tx: Tx, *, person_id: int) -> None:
    """Of a person's name as it is now; nothing of one without a name."""


@sql(f"INSERT INTO name_part (part, name, person_id) {PARTS_OF.format(whose='id > :after')}")
async def add_parts_after(tx: Tx, *, after: int) -> None:
    """Of everybody added after this id, at once."""


@sql("DELETE FROM name_part WHERE person_id = :person_id")
async def forget_parts(tx: Tx, *, person_id: int) -> None:
    """Nobody is found by this name any more."""


INTO_TEAMS = "INSERT INTO team_name (team_id, part, name, person_id, managed)"
NAMES_IN_TEAMS = """
SELECT m.team_id, n.part, n.name, n.person_id, CASE WHEN p.state = 'managed' THEN 1 ELSE 0 END AS managed
FROM membership m JOIN person p ON p.id = m.person_id JOIN name_part n ON n.person_id = m.person_id
WHERE m.left_at IS NULL AND p.state IN ('active', 'managed') AND {whose}
"""


@sql("DELETE FROM team_name WHERE person_id = :person_id")
async def forget_in_teams(tx: Tx, *, person_id: int) -> None:
    """Found in no team any more."""


@sql(f"{INTO_TEAMS} {NAMES_IN_TEAMS.format(whose='m.person_id = :id')}")
async def add_in_teams(tx: Tx, *, id: int) -> None:
    """Found in every team that they are in, by the parts of the name that stand already."""


@sql(f"{INTO_TEAMS} {NAMES_IN_TEAMS.format(whose='m.person_id > :after')}")
async def add_in_teams_after(tx: Tx, *, after: int) -> None:
    """Everybody added after this id, at once."""


async def stand_in_teams(tx: Tx, person_id: int) -> None:
    """After joining or leaving a team, or bearing another name."""
    await forget_in_teams(tx, person_id=person_id)
    await add_in_teams(tx, id=person_id)


@sql(f"""
SELECT min(person_id) AS id FROM (
    SELECT person_id FROM (
        SELECT team_id, part, name, person_id, managed FROM ({NAMES_IN_TEAMS.format(whose="1 = 1")}) AS wanted
        EXCEPT SELECT team_id, part, name, person_id, managed FROM team_name
    ) AS missing
    UNION ALL
    SELECT person_id FROM (
        SELECT team_id, part, name, person_id, managed FROM team_name
        EXCEPT SELECT team_id, part, name, person_id, managed FROM ({NAMES_IN_TEAMS.format(whose="1 = 1")}) AS wanted
    ) AS stray
) AS wrong
""")  # noqa: S608 - constants of this file; every value is a parameter
async def wrong_in_teams(tx: Tx) -> int | None:
    """The first person who is not found in exactly the teams that they are in."""


@sql(f"""
SELECT min(person_id) AS id FROM (
    SELECT person_id FROM (
        SELECT part, name, person_id FROM ({PARTS_OF.format(whose="1 = 1")}) AS wanted
        EXCEPT SELECT part, name, person_id FROM name_part
    ) AS missing
    UNION ALL
    SELECT person_id FROM (
        SELECT part, name, person_id FROM name_part
        EXCEPT SELECT part, name, person_id FROM ({PARTS_OF.format(whose="1 = 1")}) AS wanted
    ) AS stray
) AS wrong
""")  # noqa: S608 - constants of this file; every value is a parameter
async def wrong_parts(tx: Tx) -> int | None:
    """The first person who is not found by exactly the name that is kept."""
