"""Two things at one hour: signing up, waiting, taking what was offered, and what a move brings about."""

from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import DAY, HOUR, Story

TITLES = {"en": "Visit a care home", "zh_Hans": "探访敬老院", "zh_Hant": "長者院舍探訪"}
TEA = {"en": "Tea", "zh_Hans": "茶话会", "zh_Hant": "茶聚"}
PLACES = {"en": "capacity: ", "zh_Hans": "人数：", "zh_Hant": "人數："}
CLASH = "At that time you are down for “{activity}” ({when}). You can come to one of the two."
WAITS = "At that time you wait for a place in “{activity}” ({when}). Leave that list and take this one?"
GIVEN_UP = "The place in “{activity}” was given up."


async def post(story: Story, *, tea: bool = False, at: str = "9:00-11:30", places: int = 8) -> None:
    """The visit, or the tea, on Saturday."""
    message = MESSAGES[story.language].replace("11:30", at.partition("-")[2]).replace("9:00", at.partition("-")[0])
    message = message.replace("8:45", at.partition("-")[0]).replace(
        f"{PLACES[story.language]}8", PLACES[story.language] + str(places)
    )
    await story.chan.send(message.replace(TITLES[story.language], TEA[story.language]) if tea else message)
    await story.chan.press("Publish")


async def manage(story: Story, title: str, *labels: str) -> None:
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like(title)
    for label in labels:
        await story.chan.press(label)


async def test_a_move_into_another_activity_is_said_to_everybody_and_asked_like_a_sign_up(story: Story) -> None:
    visit, tea = TITLES[story.language], TEA[story.language]
    await post(story)
    for phone in (story.anna, story.ben):
        await phone.press("Sign me up")
    await post(story, tea=True, at="14:00-16:00")
    for phone in (story.anna, story.cora):
        await phone.press("Sign me up")

    await manage(story, tea, "More", "Postpone or cancel", "Postpone")
    await story.chan.send("10:00")
    story.chan.sees("⚠️ {team} has “{title}” at this hour already.", title=visit)
    busy = story.chan.words.say_n(
        "⚠️ {n} of those signed up is down for something else then: {names}",
        "⚠️ {n} of those signed up are down for something else then: {names}", 1, names="Anna",
    )  # fmt: skip
    story.chan.sees("{x}", x=busy, within=1)
    await story.chan.press("Yes, move it")
    story.chan.sees("⚠️ Down for something else at that time too: {names}", within=1, names="Anna")
    await story.chan.press("Manage")
    story.chan.sees("⚠️ Down for something else at that time too: {names}", within=1, names="Anna")

    for phone in (story.anna, story.cora):
        phone.sees("📅 <b>Time or place has changed.</b> Now:")
        phone.sees("(until now: {when})", within=1)
    story.anna.sees("⚠️ You are down for “{activity}” then as well ({when}).", within=1, activity=visit)
    story.cora.sees_not("⚠️ You are down for “{activity}” then as well ({when}).")

    await story.anna.press("I'll be there")
    story.anna.sees(CLASH, activity=visit)
    await story.anna.press("Take this one instead")
    story.anna.sees(GIVEN_UP, activity=visit)
    await manage(story, tea)
    said = story.chan.pattern("{n} said they'll come, {silent} no answer yet", n=1, silent=1)
    card = next(text for text in reversed(story.chan.texts()) if said.search(text))
    assert not story.chan.pattern("⚠️ Down for something else at that time too: {names}").search(card)
    await manage(story, visit, "Participants")
    gone = story.chan.say("{name} ({reason})", name="Anna", reason=story.chan.say("something else at that time"))
    story.chan.sees("➖ Withdrew ({n}): {names}", n=1, names=gone)


async def test_moved_twice_before_it_was_heard_tells_the_time_that_is_known(story: Story) -> None:
    await post(story)
    await story.anna.press("Sign me up")
    await story.wind_to(story.now + 13 * HOUR)  # 23:00: what is told waits for the morning
    was = story.anna.words.at("Asia/Shanghai").when(START := story.now - 13 * HOUR + 6 * DAY - HOUR, START + 9000)
    for time in ("10:00", "13:00"):
        await manage(story, TITLES[story.language], "Edit", "Start")
        await story.chan.send(time)
    await story.wind(9 * HOUR)
    story.anna.sees("(until now: {when})", when=was)


async def test_one_is_taken_instead_of_the_other_at_sign_up(story: Story) -> None:
    visit, tea = TITLES[story.language], TEA[story.language]
    await post(story, places=1)
    await story.anna.press("Sign me up")
    await story.ben.press("Sign me up")  # waits
    await post(story, tea=True, at="10:00-12:00", places=2)
    await story.anna.press("Sign me up")
    story.anna.sees(CLASH, activity=visit)
    await story.anna.press("Take this one instead")
    story.anna.sees("✅ You're in. See you on {day}!", GIVEN_UP, activity=visit)
    story.ben.sees("🎉 A place opened and it's yours.")

    await story.anna.send("/mine")
    assert visit not in story.anna.last().text
    assert tea in story.anna.last().text


async def test_nothing_is_given_up_for_what_is_full(story: Story) -> None:
    visit, tea = TITLES[story.language], TEA[story.language]
    await post(story)
    await post(story, tea=True, at="10:00-12:00", places=1)
    await story.ben.press("Sign me up")  # the tea
    await story.anna.send("/activities")
    await story.anna.press_like(visit)
    await story.anna.press("Sign me up")
    await story.anna.send("/activities")
    await story.anna.press_like(tea)
    await story.anna.press("Sign me up")
    await story.anna.press("Take this one instead")
    story.anna.is_told("“{wanted}” is full, so nothing has changed: “{kept}” stays as it is.")
    await story.anna.send("/mine")
    assert visit in story.anna.last().text


async def test_what_begins_soon_is_asked_about_and_its_lead_hears_it(story: Story) -> None:
    visit = TITLES[story.language]
    await post(story)
    await story.anna.press("Sign me up")
    await story.wind_to(story.now + 5 * DAY)  # Friday, 10:00
    await post(story, tea=True, at="10:00-12:00")
    await story.anna.press("Sign me up")
    await story.anna.press("Take this one instead")
    story.anna.sees("<b>Take this one instead?</b>", "It begins soon, so we'll tell {lead}.")
    await story.anna.press("Yes, take this one")
    story.anna.sees(GIVEN_UP, activity=visit)
    await story.wind(HOUR)
    story.chan.sees("⚠️ <b>{name} can't come</b>", name="Anna")


async def test_who_waits_is_asked_to_leave_that_list_and_an_offer_too(story: Story) -> None:
    visit = TITLES[story.language]
    await post(story, places=1)
    await story.ben.press("Sign me up")
    await story.anna.press("Sign me up")  # waits
    await post(story, tea=True, at="10:00-12:00")
    await story.anna.press("Sign me up")
    story.anna.sees(WAITS, activity=visit)
    await story.anna.press("Leave it, take this one")
    story.anna.sees("✅ You're in. See you on {day}!", "The waiting list of “{activity}” was left.", activity=visit)
    await story.ben.press("Can't make it")
    await story.ben.press("Yes, cancel")
    story.anna.sees_not("🎉 A place opened and it's yours.")


async def test_a_captain_takes_this_one_instead_for_a_member(story: Story) -> None:
    visit = TITLES[story.language]
    await post(story)
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    await post(story, tea=True, at="10:00-12:00")
    await story.carl.press("Sign up someone else")
    await story.carl.send("Gran")  # who is elsewhere then is offered where she is asked for
    await story.carl.press_like("Gran")
    story.carl.sees("At that time {name} is down for “{activity}” ({when}). One of the two is possible.", name="Gran")
    await story.carl.press("Take this one instead")
    story.carl.sees("✅ {name} is in.", GIVEN_UP, activity=visit)
    await manage(story, visit)
    story.chan.sees("{taken} of {places} taken", taken=0, places=8)
