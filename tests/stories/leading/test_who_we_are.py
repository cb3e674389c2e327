"""Who stands behind the bot is said once by an administrator, and read where people ask themselves that."""

from bot.store.database import Database
from tests.helpers.offers import offer
from tests.stories.own.test_guardians import join, link_of
from tests.stories.phone import Phone
from tests.stories.story import Story

AGENCY = {"en": "Harbour Light", "zh_Hans": "海光社工服务中心", "zh_Hant": "海光社會服務處"}
PRIVACY = "privacy@harbour.example"


async def said(story: Story) -> str:
    """The administrator says it; the name is given back."""
    wu = story.wu
    await wu.send("/stations")
    for label, typed in (
        ("Agency", AGENCY[story.language]),
        ("Agency's phone", "2555 0101"),
        ("Privacy contact", PRIVACY),
    ):
        await wu.press("Settings")
        await wu.press("Who we are")
        await wu.press(label)
        await wu.send(typed)
        wu.sees("Now: <b>{value}</b>, {source}", value=typed, within=1)
        await wu.press("Back")
        await wu.press("Back")
        await wu.press("Back")
    return AGENCY[story.language]


def read_by(phone: Phone, agency: str) -> None:
    phone.sees("Held by: {agency}", agency=f"{agency} · 2555 0101", within=1)
    phone.sees("Questions about your data: {contact}", contact=PRIVACY, within=1)


async def test_newcomer_reads_who_asks(story: Story) -> None:
    agency = await said(story)
    zoe = story.newcomer("Zoe")
    await zoe.start()
    read_by(zoe, agency)
    await zoe.send("/help")
    read_by(zoe, agency)


async def test_help_and_details_say_it_too(story: Story, database: Database) -> None:
    agency = await said(story)
    await story.anna.send("/help")
    read_by(story.anna, agency)
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town)
    await story.anna.start(f"a_{shift}")
    await story.anna.press("Details")
    read_by(story.anna, agency)
    await story.anna.press("Sign me up")
    story.anna.sees_button("Can't make it")


async def test_where_nothing_is_said_nothing_stands(story: Story) -> None:
    await story.anna.send("/help")
    story.anna.sees_not("Held by: {agency}", "Questions about your data: {contact}", within=1)


async def test_what_is_too_long_is_asked_again(story: Story) -> None:
    await story.wu.send("/stations")
    for label in ("Settings", "Who we are", "Agency"):
        await story.wu.press(label)
    await story.wu.send("x" * 200)
    story.wu.sees("That is {length} characters; at most {limit} fit.", within=1)
    await story.wu.send(AGENCY[story.language])
    story.wu.sees("Now: <b>{value}</b>, {source}", value=AGENCY[story.language], within=1)


async def test_parent_meets_the_child_the_activity_and_the_agency(story: Story, database: Database) -> None:
    agency = await said(story)
    async with database.write() as tx:
        story.town.tx = tx
        shift = await offer(story.town, title="Singing with elders", audience="everyone")
    kit = story.newcomer("Kit")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("14–17")
    kit.sees("To take part in: {title}", title="Singing with elders", within=1)
    kit.sees("Held by: {agency}", agency=f"{agency} · 2555 0101", within=1)
    mum = story.newcomer("Mum")
    await join(mum, link_of(kit))
    mum.sees("To take part in: {title}", title="Singing with elders", within=1)
    read_by(mum, agency)
