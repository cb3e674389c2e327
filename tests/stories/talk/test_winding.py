"""Whoever winds the clock to the next thing due must not jump over one."""

from bot.ground.times import DAY, HOUR, MINUTE
from bot.store.database import Database
from tests.helpers.lines import signs_up
from tests.helpers.offers import morning, offer
from tests.helpers.rolls import all_here, finish
from tests.helpers.town import NOW, ZONE
from tests.stories.leading.test_posting import MESSAGES
from tests.stories.story import Story

START = NOW + 6 * DAY - HOUR  # Saturday 28 November, 9:00


async def test_winding_over_days_stops_at_every_reminder(story: Story) -> None:
    await story.chan.send(MESSAGES["en"])
    await story.chan.press("Publish")
    await story.anna.press("Sign me up")

    stops = []
    while story.now < START - HOUR:
        story.clock.set(await story.next_stop(START))
        await story.app.tick_all()
        await story.settle()
        stops.append(START - story.now)

    assert {24 * HOUR, 13 * HOUR, 2 * HOUR} <= set(stops)
    story.anna.sees_button("I'll be late")


async def test_talk_is_passed_on_while_a_code_is_waited_for(story: Story) -> None:
    await story.anna.send("/checkin")

    await story.anna.send("My foot hurts")

    story.anna.sees_button("Pass it on")


async def booked(story: Story, database: Database, starts_at: int) -> int:
    """Anna has signed up for a visit of the first team that begins then."""
    async with database.write() as tx:
        story.town.tx = tx
        shift_id = await offer(story.town, morning(starts_at=starts_at))
        await signs_up(story.town, "anna", shift_id)
    return shift_id


async def test_last_reminder_of_an_early_start_comes_the_evening_before_and_says_so(
    story: Story, database: Database
) -> None:
    starts_at = START - 150 * MINUTE  # 6:30
    await booked(story, database, starts_at)
    await story.wind_to(starts_at - 8 * HOUR)

    anna = story.anna
    tomorrow = anna.say("{time} {day}", day=anna.say("tomorrow"), time=anna.words.at(ZONE).time(starts_at))
    anna.sees("⏰ {title}: {time}!", time=tomorrow, within=1)
    anna.sees_not("⏰ {title}: soon!")


async def test_hours_of_new_years_eve_name_their_year(story: Story, database: Database) -> None:
    starts_at = START + 33 * DAY  # Thursday 31 December 2026, 9:00
    shift_id = await booked(story, database, starts_at)
    finished_at = starts_at + DAY
    story.clock.set(finished_at)
    async with database.write() as tx:
        story.town.tx = tx
        await all_here(story.town, shift_id, at=starts_at)
        await finish(story.town, shift_id, at=finished_at)
    await story.settle()

    story.anna.sees("{year} in total: {hours}", year=2026, hours=story.anna.words.hours(150))
    story.anna.sees_not("This year: {hours}")
