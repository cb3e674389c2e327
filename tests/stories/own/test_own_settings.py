"""Settings, pressed and typed; and the phone number that must be one's own."""

from bot.people import rows as people_rows
from bot.people.ages import AgeBand
from bot.store.database import Database
from handlers.links.joining import TellAge
from tests.stories.story import Story


async def test_name_and_number_are_changed_by_typing(story: Story) -> None:
    await story.anna.send("/settings")
    story.anna.sees("Teams: {teams} · main one: {home}", teams="first", home="first")

    await story.anna.press("About me")
    await story.anna.press("Name")
    await story.anna.send("Anna Wong")
    story.anna.sees("{what} now: {before}", what=story.anna.say("Name"), before="Anna", within=1)
    await story.anna.press("Yes, change it")
    story.anna.sees("⚙️ <b>Settings of {name}</b>", name="Anna Wong")
    await story.anna.press("About me")
    await story.anna.press("Volunteer number")
    await story.anna.send("SZ 0042")
    await story.anna.press("Yes, change it")
    story.anna.sees("Volunteer number: {number}", number="SZ 0042", within=1)
    await story.anna.press("About me")
    await story.anna.press("Volunteer number")
    await story.anna.press("Remove it")

    story.anna.is_told("Saved")
    story.anna.sees("Volunteer number: {number}", number=story.anna.say("none"), within=1)


async def test_typing_after_going_back_changes_nothing(story: Story) -> None:
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Name")
    await story.anna.press("Back")

    await story.anna.send("I am ill today")

    story.anna.sees("Shall I pass this to {name}?", name="Chan")
    await story.anna.send("/settings")
    story.anna.sees("⚙️ <b>Settings of {name}</b>", name="Anna", within=1)


async def test_question_left_for_an_hour_no_longer_takes_what_is_typed(story: Story) -> None:
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Name")
    await story.wind(3601)

    await story.anna.send("I am ill today")

    story.anna.sees("Shall I pass this to {name}?", name="Chan")


async def test_phone_is_taken_from_the_own_contact_only(story: Story, database: Database) -> None:
    """Fault 51."""
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Phone")
    story.anna.person.send_contact(story.ben.person.id, "+8613800138000")
    await story.settle()
    story.anna.sees_not("✅ Your phone number is kept, encrypted.")
    own = story.anna.person.send_contact(story.anna.person.id, "+8613800138000")
    await story.settle()
    story.anna.sees("✅ Your phone number is kept, encrypted.")
    await story.ben.send("/settings")
    await story.ben.press("About me")
    await story.ben.press("Phone")
    story.ben.person.forward(own)
    await story.settle()
    story.ben.sees_not("✅ Your phone number is kept, encrypted.")

    await story.ben.send("+8613800138000")
    story.ben.sees("To give or change it, press the button below. Staff see it only to call you about an activity.")
    story.ben.person.press_reply_button(story.ben.say("Share my phone number"))
    await story.settle()

    story.ben.sees("✅ Your phone number is kept, encrypted.")
    async with database.read() as tx:
        kept = [
            await tx.value(people_rows.sealed_phone.statement, id=story.town.people[name]) for name in ("anna", "ben")
        ]
    assert all(sealed.startswith("v1.") and "138" not in sealed for sealed in kept)


async def test_phone_is_removed(story: Story, database: Database) -> None:
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Phone")
    story.anna.person.press_reply_button(story.anna.say("Share my phone number"))
    await story.settle()
    await story.anna.press("About me")
    await story.anna.press("Phone")
    await story.anna.press("Remove it")

    story.anna.is_told("Saved")
    async with database.read() as tx:
        assert await tx.value(people_rows.sealed_phone.statement, id=story.town.people["anna"]) is None


async def test_language_changes_at_once(story: Story) -> None:
    await story.anna.send("/language")
    await story.anna.press("繁體中文")
    story.anna.words = type(story.anna.words)("zh_Hant", story.zone)

    story.anna.is_told("From now on I speak English.")
    story.anna.sees("Which language shall I speak?", within=1)
    assert story.anna.person.commands()[0]["description"] == "看看有甚麼活動，報名"
    await story.anna.press("As my Telegram app")
    story.anna.words = type(story.anna.words)(story.language, story.zone)
    story.anna.sees("Which language shall I speak?", within=1)


async def test_notices_are_switched_off_and_on(story: Story) -> None:
    await story.anna.send("/settings")
    await story.anna.press("Notices")
    await story.anna.press("Single notices")
    await story.anna.press("✓ " + story.anna.say("New activities"))
    await story.anna.press("Back")
    await story.anna.press("Back")
    story.anna.sees("Notices switched off: {notices}", notices=story.anna.say("New activities"), within=1)
    await story.anna.press("Notices")
    await story.anna.press("Single notices")
    await story.anna.press("🔕 " + story.anna.say("New activities"))
    await story.anna.press("Back")
    await story.anna.press("Back")

    story.anna.sees("Notices switched off: {notices}", notices=story.anna.say("none"), within=1)


async def test_teams_are_joined_left_and_preferred(story: Story) -> None:
    await story.anna.send("/settings")
    await story.anna.press("Teams")
    await story.anna.press("Join a team")
    assert story.anna.person.buttons() == ["second · futian", story.anna.say("Back")]
    await story.anna.press("second · futian")
    story.anna.is_told("You are in {team} now.", team="second")
    await story.anna.press("second")
    await story.anna.press("Make it my main team")
    assert story.anna.person.buttons()[:2] == ["first", "⭐ second"]
    await story.anna.press("first")
    await story.anna.press("Leave")
    await story.anna.press("Yes, leave the team")

    story.anna.is_told("You have left {team}.", team="first")
    assert story.anna.person.buttons()[0] == "⭐ second"


async def test_minor_asks_staff_to_be_an_adult_here(story: Story) -> None:
    """Fault 66: two taps in the settings lift no guardian's consent."""
    kit = story.newcomer("Kit")
    await kit.start()
    await kit.press("I agree, I'm under 18")
    await kit.press("Use this name")
    await kit.send("/settings")
    await kit.press("About me")
    await kit.press("Age")
    assert kit.say("18–59") not in kit.last().buttons
    forged = kit.person.forge(TellAge(AgeBand.MIDDLE, False).pack())
    await story.settle()
    kit.answer = await forged.answered()
    kit.is_told(
        "You are on record as under {age}. If that is wrong or you have turned {age}, a social worker can change it: "
        "please ask one.",
        age=18,
    )
    await kit.press("14–17")
    kit.sees("✅ Thank you, noted.", within=1)

    await story.wu.send("/people kit")
    await story.wu.press("Age group")
    await story.wu.press("18 to 59")
    assert story.wu.last().text.startswith("Kit · ")
    await kit.send("/settings")
    kit.sees("Age: {age}", age=kit.say("18 to 59"), within=1)
