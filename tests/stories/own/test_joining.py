"""From a link to being signed up, in four taps; and what is kept of somebody who only looks."""

from bot.activities.rules import Audience
from bot.desk import Seated
from bot.invitations.acts import invite_to_team
from bot.people import rows as people_rows
from bot.people import viewer_rows as people_viewer_rows
from bot.speech.words import Words
from bot.store.database import Database
from bot.teams import rows as teams_rows
from tests.helpers.offers import offer
from tests.helpers.town import ZONE
from tests.stories.story import Story

NO_WAY_IN = (
    "I can't find that. It may be gone, or it is for one team only: then ask whoever sent the link to invite you."
)


async def offered(story: Story, database: Database, audience: Audience = Audience.TEAM) -> int:
    """A shift of the first team, published; the id of its link."""
    async with database.write() as tx:
        story.town.tx = tx
        return await offer(story.town, audience=audience)


async def test_link_leads_to_being_signed_up_in_four_taps(story: Story, database: Database) -> None:
    shift = await offered(story, database)
    kim = story.newcomer("Kim")

    await kim.start(f"a_{shift}")
    kim.sees("👋 <b>Welcome! To join, please read this and agree.</b>")
    await kim.press("I agree, I'm 18 or over")
    kim.sees("Shall we call you <b>{name}</b>?", name="Kim")
    await kim.press("Use this name")
    kim.is_told("You've joined, {name}!", name="Kim")
    kim.sees("Visit a care home and chat with residents")
    await kim.press("Sign me up")

    kim.sees("✅ You're in. See you on {day}!")
    async with database.read() as tx:
        viewer = await tx.row(people_rows.by_telegram_id.statement, telegram_id=kim.person.id)
        assert viewer is not None
        teams = [
            row["team_id"] for row in await tx.rows(people_viewer_rows.memberships_of.statement, person_id=viewer["id"])
        ]
    assert (viewer["state"], viewer["name"], viewer["age_band"], viewer["home_team_id"], teams) == (
        "active",
        "Kim",
        "adult",
        story.town.teams["first"],
        [story.town.teams["first"]],
    )


async def test_team_link_survives_joining(story: Story, database: Database) -> None:
    async with database.write() as tx:
        story.town.tx = tx
        company = story.town.teams["company"]
        link = await invite_to_team(
            Seated(tx, await story.town.viewer("li"), story.now), team_id=company, days=7, uses=1
        )
    kim, late = story.newcomer("Kim"), story.newcomer("Late")

    for phone in (kim, late):
        await phone.start(link.payload)
        await phone.press("I agree, I'm 18 or over")
        await phone.press("Use this name")

    late.is_told("This link has been used up. Please ask for a new one.")
    late.sees("👋 <b>Hello, {name}!</b>", name="Late")
    async with database.read() as tx:
        members = [row["name"] for row in await tx.rows(teams_rows.members.statement, team_id=company)]
        viewer = await tx.row(people_rows.by_telegram_id.statement, telegram_id=kim.person.id)
    assert members == ["Fay", "Kim"]
    assert viewer is not None
    assert viewer["home_team_id"] == company


async def test_link_to_nothing_does_not_stop_joining(story: Story) -> None:
    kim = story.newcomer("Kim")

    await kim.start("a_999")
    await kim.press("I agree, I'm 18 or over")
    await kim.press("Use this name")

    kim.sees_not("Visit a care home and chat with residents")
    kim.sees("👋 <b>Hello, {name}!</b>", name="Kim")


async def test_link_offers_the_open_team_to_whoever_joined_before(story: Story, database: Database) -> None:
    shift = await offered(story, database)

    await story.fay.start(f"a_{shift}")
    story.fay.sees("<b>This activity is for {audience}.</b>", audience="first")
    await story.fay.press("Join {team}", team="first")
    story.fay.is_told("You are in {team} now.", team="first")
    await story.fay.press("Sign me up")

    story.fay.sees("✅ You're in. See you on {day}!")


async def test_refused_member_of_another_team_is_offered_the_team(story: Story, database: Database) -> None:
    shift = await offered(story, database)

    await story.dan.start(f"a_{shift}")
    await story.dan.press("Sign me up")
    story.dan.sees("This is for {audience} only. /activities shows what is open to you.", audience="first")
    await story.dan.press("Join a team")
    await story.dan.press("Join {team}", team="first")
    await story.dan.press("Sign me up")

    story.dan.sees("✅ You're in. See you on {day}!")


async def test_link_of_a_station_offers_its_open_teams(story: Story, database: Database) -> None:
    shift = await offered(story, database, Audience.STATION)

    await story.fay.start(f"a_{shift}")
    story.fay.sees("Which team would you like to join? Then you can sign up.")
    await story.fay.press("second · futian")
    await story.fay.press("Sign me up")

    story.fay.sees("✅ You're in. See you on {day}!")


async def test_link_of_a_group_answers_strangers_like_a_link_to_nothing(story: Story, database: Database) -> None:
    """Fault 49."""
    async with database.write() as tx:
        story.town.tx = tx
        nanshan, company = story.town.stations["nanshan"], story.town.teams["company"]
        shift = await offer(story.town, station_id=nanshan, team_id=company)
    heard = []
    for link in (f"a_{shift}", "a_999", "a_x"):
        await story.anna.start(link)
        heard.append(story.anna.texts(1))

    assert heard == [[story.anna.say(NO_WAY_IN)]] * 3


async def test_newcomer_without_a_link_is_offered_the_open_teams(story: Story, database: Database) -> None:
    kim = story.newcomer("Kim")
    await kim.start()
    await kim.press("I agree, I'm 18 or over")
    await kim.press("Use this name")
    kim.sees("Which team would you like to join?")
    assert kim.last().buttons == ["first · futian", "second · futian", kim.say("Not now")]
    await kim.press("Not now")
    kim.sees("What would you like to do?", within=1)
    await kim.press("Activities")
    kim.sees("Nothing is coming up for everybody. In a team you hear of its activities at once.", within=1)
    await offered(story, database)
    await kim.press("Join a team")
    await kim.press("first · futian")
    kim.sees("✅ You are in <b>{team}</b> now. We'll tell you of its new activities.", team="first", within=1)
    await kim.press("Activities")

    kim.sees("<b>Coming activities</b>{chosen}", chosen="", within=1)
    await story.anna.start()
    story.anna.sees_not("Which team would you like to join?")


async def test_newcomer_may_type_another_name(story: Story) -> None:
    kim = story.newcomer("Kim")

    await kim.start()
    await kim.press("I agree, I'm 18 or over")
    await kim.send("Who are you?")
    kim.sees("Shall we call you <b>{name}</b>?", name="Who are you?", within=1)
    await kim.send("  Kim   Lee <b>&\u202e ")
    kim.sees_not("👋 <b>Hello, {name}!</b>")
    await kim.press("Use this name")

    kim.sees("👋 <b>Hello, {name}!</b>", name="Kim Lee <b>&")
    kim.sees_button("Not now")


async def test_name_without_anything_legible_is_asked_for(story: Story) -> None:
    kim = story.newcomer("\u200b\u3164")

    await kim.start()
    await kim.press("I agree, I'm 18 or over")

    kim.sees("What's your name? Please type it here: it stands on lists and hours.")


async def test_newcomer_chooses_the_language_before_joining(story: Story) -> None:
    kim = story.newcomer("Kim")
    other = "en" if story.language != "en" else "zh_Hant"

    await kim.start("a_1")
    await kim.press({"en": "English", "zh_Hant": "繁體中文"}[other])
    kim.words = type(kim.words)(other, kim.words.zone)

    kim.sees("👋 <b>Welcome! To join, please read this and agree.</b>", within=1)
    await kim.press("I agree, I'm 18 or over")
    kim.sees("Shall we call you <b>{name}</b>?", within=1)
    await kim.send("/settings")
    kim.sees("👋 <b>Welcome! To join, please read this and agree.</b>", within=1)


async def test_nothing_is_kept_before_consent(story: Story, database: Database) -> None:
    """Fault 65."""
    kim = story.newcomer("Kim")

    await kim.start("a_1")
    for text in ("/menu", "/forget", "Hello, I am Kim", "/log 14:00-15:00 tea", "活动"):
        await kim.send(text)
        kim.sees("👋 <b>Welcome! To join, please read this and agree.</b>", within=1)

    async with database.read() as tx:
        assert await tx.row(people_rows.by_telegram_id.statement, telegram_id=kim.person.id) is None


async def test_old_buttons_of_somebody_unknown_lead_to_joining(story: Story, database: Database) -> None:
    shift = await offered(story, database, Audience.EVERYONE)
    await story.anna.start(f"a_{shift}")
    card = story.anna.last()
    await story.anna.send("/forget")
    await story.anna.press("Yes, erase it all")

    await story.anna.press("Sign me up", message=card)

    story.anna.sees("👋 <b>Welcome! To join, please read this and agree.</b>", within=1)
    await story.anna.press("I agree, I'm 18 or over")
    await story.anna.press("Use this name")
    story.anna.sees("Visit a care home and chat with residents", within=1)


async def test_start_of_a_member_opens_the_menu(story: Story) -> None:
    await story.anna.start()

    story.anna.sees("👋 <b>Hello, {name}!</b>", name="Anna")
    await story.anna.press("Settings")
    story.anna.sees("⚙️ <b>Settings of {name}</b>", name="Anna")


async def test_menu_of_telegram_follows_role_and_language(story: Story) -> None:
    kim = story.newcomer("Kim")
    await kim.start()
    await kim.press("I agree, I'm 18 or over")
    await kim.press("Use this name")
    await story.olga.send("/menu")

    names = [command["command"] for command in kim.person.commands()]
    staff = [command["command"] for command in story.olga.person.commands()]
    assert names == ["activities", "mine", "hours", "log", "checkin", "settings", "mydata", "help", "menu"]
    assert {"post", "stations", "summary"} <= set(staff)


async def test_menu_of_telegram_follows_the_language_of_the_client(story: Story) -> None:
    kim = story.newcomer("Kim", language="en")
    await kim.start()
    await kim.press("I agree, I'm 18 or over")
    await kim.press("Use this name")
    seen = []
    for code in ("en", "zh-hans", "zh-hant", "zh-hk"):
        await story.wind(1)
        kim.person.language = code
        await kim.send("/menu")
        seen.append(next(row["description"] for row in kim.person.commands() if row["command"] == "mine"))

    assert seen == [Words(read, ZONE).label("What I signed up for") for read in ("en", "zh_Hans", "zh_Hant", "zh_Hant")]


async def test_press_in_a_group_leads_to_the_own_chat(story: Story, database: Database) -> None:
    """Fault 46."""
    shift = await offered(story, database)
    kim = story.newcomer("Kim")
    group = story.simulator.group("first team", members=[story.anna.person, kim.person])
    story.anna.person.send(f"/start@{story.simulator.world.bot['username']}", chat=group)
    await story.settle()
    card = group.messages[-1]
    before = card.text

    answers = []
    for phone, data in ((kim, f"su:{shift}:0"), (kim, "gone:1"), (story.anna, f"su:{shift}:0")):
        press = phone.person.forge(data, message=card)
        await story.settle()
        answers.append((await press.answered()).url)

    bot = f"https://t.me/{story.simulator.world.bot['username']}"
    link = f"{bot}?start=a_{shift}"
    assert (answers, card.text, kim.person.messages) == ([link, bot, link], before, [])


async def test_contact_without_a_question_is_kept_not_passed_on(story: Story) -> None:
    story.anna.person.send_contact(story.anna.person.id, "+8613800138000")
    await story.settle()

    story.anna.sees("✅ Your phone number is kept, encrypted.")
    story.anna.sees_not("Shall I pass this to {name}?")
