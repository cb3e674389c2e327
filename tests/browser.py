"""Chromium of the system for tests of the page. Without it they are skipped, unless LIANDONG_TEST_REQUIRE names it."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import pytest
from playwright.async_api import Browser, Page, async_playwright

CHROMIUM = shutil.which("chromium") or shutil.which("chromium-browser")
REQUIRED = "browser" in os.environ.get("LIANDONG_TEST_REQUIRE", "").split(",")
ARGUMENTS = ["--no-sandbox", "--disable-gpu", "--no-first-run", "--disable-background-networking", "--disable-sync"]
WIDE = {"width": 1440, "height": 900}
MARKS = [
    pytest.mark.skipif(CHROMIUM is None and not REQUIRED, reason="Chromium is not installed"),
    pytest.mark.filterwarnings("default::ResourceWarning"),  # playwright's own pipes
]


@asynccontextmanager
async def chromium() -> AsyncIterator[Browser]:
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(executable_path=CHROMIUM, args=ARGUMENTS)
        yield started
        await started.close()


async def opened(browser: Browser, url: str, **context: Any) -> tuple[Page, list[str]]:
    """The page at ``url``, ready, and the list that collects whatever goes wrong in it or leaves for elsewhere."""
    wrong: list[str] = []
    page = await (await browser.new_context(**{"viewport": WIDE, **context})).new_page()
    page.on("console", lambda message: wrong.append(message.text))
    page.on("pageerror", lambda error: wrong.append(str(error)))
    page.on("request", lambda request: None if request.url.startswith(url) else wrong.append(request.url))
    await page.goto(url)
    await page.wait_for_selector("html[data-ready]")
    return page, wrong
