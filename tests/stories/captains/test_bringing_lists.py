"""A list that an agency has already comes in: looked at, taken in, taken back."""

from io import BytesIO

import openpyxl

from bot.desk import Seated
from bot.members import finding_rows as finding
from bot.members.trainings import add_training
from bot.people import rows as people
from bot.store.database import Database
from tests.helpers.town import viewer_of
from tests.stories.phone import Phone
from tests.stories.story import Story

CSV = "text/csv"
XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


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


def workbook(*rows: tuple[object, ...]) -> bytes:
    book, out = openpyxl.Workbook(), BytesIO()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    book.save(out)
    return out.getvalue()


async def test_workbook_without_heads_asks_what_is_what(story: Story, database: Database) -> None:
    """Which column is the name, and into which team: then it is compared as any other."""
    olga = story.olga
    olga.person.send_document("people.xlsx", workbook((1, "王芳", "yes"), (2, "李强", "no")), mime=XLSX)
    await story.settle()
    olga.sees("<b>Which of these is a name?</b> The list does not say what its columns are.")

    await olga.press("王芳")
    olga.sees("<b>Into which team?</b> The list does not say it.")
    await olga.press_like("first")
    olga.sees("📋 <b>{n} in this list. Nothing is imported yet.</b>", n=2)
    olga.sees("The list says no ages: whoever is new is taken to be 18 or over.")

    await olga.press("Import {n}", n=2)
    assert len(await members(story, database, "first", "李强")) == 1


async def test_list_is_pasted(story: Story, database: Database) -> None:
    """Numbers, bullets and phone numbers are what they are; headings are no names."""
    olga = story.olga
    await olga.send("/teams")
    await olga.press("Bring a list")
    olga.sees("<b>Send me your list of people</b>: an Excel workbook (.xlsx), a CSV file, or pasted here.")
    await olga.send("#接龙\n1、王芳 13800001111\n2. Wong Tai Man\n• 李强\t13900002222")
    olga.sees("<b>Into which team?</b> The list does not say it.")
    await olga.press_like("first")
    olga.sees("➕ New: {n}", n=3)
    await olga.press("Import {n}", n=3)

    assert [len(await members(story, database, "first", name)) for name in ("王芳", "Wong Tai Man", "李强")] == [
        1,
        1,
        1,
    ]
    await send_list(olga, "姓名,电话,队伍\n王芳,13800001111,first\n李强,13900009999,first\n")
    olga.sees("✔️ Here already, nothing changes: {n}", n=1)
    olga.sees("❓ Doubtful, left out: {n}", n=1)


async def test_what_is_known_of_somebody_stays_when_the_import_is_taken_back(story: Story, database: Database) -> None:
    olga = story.olga
    await send_list(olga, "姓名,队伍\n王芳,first\n李强,first\n")
    await olga.press("Import {n}", n=2)
    (fang,) = await members(story, database, "first", "王芳")
    async with database.write() as tx:
        viewer = await viewer_of(tx, story.town.people["olga"])
        await add_training(Seated(tx, viewer, story.now), person_id=fang, name="First aid")

    await olga.press("Undo the import")
    await olga.press("Yes, take back")
    olga.sees("↩️ <b>{n} taken back.</b>", n=1)
    olga.sees("· {n}: {reason}", n=1, reason=olga.say("a training or a guardian's consent is on record"))
    assert await members(story, database, "first", "王芳") == [fang]


async def test_what_is_no_list_says_so_and_an_empty_one_is_given(story: Story) -> None:
    olga = story.olga
    await send_list(olga, "\x00\x01\x02" * 50, name="people.xlsx")
    olga.sees("Nothing was changed.")

    await olga.send("/teams")
    await olga.press("Bring a list")
    await olga.press("Empty list to fill in")
    (sent,) = [one for one in olga.person.chat.messages if one.by_bot and one.document]
    assert sent.document is not None
    sheet = openpyxl.load_workbook(BytesIO(sent.document.data)).worksheets[0]
    assert [cell.value for cell in next(sheet.iter_rows())] == [
        olga.say(one) for one in ("Name", "Volunteer number", "Phone", "Team", "Age or year of birth")
    ]


async def test_volunteers_bring_no_lists(story: Story, database: Database) -> None:
    """What somebody else sends is for a human being, as any other file."""
    await send_list(story.anna, "姓名,队伍\n王芳,first\n")
    story.anna.sees_not("📋 <b>{n} in this list. Nothing is imported yet.</b>", n=1)
    assert await members(story, database, "first", "王芳") == []
