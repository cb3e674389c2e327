"""Each switch of the trouble panel in the real demo: on, a sign-up by hand, off, and one place is taken, once.

One demo for all: everybody signs up for the same activity, which has room for them.
"""

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from tests.demo.conftest import Demo, until
from tests.helpers.browser import MARKS, opened

pytestmark = [*MARKS, pytest.mark.asyncio(loop_scope="module")]
ACTIVITY = "Visit a care home"
SLOW = 30_000
PLUG = "Pull the plug"


class Phone:
    """One person's phone in the page, used by hand."""

    def __init__(self, demo: Demo, page: Page, name: str) -> None:
        self.demo = demo
        self.page = page
        self.name = name
        self.region = page.get_by_role("region", name=name, exact=True)

    async def open(self) -> None:
        person = await self.demo.person(self.name)
        await self.page.locator(f'.row[data-key="{person["id"]}"]').click()

    async def look(self) -> int:
        """Opens the list of activities anew; how many places the activity has left."""
        count = await self.activities.count()
        await self.region.get_by_role("textbox").fill("/activities")
        await self.region.get_by_role("textbox").press("Enter")
        await expect(self.activities).to_have_count(count + 1, timeout=SLOW)
        shown = await self.activities.last.text_content() or ""  # inner_text is empty for what is not painted yet
        return 0 if "full" in shown else int(re.findall(r"(\d+) left", shown)[0])

    @property
    def activities(self) -> Locator:
        return self.region.locator(".key", has_text=ACTIVITY)

    async def texts(self, part: str) -> list[str]:
        return [text for text in await self.region.locator(".message.in .text").all_inner_texts() if part in text]


async def press_in(page: Page, trouble: str, press: Locator) -> None:
    """A fault is there before the press, the plug is pulled while it is under way."""
    if trouble == PLUG:
        await asyncio.gather(press.dispatch_event("click"), pull(page))
    else:
        await page.get_by_label(trouble).check()
        await press.click()


async def pull(page: Page) -> None:
    await page.get_by_role("button", name=PLUG).dispatch_event("click")


async def end(page: Page, trouble: str) -> None:
    """The switch has counted what it hit; then it is turned off."""
    if trouble != PLUG:
        await expect(page.locator(".check", has_text=trouble)).to_contain_text(re.compile(r"Hit [1-9]\d* times"))
        await page.get_by_label(trouble).uncheck()


async def filtered(page: Page, wanted: str) -> list[str]:
    """The lines of the log that its filter leaves, as one reads them."""
    await page.get_by_label("Filter").fill(wanted)
    return await page.locator("#trouble tbody tr:visible").all_inner_texts()


@asynccontextmanager
async def troubled(browser: Browser, demo: Demo) -> AsyncIterator[Page]:
    """The page with the trouble panel open; whatever goes wrong in it fails the test."""
    page, wrong = await opened(browser, demo.url, viewport={"width": 1600, "height": 900}, locale="en-GB")
    await page.locator("#tour").get_by_role("button", name="Close").click()
    await page.locator("#trouble-toggle").click()
    yield page
    await page.context.close()
    assert wrong == []


@pytest.mark.parametrize(
    ("name", "trouble", "method", "line"),
    [
        pytest.param("Anna", "429", "editMessageText", r"retry after 5\s+Anna\s+429\s", id="429"),
        pytest.param("Ben", "Slow network", "editMessageText", r"\s+Ben\s+200\s+2\d{3}$", id="slow network"),
        pytest.param("Dan", "502 from Telegram", "editMessageText", r"Bad Gateway\s+Dan\s+502\s", id="5xx"),
        pytest.param("Eve", "the answer is lost", "editMessageText", r"is lost\s+Eve\s+—\s", id="commit then drop"),
        pytest.param("Grace Chiu", "delivered twice", "getUpdates", r"once more\s+200\s", id="duplicate delivery"),
        pytest.param("Henry Ko", PLUG, "SIGKILL", r"killed\s+—\s", id="kill"),
    ],
)
async def test_sign_up_in_trouble_takes_one_place(
    agency: Demo, browser: Browser, name: str, trouble: str, method: str, line: str
) -> None:
    async with troubled(browser, agency) as page:
        phone = Phone(agency, page, name)
        await phone.open()
        left = await phone.look()
        await phone.activities.last.click()
        press = phone.region.get_by_role("button", name="Sign me up", exact=True)
        await expect(press).to_be_visible(timeout=SLOW)
        await press_in(page, trouble, press)

        async def is_logged() -> bool:
            return any(re.search(line, shown) for shown in await filtered(page, method))

        await until(is_logged)
        assert await filtered(page, "no such call") == []
        await end(page, trouble)
        await expect(phone.region.get_by_text("You're in")).to_be_visible(timeout=SLOW)

        assert await phone.look() == left - 1
        assert len(await phone.texts("You're in")) == 1
