"""The real demo in a real browser, by hand: the last place, the plug, blocking, and whether everybody could read it."""

import asyncio
from pathlib import Path

from playwright.async_api import Locator, Page, expect

from tests.demo.conftest import Demo, demo_in, said, until
from tests.helpers.browser import MARKS, chromium, opened, unreadable

pytestmark = MARKS
SLOW = 60_000
PUBLISHED = 4


async def publish(page: Page) -> None:
    """The tour's activity with two places is on every phone of the team."""
    main = page.locator("#tour .do")
    for step in range(1, PUBLISHED + 1):
        await main.click()
        if step > 1:
            await expect(page.locator("#tour .finished")).to_contain_text("✓", timeout=SLOW)
            if step < PUBLISHED:
                await main.click()


async def phone(page: Page, demo: Demo, name: str) -> Locator:
    await page.locator(f'.row[data-key="{(await demo.person(name))["id"]}"]').click()
    return page.get_by_role("region", name=name, exact=True)


async def test_two_phones_press_the_last_place_and_the_plug_is_pulled(tmp_path: Path) -> None:
    async with demo_in(tmp_path, "--language", "en") as demo, chromium() as browser:
        page, wrong = await opened(browser, demo.url, viewport={"width": 1800, "height": 900}, locale="en-GB")
        await publish(page)
        anna = await phone(page, demo, "Anna")
        await anna.get_by_role("button", name="Sign me up").click()
        await until(lambda: said(demo, "Anna", "You're in"))
        ben, cora = await phone(page, demo, "Ben"), await phone(page, demo, "Cora")

        # one mouse cannot be in two places: the clicks are sent without it
        await asyncio.gather(
            *(one.get_by_role("button", name="Sign me up").dispatch_event("click") for one in (ben, cora))
        )
        await until(lambda: answered(demo, "Ben", "Cora"))
        carl = await phone(page, demo, "Carl Lee")
        await page.locator("#trouble-toggle").click()
        await asyncio.gather(
            carl.get_by_role("button", name="Sign me up").dispatch_event("click"),
            page.get_by_role("button", name="Pull the plug").dispatch_event("click"),
        )
        await until(lambda: said(demo, "Carl Lee", "on the waiting list"))

        assert sorted([await outcome(demo, name) for name in ("Anna", "Ben", "Cora", "Carl Lee")]) == [
            "You're 1st on the waiting list",
            "You're 2nd on the waiting list",
            "in",
            "in",
        ]
        await page.locator(".alive", has_text="● The bot is running").wait_for()
    assert wrong == []


async def answered(demo: Demo, *names: str) -> bool:
    return all([bool(await outcome(demo, name)) for name in names])


async def outcome(demo: Demo, name: str) -> str:
    """What the sign-up came to; the whole chat is looked at, so a doubled answer would show."""
    texts = [text for text in await demo.texts(name) if "You're" in text]
    if len(texts) != 1:
        return " and ".join(texts)
    return "in" if "You're in" in texts[0] else texts[0].partition("full. ")[2].partition(",")[0]


async def test_blocking_is_noticed_and_forgiven(demo: Demo) -> None:
    async with chromium() as browser:
        page, wrong = await opened(browser, demo.url, locale="en-GB")
        finn = await phone(page, demo, "Finn")
        await finn.get_by_role("button", name="Unblock the bot").click()
        await finn.get_by_role("textbox").fill("/hours")
        await finn.get_by_role("textbox").press("Enter")
        await until(lambda: said(demo, "Finn", "3 h 30 min"))
        anna = await phone(page, demo, "Anna")
        await anna.locator("header").get_by_role("button", name="More").click()
        await anna.get_by_role("menuitem", name="Block the bot").click()

        await expect(anna.get_by_role("button", name="Unblock the bot")).to_be_visible()
        await expect(page.get_by_role("navigation").get_by_text("blocked the bot")).to_have_count(1)
    assert wrong == []


async def test_everybody_can_read_the_demo(demo: Demo) -> None:
    """Light and dark, narrow and wide, with the tour and with the trouble panel open."""
    found: dict[str, list[str]] = {}
    async with chromium() as browser:
        for width in (360, 1440):
            for scheme in ("light", "dark"):
                size = {"width": width, "height": 800}
                page, wrong = await opened(browser, demo.url, viewport=size, color_scheme=scheme, locale="en-GB")
                toured = await unreadable(page)
                await page.locator("#tour-toggle").click()
                await page.locator("#trouble-toggle").click()
                found[f"{width} {scheme}"] = [*toured, *await unreadable(page), *wrong]
                await page.context.close()

    assert {name: poor for name, poor in found.items() if poor} == {}


async def test_who_reads_another_language_begins_anew_in_their_own(demo: Demo) -> None:
    """One press, or two: the page comes back by itself when everybody has said their first words."""
    async with chromium() as browser:
        page, _ = await opened(browser, demo.url, locale="en-GB")  # the connection to the old world is cut
        await page.locator("select.language:visible").select_option("zh_Hant")
        await page.wait_for_selector("html[data-ready][data-language=zh_Hant]")
        await page.get_by_role("button", name="用繁體中文重新開始").dblclick()
        await page.locator(".offer").wait_for(state="detached", timeout=SLOW)
        lead = page.get_by_role("region", name="陳靜雯", exact=True)

        await expect(lead.locator(".message.in").last).to_contain_text("想做甚麼", timeout=SLOW)
        await expect(page.locator(".badge")).to_have_count(0)
        await expect(page.locator("#lost")).to_be_hidden()


REACHED = """button => {
  const { left, right, top, bottom } = button.getBoundingClientRect();
  return [top + 2, bottom - 2].every((y) => document.elementFromPoint((left + right) / 2, y) === button);
}"""


async def test_the_tours_button_is_whole_on_a_small_screen(demo: Demo) -> None:
    found = {}
    async with chromium() as browser:
        page, wrong = await opened(browser, demo.url, viewport={"width": 360, "height": 560})
        for language in ("en", "zh_Hans", "zh_Hant"):
            await page.evaluate("code => localStorage.setItem('language', code)", language)
            await page.reload()
            await page.wait_for_selector(f"html[data-ready][data-language={language}]")
            found[language] = await page.locator("#tour .do").evaluate(REACHED)

    assert found == {"en": True, "zh_Hans": True, "zh_Hant": True}
    assert wrong == []


async def test_nothing_in_the_page_is_heavy(demo: Demo) -> None:
    """How long it takes to open is measured by ``make bench``."""
    async with chromium() as browser:
        page, _ = await opened(browser, demo.url)
        weight = await page.evaluate(
            "performance.getEntriesByType('resource').reduce((sum, one) => sum + one.encodedBodySize, 0)"
        )

    assert weight <= 150_000
