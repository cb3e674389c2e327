"""Staff act for a volunteer who telephoned, and for a group without a captain."""

import re

from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import DAY, HOUR, Story

PASSED_OVER = (
    "☎️ <b>A place is free, but {name} could not be reached.</b> Please phone. It went to the next in line, if "
    "anybody is; {name} keeps the place in line."
)
CAPACITY = re.compile("(capacity: |人数：|人數：)8")


async def publish(story: Story, places: int = 8, more: str = "") -> None:
    """The visit of the posting stories, with so many places and more lines."""
    await story.chan.send(CAPACITY.sub(rf"\g<1>{places}", MESSAGES[story.language]) + more)
    await story.chan.press("Publish")


async def behind(story: Story, name: str) -> None:
    await story.chan.press("Participants")
    await story.chan.press_like(name)


async def test_lead_cancels_for_who_telephoned_and_the_next_moves_up(story: Story) -> None:
    await publish(story, places=2)
    for phone in (story.anna, story.ben, story.cora):
        await phone.press("Sign me up")
    await story.chan.press("Manage")
    await behind(story, "Anna")
    await story.chan.press("Cancel {name}'s sign-up", name="Anna")
    story.chan.sees("{name} can't come? Then someone else can have the place.", name="Anna")
    story.anna.sees_not("{by} cancelled your sign-up.")
    await story.chan.press("Yes, cancel")

    story.chan.sees("{name} is off the list.", name="Anna", within=1)
    story.anna.sees("{by} cancelled your sign-up.", by="Chan", within=1)
    story.cora.sees("🎉 A place opened and it's yours.", within=1)
    await story.chan.press("Ill")
    story.chan.sees("Thank you, noted.", within=1)


async def test_no_keeps_the_place_and_says_yes_for_nobody(story: Story) -> None:
    await begin(story)
    await behind(story, "Anna")
    await story.chan.press("Cancel {name}'s sign-up", name="Anna")
    await story.chan.press("No, keep the place")
    story.chan.sees("✅ {name} is in.", name="Anna")
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    story.chan.sees_not("{n} said they'll come, {silent} no answer yet")


async def test_passed_on_words_carry_the_way_to_cancel_and_stay_to_be_answered(story: Story) -> None:
    await begin(story)
    await story.anna.send("My knee hurts, sorry")
    await story.anna.press("Pass it on")
    await story.chan.press("Cancel {name}'s sign-up", name="Anna")
    await story.chan.press("Yes, cancel")
    story.anna.sees("{by} cancelled your sign-up.", by="Chan")

    await story.chan.press("Answer")
    await story.chan.send("Get well soon!")
    story.anna.sees("Get well soon!", within=1)


async def test_words_to_one_person_reach_nobody_else(story: Story) -> None:
    await begin(story)
    await behind(story, "Anna")
    await story.chan.press("Write to {name}", name="Anna")
    await story.chan.send("Please bring the <key>")

    story.chan.sees("✅ Sent to {name}.", name="Anna", within=1)
    story.anna.sees("💬 <b>{name} writes to you:</b>", name="Chan", within=2)
    story.anna.sees("Please bring the <key>", within=1)
    story.ben.sees_not("Please bring the <key>")


async def test_who_cannot_be_reached_is_to_be_phoned(story: Story) -> None:
    await begin(story)
    story.anna.person.block()
    await story.settle()
    await behind(story, "Anna")
    story.chan.sees("could not be reached (has blocked the bot), please phone", within=1)
    await story.chan.press("Write to {name}", name="Anna")
    await story.chan.send("Please bring the key")
    story.chan.sees("{name} could not be reached. Please phone.", name="Anna", within=1)


async def test_somebody_is_moved_to_another_session_and_hears_it_once(story: Story) -> None:
    await begin(story)
    for label in ("More", "Postpone or cancel", "Add a session", "1"):
        await story.chan.press(label)
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("28")
    await behind(story, "Anna")
    await story.chan.press("Another session")
    await story.chan.press_like("12" if story.language != "en" else "Dec")

    story.chan.sees("✅ {name} is in the other session now, and is told.", name="Anna", within=1)
    story.anna.sees("🔁 {by} moved you to another session.", by="Chan", within=1)
    story.anna.sees_not("{by} cancelled your sign-up.")
    await story.anna.press("I'll be there")
    story.anna.sees("👍 Great, see you on {day}!")


async def test_staff_keep_places_for_a_partner_group_without_a_captain(story: Story) -> None:
    await publish(story, more="\naudience: everyone")
    await story.li.send("/activities")
    await story.li.press_like("·")
    await story.li.press("Sign up someone else")
    await story.li.press("Places for a group")
    await story.li.press("5")
    await story.chan.press("Manage")
    story.chan.sees("{taken} of {places} taken", taken=5, within=1)
    await story.wind(5 * DAY + 11 * HOUR)
    story.chan.sees("📋 <b>Your list for {day}</b>")


async def test_place_goes_past_who_cannot_be_reached_and_the_lead_gives_it_by_phone(story: Story) -> None:
    await publish(story, places=2)
    for phone in (story.anna, story.ben, story.cora):
        await phone.press("Sign me up")
    story.cora.person.block()
    await story.settle()
    await story.anna.press("Can't make it")
    await story.anna.press("Yes, cancel")

    story.cora.sees_not("🎉 A place opened and it's yours.")
    story.chan.sees(PASSED_OVER, name="Cora", within=1)
    await story.chan.press("See {name}", name="Cora")
    story.chan.sees("could not be reached (has blocked the bot), please phone", within=1)
    await story.chan.press("Give them the place")
    story.chan.sees("✅ {name} is in.", name="Cora", within=1)


async def test_offer_that_finds_somebody_has_blocked_the_bot_moves_on_at_once(story: Story) -> None:
    """Nobody knew it before the offer left; the lead reads it once, and can give the place by hand."""
    await publish(story, places=2)
    for phone in (story.anna, story.ben, story.cora, story.carl):
        await phone.press("Sign me up")
    await story.wind(5 * DAY + HOUR)
    story.simulator.faults.forbidden(method="sendMessage", chat=story.cora.person.id)
    await story.anna.press("Can't make it")
    await story.anna.press("Yes, cancel")
    await story.wind(60)

    story.carl.sees("🎉 A place has opened! {what}", within=1)
    story.chan.sees(PASSED_OVER, name="Cora")
    story.chan.sees_not("☎️ <b>{name}</b> has blocked the bot or left Telegram ({about}). Please phone.")
    await story.carl.press("Not this time")
    await story.wind(60)
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    await behind(story, "Cora")
    await story.chan.press("Give them the place")
    story.chan.sees("✅ {name} is in.", name="Cora", within=1)
