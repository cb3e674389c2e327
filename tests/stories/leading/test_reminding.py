"""Who is asked, who has answered, and whom nobody reached: as volunteers, captains and the lead read it."""

from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_one_participant import publish
from tests.stories.story import DAY, HOUR, Story

NO_ANSWER = "No answer ({n})"
REMINDED = "👋 See you {day}: {title}"


async def test_yes_to_a_new_time_days_ago_still_brings_the_reminder_with_its_question(story: Story) -> None:
    await begin(story)
    for label in ("Edit", "Start"):
        await story.chan.press(label)
    await story.chan.send("10:00")
    await story.anna.press("I'll be there")
    await story.wind(5 * DAY + 2 * HOUR)

    story.anna.sees(REMINDED, within=1)
    assert not story.anna.last().silent
    story.anna.sees_button("I'll be there")


async def test_before_anybody_was_asked_nobody_is_without_an_answer(story: Story) -> None:
    await begin(story)
    story.chan.sees("{taken} of {places} taken", taken=2, within=1)
    story.chan.sees_not("{n} said they'll come, {silent} no answer yet")
    await story.chan.press("Participants")
    assert "☑️ Anna" in story.chan.last().text
    await story.wind(5 * DAY)  # the day before: both are asked
    await story.anna.press("I'll be there")
    await story.cora.send("/activities")
    await story.cora.press_like("·")
    await story.cora.press("Sign me up")  # after the reminder was due: that is the answer
    await story.wind(12 * HOUR)

    story.chan.sees("📋 <b>Your list for {day}</b>")
    names = story.chan.words
    story.chan.sees(
        "{title}: {names}{more}", title=names.label("Coming ({n})", n=2), names=names.list(["Anna", "Cora"])
    )
    story.chan.sees("{title}: {names}{more}", title=names.label(NO_ANSWER, n=1), names="Ben", more="")


async def test_list_says_whom_the_reminder_did_not_reach(story: Story) -> None:
    await begin(story)
    story.anna.person.block()
    await story.wind(5 * DAY + 11 * HOUR)

    words = story.chan.words
    away = words.label("Could not be reached, please phone ({n})", n=1)
    story.chan.sees("{title}: {names}{more}", title=away, names="Anna", more="")
    story.chan.sees("{title}: {names}{more}", title=words.label(NO_ANSWER, n=1), names="Ben", more="")


async def test_one_phone_with_several_names_gets_one_message_and_gives_one_answer(story: Story) -> None:
    await publish(story, more="\naudience: everyone")
    await story.li.send("/activities")
    await story.li.press_like("·")
    await story.li.press("Sign up someone else")
    await story.li.press("Places for a group")
    await story.li.send("3")
    await story.li.send("Wu Lan\nHe Ping\nZhao Qi")
    await story.li.press("Yes, add them")
    await story.wind(5 * DAY)

    words = story.li.words
    many = str(words.say_n("👥 {n} of {team}: {names}", "👥 {n} of {team}: {names}", 3, team="company", names=""))
    told = [text for text in story.li.texts(99) if many in text]
    assert len(told) == 1, story.li.screen()
    await story.li.press("Change names")
    await story.li.press_like("Wu Lan")
    await story.li.press("Yes, cancel")
    story.li.sees("{name} is off the list.", name="Wu Lan", within=1)
    await story.wind(60)
    await story.chan.press("Manage")
    story.chan.sees("{n} said they'll come, {silent} no answer yet", n=0, silent=2)


async def test_all_coming_is_a_yes_for_each(story: Story) -> None:
    await publish(story)
    for name in ("Gran", "Pa"):
        await story.carl.press("Sign up someone else")
        if name == "Gran":
            await story.carl.press_like(name)
        else:
            await story.carl.send(name)
            await story.carl.press("Yes, sign them up")
    await story.wind(5 * DAY)
    await story.carl.press("All coming")

    words = story.carl.words
    noted = "👍 Noted: {n} is coming on {day}.", "👍 Noted: {n} are coming on {day}."
    story.carl.sees(str(words.say_n(*noted, 2, day=words.day(story.now + DAY))), within=1)
    await story.chan.press("Manage")
    story.chan.sees("{n} said they'll come, {silent} no answer yet", n=2, silent=0)
    await story.wind(22 * HOUR)
    soon = [text for text in story.carl.texts(99) if text.startswith("⏰")]
    assert len(soon) == 1, story.carl.screen()
    assert story.carl.last().silent
