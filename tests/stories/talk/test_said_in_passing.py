"""What people say in passing: they withdraw, say yes, nod or want no more messages in words, and are understood."""

import pytest

from bot.speech.phrases import Phrase, phrase_of
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.own.test_signing_up import START
from tests.stories.story import HOUR, Story

CANT = {"en": "I can’t come", "zh_Hans": "我来不了。", "zh_Hant": "未能出席"}
WILL = {"en": "I'll come!", "zh_Hans": "我会来", "zh_Hant": "我會來"}
THANKS = {"en": "ok, thanks", "zh_Hans": "好的，谢谢", "zh_Hant": "收到，謝謝"}
STOP = {"en": "STOP", "zh_Hans": "退订", "zh_Hant": "退訂"}


async def signed_up(story: Story) -> None:
    await story.chan.send(MESSAGES[story.language])
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")


async def test_who_cannot_come_says_so_in_words(story: Story) -> None:
    await signed_up(story)
    await story.anna.send(CANT[story.language])
    story.anna.sees("Can't make it? Then someone else can have your place.", within=1)
    await story.anna.press("Yes, cancel")
    story.anna.sees("You cancelled. Thank you for telling us; someone else can come now.")


@pytest.mark.parametrize("typed", ["cancel", "取消"])
async def test_cancel_without_a_form_means_the_sign_up(story: Story, typed: str) -> None:
    await signed_up(story)
    await story.anna.send("/settings")
    await story.anna.press("About me")
    await story.anna.press("Name")
    await story.anna.send(typed)
    story.anna.sees("Stopped. Nothing was sent.", within=1)
    await story.anna.send(typed)
    story.anna.sees("Can't make it? Then someone else can have your place.", within=1)
    await story.anna.press("Yes, cancel")
    await story.wind(60)
    await story.chan.press("Manage")
    story.chan.sees("{taken} of {places} taken", taken=0, places=8, within=1)


async def test_who_signed_up_for_two_is_asked_which(story: Story) -> None:
    await signed_up(story)
    later = MESSAGES[story.language].replace("9:00", "15:00").replace("11:30", "17:00").replace("8:45", "14:45")
    await story.chan.send(later)
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")
    await story.anna.send(CANT[story.language])
    story.anna.sees("Which one can't you make?", within=1)
    await story.anna.press_like("·")
    story.anna.sees("Can't make it? Then someone else can have your place.", within=1)


async def test_who_will_come_says_so_in_words(story: Story) -> None:
    await signed_up(story)
    await story.anna.send(WILL[story.language])
    story.anna.sees("👍 Great, see you on {day}!", within=1)


async def test_nod_behind_a_reminder_is_asked_about_and_a_nod_for_nothing_gets_one(story: Story) -> None:
    await story.anna.send(THANKS[story.language])
    assert story.anna.texts(1) == ["👍"]
    await signed_up(story)
    await story.wind_to(START - 20 * HOUR)
    await story.anna.send(THANKS[story.language])
    story.anna.sees("👍 Shall I note that you're coming?", within=1)
    await story.anna.press("I'll be there")
    await story.anna.send(THANKS[story.language])
    assert story.anna.texts(1) == ["👍"]


async def test_nod_to_a_cancellation_is_got_it(story: Story) -> None:
    await signed_up(story)
    await story.chan.send("/manage")
    await story.chan.press("Coming")
    await story.chan.press_like("·")
    for label in ("More", "Postpone or cancel", "Cancel activity", "Weather", "Cancel it"):
        await story.chan.press(label)
    await story.anna.send(THANKS[story.language])
    story.anna.sees("✅ Noted, thank you!", within=1)


async def test_stop_leads_to_the_notices(story: Story) -> None:
    await story.anna.send(STOP[story.language])
    story.anna.sees("<b>Fewer messages for a while?</b>", within=1)
    for label in ("Pause for a week", "Pause for a month", "Pause until …", "Single notices"):
        story.anna.sees_button(label)


async def test_stop_leaves_a_form_first(story: Story) -> None:
    """What is being filled in is stopped, and nothing of it is taken for an answer."""
    await story.chan.send("/post")
    await story.chan.press("Start a new one")
    await story.chan.send("Stop")
    story.chan.sees_not("<b>Fewer messages for a while?</b>")
    story.chan.sees("Stopped. Nothing was sent.", within=1)


async def test_nobody_signed_up_is_offered_the_lead(story: Story) -> None:
    await story.anna.send(CANT[story.language])
    story.anna.sees("Shall I pass this to {name}?", within=1)


@pytest.mark.parametrize(
    ("text", "phrase"),
    [
        ("OK, thanks!", Phrase.NOD),
        ("1", Phrase.NOD),
        ("好的，谢谢", Phrase.NOD),
        ("thanks, I can't come", None),
        ("Sorry, I can’t come", Phrase.CANT_COME),
        ("不好意思，我明天有事来不了", Phrase.CANT_COME),
        ("唔好意思，今次嚟唔到", Phrase.CANT_COME),
        ("我不来了", Phrase.CANT_COME),
        ("我會嚟", Phrase.COMING),
        ("今天", None),
        ("sorry", None),
        ("我们来不了这么多人", None),
        ("Cancel my sign-up.", Phrase.CANT_COME),
        ("可以吗", None),
        ("11", None),
    ],
)
def test_only_whole_texts_are_phrases(text: str, phrase: Phrase | None) -> None:
    assert phrase_of(text) is phrase


@pytest.mark.parametrize("label", ["Sign up someone else", "My links", "Participants", "More", "Stop sending"])
async def test_words_of_a_button_are_no_letter_to_the_lead(story: Story, label: str) -> None:
    await signed_up(story)
    await story.chan.send(story.chan.say(label))
    story.chan.sees_not("Shall I pass this to {name}?", "I can't pass this on", within=1)


async def test_yes_typed_alone_is_told_to_press_the_card(story: Story) -> None:
    await signed_up(story)
    await story.anna.press("Can't make it")
    await story.anna.send(story.anna.say("Yes, cancel"))
    story.anna.sees("That is a button. Please press it on its card, further up: there I can tell what it answers.")
    await story.anna.press("Yes, cancel")
    story.anna.sees("You cancelled. Thank you for telling us; someone else can come now.")


@pytest.mark.parametrize("label", ["Enter hours", "Check-in code", "People helped"])
async def test_words_of_a_button_are_no_command_with_something_behind(story: Story, label: str) -> None:
    """自报时长 begins like 自报, *People helped* like *people*: each leads to where its button stands."""
    homes = {
        "Enter hours": "On which day did you serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20",
        "Check-in code": "No roll-call is open. The card comes by itself shortly before the start.",
        "People helped": "Nothing of yours today, {day}.",
    }
    phone = story.anna if label == "Enter hours" else story.chan
    await phone.send(phone.say(label))
    phone.sees(homes[label], within=1)
