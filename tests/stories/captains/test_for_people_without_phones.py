"""What whoever acts for people without phones hears and answers: it names them, and is one message, not one each."""

from bot.ground.times import DAY, HOUR
from tests.stories.leading.test_call_list import cancel
from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_roll_call import END, START, many
from tests.stories.story import Story

FOR = "👥 For {names}. Please tell them."
ASK = "What is not right? Write it in a sentence, or send a voice message; it goes to the lead."
DONT = "Please don't set out. We'll tell you the new date."


async def two_signed_up(story: Story) -> None:
    """Gran and Lily, by Carl, who has no place himself; Anna and Ben have one of their own."""
    await begin(story)
    await story.carl.press("Sign up someone else")
    await story.carl.press_like("Gran")
    await story.carl.press("Sign up someone else")
    await story.carl.send("Lily")
    await story.carl.press("Yes, sign them up")


async def test_cancelling_names_whom_it_is_about_and_sends_nobody_else_home(story: Story) -> None:
    await two_signed_up(story)
    await story.chan.press("More")
    await cancel(story)

    story.carl.sees(FOR, names=story.carl.words.list(["Gran", "Lily"]), within=1)
    story.carl.sees("Please tell them not to set out. We'll tell you the new date.", within=1)
    story.carl.sees_not(DONT)
    story.anna.sees(DONT, within=1)
    story.anna.sees_not("👥")
    await story.carl.press("Got it")
    await story.chan.press("Refresh")
    story.chan.sees("{seen} of {told} have pressed <i>Got it</i>.", seen=2, told=4, within=1)


async def test_a_captain_with_a_place_hears_of_both(story: Story) -> None:
    await two_signed_up(story)
    await story.carl.send("/activities")
    await story.carl.press_like("·")
    await story.carl.press("Sign me up")
    await story.chan.press("More")
    await cancel(story)

    names = story.carl.words.list(["Gran", "Lily"])
    story.carl.sees("👥 For you and for {names}. Please tell them too.", DONT, names=names, within=1)


async def test_on_hold_and_going_ahead_name_them(story: Story) -> None:
    await two_signed_up(story)
    for label in ("More", "Postpone or cancel", "Put on hold"):
        await story.chan.press(label)
    await story.chan.press_like(story.chan.words.moment(story.now + 5 * DAY - HOUR))

    names = story.carl.words.list(["Gran", "Lily"])
    story.carl.sees("⏸ <b>{title} is on hold.</b> We'll decide by {time} and tell you.", FOR, names=names, within=1)
    await story.wind(5 * DAY)
    await story.chan.press("It takes place")
    story.carl.sees("✅ <b>{title} takes place.</b>", FOR, names=names, within=1)
    story.carl.sees_not("✅ <b>{title} takes place.</b> See you there!")
    story.anna.sees("✅ <b>{title} takes place.</b> See you there!", within=1)


async def test_moved_time_is_asked_once_for_all_of_them(story: Story) -> None:
    await two_signed_up(story)
    for label in ("More", "Postpone or cancel", "Postpone"):
        await story.chan.press(label)
    await story.chan.send("2026-11-29 9:00-11:30")
    before = len(story.carl.texts(1000))
    await story.chan.press("Yes, move it")

    assert len(story.carl.texts(1000)) == before + 1
    story.carl.sees("📅 <b>Time or place has changed.</b> Now:", within=1)
    story.carl.sees(many(story, "👥 For {n} person: {names}"), names=story.carl.words.list(["Gran", "Lily"]), n=2)
    await story.carl.press("All coming")
    noted = "👍 Noted: {n} is coming on {day}."
    story.carl.sees(noted.replace("is", "are") if story.language == "en" else noted, n=2, within=1)
    await story.chan.press("Manage")
    story.chan.sees("{n} said they'll come, {silent} no answer yet", n=2, silent=2)


async def rolled(story: Story) -> None:
    await two_signed_up(story)
    await story.wind_to(START)
    await story.chan.press("All here")
    await story.wind_to(END)
    for label in ("All leave now", "Finish", "Skip"):
        await story.chan.press(label)


async def test_hours_come_as_one_slip_and_are_answered_for_all(story: Story) -> None:
    await rolled(story)

    story.carl.sees(many(story, "🧾 <b>Hours of {n} person without a phone</b>"), "Gran", "Lily", n=2, within=1)
    before = len(story.carl.texts(1000))
    await story.carl.press("Text to pass on")
    said = "{name}, thank you for coming on {day} ({title}). You have {hours} for it, and {year} this year."
    for name in ("Gran", "Lily"):
        story.carl.sees(said, name=name, hours=story.carl.words.hours(150), year=story.carl.words.hours(150), within=1)
    assert len(story.carl.texts(1000)) == before + 1
    await story.carl.press("All right")
    story.carl.sees(many(story, "✅ Noted for {n} person, thank you!"), n=2, within=2)
    story.anna.sees("🙏 Thank you for today!", within=1)
    story.anna.sees_not("Gran")


async def test_one_that_is_not_right_is_asked_by_who_acts_for_them(story: Story) -> None:
    await rolled(story)
    await story.carl.press("Not right")
    await story.carl.press("Lily")
    story.carl.sees(ASK, "👤 For {name}", name="Lily", within=1)
    await story.carl.send("Lily left at eleven")
    story.chan.sees("❓ <b>{name} says the hours are not right</b>", name="Lily", within=1)
    await story.wind(60)
    await story.chan.press("Correct the hours")
    await story.chan.send("2 h")

    story.carl.sees("🧾 <b>Hours of {n} person without a phone</b>", n=1, within=1)
    story.carl.sees(
        "{title}: <b>{hours}</b> ({span}, corrected by {name})", hours=story.carl.words.hours(120), within=1
    )
    await story.carl.press("That's right")
    story.carl.sees("✅ Noted, thank you!", "👤 For {name}", name="Lily", within=1)


async def test_captain_sees_their_hours_in_three_taps(story: Story) -> None:
    await rolled(story)
    await story.carl.send("/hours")
    await story.carl.press("Hours of my people")
    month = "· {name}: this month {month} · this year {year}"
    for name in ("Gran", "Lily"):
        hours = story.carl.words.hours(150)
        story.carl.sees(month, name=name, month=hours, year=hours, within=1)
    await story.carl.press("Gran")
    story.carl.sees("🧾 <b>{name}: {hours} so far</b>", name="Gran", hours=story.carl.words.hours(150), within=1)
    await story.carl.press("Text to pass on")
    story.carl.sees("{name}, thank you for your service: {month} this month, {year} this year, {all} in all.", within=1)
    await story.carl.press("1")
    await story.carl.press("Not right")
    story.carl.sees(ASK, "👤 For {name}", name="Gran", within=2)


async def test_nobody_else_sees_them(story: Story) -> None:
    await rolled(story)
    await story.anna.send("/hours")
    assert story.anna.say("Hours of my people") not in story.anna.last().buttons
