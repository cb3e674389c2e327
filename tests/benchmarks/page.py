"""How long the demo's page takes until its chats are read: ``python -m tests.benchmarks.page``; the goal is 300 ms."""

import asyncio
import statistics
import tempfile
from pathlib import Path

from tests.demo.conftest import demo_in
from tests.helpers.browser import chromium, opened

RELOADS = 20
GOAL = 300


async def measure(folder: Path) -> list[float]:
    async with demo_in(folder) as demo, chromium() as browser:
        page, _ = await opened(browser, demo.url)
        took = []
        for _ in range(RELOADS):
            await page.reload()
            await page.wait_for_selector("html[data-ready]")
            took.append(float(await page.evaluate("document.documentElement.dataset.ready")))
        return took


def main() -> None:
    with tempfile.TemporaryDirectory(prefix="liandong-page-") as name:
        took = asyncio.run(measure(Path(name)))
    print(f"the page opens in {min(took):.0f} ms at best, {statistics.median(took):.0f} ms mostly (goal {GOAL})")


if __name__ == "__main__":
    main()
