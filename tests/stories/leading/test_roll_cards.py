"""Whoever has the roll-call's card open sees what the captain, a check-in or the lead marks; no question is lost."""

from bot.ground.times import MINUTE
from bot.simulator.people.chats import Message
from tests.stories.leading.test_roll_call import DUE, END, START, code_on, many, signed_up, tap
from tests.stories.phone import Phone
from tests.stories.story import Story

HERE = "📋 <b>Roll-call: {came} of {expected} here</b>"


def shows(phone: Phone, message: Message, text: str, **facts: object) -> bool:
    return phone.pattern(text, **facts).search(message.text) is not None


async def test_lead_sees_what_the_captain_marks_on_the_card_that_came(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(DUE)
    card = story.chan.last()
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    sent = len(story.chan.person.messages)
    await tap(story.carl, "Anna", "Here")
    assert not shows(story.chan, card, HERE, came=1, expected=2)
    await story.wind(1)

    assert shows(story.chan, card, HERE, came=1, expected=2)
    assert len(story.chan.person.messages) == sent
    await tap(story.carl, "Anna", "Didn't come")
    await story.wind(1)
    assert shows(story.chan, card, HERE, came=0, expected=2)


async def test_lead_sees_what_the_captain_marks_on_the_card_that_was_asked_for(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(DUE)
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    await story.chan.send("/rollcall")
    card = story.chan.last()
    await tap(story.carl, "Anna", "Here")
    await story.wind(1)

    assert shows(story.chan, card, HERE, came=1, expected=2)


async def test_lead_sees_who_checks_in_once_the_code_is_put_away(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    digits = code_on(story.chan)
    await story.anna.send(f"/checkin {digits}")
    await story.wind(1)
    assert code_on(story.chan) == digits

    await story.chan.press("Back")
    story.chan.sees(HERE, came=1, expected=2)
    await story.ben.send(f"/checkin {digits}")
    await story.wind(1)
    story.chan.sees(HERE, came=2, expected=2)


async def test_question_is_not_overwritten(story: Story) -> None:
    await signed_up(story, "anna", "ben", "carl")
    await story.wind_to(START)
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    await story.chan.press_like("Ben")
    asked = story.chan.last().buttons
    await tap(story.carl, "Anna", "Here")
    await story.wind(1)
    assert story.chan.last().buttons == asked

    await story.chan.press("Here")
    story.chan.sees(HERE, came=2, expected=3)
    await story.wind(1)
    story.carl.sees(HERE, came=2, expected=3)


async def test_card_of_a_roll_call_that_was_finished_meanwhile_is_closed(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(DUE)
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    await story.wind_to(END)
    await story.carl.press("All here")
    old = story.carl.last()
    await story.chan.send("/rollcall")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    press = story.carl.person.press(story.carl.say("Finish"), message=old)
    await story.settle()
    story.carl.answer = await press.answered()
    story.carl.is_told("The roll-call is finished. The lead can still correct hours.")
    assert shows(story.carl, old, "✅ <b>Roll-call done: {came} of {expected} came</b>", came=2, expected=2)
    assert old.buttons == []


async def test_question_answered_by_typing_keeps_no_buttons(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START)
    await story.chan.press("All here")
    await tap(story.chan, "Anna", "Left early")
    minutes = story.chan.last()
    await story.chan.send("45")
    assert (shows(story.chan, minutes, "Noted: {answer}", answer=45), minutes.buttons) == (True, [])
    await story.wind_to(END + 5 * MINUTE)
    await story.chan.press("Finish")
    helped = story.chan.last()
    await story.chan.send("42")

    assert (shows(story.chan, helped, "Noted: {answer}", answer=42), helped.buttons) == (True, [])
    story.chan.sees(many(story, "{n} person helped"), n=42)


async def test_name_typed_while_a_roll_is_open_finds_its_line(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.send("ben")
    story.chan.sees("How was it?", within=1)
    await story.chan.press("Late")
    await story.chan.press("{n} min", n=15)
    story.chan.sees(HERE, came=1, expected=2, within=1)
    await story.chan.send("Nobody of that name")
    story.chan.sees_not("How was it?", within=1)


async def test_two_of_one_name_are_told_apart(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START)
    for _ in range(2):
        await story.chan.press("Add walk-in")
        await story.chan.send("王芳")
        await story.chan.press("New, 18 or over")
    names = sorted(label for label in story.chan.last().buttons if "王芳" in label)
    assert names == ["✅ 王芳 (1)", "✅ 王芳 (2)"]
    await story.chan.send("王芳")
    story.chan.sees("Whom do you mean?", within=1)
    await story.chan.press_like("王芳 (2)")
    await story.chan.press("Didn't come")
    assert [label for label in story.chan.last().buttons if "❌" in label] == ["❌ 王芳 (2)"]


async def test_six_digits_are_a_code_while_a_roll_is_open_whatever_is_asked(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START)
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    digits = code_on(story.chan)
    screen = "Good until {time}: volunteers send “check in {code}” here, or scan the picture that follows (30 seconds)."
    story.chan.sees(screen, code=digits)
    await story.anna.send("/log")
    await story.anna.send(f"{digits[:3]} {digits[3:]}")
    story.anna.sees("✅ <b>You're checked in, {time}.</b>", within=1)
