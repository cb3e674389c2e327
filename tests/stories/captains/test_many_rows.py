"""A long list comes in piece by piece: whoever sent it sees how far it has come, and every row is accounted for."""

from bot.ground.times import DAY
from bot.store.database import Database
from tests.helpers.raw_sql import fetched
from tests.stories.captains.test_bringing_lists import members, send_list
from tests.stories.story import Story

MANY = 900
NOBODY_LEFT = "SELECT count(*) FROM roster_row"


def many() -> str:
    """Three are there twice."""
    lines = [f"王{chr(0x5000 + number)},1380000{number:04},first" for number in range(MANY)]
    return "\n".join(["姓名,电话,队伍", *lines, *lines[:3]])


async def test_long_list_comes_in_piece_by_piece(story: Story, database: Database) -> None:
    olga = story.olga
    await send_list(olga, many())
    await story.wind(30)
    olga.sees("➕ New: {n}", n=MANY)

    await olga.press("Import {n}", n=MANY)
    await story.wind(60)
    olga.sees("✅ <b>{n} added.</b>", n=MANY)
    assert len(await members(story, database, "first", f"王{chr(0x5000 + MANY - 1)}")) == 1

    await olga.press("Undo the import")
    await olga.press("Yes, take back")
    await story.wind(60)
    olga.sees("↩️ <b>{n} taken back.</b>", n=MANY)
    assert await members(story, database, "first", f"王{chr(0x5000)}") == []


async def test_what_nobody_takes_in_is_erased_after_a_day(story: Story, database: Database, database_url: str) -> None:
    await send_list(story.olga, "姓名,队伍\n王芳,first\n")
    before = await fetched(database_url, NOBODY_LEFT)
    await story.wind(DAY + 60)

    assert (before, await fetched(database_url, NOBODY_LEFT)) == ([(1,)], [(0,)])
    assert await members(story, database, "first", "王芳") == []
