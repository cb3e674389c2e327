"""The page in a real browser, driven by a bot of a few lines."""

import asyncio
from collections.abc import AsyncIterator
from typing import Any

import pytest
from playwright.async_api import Browser, Page, expect

from bot.simulator.page.tour import TourAct, TourStep
from bot.simulator.people.persons import SimPerson
from bot.simulator.server import Simulator
from tests.helpers.browser import MARKS, WHOLE_CHAT, chromium, unreadable
from tests.helpers.browser import opened as open_page
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock
from tests.simulator.page.hosts import PlainHost

pytestmark = MARKS
CARD = keyboard("Sign me up", "Details")


async def serve(bot: BotClient) -> None:
    """Greets, signs up with a toast, explains with an alert."""
    offset = 0
    while True:
        for update in await bot.ok("getUpdates", offset=offset, timeout=20):
            offset = update["update_id"] + 1
            if "message" in update:
                chat = update["message"]["chat"]["id"]
                await bot.ok("sendMessage", chat_id=chat, text="<b>Care home</b>", parse_mode="HTML", reply_markup=CARD)
            elif "callback_query" in update:
                await answer(bot, update["callback_query"])


async def answer(bot: BotClient, query: dict[str, Any]) -> None:
    where = {"chat_id": query["message"]["chat"]["id"], "message_id": query["message"]["message_id"]}
    if query["data"] == "data:Details":
        await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="Bring water", show_alert=True)
        return
    await bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="You're in")
    await bot.ok("editMessageText", **where, text="✅ Signed up", reply_markup=keyboard("Can't make it"))


def tour_of(person: SimPerson) -> list[TourStep]:
    """Two steps: meet the bot and sign up, then let a day pass."""
    meet: list[TourAct] = [
        {"do": "start", "person": person.id, "text": "a_1"},
        {"do": "press", "person": person.id, "text": "Sign me up"},
        {"do": "send", "person": person.id, "text": "thanks"},
    ]
    return [
        {"title": "Bo signs up", "text": "One tap.", "acts": meet},
        {"title": "A day passes", "text": "…", "acts": [{"do": "wind", "text": "day"}]},
    ]


@pytest.fixture
async def people(sim: Simulator, clock: SetClock, bot: BotClient) -> AsyncIterator[list[SimPerson]]:
    """Anna has met the bot, Bo has not, and one has a name that would be code."""
    people = [sim.person("Anna"), sim.person("Bo", language="zh-hans"), sim.person("<script>alert(1)</script>")]
    host = PlainHost(clock)
    host.steps = tour_of(people[1])
    sim.mount_page(host, zone="Asia/Shanghai")
    serving = asyncio.create_task(serve(bot))
    people[0].start()
    yield people
    serving.cancel()
    await asyncio.gather(serving, return_exceptions=True)


@pytest.fixture
async def browser() -> AsyncIterator[Browser]:
    async with chromium() as started:
        yield started


async def opened(browser: Browser, sim: Simulator, **context: Any) -> tuple[Page, list[str]]:
    return await open_page(browser, sim.api_url, **context)


async def test_press_toast_edit_and_alert(browser: Browser, sim: Simulator, people: list[SimPerson]) -> None:
    page, wrong = await opened(browser, sim)
    anna = page.get_by_role("region", name="Anna", exact=True)
    await anna.get_by_role("button", name="Details").click()
    await expect(anna.get_by_role("dialog")).to_contain_text("Bring water")
    await anna.get_by_role("dialog").get_by_role("button", name="OK").click()
    await anna.get_by_role("button", name="Sign me up").click()

    await expect(anna.locator(".toast")).to_have_text("You're in")
    await expect(anna.locator(".message").last).to_contain_text("✅ Signed up")
    await expect(anna.get_by_role("button", name="Sign me up")).to_have_count(0)
    assert people[0].buttons() == ["Can't make it"]
    assert wrong == []


async def test_start_type_block_and_unblock_by_keyboard(
    browser: Browser, sim: Simulator, people: list[SimPerson]
) -> None:
    page, wrong = await opened(browser, sim)
    bo = page.get_by_role("region", name="Bo", exact=True)
    await bo.get_by_role("button", name="Start").press("Enter")
    await bo.get_by_role("textbox").fill("hello <b>")
    await bo.get_by_role("textbox").press("Enter")
    await expect(bo.locator(".message.out").last).to_contain_text("hello <b>")
    await bo.locator("header").get_by_role("button", name="More").press("Enter")
    await bo.get_by_role("menuitem", name="Block the bot").press("Enter")
    await expect(bo.get_by_role("button", name="Unblock the bot")).to_be_visible()
    assert people[1].chat.blocked
    await bo.get_by_role("button", name="Unblock the bot").press("Enter")
    await expect(bo.get_by_role("textbox")).to_be_visible()

    assert not people[1].chat.blocked
    assert wrong == []


async def test_names_and_texts_are_never_code(browser: Browser, sim: Simulator, people: list[SimPerson]) -> None:
    evil = "<img src=x onerror=alert(1)>\u202e" + "😀" * 4000
    people[0].send(evil)
    page, wrong = await opened(browser, sim)

    await expect(page.get_by_role("navigation").get_by_text("<script>alert(1)</script>")).to_be_visible()
    await expect(page.locator(".message.out").last).to_contain_text("<img src=x onerror=alert(1)>")
    assert await page.locator("#phones img, #side script").count() == 0
    assert wrong == []


async def test_the_clock_names_what_is_next_and_moves(
    browser: Browser, sim: Simulator, people: list[SimPerson], clock: SetClock
) -> None:
    page, wrong = await opened(browser, sim, locale="en-GB")
    before = clock.now
    await page.get_by_role("button", name="Next: Reminder (5 people)").click()
    await expect(page.locator("time.now")).to_contain_text("16:30")
    await page.get_by_role("button", name="+1 day").click()
    await expect(page.locator("time.now")).to_contain_text("Sat")

    assert clock.now == before + 1800 + 86400
    assert wrong == []


async def test_trouble_is_switched_on_and_seen_in_the_log(
    browser: Browser, sim: Simulator, people: list[SimPerson]
) -> None:
    page, wrong = await opened(browser, sim)
    await page.get_by_role("button", name="Trouble").click()
    await page.get_by_label("Slow network").check()
    await expect(page.get_by_role("cell", name="sendMessage")).to_be_visible()
    await page.get_by_label("Filter").fill("nothing like this")

    await expect(page.get_by_role("cell", name="sendMessage")).to_be_hidden()
    assert [fault.kind for fault in sim.faults.active] == ["slow"]
    assert wrong == []


@pytest.mark.parametrize(
    ("locale", "start"),
    [("en-US", "Start"), ("zh-CN", "开始"), ("zh-HK", "開始"), ("zh-TW", "開始"), ("fr-FR", "Start")],
)
async def test_the_page_speaks_the_browsers_language(
    browser: Browser, sim: Simulator, people: list[SimPerson], locale: str, start: str
) -> None:
    page, wrong = await opened(browser, sim, locale=locale)

    await expect(page.get_by_role("region", name="Bo", exact=True).locator(".bar button")).to_have_text(start)
    assert wrong == []


async def test_a_message_can_be_answered_and_changed(browser: Browser, sim: Simulator, people: list[SimPerson]) -> None:
    page, wrong = await opened(browser, sim)
    anna = page.get_by_role("region", name="Anna", exact=True)
    await anna.locator(".message.in").last.get_by_role("button", name="More").press("Enter")
    await anna.get_by_role("menuitem", name="Reply").click()
    await anna.get_by_role("textbox").fill("helo")
    await anna.get_by_role("textbox").press("Enter")
    await expect(anna.locator(".message.out").last.locator(".quote")).to_contain_text("Care home")
    await anna.locator(".message.out").last.get_by_role("button", name="More").press("Enter")
    await anna.get_by_role("menuitem", name="Edit").click()
    await page.get_by_role("dialog").locator("textarea").fill("hello")
    await page.get_by_role("dialog").get_by_role("button", name="OK").click()

    await expect(anna.locator(".message.out").last).to_contain_text("edited")
    assert [message.text for message in people[0].messages if not message.by_bot] == ["/start", "hello"]
    assert wrong == []


async def test_the_phone_that_was_used_last_stays(browser: Browser, sim: Simulator, people: list[SimPerson]) -> None:
    page, wrong = await opened(browser, sim, viewport={"width": 1000, "height": 800})
    await page.get_by_role("navigation").get_by_text("Bo", exact=True).click()
    await page.get_by_role("navigation").get_by_text("<script>").click()

    names = await page.locator(".phone").evaluate_all("phones => phones.map((phone) => phone.ariaLabel)")
    assert names == ["Bo", "<script>alert(1)</script>"]
    assert wrong == []


@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [360, 1440, 3840])
async def test_every_width_and_scheme_is_readable(
    browser: Browser, sim: Simulator, people: list[SimPerson], width: int, scheme: str
) -> None:
    page, wrong = await opened(browser, sim, viewport={"width": width, "height": 800}, color_scheme=scheme)
    await page.locator("#trouble-toggle").click()

    assert await unreadable(page) == []
    assert wrong == []


RENDERED = """phone => [...phone.querySelectorAll(".message")]
  .filter((message) => message.querySelector(".body").checkVisibility({ contentVisibilityAuto: true })).length"""


async def test_of_a_long_chat_only_what_is_in_sight_is_laid_out(
    browser: Browser, sim: Simulator, people: list[SimPerson]
) -> None:
    for number in range(2000):
        sim.world.post(people[2].chat, sim.world.bot, {"text": f"Message {number}"}, by_bot=True)
    people[2].chat.started = True
    page, wrong = await opened(browser, sim)
    await page.get_by_role("navigation").get_by_text("<script>").click()
    phone = page.locator('.phone[aria-label^="<script>"]')
    messages = phone.locator(".message")
    await expect(messages.last).to_contain_text("Message 1999")
    await expect(messages.last).to_be_in_viewport()
    assert await messages.count() == 100
    assert await phone.locator(".messages").evaluate(WHOLE_CHAT) == 2000
    await phone.locator(".messages").press("Home")
    await expect(messages.first).to_contain_text("Message 0")
    await expect(messages.first).to_be_in_viewport()
    assert 0 < await phone.evaluate(RENDERED) <= 200
    await page.keyboard.press("End")
    await expect(messages.last).to_be_in_viewport()

    assert await phone.evaluate(RENDERED) <= 200
    assert wrong == []
