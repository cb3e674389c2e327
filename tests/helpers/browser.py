"""Chromium of the system for tests of the page. Without it they are skipped, unless LIANDONG_TEST_REQUIRE names it."""

import os
import shutil
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from importlib.resources import files
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


OVERFLOW = "() => document.documentElement.scrollWidth - innerWidth"
NAMELESS = """() => [...document.querySelectorAll("button, input, select, textarea, a")].filter((e) =>
  e.checkVisibility() && !(e.getAttribute("aria-label") || e.textContent.trim() || e.labels?.length)).length"""
CONTRAST = """() => {
  const light = (c) => { const [r, g, b] = c.map((v) => (v /= 255) <= .03928 ? v / 12.92 : ((v + .055) / 1.055) ** 2.4);
    return .2126 * r + .7152 * g + .0722 * b; };
  const parse = (text) => text.match(/[\\d.]+/g).map(Number);
  const ground = (e) => { for (let n = e; n; n = n.parentElement) {
    const [r, g, b, a = 1] = parse(getComputedStyle(n).backgroundColor); if (a > .75) return [r, g, b]; }
    return matchMedia("(prefers-color-scheme: dark)").matches ? [0, 0, 0] : [255, 255, 255]; };
  const poor = [];
  for (const e of document.querySelectorAll("body *")) {
    if (!e.checkVisibility() || ![...e.childNodes].some((n) => n.nodeType === 3 && n.data.trim())) continue;
    if (e.closest(":disabled, .spoiler")) continue;
    const [a, b] = [light(parse(getComputedStyle(e).color)), light(ground(e))];
    const ratio = (Math.max(a, b) + .05) / (Math.min(a, b) + .05);
    if (ratio < 4.5) poor.push(`${e.className} ${e.textContent.slice(0, 20)} ${ratio.toFixed(2)}`);
  }
  return poor;
}"""


WHOLE_CHAT = """async list => {
  const count = () => list.querySelectorAll(".message").length;
  for (let before = 0, idle = 0; idle < 20; idle += 1) {
    if (count() > before) [before, idle] = [count(), 0];
    list.scrollTop = -list.scrollHeight;
    await new Promise(requestAnimationFrame);
  }
  list.scrollTop = 0;
  return count();
}"""
"""Run on ``.messages``: fetches everything there is by scrolling up, and is at the end again. How many there are."""


AXE = (files("axe_playwright_python") / "axe.min.js").read_text(encoding="utf-8")  # docs/decisions/0051
FOUND = "async () => (await axe.run(document, { resultTypes: ['violations'] })).violations"


async def findings(page: Page) -> list[str]:
    """What axe finds by all of its rules in what is shown now: each with the first place that it is about."""
    if not await page.evaluate("'axe' in window"):
        await page.evaluate(AXE)
    found: list[dict[str, Any]] = await page.evaluate(FOUND)
    return [f"{one['id']} ({len(one['nodes'])}): {one['nodes'][0]['html'][:200]}" for one in found]


async def unreadable(page: Page) -> list[str]:
    """What a person could not read or a screen reader not name: overflow, controls without names, poor contrast."""
    wide, nameless = await page.evaluate(OVERFLOW), await page.evaluate(NAMELESS)
    return [
        *([f"{wide} px too wide"] if wide > 0 else []),
        *([f"{nameless} controls without a name"] if nameless else []),
        *await page.evaluate(CONTRAST),
    ]
