"""The guided tour in a real browser, from a link that is opened to the month's file. Its steps are the proof."""

from collections.abc import Awaitable, Callable
from functools import partial
from pathlib import Path
from typing import Any

import pytest
from playwright.async_api import Page, expect

from bot.demo.cast import CASTS
from bot.demo.tour import HELPED, LENGTH, Tour
from bot.demo.tour_words import STEPS
from bot.ground.times import first_valid, local_day, zone_named
from bot.speech.words import Words
from tests.demo.conftest import Demo, demo_in
from tests.helpers.browser import MARKS, WIDE, chromium, findings, opened
from tests.walking.looking import plain

pytestmark = MARKS
LOCALES = {"en": "en-GB", "zh_Hans": "zh-CN", "zh_Hant": "zh-HK"}
SLOW = 60_000  # milliseconds; a step takes two seconds on an idle machine
SERVED = LENGTH // 60
PHONE = {"width": 360, "height": 740}
MANY = 30  # stops of Tab until there
Press = Callable[[], Awaitable[Any]]
Going = Callable[[Page], Awaitable[Press]]
PER_TEAM = 13  # the step after which the sums of the teams are to be seen


class Untouched:
    """Phones on which nothing was done yet."""

    def say(self, text: str) -> bool:
        return False

    def newcomer_joins(self, labels: list[str]) -> bool:
        return True


def tour_of(language: str) -> Tour:
    return Tour(language, Untouched())


def ends(words: Words, language: str) -> dict[str, list[str]]:
    """What everybody's phone shows in the end, among other things."""
    tour = tour_of(language)
    lead = tour.name_of("worker")
    reminder, _, _ = words.label("👋 See you {day}: {title}", day="\0", title="").partition("\0")
    return {
        "newcomer": [
            plain(words.say("🎉 <b>You are in {team} now.</b>", team=tour.cast.first)),
            words.label("✅ Noted, thank you!"),
            words.hours(SERVED),
        ],
        "volunteer_1": [words.label("You cancelled. Thank you for telling us; someone else can come now.")],
        "captain": [
            reminder,
            words.label("🎉 A place opened and it's yours."),
            words.label("👤 For {name}", name=tour.name_of("managed_1")),
            plain(words.say("✅ <b>Finished.</b> {lead} will look at it and confirm the hours.", lead=lead)),
        ],
        "worker": [
            words.label("No answer ({n})", n=1),
            str(words.say_n("{n} person helped", "{n} people helped", int(HELPED))),
            words.hours(2 * SERVED),
        ],
        "coordinator": [words.hours(2 * SERVED)],
    }


async def walk(page: Page, language: str, team: str, press: Press) -> list[str]:
    """Every step with its button, as a visitor would; the last one begins anew. What axe finds on the way."""
    tour, found = page.locator("#tour"), []
    for number, (title, _) in enumerate(STEPS[language]):
        await expect(tour.locator("h2")).to_have_text(title)
        await press()
        if title not in (STEPS[language][0][0], STEPS[language][-1][0]):
            await expect(tour.locator(".finished")).to_contain_text("✓", timeout=SLOW)
            if number == PER_TEAM:
                await expect(page.locator(".message .text", has_text=f"· {team}").last).to_be_visible()
            found += [f"{title}: {one}" for one in await findings(page)]
            await press()
    return found


async def by_key(page: Page) -> Press:
    """Once the button is reached it has the focus for good: nothing but Enter is pressed."""
    for _ in range(MANY):
        await page.keyboard.press("Tab")
        if await page.evaluate("document.activeElement.matches('#tour .do')"):
            return partial(page.keyboard.press, "Enter")
    raise AssertionError("the tour's button is not reached by Tab")


async def by_mouse(page: Page) -> Press:
    return page.locator("#tour .do").click


async def missing(demo: Demo, language: str) -> list[str]:
    """What should be on the phones and is not."""
    words, tour = Words(language, CASTS[language].zone), tour_of(language)
    phones = {part: "\n".join(await demo.texts(tour.name_of(part))) for part in ends(words, language)}
    return [said for part, parts in ends(words, language).items() for said in parts if said not in phones[part]]


async def month_file(demo: Demo, language: str) -> list[str]:
    """The lines of what the coordinator saves in the end."""
    person = await demo.person(tour_of(language).name_of("coordinator"))
    chat = await demo.get(f"/chats/{person['id']}")
    file = chat["messages"][-1]["file"]
    async with demo.session.get(f"{demo.url}/files/{file['id']}") as answer:
        return (await answer.read()).decode("utf-8-sig").splitlines()


async def wind_to(demo: Demo, hour: str, language: str) -> None:
    zone = zone_named(CASTS[language].zone)
    now = (await demo.get("/state"))["now"]
    await demo.act("wind", to=str(first_valid(zone, local_day(zone, now), hour)))


@pytest.mark.once("people", "page_language", "hour", "going", "look")
@pytest.mark.parametrize(
    ("people", "page_language", "hour", "going", "look"),
    [
        ("en", "en", "12:00", by_key, {"viewport": WIDE}),
        ("zh_Hans", "zh_Hans", "08:00", by_key, {"viewport": PHONE, "color_scheme": "dark"}),
        ("zh_Hant", "zh_Hant", "17:00", by_key, {"viewport": WIDE, "color_scheme": "dark"}),
        ("en", "zh_Hant", "20:00", by_mouse, {"viewport": WIDE, "color_scheme": "dark"}),
        ("zh_Hant", "en", "23:30", by_mouse, {"viewport": WIDE}),
    ],
    ids=["en", "zh_Hans", "zh_Hant", "read in another language", "by night"],
)
async def test_tour_leads_from_a_link_to_the_months_file(
    tmp_path: Path, people: str, page_language: str, hour: str, going: Going, look: dict[str, Any]
) -> None:
    """By mouse, and by keys alone; at no step does axe find anything."""
    async with demo_in(tmp_path, "--language", people) as demo, chromium() as browser:
        await wind_to(demo, hour, people)
        page, wrong = await opened(browser, demo.url, locale=LOCALES[page_language], **look)
        if page_language != people:
            await page.locator("select.language:visible").select_option(page_language)
        await page.wait_for_selector(f"html[data-ready][data-language={page_language}]")

        found = await walk(page, page_language, tour_of(people).cast.first, await going(page))

        assert found == []
        assert await missing(demo, people) == []
        line = next(line for line in await month_file(demo, people) if tour_of(people).cast.first in line)
        assert str(2 * SERVED) in line
    assert wrong == []
