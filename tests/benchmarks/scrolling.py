"""Whether a long chat scrolls like a short one: ``python -m tests.benchmarks.scrolling``.

Work of the browser's main thread for one turn of the wheel, on two phones of one page in turns, so that whatever else
the machine does falls on both. The long one was scrolled to its beginning before: all of it is in the page.
"""

import asyncio
import statistics

from playwright.async_api import CDPSession, Locator, Page, expect

from bot.simulator.server import Simulator
from tests.helpers.browser import WHOLE_CHAT, chromium, opened
from tests.simulator.clock import SetClock
from tests.simulator.page.hosts import PlainHost

SHORT, LONG = 40, 2000
ROUNDS, TURNS = 5, 24


def write(simulator: Simulator, name: str, count: int) -> None:
    person = simulator.person(name)
    person.chat.started = True
    for number in range(count):
        words = "Sunshine at the care home, bring water and your vest. " * (number % 3 + 1)
        simulator.world.post(person.chat, simulator.world.bot, {"text": f"{number}. {words}"}, by_bot=True)


async def busy(session: CDPSession) -> float:
    """Seconds that the page's main thread worked so far."""
    metrics = (await session.send("Performance.getMetrics"))["metrics"]
    return next(float(one["value"]) for one in metrics if one["name"] == "TaskDuration")


async def turn_wheel(page: Page, session: CDPSession, phone: Locator) -> float:
    """Milliseconds of work for each turn, upwards and back."""
    await phone.hover()
    before = await busy(session)
    for number in range(TURNS):
        await page.mouse.wheel(0, -120 if number < TURNS / 2 else 120)
        await page.evaluate("new Promise(requestAnimationFrame)")
    return (await busy(session) - before) / TURNS * 1000


async def measure(page: Page) -> list[tuple[float, float]]:
    session = await page.context.new_cdp_session(page)
    await session.send("Performance.enable")
    short, long = (page.locator(".phone", has_text=name).locator(".messages") for name in ("Shorty", "Longfellow"))
    assert await long.evaluate(WHOLE_CHAT) == LONG
    await expect(long.locator(".message").last).to_be_in_viewport()
    return [(await turn_wheel(page, session, short), await turn_wheel(page, session, long)) for _ in range(ROUNDS)]


async def run() -> list[tuple[float, float]]:
    clock = SetClock()
    simulator = Simulator(clock=clock)
    await simulator.start()
    write(simulator, "Shorty", SHORT)
    write(simulator, "Longfellow", LONG)
    simulator.mount_page(PlainHost(clock))
    async with chromium() as browser:
        page, _ = await opened(browser, simulator.api_url)
        rounds = await measure(page)
    await simulator.stop()
    return rounds


def main() -> None:
    rounds = asyncio.run(run())
    short, long = (statistics.median(one) for one in zip(*rounds, strict=True))
    print(f"a turn of the wheel: {short:.1f} ms with {SHORT} messages, {long:.1f} ms with {LONG:,}")
    print(f"long/short {statistics.median(one / other for other, one in rounds):.2f}")


if __name__ == "__main__":
    main()
