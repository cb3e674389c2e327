"""Who withdraws late: the lead hears within half a minute, and of a reason that comes afterwards where they read it."""

from tests.stories.leading.test_managing import begin
from tests.stories.leading.test_one_participant import publish
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import DAY, HOUR, Story

GONE = "⚠️ <b>{name} can't come</b>"
REASON = "Reason: {reason}"


async def leaves_late(story: Story) -> None:
    await begin(story)
    await story.wind(5 * DAY + 3 * HOUR)  # noon, the day before
    await story.anna.press("Can't make it")
    await story.anna.press("Yes, cancel")


async def test_reason_that_is_there_takes_the_news_along_at_once(story: Story) -> None:
    await leaves_late(story)
    story.chan.sees_not(GONE)
    await story.anna.press("I'm ill")

    story.chan.sees(GONE, name="Anna", within=1)
    story.chan.sees(REASON, reason=story.chan.say("ill"), within=1)


async def test_without_a_reason_the_lead_hears_after_half_a_minute_and_reads_it_later(story: Story) -> None:
    await leaves_late(story)
    await story.wind(30)
    story.chan.sees(REASON, reason=story.chan.say("not said"), within=1)
    messages = len(story.chan.person.messages)
    await story.anna.press("Work or school")
    await story.wind(2)

    story.chan.sees(REASON, reason=story.chan.say("work or school"), within=1)
    story.chan.sees_not(REASON, reason=story.chan.say("not said"))
    assert len(story.chan.person.messages) == messages  # the same message, changed


async def test_clock_stops_for_what_waits(story: Story) -> None:
    await leaves_late(story)
    await story.wind(6 * HOUR)  # the wind stops on the way

    heard = [at for at in (due.at for due in await story.app.next_due()) if at <= story.now]
    assert heard == []
    story.chan.sees(GONE, name="Anna")


async def test_decision_at_seven_is_asked_for_before_the_night_with_a_sound(story: Story) -> None:
    await begin(story)
    for label in ("More", "Postpone or cancel", "Put on hold"):
        await story.chan.press(label)
    await story.chan.send("2026-11-28 7:00")
    await story.wind(5 * DAY + 12 * HOUR + 56 * 60)  # 21:56 the evening before

    story.chan.sees("⏰ <b>Decide by {time}: does it take place?</b>", within=1)
    assert not story.chan.last().silent


async def test_list_remembers_who_withdrew_and_why_and_says_when_too_few_are_left(story: Story) -> None:
    await publish(story, more="\nminimum: 2")
    for phone in (story.anna, story.ben):
        await phone.press("Sign me up")
    short = "⚠️ The minimum is not met: {coming} of {minimum}"
    await story.chan.press("Manage")
    await story.chan.press("Participants")
    story.chan.sees_not(short)
    await story.anna.press("Can't make it")
    await story.anna.press("Yes, cancel")
    await story.anna.press("I'm ill")
    await story.chan.press("Back")
    await story.chan.press("Participants")

    gone = story.chan.say("{name} ({reason})", name="Anna", reason=story.chan.say("ill"))
    story.chan.sees("➖ Withdrew ({n}): {names}", n=1, names=gone)
    story.chan.sees(short, coming=1, minimum=2)
    await story.wind(5 * DAY + 11 * HOUR)
    story.chan.sees("📋 <b>Your list for {day}</b>")
    story.chan.sees("➖ Withdrew ({n}): {names}", n=1, names=gone, within=2)


async def test_second_activity_of_a_team_at_one_hour_is_warned_of_before_it_is_published(story: Story) -> None:
    twice = "⚠️ {team} has “{title}” at this hour already."
    await publish(story)
    story.chan.sees_not(twice)
    await story.chan.send(MESSAGES[story.language])
    story.chan.sees(twice, team="first", within=1)
