"""Time that runs on: overtime into what comes next, stretches that add up, and a roll that nobody has finished."""

from bot.ground.times import HOUR, MINUTE
from tests.stories.leading.test_roll_call import END, START, code_on, many, signed_up
from tests.stories.phone import Phone
from tests.stories.story import Story

LINES = {
    "title": "Visit two", "kind": "elderly", "team": "first", "place": "Care home, 2F", "capacity": "8",
    "start": "2026-11-28 11:30", "end": "13:00", "risk": "wet floors",
}  # fmt: skip


async def and_another(story: Story, name: str) -> None:
    """The first visit, and a second one that begins when it ends."""
    await signed_up(story, name)
    await story.chan.send("/post\n" + "\n".join(f"{field}: {value}" for field, value in LINES.items()))
    await story.chan.press("Publish")
    await story.phones[name].press("Sign me up")


async def roll(phone: Phone, title: str) -> None:
    await phone.send("/rollcall")
    await phone.press_like(title)


async def test_overtime_into_the_next_activity_counts_once_and_is_asked(story: Story) -> None:
    await and_another(story, "anna")
    await story.wind_to(START)
    await story.chan.press("All here")
    await story.wind_to(END + 25 * MINUTE)
    await roll(story.chan, "Visit two")
    await story.chan.press("All here")
    await roll(story.chan, "Visit a care home")
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    story.chan.sees("⚠️ {name}: “{title}” begins at {time}. The same time counts only once.", title="Visit two")
    await story.chan.press("Yes, count it")
    await story.chan.press("Skip")
    story.anna.sees("{title}: <b>{hours}</b> ({span}, marked by {name})", hours=story.anna.words.hours(175))

    await story.wind_to(START + 4 * HOUR)
    await roll(story.chan, "Visit two")
    for label in ("All leave now", "Finish", "Skip"):
        await story.chan.press(label)
    story.chan.sees("⚠️ {name}: part of it is on record already, {hours} counted here", name="Anna")
    story.anna.sees("⚠️", "Part of this time is on record already, so it counts there and not twice.", within=2)
    await story.anna.send("/hours")
    story.anna.sees("⏱ <b>{hours}</b> of service so far", hours=story.anna.words.hours(240))


async def test_who_gets_nothing_because_it_is_on_record_is_told(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(END)
    await story.anna.send("/log 2026-11-28 9:00-11:30 I came by myself")
    await story.chan.send("/rollcall")
    await story.chan.press("All here")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.chan.sees("· {name}: has hours for that time already", name="Anna")
    story.anna.sees("Nothing is added for this one: that time counts for you already.", within=2)
    story.anna.sees("Not right? Please tell {lead}.", lead="Chan", within=2)


async def test_who_leaves_and_comes_back_has_both_parts_counted(story: Story) -> None:
    await signed_up(story, "anna")
    for at in (START, START + HOUR, START + 90 * MINUTE):
        await story.wind_to(at)
        await story.chan.send("/rollcall")
        await story.chan.press("More")
        await story.chan.press("Check-in code")
        await story.anna.send(code_on(story.chan))
    await story.wind_to(END)
    await story.chan.send("/rollcall")
    await story.chan.press_like("Anna")
    story.chan.sees("away {n} min", n=30, within=1)
    await story.chan.press("Back")
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.anna.sees("{title}: <b>{hours}</b> ({span}, by check-in)", hours=story.anna.words.hours(120))


async def test_it_is_over_and_the_lead_and_the_captain_are_asked(story: Story) -> None:
    await signed_up(story, "anna", "carl")
    await story.wind_to(START)
    await story.chan.press("Hand to captain")
    await story.chan.press("Carl")
    await story.carl.press("All here")
    await story.wind_to(END - 1)
    story.chan.sees_not("📋 <b>It is over. Finish the roll?</b>")
    await story.wind_to(END)
    for phone in (story.chan, story.carl):
        phone.sees("📋 <b>It is over. Finish the roll?</b>", within=1)
        phone.sees("Marked as here: {came} of {expected}.", within=1, came=2, expected=2)
        assert not phone.last().silent
    await story.wind_to(START + 11 * HOUR)
    story.chan.sees("📋 <b>The roll is still open. Finish it today?</b>", within=1)
    sent = len(story.chan.texts(1000))
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    story.chan.sees(many(story, "✅ <b>Roll-call done: {n} person, {hours}</b>"), n=2)
    await story.wind(24 * HOUR)
    assert [text for text in story.chan.texts(1000)[sent:] if story.chan.say("It is over") in text] == []


async def test_every_captain_is_asked_where_the_roll_was_handed_to_nobody(story: Story) -> None:
    """What a captain finishes then waits for the lead's tap; the captain of another team hears nothing."""
    await signed_up(story, "anna")
    await story.wind_to(START)
    await story.chan.press("All here")
    await story.wind_to(END)
    for phone in (story.chan, story.carl):
        phone.sees("📋 <b>It is over. Finish the roll?</b>", within=1)
    for phone in (story.anna, story.dan, story.fay):
        phone.sees_not("📋 <b>It is over. Finish the roll?</b>")
    await story.carl.press("Finish")
    await story.carl.press("Skip")
    story.chan.sees("📋 <b>{name} has taken the roll: {came} of {expected} came</b>", name="Carl", within=1)
    await story.wind(11 * HOUR)
    for phone in (story.chan, story.carl):
        phone.sees_not("📋 <b>The roll is still open. Finish it today?</b>")


async def test_roll_that_is_finished_in_time_is_not_asked_for(story: Story) -> None:
    await signed_up(story, "anna")
    await story.wind_to(END - 10 * MINUTE)
    await story.chan.press("All here")
    await story.chan.press("All leave now")
    await story.chan.press("Finish")
    await story.chan.press("Skip")
    await story.wind(24 * HOUR)
    story.chan.sees_not("📋 <b>It is over. Finish the roll?</b>", "📋 <b>The roll is still open. Finish it today?</b>")


async def test_who_checked_in_is_asked_to_check_out(story: Story) -> None:
    await signed_up(story, "anna", "ben")
    await story.wind_to(START)
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    await story.anna.send(code_on(story.chan))
    await story.chan.press("Back")
    await story.chan.press("All here")
    await story.wind_to(END)
    story.anna.sees("👋 <b>Time to check out</b>", within=1)
    story.ben.sees_not("👋 <b>Time to check out</b>")
    await story.chan.send("/rollcall")
    await story.chan.press("More")
    await story.chan.press("Check-in code")
    await story.anna.press("Check in")
    await story.anna.send(code_on(story.chan))
    story.anna.sees("👋 <b>Checked out at {time}.</b> Thank you!", within=1)
