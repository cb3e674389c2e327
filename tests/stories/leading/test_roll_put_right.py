"""A mark is not for ever: after *Finish* the lead puts marks and numbers right, and everybody concerned hears it."""

from bot.ground.times import DAY, HOUR
from tests.stories.leading.test_roll_call import END, START, many, signed_up, tap
from tests.stories.story import Story

MONTH = "2026-11"


async def finished(story: Story, *absent: str) -> None:
    """Anna and Ben have signed up; these did not come."""
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.press("All here")
    for name in absent:
        await tap(story.chan, name, "Didn't come")
    await story.wind_to(END)
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.send("420")


async def past_roll(story: Story) -> None:
    await story.chan.send("/manage")
    await story.chan.press("Past")
    await story.chan.press_like("Visit")
    await story.chan.press("See the roll-call")


async def summed_up(story: Story, month: str = MONTH) -> None:
    await story.chan.send(f"/summary first {month}")


async def test_no_show_is_taken_back_from_the_past_activity(story: Story) -> None:
    await finished(story, "Ben")
    await summed_up(story)
    story.chan.sees("{percent} % didn't come", percent=50, within=1)
    await story.wind(2 * DAY)

    await past_roll(story)
    story.chan.sees("✅ <b>Roll-call done: {came} of {expected} came</b>", came=1, expected=2)
    await tap(story.chan, "Ben", "Here")
    await story.chan.send("He was at the back door")
    story.chan.sees("✏️ <b>Put right.</b>", "{name} is told.", within=1, name="Ben")
    story.chan.sees("{hours} count now", hours=story.chan.words.hours(150))
    story.ben.sees("{title}: <b>{hours}</b> ({span}, marked by {name})", hours=story.ben.words.hours(150))

    await story.chan.press("See the roll-call")
    story.chan.sees("✅ <b>Roll-call done: {came} of {expected} came</b>", came=2, expected=2)
    await summed_up(story)
    story.chan.sees("{percent} % didn't come", percent=0, within=1)
    await story.ben.send("/hours")
    story.ben.sees("⏱ <b>{hours}</b> of service so far", hours=story.ben.words.hours(150))


async def test_who_was_not_there_loses_the_hours_and_reads_why(story: Story) -> None:
    await finished(story)
    await past_roll(story)
    await tap(story.chan, "Ben", "Didn't come")
    await story.chan.send("It was another Ben")
    story.chan.sees("{hours} taken back", hours=story.chan.words.hours(150))
    story.ben.sees("✏️ {name} has taken these hours back.", "Reason: {reason}", reason="It was another Ben")

    await summed_up(story)
    story.chan.sees("{percent} % didn't come", percent=50, within=1)
    await past_roll(story)
    await tap(story.chan, "Ben", "Told us")
    await story.chan.send("She phoned the office")
    story.ben.sees("✏️ {name} has put the roll-call right. You are marked now: {mark}", name="Chan")
    story.ben.sees("Reason: {reason}", reason="She phoned the office")
    await summed_up(story)
    story.chan.sees("{percent} % didn't come", percent=0, within=1)


async def test_late_after_all_is_corrected_by_reversal(story: Story) -> None:
    await finished(story)
    await past_roll(story)
    await tap(story.chan, "Ben", "Late")
    await story.chan.send("45")
    await story.chan.send("The bus")
    story.chan.sees("{hours} count now", hours=story.chan.words.hours(105))
    story.ben.sees("✏️ Your hours were corrected.", "Reason: {reason}", reason="The bus")
    story.ben.sees("{title}: <b>{hours}</b> ({span}, corrected by {name})", hours=story.ben.words.hours(105))


async def test_people_helped_are_put_right(story: Story) -> None:
    await finished(story)
    await past_roll(story)
    story.chan.sees(many(story, "{n} person helped"), n=420, within=1)
    await story.chan.press("People helped")
    await story.chan.send("42")
    await story.chan.send("One nought too many")
    story.chan.sees(many(story, "{n} person helped"), n=42, within=1)
    await summed_up(story)
    story.chan.sees(many(story, "{n} person helped"), n=42, within=1)


async def test_closed_month_stays_and_the_month_of_the_correction_says_so(story: Story) -> None:
    await finished(story, "Ben")
    await story.wind(10 * DAY)  # November is closed on the 5th
    await past_roll(story)
    await story.chan.press("People helped")
    await story.chan.send("42")
    await story.chan.send("One nought too many")
    await past_roll(story)
    await tap(story.chan, "Ben", "Here")
    await story.chan.send("He was there")

    await summed_up(story)
    story.chan.sees(many(story, "{n} person helped"), "{percent} % didn't come", n=420, percent=50, within=1)
    await summed_up(story, "2026-12")
    await story.chan.press("More")
    await story.chan.press("Why")
    story.chan.sees("people helped: {change}", change="-378", within=1)
    story.chan.sees("didn't come: {change}", change="-1", within=1)


async def test_hours_that_are_confirmed_take_the_no_show_back(story: Story) -> None:
    await finished(story, "Ben")
    await story.ben.send("/log 2026-11-28 9:00-11:30 I was there")
    await story.chan.send("/verify")
    await story.chan.press("1")
    await story.chan.press("Confirm")
    await summed_up(story)
    story.chan.sees("{percent} % didn't come", percent=0, within=1)
    await past_roll(story)
    story.chan.sees("✅ <b>Roll-call done: {came} of {expected} came</b>", came=2, expected=2)


async def test_captain_sees_who_was_there_and_changes_nothing(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(START)
    await story.carl.send("/rollcall")
    card = story.carl.last()
    await story.chan.press("All here")
    await story.wind_to(END + HOUR)
    await story.chan.send("/rollcall")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    await story.wind(1)
    assert card.buttons == []
    assert "Anna" in card.text
