"""Places that come free for several people without a phone come to their captain in one message, answered for each."""

from tests.stories.leading.test_one_participant import publish
from tests.stories.leading.test_roll_call import START
from tests.stories.phone import Phone
from tests.stories.story import HOUR, Story

THEIRS = ("Gran", "张三", "李四")
YOURS = "🎉 Places opened and they're yours."


async def full_with_three_of_carls_waiting(story: Story) -> None:
    await publish(story, places=1)
    await story.anna.press("Sign me up")
    await story.carl.press("Sign up someone else")
    await story.carl.send("\n".join(THEIRS))
    await story.carl.press("Yes, sign them up")
    story.carl.sees("⏳ On the waiting list: {names}", within=1)


async def make_room(story: Story, places: int) -> int:
    """How many messages the captain had before."""
    had = len(story.carl.texts(1000))
    await story.chan.press("Manage")
    await story.chan.press("Edit")
    await story.chan.press("Places")
    await story.chan.send(str(places))
    if story.chan.say("Yes, change it") in story.chan.last().buttons:
        await story.chan.press("Yes, change it")
    return had


def new(phone: Phone, had: int) -> list[str]:
    return phone.texts(1000)[had:]


async def test_all_who_got_a_place_at_once_come_in_one_message(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    had = await make_room(story, 4)
    assert len(new(story.carl, had)) == 1
    story.carl.sees(YOURS, within=1)
    story.carl.sees(*THEIRS, within=1)

    await story.carl.press_like("✗ 张三")
    await story.carl.press("Yes, cancel")
    await story.chan.press("Manage")
    await story.chan.press("Participants")
    assert not any("张三" in label for label in story.chan.last().buttons)
    assert any("李四" in label for label in story.chan.last().buttons)


async def test_each_place_that_is_offered_is_taken_or_left_on_the_one_card(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    await story.wind_to(START - 24 * HOUR)
    had = await make_room(story, 4)
    assert len(new(story.carl, had)) == 1
    story.carl.sees("✓ takes the place, ✗ leaves it to the next person.", *THEIRS, within=1)

    await story.carl.press_like("✓ Gran")
    story.carl.sees("✅ In: {names}", names="Gran", within=1)
    await story.carl.press_like("✗ 张三")
    assert not any("张三" in label for label in story.carl.last().buttons)
    await story.carl.press_like("✓ 李四")
    story.carl.sees("👍 All of them are answered for.", within=1)
    assert len(new(story.carl, had)) == 1
    await story.chan.press("Manage")
    await story.chan.press("Participants")
    shown = " ".join(story.chan.last().buttons)
    assert [name for name in THEIRS if name in shown] == ["Gran", "李四"]


async def test_a_place_that_is_open_is_pressed_for_from_the_one_card(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    await story.wind_to(START - 2 * HOUR)
    had = await make_room(story, 2)
    assert len(new(story.carl, had)) == 1
    story.carl.sees("It begins soon: the first to press has it.", *THEIRS, within=1)
    await story.carl.press_like("✓ 李四")
    story.carl.sees("✅ In: {names}", names="李四", within=1)


async def test_one_alone_is_told_as_ever(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    await make_room(story, 2)
    story.carl.sees("🎉 A place opened and it's yours.", "👤 For {name}", name="Gran", within=1)


async def test_what_comes_free_one_by_one_in_the_night_is_one_message_in_the_morning(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    await story.wind_to(START - 3 * 24 * HOUR - 10 * HOUR)
    had = await make_room(story, 2)
    await make_room(story, 3)
    assert new(story.carl, had) == []
    await story.wind(10 * HOUR)
    assert len(new(story.carl, had)) == 1
    story.carl.sees(YOURS, "Gran", "张三", within=1)


async def test_what_nobody_answered_is_said_once_for_all_of_them(story: Story) -> None:
    await full_with_three_of_carls_waiting(story)
    await story.wind_to(START - 24 * HOUR)
    had = await make_room(story, 4)
    await story.wind(5 * HOUR)
    assert len(new(story.carl, had)) == 2
    story.carl.sees(*THEIRS, within=1)
    gone = "We didn't hear from you, so these places went to the next people. Maybe next time!"
    story.carl.sees(gone, within=1)
