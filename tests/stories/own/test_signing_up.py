"""Sign-up, waiting list, promotion, offers and reminders, as people see them on their phones."""

from tests.helpers.town import NOW
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import DAY, HOUR, Story

START = NOW + 6 * DAY - HOUR  # Saturday 28 November 2026, 9:00 in Shanghai
TWO = {"en": ("capacity: 8", "capacity: 2"), "zh_Hans": ("人数：8", "人数：2"), "zh_Hant": ("人數：8", "人數：2")}


async def two_places(story: Story) -> None:
    """Chan posts a visit for two; Anna and Ben sign up."""
    await story.chan.send(MESSAGES[story.language].replace(*TWO[story.language]))
    await story.chan.press("Publish")
    for phone in (story.anna, story.ben):
        await phone.press("Sign me up")
        phone.sees("✅ You're in. See you on {day}!")


async def test_a_place_goes_from_one_to_the_next(story: Story) -> None:
    await two_places(story)
    await story.cora.press("Sign me up")
    story.cora.sees(
        "This one is full. You're {position} on the waiting list, and we'll tell you the moment a place opens."
    )

    await story.anna.press("Can't make it")
    story.anna.sees("Can't make it? Then someone else can have your place.")
    await story.anna.press("Yes, cancel")
    story.anna.sees("You cancelled. Thank you for telling us; someone else can come now.")
    await story.anna.press("I'm ill")
    story.anna.sees("Get well soon! Your place goes to someone else.")

    story.cora.sees("🎉 A place opened and it's yours.")
    await story.cora.press("Great")
    story.cora.sees("👍 Great, see you on {day}!")


async def test_pressing_twice_says_so_and_no_is_no(story: Story) -> None:
    await two_places(story)
    await story.anna.send("/mine")
    story.anna.sees("<b>What I signed up for</b>")
    await story.anna.press_like("✅")
    story.anna.sees("✅ You're in.")
    await story.anna.press("Can't make it")
    await story.anna.press("No, I'll come")
    story.anna.sees("👍 Great, see you on {day}!")

    await story.carl.press("Sign me up")
    await story.carl.press("Leave the list")
    await story.carl.press("Yes, leave")
    story.carl.sees("You've left the waiting list.")


async def test_an_offer_a_day_ahead_goes_on_when_nobody_answers(story: Story) -> None:
    await two_places(story)
    await story.cora.press("Sign me up")
    await story.carl.press("Sign me up")
    await story.wind_to(START - 22 * HOUR)
    await story.anna.press("Can't make it")
    story.anna.sees("It begins soon, so we'll tell {lead}.")
    await story.anna.press("Yes, cancel")
    await story.anna.press("Work or school")

    story.cora.sees("Please answer by {time}, or it goes to the next person.")
    await story.wind(4 * HOUR)
    story.chan.sees("⚠️ <b>{name} can't come</b>", name="Anna")
    story.cora.sees("We didn't hear from you, so the place went to the next person. Maybe next time!")
    await story.cora.press("I'll come")
    story.cora.sees("No answer came in time, so the place went to the next person.")
    await story.carl.press("I'll come")
    story.carl.sees("✅ You're in. See you on {day}!")


async def test_reminders_come_by_themselves_and_are_answered(story: Story) -> None:
    await two_places(story)
    await story.wind_to(START - 24 * HOUR + 60)
    story.anna.sees("👋 See you {day}: {title}")
    await story.anna.press("I'll be there")

    await story.wind_to(START - 2 * HOUR + 60)
    story.chan.sees("📋 <b>Your list for {day}</b>" if story.language == "en" else "No answer ({n})")
    story.ben.sees("⏰ {title}: soon!")
    await story.ben.press("I'll be late")
    story.ben.sees("🕘 {lead} knows you'll be late. By about how much?")
    await story.ben.press_like("30")
    story.ben.sees("🕘 {lead} knows you'll be about {time} late.")
    await story.wind(3 * 60)
    told = [text for text in story.chan.texts(1000) if text.startswith("🕘")]
    assert told == [told[0]]
    story.chan.sees("🕘 {name} will be about {time} late.", name="Ben", time=story.chan.words.hours(30))
    await story.wind_to(START - HOUR + 60)
    story.chan.sees("🕘 {name}: about {time} late", name="Ben")


async def test_an_old_card_says_what_really_happened(story: Story) -> None:
    """Cora waits, Anna and Ben are in: the lead cancels, and nobody is thanked for having done it."""
    await two_places(story)
    await story.cora.press("Sign me up")
    await story.ben.press("Can't make it")
    await story.ben.press("Yes, cancel")
    await story.chan.press("Manage")
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Cancel activity")
    await story.chan.press("Venue")
    await story.chan.press("Cancel it")
    for phone in (story.anna, story.cora):
        phone.sees("Please don't set out. We'll tell you the new date.")
        card = next(one for one in phone.person.messages if phone.say("Can't make it") in one.buttons)
        await phone.press("Can't make it", message=card)
        assert card.text.startswith(phone.say("This activity is cancelled."))
        phone.sees_not("You cancelled. Thank you for telling us; someone else can come now.")


async def test_a_lead_gets_the_list_of_what_was_posted_on_the_day_itself(story: Story) -> None:
    message = MESSAGES[story.language]
    for before, after in (("8:45", "15:45"), ("11:30", "18:00"), ("Sat 9:00", "2026-11-22 16:00")):
        message = message.replace(before, after)
    for saturday in ("周六", "星期六"):
        message = message.replace(f"{saturday} 9:00", "2026-11-22 16:00")
    await story.chan.send(message)
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")
    await story.wind_to(NOW + 5 * HOUR + 60)
    today = story.chan.say("today")
    story.chan.sees(str(story.chan.words.say_n("📋 <b>Your list for {day}</b>", "", 1, day=today)))
    story.chan.sees("Anna")
    assert not any("🔔" in text for text in story.chan.texts(1000))


async def test_a_captain_signs_up_who_has_no_telegram(story: Story) -> None:
    await two_places(story)
    await story.ben.press("Can't make it")
    await story.ben.press("Yes, cancel")
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    story.carl.sees("✅ {name} is in.", name="Gran")

    await story.carl.press("Sign up someone else")
    await story.carl.send("王奶奶 <b>")
    story.carl.sees("➕ <b>{name}</b> is new here.", name="王奶奶 <b>")
    assert story.carl.say("Pass it on") in story.carl.last().buttons
    await story.carl.press("Yes, sign them up")
    story.carl.sees("{name} is {position} on the waiting list.", name="王奶奶 <b>")
    await story.wind_to(START - 24 * HOUR + 60)
    story.carl.sees("👤 For {name}", name="Gran")


async def test_a_captain_who_is_in_goes_on_with_the_others(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.carl.press("Sign me up")
    assert story.carl.last().buttons == [
        story.carl.say(label)
        for label in ("Can't make it", "Sign up someone else", "How to get there", "Add to calendar")
    ]
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    story.carl.sees("✅ {name} is in.", name="Gran")


async def test_a_pupil_without_telegram_is_signed_up_with_the_signed_form(story: Story) -> None:
    """Carl has no form to enter; Chan has, and the sign-up goes on by itself."""
    await two_places(story)
    await story.carl.send("/activities")
    await story.carl.press_like("·")
    await story.carl.press("Sign up someone else")
    await story.carl.send("小明")
    await story.carl.press("Under 18")
    story.carl.sees("{name} is in {team} now.", name="小明", team="first")
    assert story.carl.say("Consent form") not in story.carl.last().buttons

    await story.chan.press("Manage")
    await story.chan.press("Participants")
    await story.chan.press("Sign up someone else")
    await story.chan.send("小明")
    await story.chan.press_like("小明 · first")
    await story.chan.press("Consent form")
    await story.chan.press("14 to 17")
    await story.chan.press("Today")
    await story.chan.send("Mother Zhang")
    story.chan.sees("✅ Consent for <b>{name}</b> is recorded and holds until {day}.", name="小明")
    story.chan.sees("{name} is {position} on the waiting list.", name="小明", within=1)


async def test_a_group_keeps_places_and_names_them_later(story: Story) -> None:
    """The station's coordinator speaks for a company that has no captain yet."""
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.olga.send("/activities")
    await story.olga.press_like("·")
    await story.olga.press("Sign up someone else")
    await story.olga.press("Places for a group")
    story.olga.sees("🏢 <b>How many places for {team}?</b>", team="company")
    await story.olga.send("5")
    story.olga.sees_button("Give the places back")
    await story.olga.send("4")
    story.olga.sees("For another number of places, type it.")
    await story.olga.send("#接龙 周六探访\n1. 李伟 13800001111\n2、Fay（带孩子）")
    story.olga.sees("Phone numbers, notes and further columns are left out.")
    assert "· 李伟\n· Fay\n" in story.olga.texts(1)[0], story.olga.screen()
    story.olga.sees("Are all of them 18 or over, and do they know that their names are kept here?")
    await story.olga.press("Yes, add them")
    story.olga.sees("Named: {names}{more}")

    await story.wind_to(START - 72 * HOUR + 60)
    story.olga.sees("Please add them by {time}. Who has no name then still may come: the hours go to the group.")
    await story.olga.press("Give the places back")
    await story.olga.press("Yes, give back")
    story.olga.sees("{team}'s places are free again. Thank you for telling us.", team="company")
