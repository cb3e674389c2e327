"""Nobody is shut in by a question of ours."""

from bot.ground.times import HOUR
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import Story

MY_HOURS = {"en": "my hours", "zh_Hans": "我的时长", "zh_Hant": "我的時數"}


async def test_my_hours_are_shown_while_a_form_waits(story: Story) -> None:
    await story.anna.send("/checkin")

    await story.anna.send(MY_HOURS[story.language])

    story.anna.sees("This month {month} · this year {year}")


async def test_short_question_is_forgotten_after_an_hour(story: Story) -> None:
    await story.anna.send("/checkin")
    await story.wind(HOUR + 60)

    await story.anna.send("My knee hurts")

    story.anna.sees_button("Pass it on")


async def test_own_phone_number_is_taken_whatever_form_waits(story: Story) -> None:
    await story.anna.send("/checkin")

    story.anna.person.send_contact(story.anna.person.id, "+8613800000000")
    await story.settle()

    story.anna.sees("✅ Your phone number is kept, encrypted.")


async def test_full_width_slash_is_a_slash(story: Story) -> None:
    chan = story.chan
    await chan.send(MESSAGES[story.language].replace("/post", "／POST"))
    chan.sees("👀 <b>Have a look. All right?</b>", within=1)

    await chan.send("／menu")
    chan.sees("What would you like to do?", within=1)


async def test_cancelling_stops_the_form_that_is_open(story: Story) -> None:
    anna = story.anna
    await anna.send("/settings")
    await anna.press("About me")
    await anna.press("Name")
    await anna.send("取消")
    anna.sees("Stopped. Nothing was sent.", within=1)

    await anna.send("取消")
    anna.sees("There is nothing to stop.", within=1)


async def test_details_lead_back_to_where_they_were_opened(story: Story) -> None:
    """Who leads comes back to the group that they stand in, everybody else to the card."""
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    for label in ("Manage", "More", "Sign-ups", "Poster and lists", "Details"):
        await story.chan.press(label)
    story.chan.sees("Place: {place}", within=1)
    await story.chan.press("Back")
    assert story.chan.say("Sign-in sheet") in story.chan.last().buttons
    await story.chan.press("Back")
    assert story.chan.say("Close sign-ups") in story.chan.last().buttons
    for label in ("Details", "Back"):
        await story.anna.press(label)
    assert story.anna.say("Sign me up") in story.anna.last().buttons
    assert story.anna.say("Back") not in story.anna.last().buttons


async def test_list_says_which_page_of_how_many_it_shows(story: Story) -> None:
    for hour in range(10, 17):
        await story.chan.send(MESSAGES[story.language].replace("9:00", f"{hour}:00").replace("11:30", f"{hour}:30"))
        await story.chan.press("Publish")
    await story.anna.send("/activities")
    assert [label for label in story.anna.last().buttons if "/2" in label] == ["1/2"]
    await story.anna.press("›")
    assert [label for label in story.anna.last().buttons if "/2" in label] == ["2/2"]
    assert "›" not in story.anna.last().buttons
