"""Staff at work on people, teams, links and stations, by pressing what they see."""

import re

from bot.ground.viewer import Role
from bot.members import finding_rows as finding
from bot.store.database import Database
from handlers.talk.role_words import role_name
from tests.stories.phone import Phone
from tests.stories.story import Story

LINK = re.compile(r"start=([A-Za-z0-9_-]+)")


def link_on(phone: Phone) -> str:
    found = LINK.search(phone.last().text)
    assert found, phone.screen()
    return found[1]


def titled(phone: Phone) -> str:
    """As the station calls it."""
    return role_name(phone.words, Role.SOCIAL_WORKER, "social_worker")


async def test_coordinator_gives_a_role_and_takes_it_back(story: Story, database: Database) -> None:
    olga, anna = story.olga, story.anna
    await olga.send("/people")
    olga.sees("<b>Whom are you looking for?</b> Type a name, a part of it, or a volunteer number.")
    await olga.send("Anna")
    await olga.press("Roles")
    await olga.press("Give a role")
    await olga.press(titled(olga))
    await olga.press("futian ›")
    await olga.press("This one: {station}", station="futian")
    olga.is_told("{name} is now {role} for {station}.", name="Anna", station="futian")
    anna.sees("👋 You are now <b>{role}</b> for {station}. Your menu has grown: see /menu.", role=titled(anna))
    await anna.send("/people")
    anna.sees("<b>Whom are you looking for?</b> Type a name, a part of it, or a volunteer number.")

    await olga.press("Withdraw: {role}, {station}", role=titled(olga), station="futian")
    olga.sees("Withdraw this role from <b>{name}</b>? It ends at once.", name="Anna")
    await olga.press("Yes, withdraw")
    olga.sees("<b>{name}</b> is no longer {role} for {station}.", name="Anna", station="futian")
    anna.sees("You are no longer {role} for {station}. Thank you for what you did.", station="futian")

    async with database.read() as tx:
        assert await finding.roles_of(tx, story.town.people["anna"]) == []


async def test_demoted_person_presses_an_old_button(story: Story) -> None:
    """Fault 47: the card is still there, its power is gone."""
    olga, anna, chan = story.olga, story.anna, story.chan
    await chan.send("/teams")
    await chan.press("first · futian")
    await chan.press("Change")
    await olga.send("/people chan")
    await olga.press("Roles")
    await olga.press("Withdraw: {role}, {station}", role=titled(olga), station="futian")
    await olga.press("Yes, withdraw")
    olga.sees("Others lead these teams for now, and were told: {names}")

    await chan.press("Joining: open to everybody")

    await olga.send("/teams")
    await olga.press("first · futian")
    olga.sees("{kind}, {joining}", joining=olga.say("open to everybody"))
    assert anna.texts() == []


async def test_social_worker_records_a_consent_form(story: Story) -> None:
    chan = story.chan
    await chan.send("/people anna")
    chan.sees_button("Roles")
    await chan.send("/teams")
    await chan.press("first · futian")
    await chan.press("Members")
    await chan.press("Add without Telegram")
    await chan.send("Little Bo")
    await chan.press("under 14")
    chan.is_told("{name} is in {team} now.", name="Little Bo", team="first")

    await chan.send("/people bo")
    chan.sees("⚠️ Parent's or guardian's consent is missing")
    await chan.press("Consent form")
    chan.sees("When was it signed? Press or type a day, such as 20 Nov. It holds for twelve months.")
    await chan.send("2026-11-30")
    chan.sees("When was it signed? Press or type a day, such as 20 Nov. It holds for twelve months.")
    await chan.send("2026-11-20")
    chan.sees("Who signed, and who comes along? Type two lines: the guardian's name, then the companion's.")
    await chan.send("Mother Zhang")
    chan.sees("⚠️ That was one name only.", within=1)
    await chan.send("Mother Zhang\nUncle Canary")
    chan.sees("✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name="Little Bo")
    chan.sees("Parent's or guardian's consent holds until {day}")


async def test_social_worker_records_training(story: Story) -> None:
    chan = story.chan
    await chan.send("/people ben")
    await chan.press("Training")
    await chan.press("Another training")
    await chan.send("First aid")
    chan.sees("<b>Training of {name}</b>", name="Ben")
    await chan.send("/people cora")
    await chan.press("Training")
    await chan.press("＋ First aid")
    await chan.press("✕ First aid")
    chan.sees("Nothing recorded yet.")


async def test_social_worker_looks_at_somebodys_hours(story: Story) -> None:
    await story.chan.send("/people ben")
    await story.chan.press("Hours")
    story.chan.sees("<b>{name}</b> has no hours here yet.", name="Ben")


async def test_coordinator_makes_a_team_with_lead_and_captain(story: Story) -> None:
    olga, chan, newcomer = story.olga, story.chan, story.newcomer("Zoe")
    await olga.send("/teams")
    await olga.press("New team")
    await olga.press("service team")
    await olga.press("futian ›")
    await olga.press("This one: {station}", station="futian")
    await olga.send("Third <Team> & more")
    olga.sees("⚠️ No staff lead yet")
    await olga.press("Change")
    await olga.press("Staff lead: {name}", name="–")
    await olga.press("Chan")
    chan.sees("You are now the staff lead of <b>{team}</b>: /teams", team="Third <Team> & more")

    await chan.send("/teams")
    await chan.press("Third <Team> & more · futian")
    await chan.press("Invite")
    await chan.press("Make the link")
    await newcomer.start(link_on(chan))
    await newcomer.press("I agree, I'm 18 or over")
    await newcomer.press("Use this name")
    newcomer.sees("🎉 <b>You are in {team} now.</b>", team="Third <Team> & more")

    await chan.send("/teams")
    await chan.press("Third <Team> & more · futian")
    await chan.press("Members")
    await chan.press("Zoe")
    await chan.press("Make captain")
    newcomer.sees("⭐ You are now captain of <b>{team}</b>.", team="Third <Team> & more")
    await newcomer.send("/teams")
    newcomer.sees("Captains: {names}", names="Zoe")


async def test_role_link_makes_a_social_worker_once(story: Story) -> None:
    olga, dan, eve = story.olga, story.dan, story.eve
    await olga.send("/invite")
    await olga.press("For a role")
    await olga.press(titled(olga))
    await olga.press("This one: {station}", station="city")
    await olga.press("Make the link")
    code = link_on(olga)
    await dan.start(code)
    dan.sees("🎉 <b>You are now {role} for {station}.</b>", station="city")
    await eve.start(code)
    eve.sees_not("🎉 <b>You are now {role} for {station}.</b>")
    await olga.send("/invite")
    await olga.press("My links")
    olga.sees("None of your links works any more.")


async def test_guessed_links_are_refused_and_then_paused(story: Story) -> None:
    """Fault 50, through the whole bot: the wrong tries are kept although each is refused."""
    carl, dan = story.carl, story.dan
    await carl.send("/invite")
    await carl.press("Into a team")
    await carl.press("Make the link")
    for turn in range(5):
        await dan.start(f"t_guess{turn}")
    await dan.start(link_on(carl))
    dan.sees_not("🎉 <b>You are in {team} now.</b>")
    await story.wind(3600)
    await dan.start(link_on(carl))
    dan.sees("🎉 <b>You are in {team} now.</b>", team="first")


async def test_coordinator_grows_the_tree_and_sets_it_up(story: Story) -> None:
    olga = story.olga
    await olga.send("/stations")
    await olga.press("futian")
    await olga.press("Add below")
    await olga.press("community")
    await olga.send("Lotus Hill")
    olga.sees("Time zone: {zone}, {source}", zone="Asia/Shanghai", source=plain(olga, "<i>inherited</i>"))
    await olga.press("Settings")
    await olga.press("Roll-call and hours")
    await olga.press("Lateness not deducted")
    await olga.send("abc")
    await olga.send("５")
    olga.sees("Now: <b>{value}</b>, {source}", value=olga.say("{n} min", n="5"), source=plain(olga, "<i>set here</i>"))
    await olga.press("Inherit again")
    olga.sees("Now: <b>{value}</b>, {source}", value=olga.say("{n} min", n="10"))
    await olga.press("Back")
    await olga.press("Training counts as hours")
    await olga.press("yes")
    olga.sees("Now: <b>{value}</b>, {source}", value=olga.say("yes"), source=plain(olga, "<i>set here</i>"))

    await olga.send("/stations")
    await olga.press("nanshan")
    await olga.press("Change")
    await olga.press("Time zone: {zone}", zone="Asia/Shanghai")
    await olga.send("Asia/Macau")
    await olga.press("Preset: {preset}", preset=olga.say("Mainland"))
    await olga.press("Hong Kong")
    await olga.press("Back")
    olga.sees("Time zone: {zone}, {source}", zone="Asia/Macau", source=plain(olga, "<i>set here</i>"))
    olga.sees("Preset: {preset}, {source}", preset=olga.say("Hong Kong"), source=plain(olga, "<i>set here</i>"))


def plain(phone: Phone, text: str) -> str:
    return re.sub(r"</?i>", "", phone.say(text))


async def test_volunteers_are_refused_what_is_for_staff(story: Story) -> None:
    anna = story.anna
    for command in ("/people", "/stations", "/invite", "/teams"):
        await anna.send(command)
    anna.sees_not("<b>Whom are you looking for?</b> Type a name, a part of it, or a volunteer number.")
    anna.sees_not("<b>Teams</b>", "<b>Your stations</b>")


async def test_value_of_a_team_is_looked_at_before_it_changes(story: Story) -> None:
    chan = story.chan
    await chan.send("/teams")
    await chan.press("first · futian")
    await chan.press("Change")
    await chan.press("Joining: open to everybody")
    chan.sees("Who may join <b>{team}</b>?", team="first", within=1)
    await chan.press("Back")
    chan.sees_button("Joining: open to everybody")
    await chan.press("Joining: open to everybody")
    await chan.press("By invitation only")
    chan.sees_button("Joining: by invitation only")
    await chan.press_like(chan.say("service team"))
    chan.sees("<b>What kind of team is {team}?</b>", team="first", within=1)
    await chan.press("Back")
    chan.sees_button("Kind: {kind}", kind=chan.say("service team"))
