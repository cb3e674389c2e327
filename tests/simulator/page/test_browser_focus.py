"""Who goes by keys is where they chose to be: the focus follows each press, dialog and plug, and is never lost."""

from typing import Any

import pytest
from playwright.async_api import Locator, ViewportSize, expect

from tests.helpers.browser import MARKS, findings
from tests.simulator.api.test_polling import keyboard
from tests.simulator.page.shown import Shown

pytestmark = MARKS
SMALL: ViewportSize = {"width": 360, "height": 740}


async def press(shown: Shown, label: str) -> dict[str, Any]:
    """A button of Anna's by the Enter key; what the bot gets of it."""
    await shown.phone.get_by_role("button", name=label).last.press("Enter")
    (update,) = await shown.bot.ok("getUpdates", offset=shown.next_update, timeout=20)
    shown.next_update = update["update_id"] + 1
    query: dict[str, Any] = update["callback_query"]
    return query


async def answer(shown: Shown, query: dict[str, Any], method: str, **params: Any) -> None:
    where = {"chat_id": shown.anna.id}
    if method != "sendMessage":
        where["message_id"] = query["message"]["message_id"]
    await shown.bot.ok(method, **where, **params)
    await shown.bot.ok("answerCallbackQuery", callback_query_id=query["id"])


def button(shown: Shown, label: str) -> Locator:
    return shown.phone.get_by_role("button", name=label, exact=True)


async def test_a_card_drawn_anew_is_gone_on_with(shown: Shown) -> None:
    await shown.send(text="Care home", reply_markup=keyboard("Details"))
    query = await press(shown, "Details")
    await answer(shown, query, "editMessageText", text="Bring water", reply_markup=keyboard("Sign me up", "Back"))

    await expect(button(shown, "Sign me up")).to_be_focused()


async def test_an_answer_below_is_gone_on_with(shown: Shown) -> None:
    await shown.send(text="What would you like?", reply_markup=keyboard("Activities", "Help"))
    query = await press(shown, "Activities")
    await answer(shown, query, "sendMessage", text="Coming", reply_markup=keyboard("Care home"))

    await expect(button(shown, "Care home")).to_be_focused()


async def test_what_comes_by_itself_takes_nobody_away(shown: Shown) -> None:
    await shown.send(text="What would you like?", reply_markup=keyboard("Activities", "Help"))
    await button(shown, "Help").focus()
    await shown.send(text="See you tomorrow", reply_markup=keyboard("I'll be there"))

    await expect(button(shown, "Help")).to_be_focused()


async def test_a_card_that_goes_leaves_one_in_the_chat(shown: Shown) -> None:
    await shown.send(text="Care home", reply_markup=keyboard("Discard"))
    query = await press(shown, "Discard")
    await answer(shown, query, "deleteMessage")

    await expect(shown.phone.get_by_role("log")).to_be_focused()


async def test_blocking_leads_to_unblocking_and_back(shown: Shown) -> None:
    await shown.phone.locator("header").get_by_role("button", name="More").press("Enter")
    await shown.phone.get_by_role("menuitem", name="Block the bot").press("Enter")
    await expect(shown.phone.locator("header").get_by_role("button", name="More")).to_be_focused()
    await button(shown, "Unblock the bot").press("Enter")

    await expect(shown.phone.get_by_role("textbox")).to_be_focused()


async def test_somebody_new_is_gone_on_with(shown: Shown) -> None:
    page = shown.page
    await page.get_by_role("button", name="+ Add a person").press("Enter")
    await expect(page.get_by_role("dialog").get_by_label("Name")).to_be_focused()
    await page.keyboard.type("Bo")
    await page.keyboard.press("Enter")
    bo = page.get_by_role("region", name="Bo", exact=True)
    await expect(bo.get_by_role("button", name="Start")).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(bo.get_by_role("textbox")).to_be_focused()


async def test_a_dialog_that_is_left_gives_back(shown: Shown) -> None:
    add = shown.page.get_by_role("button", name="+ Add a person")
    await add.press("Enter")
    await shown.page.keyboard.press("Escape")

    await expect(add).to_be_focused()


async def test_a_phone_that_is_put_away_leaves_one_where_phones_are_chosen(shown: Shown) -> None:
    await shown.phone.get_by_role("button", name="Close Anna's phone").press("Enter")
    row = shown.page.locator(f'.row[data-key="{shown.anna.id}"]')
    await expect(row).to_be_focused()
    await row.press("Enter")

    await expect(shown.phone.get_by_role("textbox")).to_be_focused()


async def test_a_command_that_is_chosen_leads_back_to_the_line(shown: Shown) -> None:
    await shown.bot.ok("setMyCommands", commands=[{"command": "hours", "description": "Hours"}])
    await shown.send(text="x")
    await button(shown, "Commands").press("Enter")
    await shown.phone.locator(".suggestions button").press("Enter")

    await expect(shown.phone.get_by_role("textbox")).to_be_focused()


async def test_the_plug_and_its_panel(shown: Shown) -> None:
    page = shown.page
    toggle = page.locator("#trouble-toggle")
    await toggle.press("Enter")
    await expect(page.locator("#trouble")).to_be_focused()
    await page.keyboard.press("Tab")
    plug = page.get_by_role("button", name="Pull the plug")
    await expect(plug).to_be_focused()
    await page.keyboard.press("Enter")
    await expect(plug).to_be_focused()
    await page.keyboard.press("Escape")

    await expect(toggle).to_be_focused()


async def test_a_drawer_is_entered_and_left(shown: Shown) -> None:
    page = shown.page
    await page.set_viewport_size(SMALL)
    await page.locator("#menu").press("Enter")
    await expect(page.locator(".row").first).to_be_focused()
    await page.keyboard.press("Enter")

    await expect(shown.phone.get_by_role("textbox")).to_be_focused()


async def test_the_language_is_chosen_and_one_is_still_there(shown: Shown) -> None:
    await shown.page.locator("select.language:visible").select_option("zh_Hant")
    await shown.page.wait_for_selector("html[data-ready][data-language=zh_Hant]")

    await expect(shown.page.locator("select.language:visible")).to_be_focused()


async def test_tab_begins_at_the_top(shown: Shown) -> None:
    await shown.page.reload()
    await shown.page.wait_for_selector("html[data-ready]")
    await shown.page.keyboard.press("Tab")

    await expect(shown.page.locator(".skip")).to_be_focused()


@pytest.mark.parametrize("width", [360, 1440])
async def test_axe_finds_nothing_in_what_can_be_opened(shown: Shown, width: int) -> None:
    page, found = shown.page, {}
    await page.set_viewport_size({"width": width, "height": 800})
    shown.bot.sim.person("Ben")
    shown.bot.sim.group("Team", [shown.anna])
    await shown.send(text="Care home", reply_markup=keyboard("Why?"))

    async def look(what: str) -> None:
        found[what] = await findings(page)

    await look("a chat")
    for what, opener in (("menu", "header .menuwrap > button"), ("attachments", ".typing .menuwrap > button")):
        await shown.phone.locator(opener).press("Enter")
        await look(what)
        await page.keyboard.press("Escape")
    query = await press(shown, "Why?")
    await shown.bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="It is full", show_alert=True)
    await expect(shown.phone.get_by_role("dialog")).to_be_visible()
    await look("alert")
    await page.keyboard.press("Enter")
    for what in ("+ Add a person", "+ Add a group", "Start anew …"):
        if not await page.locator("#side").is_visible():
            await page.locator("#menu").press("Enter")
        await page.get_by_role("button", name=what).press("Enter")
        await look(what)
        await page.keyboard.press("Escape")
    await page.locator("#trouble-toggle").press("Enter")
    await look("trouble")

    assert {what: faults for what, faults in found.items() if faults} == {}
    assert len(found) == 8
