"""``python -m tests.making.pictures``: the pictures of docs/pictures, taken along the guided tour of a real demo."""

import asyncio
import tempfile
from pathlib import Path

from playwright.async_api import Browser, Page, ViewportSize, expect

from bot.demo.company import IDS
from tests.demo.conftest import Demo, demo_in
from tests.helpers.browser import chromium, opened

FOLDER = Path(__file__).parents[2] / "docs" / "pictures"
LOCALES = {"en": "en-GB", "zh_Hans": "zh-CN"}
ENDINGS = {"en": "", "zh_Hans": ".zh"}
WIDE: ViewportSize = {"width": 1320, "height": 800}
PHONE: ViewportSize = {"width": 1360, "height": 760}
SMALL: ViewportSize = {"width": 360, "height": 720}
PATIENCE = 60_000
PUBLISHED, ROLL_CALL, STATEMENT, SUMMARY = 4, 10, 11, 13
"""Steps of the tour after which there is something to see, from 1."""


class Pictures:
    """One language's, on one page that walks the tour."""

    def __init__(self, page: Page, ending: str) -> None:
        self.page = page
        self.ending = ending
        self.step = 1

    async def to(self, step: int) -> None:
        """Does every step up to this one."""
        main = self.page.locator("#tour .do")
        while self.step < step:
            await main.click()
            self.step += 1
            await main.click()
            await expect(self.page.locator("#tour .finished")).to_contain_text("✓", timeout=PATIENCE)
        await self.page.wait_for_timeout(1500)  # the other phones hear of it, and toasts go

    async def whole(self, name: str) -> None:
        await rest(self.page)
        await self.page.screenshot(path=FOLDER / f"{name}{self.ending}.png")

    async def phone(self, name: str, part: str) -> None:
        """One person's phone, with its newest messages."""
        row = self.page.locator(f'.row[data-key="{IDS[part]}"]')
        await row.click()
        await self.page.wait_for_timeout(700)
        who = await row.locator(".name").evaluate("name => name.firstChild.textContent")
        await rest(self.page)
        region = self.page.get_by_role("region", name=who, exact=True)
        await region.screenshot(path=FOLDER / f"{name}{self.ending}.png")


async def rest(page: Page) -> None:
    """Nothing pointed at, nothing in focus."""
    await page.mouse.move(0, 0)
    await page.evaluate("document.activeElement?.blur()")


async def take(browser: Browser, demo: Demo, language: str) -> None:
    page, wrong = await opened(browser, demo.url, locale=LOCALES[language], viewport=WIDE, color_scheme="light")
    pictures = Pictures(page, ENDINGS[language])
    await pictures.to(PUBLISHED)
    await pictures.whole("demo")
    await page.set_viewport_size(PHONE)
    await pictures.phone("card", "volunteer_2")
    await pictures.to(ROLL_CALL)
    await pictures.phone("roll-call", "captain")
    await pictures.to(STATEMENT)
    await pictures.phone("statement", "newcomer")
    await pictures.to(SUMMARY)
    await pictures.phone("summary", "coordinator")
    await page.set_viewport_size(WIDE)
    await page.locator("#tour").get_by_role("button").first.click()
    await page.locator("#trouble-toggle").click()
    await page.wait_for_timeout(1000)
    await pictures.whole("trouble")
    await take_small(browser, demo, language)
    if wrong:
        raise SystemExit(f"The page complains: {wrong}")


async def take_small(browser: Browser, demo: Demo, language: str) -> None:
    """A narrow window in the dark, where one swipes from phone to phone."""
    page, _ = await opened(
        browser, demo.url, locale=LOCALES[language], viewport=SMALL, color_scheme="dark", device_scale_factor=2
    )
    await page.locator("#tour").get_by_role("button").first.click()
    await page.locator("#menu").click()
    await page.locator(f'.row[data-key="{IDS["volunteer_2"]}"]').click()
    await page.wait_for_timeout(700)
    await rest(page)
    await page.screenshot(path=FOLDER / f"dark{ENDINGS[language]}.png")


async def main() -> None:
    FOLDER.mkdir(parents=True, exist_ok=True)
    for language in LOCALES:
        with tempfile.TemporaryDirectory() as folder:
            async with demo_in(Path(folder), "--language", language) as demo, chromium() as browser:
                await take(browser, demo, language)


if __name__ == "__main__":
    asyncio.run(main())
