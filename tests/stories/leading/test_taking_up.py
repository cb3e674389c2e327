"""An activity cancelled by a slip: asked once before anybody hears, and held after all."""

from tests.stories.leading.test_managing import CANCELLED, begin, cancel
from tests.stories.story import DAY, Story

AFTER_ALL = "✅ <b>This takes place after all.</b> It was cancelled by mistake."


async def hold_after_all(story: Story) -> None:
    await story.chan.press("Hold it after all")
    await story.chan.press("Yes, hold it")


async def test_reason_alone_tells_nobody_and_says_how_many_must_be_phoned(story: Story) -> None:
    await begin(story)
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    story.ben.person.block()
    await story.chan.press("Write to them")
    await story.chan.send("See you")
    await story.chan.press("Send it")  # Ben is found out
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    for label in ("More", "Postpone or cancel", "Cancel activity", "Weather"):
        await story.chan.press(label)

    words = story.chan.words
    story.chan.sees(str(words.say_n("{n} person is told at once.", "{n} people are told at once.", 3)), within=1)
    phone = "☎️ {n} of them must be phoned: no message reaches them."  # Gran's captain passes it on
    story.chan.sees(str(words.say_n(phone, phone, 1)), within=1)
    story.anna.sees_not(CANCELLED)
    await story.chan.press("No")
    await story.chan.press("Venue")
    await story.chan.press("Cancel it")
    story.anna.sees(CANCELLED, sign="❌")


async def test_cancelled_by_mistake_is_held_after_all_and_everybody_is_asked_anew(story: Story) -> None:
    await begin(story)
    await story.anna.send("/mine")
    await story.anna.press_like("·")
    await story.anna.press("I'll be there")
    await cancel(story)
    story.anna.sees(CANCELLED)
    await story.anna.send("/mine")
    story.anna.sees("You haven't signed up for anything that's coming.")

    await hold_after_all(story)
    story.chan.sees("✅ <b>It takes place after all.</b> Everybody is asked again; no answer keeps the place.")
    for phone in (story.anna, story.ben):
        phone.sees(AFTER_ALL, "You keep your place. Can you still come?", within=1)
    await story.anna.press("I'll be there")
    await story.ben.press("Can't make it")
    await story.ben.press("Yes, cancel")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    story.chan.sees("{n} said they'll come, {silent} no answer yet", n=1, silent=0, within=1)
    story.chan.sees("{taken} of {places} taken", taken=1, within=1)
    await story.wind(5 * DAY)
    story.anna.sees("👋 See you {day}: {title}")


async def test_old_button_holds_nothing_twice(story: Story) -> None:
    await begin(story)
    await cancel(story)
    await story.chan.press("Hold it after all")
    asked = story.chan.last()
    await story.chan.press("Yes, hold it")
    yes = story.chan.person.forge("xu.1", message=asked)
    await story.settle()
    assert (await yes.answered()).text
    assert sum(bool(story.anna.pattern(AFTER_ALL).search(text)) for text in story.anna.texts()) == 1


async def test_what_was_cancelled_and_has_begun_stays_cancelled(story: Story) -> None:
    await begin(story)
    await cancel(story)
    await story.wind(6 * DAY)
    await story.chan.press("Hold it after all")

    story.chan.is_told("This began at {starts_at}. Please call the lead.")
