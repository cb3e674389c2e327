"""What Telegram lists before somebody has joined, and the menu of staff."""

from tests.stories.story import Story


async def test_newcomer_is_offered_start_and_help(story: Story) -> None:
    kim = story.newcomer("Kim")
    await story.app.tick_all()
    await story.settle()
    listed = {one["command"]: one["description"] for one in kim.person.commands()}
    shown = kim if story.language == "en" else story.newcomer("Lee", language="zh_Hans")
    assert listed == {"start": shown.say("Begin"), "help": shown.say("What I can do here")}

    await kim.start()
    await kim.press("I agree, I'm 18 or over")
    await kim.press("Use this name")
    assert "mine" in [one["command"] for one in kim.person.commands()]


async def test_staff_reach_the_rest_of_the_menu_behind_more(story: Story) -> None:
    chan = story.chan
    await chan.send("/menu")
    assert chan.last().buttons == [
        chan.say(label) for label in ("Today", "New activity", "Roll-call", "Verify hours", "Hours report", "More")
    ]
    await chan.press("More")
    chan.sees("What else?")
    await chan.press("People")
    chan.sees("<b>Whom are you looking for?</b> Type a name, a part of it, or a volunteer number.")
    await chan.send("/menu")
    await chan.press("More")
    await chan.press("Back")
    await chan.press("Verify hours")
    chan.sees("✅ Nothing is waiting for you.")
    await chan.send("/menu")
    await chan.press("Today")
    chan.sees("Nothing of yours today, {day}.")
