"""The week and the month come with a picture, words first; the month that is closed is a report on paper."""

from datetime import date, time
from zoneinfo import ZoneInfo

from bot.ground.times import MINUTE, first_valid
from bot.store.database import Database
from tests.helpers.town import NOW, ZONE
from tests.paper.reading import packed, printed
from tests.stories.leading.test_summary import books
from tests.stories.phone import Phone
from tests.stories.story import Story

CLOSED = first_valid(ZoneInfo(ZONE), date(2026, 12, 5), f"{time(8, 0):%H:%M}")


def pictures(phone: Phone) -> int:
    return sum("photo" in message.content for message in phone.person.messages if message.by_bot)


async def test_week_comes_with_a_picture_of_five_weeks(story: Story, database: Database) -> None:
    """A captain without any hours gets words alone, or nothing."""
    await books(story, database)
    await story.cora.send("/log 2026-11-20 14:00-16:30 Chat")
    await story.wind_to(NOW + 24 * 60 * MINUTE)
    chan = story.chan
    chan.sees("<b>Last week</b>, {week}", within=2)
    assert "photo" in chan.last().content
    assert "photo" not in chan.person.messages[-2].content
    assert pictures(story.li) == 0


async def test_closed_month_comes_with_a_picture_and_is_a_report(story: Story, database: Database) -> None:
    await books(story, database)
    olga = story.olga
    await story.wind_to(CLOSED)
    olga.sees("<b>{name}</b> · {month} is closed", name="city", within=2)
    assert "photo" in olga.last().content
    await olga.press("PDF report")
    olga.is_told("The file is on its way.")
    paper = olga.last().document
    assert paper is not None
    assert paper.name.startswith(olga.say("monthly-report"))
    text = printed(paper.data)
    said = ("What was not as it should be", "How it was counted", "Monthly report", "Served for the first time")
    assert [one for one in said if packed(olga.say(one)) not in text] == []
    assert packed(olga.words.hours(150)) in text
