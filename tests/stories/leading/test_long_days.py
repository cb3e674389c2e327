"""A day that takes somebody higher: who cannot confirm it sees it apart, uncounted; who can is told that it waits."""

from tests.stories.story import DAY, Story

LONG = "/log 2026-11-20 8:00-17:30 gardening"
SHORT = "/log 2026-11-21 9:00-11:00 gardening"


async def test_long_day_stands_apart_for_who_cannot_confirm_it_and_is_told_to_who_can(story: Story) -> None:
    await story.anna.send(LONG)
    await story.anna.send(SHORT)
    await story.chan.send("/verify")
    story.chan.sees("<b>{n} entry is waiting for you</b>", n=1)
    story.chan.sees("<b>{n} long day waits for somebody higher:</b>", n=1)
    assert "2" not in story.chan.last().buttons
    await story.chan.press("Confirm all of these")
    story.chan.sees("✅ {n} entry confirmed, {hours}", n=1)
    story.chan.sees("✅ Nothing is waiting for you.")

    await story.wind(60)
    story.olga.sees("⏳ <b>{n} long day waits for you to confirm</b>", n=1, within=1)
    await story.olga.press("Verify hours")
    await story.olga.press("1")
    await story.olga.press("Confirm")
    story.olga.sees("✅ {who}: {hours} confirmed")
    story.anna.sees("✅ <b>{name} has confirmed {hours} of yours</b>", hours=story.anna.words.hours(570), within=1)
    await story.chan.send("/verify")
    story.chan.sees("✅ Nothing is waiting for you.")
    story.chan.sees_not("<b>{n} long day waits for somebody higher:</b>", within=1)


async def test_second_report_of_a_day_waits_for_somebody_higher_once_the_first_is_confirmed(story: Story) -> None:
    await story.anna.send("/log 2026-11-20 8:00-13:00 gardening")
    await story.anna.send("/log 2026-11-20 14:00-19:00 painting")
    await story.chan.send("/verify")
    assert "2" in story.chan.last().buttons
    await story.chan.press("1")
    await story.chan.press("Confirm")
    story.chan.sees("<b>{n} long day waits for somebody higher:</b>", n=1)
    await story.wind(60)
    story.olga.sees("⏳ <b>{n} long day waits for you to confirm</b>", n=1, within=1)


async def test_digest_and_the_reminder_of_the_month_count_what_the_lead_can_confirm(story: Story) -> None:
    await story.anna.send(LONG)
    await story.anna.send(SHORT)
    await story.wind(2 * DAY)
    story.chan.sees("· {n} record to confirm", n=1, within=2)
    await story.wind(9 * DAY)
    for label in ("Send reminders", "Send reminders", "Yes, remind them"):
        await story.olga.press(label)
    story.chan.sees("From you we still need: {parts}", parts=story.chan.words.say_n("{n} record to confirm", "", 1),
                    within=2)  # fmt: skip
