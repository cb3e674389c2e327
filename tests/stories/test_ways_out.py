"""Nobody is shut in by a question of ours."""

from bot.domain.times import HOUR
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
