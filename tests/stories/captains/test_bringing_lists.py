"""A list that an agency has already comes in: looked at, taken in, taken back."""

from bot.members import finding_rows as finding
from bot.people import rows as people
from bot.store.database import Database
from tests.stories.phone import Phone
from tests.stories.story import Story

CSV = "text/csv"


async def send_list(phone: Phone, text: str, *, name: str = "list.csv", encoding: str = "utf-8") -> None:
    phone.person.send_document(name, text.encode(encoding), mime=CSV)
    await phone.story.settle()


async def members(story: Story, database: Database, team: str, name: str) -> list[int]:
    async with database.read() as tx:
        return await finding.members_named(tx, story.town.teams[team], name)


async def test_file_is_looked_at_taken_in_and_taken_back(story: Story, database: Database) -> None:
    olga = story.olga
    await send_list(
        olga,
        "姓名,电话,队伍,年龄\n王芳,13800001111,first,30\n李强,,first,\n没队,,nowhere,\n王芳,13800001111,first,30\n",
    )
    olga.sees("📋 <b>{n} in this list. Nothing is imported yet.</b>", n=4)
    olga.sees("· Row {line} ({name}): {reason}", line=4, name="没队", reason=olga.say("you have no team of that name"))
    assert await members(story, database, "first", "王芳") == []

    await olga.press("Import {n}", n=2)
    olga.sees("✅ <b>{n} added.</b>", n=2)
    (fang,) = await members(story, database, "first", "王芳")
    async with database.read() as tx:
        one = await people.person(tx, fang)
    assert (one.state, one.age_band, one.managed_by_id) == ("managed", "18_59", story.town.people["olga"])

    await send_list(olga, "姓名,电话,队伍\n王芳,13800001111,first\n李强,,first\n")
    olga.sees("✔️ Here already, nothing changes: {n}", n=2)
    olga.sees_button("Close")
    await olga.press("Close")

    await olga.press("Undo the import")
    await olga.press("Yes, take back")
    olga.sees("↩️ <b>{n} taken back.</b>", n=2)
    assert await members(story, database, "first", "王芳") == []
