"""What the demo's page makes of the room there is, and how much it weighs once somebody has played with it."""

import asyncio

import pytest
from playwright.async_api import Browser, Page, ViewportSize, expect

from tests.demo.conftest import Demo
from tests.helpers.browser import MARKS, findings, opened, unreadable

pytestmark = [*MARKS, pytest.mark.asyncio(loop_scope="module")]
SMALL: ViewportSize = {"width": 360, "height": 740}
LAPTOP: ViewportSize = {"width": 1280, "height": 800}
HUGE: ViewportSize = {"width": 3840, "height": 2160}
LABELS = {"en": ["Tour", "Trouble"], "zh_Hans": ["导览", "故障"], "zh_Hant": ["導覽", "故障"]}
FIRST_LOAD = 150_000  # bytes over the line, with all that the browser fetches until the chats are read
DAYS = 30
ASKED = ("/menu", "/activities", "/mine", "/hours", "/help")
WHOLE = """toggles => toggles.map((toggle) => {
  const word = toggle.querySelector("[data-word]"), { left, right, bottom } = word.getBoundingClientRect();
  const inside = left >= 0 && right <= innerWidth && bottom <= toggle.getBoundingClientRect().bottom;
  return inside && word.checkVisibility() ? word.textContent : "";
})"""
TOPS = "all => all.map((one) => Math.round(one.getBoundingClientRect().top))"
USED = """place => {
  const { paddingLeft, paddingRight } = getComputedStyle(place);
  const wide = [...place.querySelectorAll(".phone")].map((phone) => phone.getBoundingClientRect());
  return (wide.at(-1).right - wide[0].left) / (place.clientWidth - parseFloat(paddingLeft) - parseFloat(paddingRight));
}"""
FETCHED = """["navigation", "resource"].flatMap((kind) => performance.getEntriesByType(kind))
  .reduce((sum, one) => sum + one.encodedBodySize, 0)"""


async def shown(browser: Browser, demo: Demo, size: ViewportSize, language: str = "en") -> Page:
    """As whoever opens it for the first time in this window."""
    page, _ = await opened(browser, demo.url, viewport=size)
    await page.evaluate("code => localStorage.setItem('language', code)", language)
    await page.reload()
    await page.wait_for_selector(f"html[data-ready][data-language={language}]")
    return page


async def test_both_toggles_have_their_word_on_a_small_screen(agency: Demo, browser: Browser) -> None:
    found = {}
    for language in LABELS:
        page = await shown(browser, agency, SMALL, language)
        found[language] = await page.locator("#tour-toggle, #trouble-toggle").evaluate_all(WHOLE)
        await page.context.close()

    assert found == LABELS


async def test_what_winds_the_clock_stands_in_one_row_on_a_small_screen(agency: Demo, browser: Browser) -> None:
    for language in LABELS:
        page = await shown(browser, agency, SMALL, language)
        tops = await page.locator(".clock > button:visible").evaluate_all(TOPS)
        await page.context.close()
        assert max(tops) - min(tops) < 5, language


@pytest.mark.parametrize(("size", "phones"), [(SMALL, 1), (LAPTOP, 2), (HUGE, 3)], ids=["small", "laptop", "huge"])
async def test_phones_use_the_room_there_is(agency: Demo, browser: Browser, size: ViewportSize, phones: int) -> None:
    """On a screen of 3840 they do not stand small in the middle; on a laptop two stand beside the tour."""
    page = await shown(browser, agency, size)
    await expect(page.locator("#tour")).to_be_visible()

    await expect(page.locator(".phone")).to_have_count(phones)
    assert 0.9 < await page.locator("#phones").evaluate(USED) <= 1.001
    assert await unreadable(page) == []
    assert await findings(page) == []
    await page.locator("#trouble-toggle").click()
    assert await page.locator("#phones").evaluate(USED) <= 1.001
    await page.context.close()


async def test_first_load_is_light_after_an_hours_use(agency: Demo, browser: Browser) -> None:
    """A month is wound through, day by day, and each of the phones that open first has far more than is shown. A fresh
    one may carry more bytes for all that: a picture weighs as much as a hundred messages.
    """
    page = await shown(browser, agency, HUGE)
    fresh = await page.evaluate(FETCHED)
    people = (await agency.get("/state"))["people"][:3]
    for _ in range(DAYS):
        await agency.act("wind", to="day")
        await asyncio.gather(*(ask(agency, one["id"]) for one in people))
    await agency.act("wind", to="minute")
    page = await shown(browser, agency, HUGE)
    used = await page.evaluate(FETCHED)

    assert max(fresh, used) <= FIRST_LOAD
    assert await page.locator(".phone").first.locator(".message").count() == 100


async def ask(demo: Demo, person: int) -> None:
    for text in ASKED:
        await demo.act("send", person=person, text=text)
