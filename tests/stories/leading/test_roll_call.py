"""From the sign-up to the hours: the card comes, the roll is taken and finished, people agree to their hours or not."""

from typing import Any

import pytest

from bot.ground.times import DAY, HOUR, MINUTE
from bot.sign_ups import list_rows
from bot.sign_ups.groups import rows as group_places
from tests.helpers.town import NOW
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.phone import Phone
from tests.stories.story import Story

START = NOW + 6 * DAY - HOUR  # Saturday 28 November, 9:00
END = START + 150 * MINUTE
DUE = START - 15 * MINUTE
NEXT: dict[str, Any] = {"first": NOW, "until": NOW + 30 * DAY, "now": NOW, "kind": "", "limit": 1, "skip": 0}


async def signed_up(story: Story, *names: str) -> None:
    await story.chan.send(MESSAGES["en"])
    await story.chan.press("Publish")
    for name in names:
        await story.phones[name].press("Sign me up")


def many(story: Story, text: str) -> str:
    """The English plural of a sentence; Chinese has one form."""
    return text.replace("person", "people") if story.language == "en" else text


async def tap(phone: Phone, name: str, label: str) -> None:
    """A name of the list, and one of the marks."""
    await phone.press_like(name)
    await phone.press(label)


async def test_roll_is_taken_and_hours_are_agreed_to_or_corrected(story: Story) -> None:
    await signed_up(story, "anna", "ben", "cora")
    await story.wind_to(DUE)
    story.chan.sees(many(story, "📋 <b>Roll-call: {n} person expected</b>"), n=3)
    await story.chan.press("All here")
    await tap(story.chan, "Ben", "Late")
    await story.chan.press("{n} min", n=30)
    await tap(story.chan, "Cora", "Didn't come")
    story.chan.sees("📋 <b>Roll-call: {came} of {expected} here</b>", came=2, expected=3)

    await story.wind_to(END)
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.send("42")

    minutes = story.chan.words.hours(150 + 120)
    story.chan.sees(many(story, "✅ <b>Roll-call done: {n} person, {hours}</b>"), n=2, hours=minutes)
    story.chan.sees(many(story, "{n} person helped"), n=42)
    story.chan.sees("{n} didn't come", n=1)
    story.anna.sees("🙏 Thank you for today!", "{title}: <b>{hours}</b> ({span}, marked by {name})")
    story.anna.sees("This year: {hours}", hours=story.anna.words.hours(150))
    story.ben.sees("This year: {hours}", hours=story.ben.words.hours(120))
    story.cora.sees_not("🙏 Thank you for today!")

    await story.anna.press("That's right")
    story.anna.sees("✅ Noted, thank you!")
    await story.ben.press("Not right")
    await story.ben.send("I came at 9:15")
    story.chan.sees("❓ <b>{name} says the hours are not right</b>", name="Ben")
    await story.chan.press("Correct the hours")
    await story.chan.send("9:15-11:30")

    story.chan.sees("✅ Corrected. {name} is told.", name="Ben")
    story.ben.sees("✏️ Your hours were corrected.")
    story.ben.sees("This year: {hours}", hours=story.ben.words.hours(135))


@pytest.mark.parametrize("answer", ["explain", "take back"])
async def test_lead_answers_a_question(story: Story, answer: str) -> None:
    await signed_up(story, "anna")
    await story.wind_to(END)
    await story.chan.send("/rollcall")
    await story.chan.press("All here")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    await story.anna.press("Not right")
    await story.anna.send("That's <b>too</b> much")

    if answer == "explain":
        await story.chan.press("Explain")
        await story.chan.send("Everybody stayed")
        story.anna.sees("💬 {name} about your hours: “{answer}”", name="Chan", answer="Everybody stayed")
        await story.anna.press("That's right")
        story.anna.sees("✅ Noted, thank you!")
    else:
        await story.chan.press("Correct the hours")
        await story.chan.send("0")
        story.chan.sees("✅ Taken back. {name} is told.", name="Anna")
        story.anna.sees("✏️ {name} has taken these hours back.", name="Chan")


async def test_captain_takes_the_roll_and_the_lead_confirms(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(DUE)
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    story.carl.sees("{name} asks you to take the roll.", name="Chan")

    await story.wind_to(START)
    await story.carl.press("All here")
    await story.carl.press("Add walk-in")
    await story.carl.press("Gran")
    await story.carl.press("Add walk-in")
    await story.carl.send("Nina <b>&")
    await story.carl.press("New, 18 or over")
    await story.wind_to(END)
    await story.carl.press("All leave now")
    await story.carl.press("Finish")
    await story.carl.press("10")

    story.carl.sees("✅ <b>Finished.</b> {lead} will look at it and confirm the hours.", lead="Chan")
    story.anna.sees_not("🙏 Thank you for today!")
    story.chan.sees("📋 <b>{name} has taken the roll: {came} of {expected} came</b>", name="Carl", came=4, expected=4)
    await story.chan.press("Confirm")
    story.chan.sees(
        many(story, "✅ <b>Roll-call done: {n} person, {hours}</b>"), n=4, hours=story.chan.words.hours(600)
    )
    story.anna.sees("🙏 Thank you for today!")
    story.carl.sees("🙏 Thank you for today!")


async def test_time_after_the_end_needs_the_leads_word(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(START)
    await story.chan.press("All here")
    await story.chan.press("Finish")
    story.chan.sees("Planned until {time}. Have all of them left?")
    await story.chan.press("Not yet")
    await story.wind_to(END + 30 * MINUTE)
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    story.chan.sees("Stayed longer than planned: {names}. Does it count?")
    await story.chan.press("Yes, count it")
    await story.chan.press("Skip")

    story.chan.sees("✅ <b>Roll-call done: {n} person, {hours}</b>", n=1, hours=story.chan.words.hours(180))
    story.anna.sees("This year: {hours}", hours=story.anna.words.hours(180))


async def test_volunteer_checks_in_and_out_with_the_code_of_the_leads_screen(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(DUE)
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    picture = story.chan.last()
    assert picture.document is not None
    digits = code_on(story.chan)
    await story.anna.send(f"/checkin {digits}")
    story.anna.sees("✅ <b>You're checked in, {time}.</b>")
    await story.ben.send("/checkin")
    await story.ben.send("999 999" if digits != "999999" else "888888")
    story.ben.sees("That code is not right. Tries left: {tries_left}.", tries_left=4)
    await story.ben.start("c_nonsense")
    story.ben.sees("That code is not right. Tries left: {tries_left}.", tries_left=3)

    await story.wind_to(END)
    await story.chan.press("New code")
    await story.anna.send(f"/checkin {code_on(story.chan)}")
    story.anna.sees("👋 <b>Checked out at {time}.</b> Thank you!")
    await story.chan.send("/rollcall")
    await tap(story.chan, "Ben", "Told us")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.anna.sees("{title}: <b>{hours}</b> ({span}, by check-in)", hours=story.anna.words.hours(150))


async def test_question_stays_possible_after_agreeing_and_the_correction_explains_itself(story: Story) -> None:
    anna, chan = story.anna, story.chan
    await signed_up(story, "anna")
    await story.wind_to(END)
    await chan.send("/rollcall")
    await chan.press("All here")
    await tap(chan, "Anna", "Late")
    await chan.press("{n} min", n=60)
    await chan.press("Finish")
    await chan.press("Skip")
    await anna.press("That's right")
    await anna.send("/hours")
    await anna.press("Entries")
    await anna.press("1")
    anna.sees("Not right? You can ask until {day}.", day=anna.words.day(story.now + 30 * DAY))
    anna.sees("· {step}: {time}", step=anna.say("came late"), time=anna.words.hours(-60))
    await anna.press("Not right")
    await anna.send("I came on time")
    await chan.press("Correct the hours")
    await chan.send("2.5h")

    await anna.send("/hours")
    await anna.press("Entries")
    await anna.press("1")
    card = next(one.text for one in anna.person.messages if anna.say("Not right") in one.buttons and "·" in one.text)
    assert anna.words.when(START, END) in card
    assert anna.words.hours(90) in card
    assert "Chan" in card
    assert anna.say("came late") not in card
    anna.sees_button("Not right")


async def test_cancelled_under_way_counts_until_then_and_sends_nobody_home_who_is_there(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await tap(story.chan, "Anna", "Here")
    await story.wind(20 * MINUTE)
    await story.chan.send("/manage")
    await story.chan.press_like("Visit")
    await story.chan.press("More")
    await story.chan.press("Postpone or cancel")
    await story.chan.press("Cancel activity")
    await story.chan.press("Weather")
    await story.chan.press("Cancel it")
    told = "{lead} will tell you on the spot what to do now. Your time until now counts."
    story.anna.sees(told, lead="Chan")
    story.ben.sees("On your way? Then please turn back. There already? {lead} will tell you what to do now.")
    for phone in (story.anna, story.ben):
        phone.sees_not("Please don't set out. We'll tell you the new date.")

    await story.wind(10 * MINUTE)
    await story.chan.send("/rollcall")
    await tap(story.chan, "Ben", "Told us")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.chan.sees("✅ <b>Roll-call done: {n} person, {hours}</b>", n=1, hours=story.chan.words.hours(20))
    story.anna.sees("This year: {hours}", hours=story.anna.words.hours(20))


async def test_code_typed_on_arriving_after_all_here_does_not_check_out(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(DUE)
    await story.chan.press("All here")
    await story.wind_to(START + 3 * MINUTE)
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    await story.anna.send(f"/checkin {code_on(story.chan)}")
    story.anna.sees("✅ <b>You're checked in, {time}.</b>", time=story.anna.words.time(START + 3 * MINUTE))
    await story.wind(15 * MINUTE)
    await story.chan.press("New code")
    await story.anna.send(f"/checkin {code_on(story.chan)}")
    story.anna.sees("👋 <b>Checked out at {time}.</b> Thank you!")

    await story.wind_to(END)
    await story.chan.send("/rollcall")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.chan.sees(
        "⚠️ {name}: checked out after a very short time, {hours} counted",
        name="Anna",
        hours=story.chan.words.hours(18),
    )


def code_on(phone: Phone) -> str:
    """The six digits of the newest screen with a code."""
    for message in reversed(phone.person.messages):
        if message.text.startswith("🔢"):
            return message.text.split("\n")[0].removeprefix("🔢").replace(" ", "")
    raise AssertionError(phone.screen())


async def test_heads_minutes_and_names_can_be_typed(story: Story) -> None:
    await signed_up(story, "anna")
    async with story.app.database.write() as tx:
        shift_id = (await list_rows.upcoming(tx, story.town.people["anna"], **NEXT))[0].shift_id
        company, fay = story.town.teams["company"], story.town.people["fay"]
        await group_places.add(tx, shift_id=shift_id, team_id=company, places=5, by=fay, now=NOW)
    await story.wind_to(DUE)
    await story.chan.press_like("👥")
    await story.chan.send("3")
    story.chan.sees_button("👥 {here} of {n} · {team}", team="company", here=3, n=5)
    await tap(story.chan, "Anna", "Left early")
    await story.chan.send("soon")
    story.chan.sees("I can't read “{text}” as a length of time. Try 90 min or 2.5 h.")
    await story.chan.send({"en": "45 min", "zh_Hans": "四十五分钟", "zh_Hant": "45分鐘"}[story.language])
    await story.chan.press("Add walk-in")
    await story.chan.send("Dan")
    await story.chan.press("Dan")
    await story.wind_to(END)
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.press("Skip")

    served = story.chan.words.hours(3 * 150 + 105 + 150)
    story.chan.sees(many(story, "✅ <b>Roll-call done: {n} person, {hours}</b>"), n=5, hours=served)
    story.dan.sees("🙏 Thank you for today!")
