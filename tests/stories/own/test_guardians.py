"""Under 18: from the refused sign-up over the guardian's link to a place, and back again."""

from datetime import date

from bot.activities import rows as activities
from bot.activities.rules import ActivityState, Audience
from bot.leading import rows as leading
from bot.members import profile_rows as profiles
from bot.people.consent import rows as consents
from bot.sign_ups import list_rows
from bot.store.database import Database
from tests.helpers.offers import offer
from tests.stories.phone import Phone
from tests.stories.story import Story


async def join(phone: Phone, link: str | None = None, *, adult: bool = True) -> None:
    await phone.start(link)
    await phone.press("I agree, I'm 18 or over" if adult else "I agree, I'm under 18")
    await phone.press("Use this name")


async def offered(story: Story, database: Database) -> int:
    async with database.write() as tx:
        story.town.tx = tx
        return await offer(story.town, audience=Audience.EVERYONE)


async def states(database: Database, shift: int) -> list[str]:
    async with database.read() as tx:
        return [row["state"] for row in await tx.rows(list_rows.of_shift.statement, shift_id=shift)]


def link_of(phone: Phone) -> str:
    """What stands behind ``start=`` in the message to forward."""
    return phone.last().text.rsplit("start=", 1)[1].split()[0]


async def test_minor_gets_a_place_once_a_guardian_has_agreed(story: Story, database: Database) -> None:
    """Fault 66."""
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    assert await states(database, shift) == []

    await kit.press("Ask my parent or guardian")
    await kit.press("14–17")
    kit.sees("👇 <b>Forward the next message to your parent or guardian.</b> I'll tell you when they agree.")
    await join(mum, link_of(kit))
    mum.sees("<b>Do you agree that {name} volunteers with us?</b>", name="Kit")
    await mum.press("I agree")
    mum.sees("✅ Thank you. {name} can take part until {day}.", name="Kit")
    kit.sees("✅ <b>{name} has agreed. You can take part now.</b>", name="Mum")
    assert "Visit a care home" in kit.last().text
    await kit.press("Sign me up", message=kit.last())

    assert await states(database, shift) == ["confirmed"]
    await mum.press("Take it back")
    await mum.press("Yes, take it back")
    kit.sees("{name} has taken the consent back. Your coming sign-ups are cancelled.", name="Mum")
    assert await states(database, shift) == []


async def test_guardian_finds_the_consent_again_and_changes_mind_twice(story: Story) -> None:
    """Fault 66."""
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, adult=False)
    kit.person.forge("gua")
    await story.settle()
    await kit.press("14–17")
    link = link_of(kit)
    await join(mum, link)
    await mum.press("I agree")
    await mum.start(link)
    mum.sees("✅ On {day} you agreed that {name} takes part. It holds until {until}.", name="Kit", within=1)
    await mum.send("/settings")
    await mum.press("About me")
    await mum.press("My consent as a parent")
    await mum.press("Kit")
    await mum.press("Take it back")
    await mum.press("No, it stands")
    mum.sees("✅ On {day} you agreed that {name} takes part. It holds until {until}.", name="Kit", within=1)
    await mum.press("Take it back")
    await mum.press("Yes, take it back")
    kit.sees("{name} has taken the consent back. Your coming sign-ups are cancelled.", name="Mum")
    await story.wind(60)
    await mum.press("I agree again")

    mum.sees("✅ Thank you. {name} can take part until {day}.", name="Kit", within=1)
    kit.sees("✅ <b>{name} has agreed. You can take part now.</b>", name="Mum", within=1)


async def test_under_14_somebody_is_named_who_comes_along(story: Story, database: Database) -> None:
    """Fault 66."""
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("Under 14")
    await join(mum, link_of(kit))
    mum.sees("· {name} is under 14: an adult comes along", name="Kit")
    await mum.press("I agree, someone else comes along")
    await mum.send("Uncle Bo")
    mum.sees("<b>“{name}” comes along?</b>", name="Uncle Bo", within=1)
    await mum.press("Yes, this name")
    mum.sees("✅ Thank you. {name} can take part until {day}.", name="Kit")
    await kit.press("Sign me up", message=kit.last())

    assert await states(database, shift) == ["confirmed"]
    await mum.press("Who comes along")
    await mum.press("I come along")
    mum.sees("✅ Noted who comes along with {name}.", name="Kit")
    kit.sees("✅ <b>{name} comes along. You can take part now.</b>", name="Mum")


async def test_form_on_paper_leads_back_to_what_was_refused(story: Story, database: Database) -> None:
    """Fault 66."""
    shift = await offered(story, database)
    kit = story.newcomer("Kit")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    kit.sees("Under 18, a parent or guardian must agree first. Then sign up again.")
    await story.chan.send("/people kit")
    await story.chan.press("Consent form")
    await story.chan.press("14 to 17")
    await story.chan.press("Today")
    await story.chan.send("Mother Zhang")
    kit.sees("✅ <b>The signed form is there. You can take part now.</b>")
    await kit.press("Sign me up", message=kit.last())

    assert await states(database, shift) == ["confirmed"]


async def test_news_of_consent_leads_to_the_list_where_the_activity_is_gone(story: Story, database: Database) -> None:
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, f"a_{shift}", adult=False)
    await kit.press("Sign me up")
    await kit.press("Ask my parent or guardian")
    await kit.press("14–17")
    async with database.write() as tx:
        activity = await activities.get_shift(tx, shift)
        assert activity is not None
        await leading.set_state(tx, activity.activity_id, ActivityState.CLOSED)
    await join(mum, link_of(kit))
    await mum.press("I agree")

    kit.sees("✅ <b>{name} has agreed. You can take part now.</b>", name="Mum")
    assert kit.last().buttons == [kit.say("Activities")]


async def test_guardian_names_a_companion_for_who_is_under_14_after_all(story: Story, database: Database) -> None:
    """Fault 66."""
    shift = await offered(story, database)
    kit, mum = story.newcomer("Kit"), story.newcomer("Mum")
    await join(kit, adult=False)
    kit.person.forge("gua")
    await story.settle()
    await kit.press("14–17")
    await join(mum, link_of(kit))
    await mum.press("I agree")
    await kit.send("/settings")
    await kit.press("About me")
    await kit.press("Age")
    await kit.press("Under 14")
    await kit.start(f"a_{shift}")
    await kit.press("Sign me up")
    kit.sees("Under 14, an adult must come along. A parent or guardian says who.")
    await kit.press("Ask my parent or guardian")
    kit.sees("👍 I've asked {name} who comes along. I'll tell you the answer.", name="Mum")
    mum.sees("<b>{name} would like to take part. Who comes along?</b>\nUnder 14, an adult must.", name="Kit")
    await mum.press("Someone else")
    await mum.send("Uncle Bo")
    mum.sees("<b>“{name}” comes along?</b>", name="Uncle Bo", within=1)
    await mum.press("Yes, this name")
    kit.sees("✅ <b>An adult comes along. You can take part now.</b>")
    await kit.press("Sign me up", message=kit.last())

    assert await states(database, shift) == ["confirmed"]


async def test_captain_says_who_comes_along_and_the_sign_up_goes_on(story: Story, database: Database) -> None:
    """Fault 66."""
    shift = await offered(story, database)
    carl, gran = story.carl, story.town.people["gran"]
    async with database.write() as tx:
        await profiles.set_age_band(tx, gran, "under_14", story.now)
        day = date(2026, 11, 20)
        await consents.add_consent(tx, person_id=gran, way="paper", given_on=day, now=story.now)
    await carl.start(f"a_{shift}")
    await carl.press("Sign up someone else")
    await carl.press_like("Gran")
    carl.sees("<b>{name} is under 14: who comes along?</b>\nPlease type the adult's name.", name="Gran")
    assert await states(database, shift) == []
    await carl.send("Uncle Bo")
    await carl.press("Yes, this name")

    carl.sees("✅ {name} is in.", name="Gran")
    assert await states(database, shift) == ["confirmed"]
    await story.anna.start(f"a_{shift}")
    story.anna.person.forge(f"gca:{gran}:0")
    await story.settle()
    story.anna.sees_not("✅ Noted who comes along with {name}.")


async def test_only_another_adult_consents(story: Story) -> None:
    kit, kim = story.newcomer("Kit"), story.newcomer("Kim")
    await join(kit, adult=False)
    await kit.send("/settings")
    await kit.press("About me")
    await kit.press("Age")
    await kit.press("14–17")
    kit.person.forge("gua")
    await story.settle()
    link = link_of(kit)

    await kit.start(link)
    kit.sees_not("<b>Do you agree that {name} volunteers with us?</b>")
    await join(kim, link, adult=False)
    kim.sees_not("<b>Do you agree that {name} volunteers with us?</b>")
    kim.person.forge(f"gya:{link.removeprefix('g_')}:0")
    await story.settle()
    kim.sees_not("✅ Thank you. {name} can take part until {day}.")
    await story.anna.start(link)
    await story.anna.press("I don't agree")

    story.anna.sees("All right. Nothing was recorded. If you change your mind, the link still works.")
    kit.sees_not("✅ <b>{name} has agreed. You can take part now.</b>")


async def test_link_is_used_up_by_the_answer(story: Story) -> None:
    kit = story.newcomer("Kit")
    await join(kit, adult=False)
    kit.person.forge("gua")
    await story.settle()
    await kit.press("14–17")
    link = link_of(kit)
    await story.anna.start(link)
    card = story.anna.last()
    await story.ben.start(link)
    await story.anna.press("I agree")

    await story.ben.press("I agree")
    story.ben.sees_not("✅ Thank you. {name} can take part until {day}.")
    story.anna.person.press(story.anna.say("Take it back"))
    await story.settle()
    story.anna.person.forge(f"gya:{link.removeprefix('g_')}:0", message=card)
    await story.settle()

    story.anna.sees("✅ Thank you. {name} can take part until {day}.", within=1)
