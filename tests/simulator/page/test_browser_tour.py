"""The guided tour of the page, in a real browser: what it does, where it is, and what is left of it after a reload."""

from playwright.async_api import Browser, expect

from bot.simulator.page.tour import TourAct
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.helpers.browser import MARKS
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock
from tests.simulator.page.hosts import PlainHost
from tests.simulator.page.test_browser import browser, opened, people

__all__ = ["browser", "people"]
pytestmark = MARKS


async def test_the_tour_does_what_a_hand_would_do(
    browser: Browser, sim: Simulator, people: list[SimPerson], clock: SetClock
) -> None:
    before = clock.now
    page, wrong = await opened(browser, sim)
    tour = page.locator("#tour")
    for done in ("Bo signs up", "A day passes"):
        await expect(tour.locator("h2")).to_have_text(done)
        await tour.get_by_role("button", name="Do it").press("Enter")
        await expect(tour.get_by_role("status")).to_have_text("✓ Done", timeout=15_000)
        await tour.locator(".do").press("Enter")

    assert [message.text for message in people[1].messages][:3] == ["/start a_1", "✅ Signed up", "thanks"]
    assert clock.now == before + 86400
    assert wrong == []


async def test_the_tour_is_open_until_it_is_closed_and_goes_on_after_a_reload(
    browser: Browser, sim: Simulator, people: list[SimPerson]
) -> None:
    page, wrong = await opened(browser, sim)
    tour = page.locator("#tour")
    await tour.get_by_role("button", name="Do it").click()
    await tour.get_by_role("button", name="Next").click(timeout=15_000)
    await page.reload()
    await expect(tour.locator("h2")).to_have_text("A day passes")
    await tour.get_by_role("button", name="Close").click()
    await page.reload()
    await page.wait_for_selector("html[data-ready]")

    await expect(tour).to_be_hidden()
    assert wrong == []


async def test_a_step_that_was_broken_off_goes_on_with_what_is_left(
    browser: Browser, sim: Simulator, people: list[SimPerson], bot: BotClient
) -> None:
    """Whoever loads the page again in the middle does nothing twice."""
    anna = people[0]
    acts: list[TourAct] = [
        {"do": "send", "person": anna.id, "text": "hello"},
        {"do": "press", "person": anna.id, "text": "Later"},
    ]
    host = PlainHost(SetClock())
    host.steps = [{"title": "Halfway", "text": "…", "acts": acts}]
    sim.mount_page(host, zone="Asia/Shanghai")
    page, wrong = await opened(browser, sim)
    tour = page.locator("#tour")
    await tour.get_by_role("button", name="Do it").click()
    await expect(page.locator(".message.out").last).to_contain_text("hello")
    await page.wait_for_function("JSON.parse(sessionStorage.getItem('tour'))?.part === 1")
    await page.reload()
    await bot.ok("sendMessage", chat_id=anna.id, text="Now?", reply_markup=keyboard("Later"))
    await tour.get_by_role("button", name="Do it").click()
    await expect(tour.get_by_role("status")).to_have_text("✓ Done", timeout=15_000)

    assert [message.text for message in anna.messages].count("hello") == 1
    assert wrong == []


async def test_of_tour_and_trouble_the_one_opened_last_stays(
    browser: Browser, sim: Simulator, people: list[SimPerson]
) -> None:
    page, wrong = await opened(browser, sim)
    tour, trouble = page.locator("#tour"), page.locator("#trouble")
    await expect(tour).to_be_visible()
    await page.locator("#trouble-toggle").click()
    await expect(trouble).to_be_visible()
    await expect(tour).to_be_hidden()
    await page.locator("#tour-toggle").click()

    await expect(tour).to_be_visible()
    await expect(trouble).to_be_hidden()
    assert wrong == []
