"""The guided tour in a real browser, from the first message to the coordinator's total. Its steps are the proof."""

from pathlib import Path

import pytest
from playwright.async_api import Page, expect

from bot.demo.cast import CASTS, PARTS
from bot.demo.tour_words import STEPS
from bot.ground.times import first_valid, local_day, zone_named
from bot.speech.words import Words
from tests.demo.conftest import Demo, demo_in
from tests.helpers.browser import MARKS, chromium, opened

pytestmark = MARKS
LOCALES = {"en": "en-GB", "zh_Hans": "zh-CN", "zh_Hant": "zh-HK"}
SLOW = 60_000  # milliseconds; a step takes two seconds on an idle machine


WATER = {"en": "water", "zh_Hans": "水", "zh_Hant": "水"}


def ends(words: Words, language: str) -> dict[str, list[str]]:
    """What everybody's phone shows in the end, among other things."""
    reminder, _, _ = words.label("👋 See you {day}: {title}", day="\0", title="").partition("\0")
    return {
        "volunteer_1": [words.label("You cancelled. Thank you for telling us; someone else can come now.")],
        "volunteer_2": [
            words.label("Bring {bring}", bring=WATER[language]),
            words.label("✅ Noted, thank you!"),
            words.hours(120),
        ],
        "volunteer_3": [
            words.label("🎉 A place opened and it's yours."),
            reminder,
            words.label("🙏 Thank you for today!"),
            words.hours(120),
        ],
        "worker": [words.label("No answer ({n})", n=1), words.hours(240)],
        "coordinator": [str(words.say_n("{n} person helped", "{n} people helped", 24))],
    }


async def walk(page: Page, language: str) -> None:
    """Every step with its button, as a visitor would; the last one begins anew."""
    tour = page.locator("#tour")
    for title, _ in STEPS[language]:
        await expect(tour.locator("h2")).to_have_text(title)
        await tour.locator(".do").click()
        if title not in (STEPS[language][0][0], STEPS[language][-1][0]):
            await expect(tour.locator(".finished")).to_contain_text("✓", timeout=SLOW)
            await tour.locator(".do").click()


def name_of(part: str, language: str) -> str:
    return CASTS[language].actors[[one for one, _ in PARTS].index(part)].name


async def missing(demo: Demo, language: str) -> list[str]:
    """What should be on the phones and is not."""
    words = Words(language, CASTS[language].zone)
    phones = {part: "\n".join(await demo.texts(name_of(part, language))) for part in ends(words, language)}
    return [said for part, parts in ends(words, language).items() for said in parts if said not in phones[part]]


async def wind_to(demo: Demo, hour: str, language: str) -> None:
    zone = zone_named(CASTS[language].zone)
    now = (await demo.get("/state"))["now"]
    await demo.act("wind", to=str(first_valid(zone, local_day(zone, now), hour)))


@pytest.mark.once("people", "page_language", "hour")
@pytest.mark.parametrize(
    ("people", "page_language", "hour"),
    [("en", "zh_Hant", "20:00"), ("zh_Hans", "zh_Hans", "08:00"), ("zh_Hant", "en", "23:30")],
)
async def test_tour_leads_from_the_post_to_the_total(
    tmp_path: Path, people: str, page_language: str, hour: str
) -> None:
    async with demo_in(tmp_path, "--language", people) as demo, chromium() as browser:
        await wind_to(demo, hour, people)
        page, wrong = await opened(browser, demo.url, locale=LOCALES[page_language])
        await page.locator("select.language").first.select_option(page_language)
        await page.wait_for_selector(f"html[data-ready][data-language={page_language}]")

        await walk(page, page_language)

        assert await missing(demo, people) == []
    assert wrong == []
