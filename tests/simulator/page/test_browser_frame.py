"""What the page does around the messages: each phone by itself, rows that stay, drawers that close."""

import pytest
from playwright.async_api import expect

from tests.helpers.browser import MARKS
from tests.simulator.api.test_polling import keyboard
from tests.simulator.page.shown import Shown

pytestmark = MARKS
CUT = """menu => {
  const [box, frame] = [menu, menu.closest(".messages")].map((one) => one.getBoundingClientRect());
  return box.left < frame.left || box.right > frame.right;
}"""


async def test_an_alert_stops_only_the_phone_that_was_pressed(shown: Shown) -> None:
    shown.bot.sim.person("Ben").chat.started = True
    await shown.send(text="Care home", reply_markup=keyboard("Why?"))
    await shown.page.get_by_role("navigation").get_by_text("Ben").click()
    query = await shown.pressed("Why?")
    await shown.bot.ok("answerCallbackQuery", callback_query_id=query["id"], text="It is full", show_alert=True)
    alert = shown.phone.get_by_role("dialog")
    await expect(alert.get_by_role("button", name="OK")).to_be_focused()
    ben = shown.page.get_by_role("region", name="Ben", exact=True)
    await ben.get_by_role("textbox").fill("hello")
    await ben.get_by_role("textbox").press("Enter")
    await expect(ben.locator(".message.out")).to_contain_text("hello")
    stopped = await shown.phone.evaluate("phone => [...phone.children].filter((part) => part.inert).length")
    await alert.get_by_role("button", name="OK").press("Escape")

    await expect(alert).to_have_count(0)
    assert stopped == 3
    assert await shown.phone.evaluate("phone => [...phone.children].filter((part) => part.inert).length") == 0
    await expect(shown.phone.get_by_role("button", name="Why?")).to_be_focused()


async def test_a_second_toast_takes_the_place_of_the_first(shown: Shown) -> None:
    await shown.send(text="Care home", reply_markup=keyboard("Again"))
    for text in ("One", "Two"):
        query = await shown.pressed("Again")
        await shown.bot.ok("answerCallbackQuery", callback_query_id=query["id"], text=text)
        await expect(shown.phone.locator(".toast")).to_have_text([text], timeout=3000)


async def test_text_that_is_meant_to_be_copied_is_copied_by_a_tap(shown: Shown) -> None:
    await shown.page.context.grant_permissions(["clipboard-read", "clipboard-write"])
    message = await shown.send(
        text="Tap it:\n<pre>🌱 Care home\n<b>8</b> places</pre> or <code>129270</code>", parse_mode="HTML"
    )
    copied = []
    await message.locator("pre").click()
    copied.append(await shown.page.evaluate("navigator.clipboard.readText()"))
    await message.locator("code").press("Enter")
    copied.append(await shown.page.evaluate("navigator.clipboard.readText()"))

    assert copied == ["🌱 Care home\n8 places", "129270"]


@pytest.mark.parametrize("text", ["24", "word " * 60], ids=["narrow", "wide"])
async def test_the_menu_of_a_message_is_never_cut(shown: Shown, text: str) -> None:
    received = await shown.send(text=text)
    await shown.phone.get_by_role("textbox").fill(text)
    await shown.phone.get_by_role("textbox").press("Enter")
    await shown.page.wait_for_timeout(500)  # a message that was just sent is drawn anew once it has its number
    cut = []
    for message in (received, shown.phone.locator(".message.out").last):
        await message.get_by_role("button", name="More").press("Enter")
        cut.append(await message.get_by_role("menu").evaluate(CUT))
        await shown.page.keyboard.press("Escape")

    assert cut == [False, False]


async def test_rows_that_say_the_same_stay_when_others_change(shown: Shown) -> None:
    page = shown.page
    ben = shown.bot.sim.person("Ben")
    row = page.locator(f'.row[data-key="{ben.id}"]')
    await row.evaluate("row => { row.mark = 1; }")
    add = page.get_by_role("button", name="+ Add a person")
    await add.focus()
    await shown.send(text="Care home")
    await expect(page.locator(f'.row[data-key="{shown.anna.id}"]')).to_contain_text("Care home")

    await expect(add).to_be_focused()
    assert await row.evaluate("row => row.mark") == 1


async def test_what_is_new_is_counted_also_after_a_reload(shown: Shown) -> None:
    ben = shown.bot.sim.person("Ben")
    ben.chat.started = True
    row = shown.page.locator(f'.row[data-key="{ben.id}"]')
    await expect(row).to_be_visible()
    for text in ("One", "Two"):
        await shown.bot.ok("sendMessage", chat_id=ben.id, text=text)
    await expect(row.locator(".badge")).to_have_text("2")
    await shown.page.reload()
    await expect(row.locator(".badge")).to_have_text("2")
    await row.click()

    await expect(row.locator(".badge")).to_have_count(0)


async def test_a_group_has_members_and_is_opened_at_once(shown: Shown) -> None:
    page = shown.page
    await page.get_by_role("button", name="+ Add a group").click()
    form = page.get_by_role("dialog")
    await form.get_by_label("Name of the group").fill("Team")
    await expect(form.get_by_role("button", name="Add")).to_be_disabled()
    await form.get_by_label("Anna").check()
    await form.get_by_role("button", name="Add").click()

    chat = shown.phone.get_by_label("Chat")
    await expect(chat.locator("option:checked")).to_have_text("Team")
    await expect(chat).to_have_value(str(shown.bot.sim.groups[0].id))


async def test_somebody_new_reads_what_the_page_speaks(shown: Shown) -> None:
    page = shown.page
    chosen = []
    for language, add in (("en", "+ Add a person"), ("zh_Hans", "+ 加一个人"), ("zh_Hant", "+ 加一個人")):
        await page.locator("select.language").first.select_option(language)
        await page.wait_for_selector(f"html[data-ready][data-language={language}]")
        await page.get_by_role("button", name=add).click()
        chosen.append(await page.get_by_role("dialog").locator("select").input_value())
        await page.keyboard.press("Escape")

    assert chosen == ["en", "zh-hans", "zh-hant"]


async def test_drawers_of_a_small_screen_close_by_escape_and_by_a_click_beside_them(shown: Shown) -> None:
    page = shown.page
    await page.set_viewport_size({"width": 360, "height": 740})
    people, menu = page.locator("#side"), page.locator("#menu")
    await menu.click()
    await people.get_by_role("button").first.press("Escape")
    await expect(people).to_be_hidden()
    await expect(menu).to_be_focused()
    await menu.click()
    await expect(people).to_be_visible()
    await page.mouse.click(350, 400)
    await expect(people).to_be_hidden()
    await page.locator("#trouble-toggle").click()
    await page.get_by_label("Filter").press("Escape")

    await expect(page.locator("#trouble")).to_be_hidden()
    await expect(page.locator("#trouble-toggle")).to_be_focused()


async def test_where_one_phone_is_in_sight_it_is_the_first(shown: Shown) -> None:
    for name in ("Ben", "Cora"):
        shown.bot.sim.person(name)
    await shown.page.set_viewport_size({"width": 800, "height": 900})
    await shown.page.evaluate("sessionStorage.clear()")
    await shown.page.reload()
    await shown.page.wait_for_selector("html[data-ready]")

    await expect(shown.page.locator(".phone")).to_have_count(2)
    assert await shown.page.locator(".phone").evaluate_all(
        "all => all.map((one) => one.getBoundingClientRect().left)"
    ) == [0, 800]


async def test_a_screen_reader_names_who_wrote_each_message(shown: Shown) -> None:
    await shown.send(text="Care home")
    await shown.phone.get_by_role("textbox").fill("thanks")
    await shown.phone.get_by_role("textbox").press("Enter")
    await expect(shown.phone.locator(".message")).to_have_count(3)

    names = await shown.phone.get_by_role("article").evaluate_all("all => all.map((one) => one.ariaLabel)")
    assert names == ["Anna", shown.bot.sim.world.bot["first_name"], "Anna"]


async def test_hour_of_what_is_next_is_never_cut_off(shown: Shown) -> None:
    await shown.page.set_viewport_size({"width": 900, "height": 700})
    shown_in = await shown.page.evaluate(
        """() => {
            const next = document.querySelector(".next"), at = next.querySelector("time");
            at.textContent = "Fri 16:30";
            next.querySelector("span.long").textContent = "Next: " + "Reminder, three days before ".repeat(9);
            const [inner, outer] = [at.getBoundingClientRect(), next.getBoundingClientRect()];
            return [inner.right <= outer.right, at.scrollWidth <= at.clientWidth + 1];  // both are rounded
        }"""
    )
    assert shown_in == [True, True]


async def test_what_is_next_is_named_with_its_weekday_and_hour(shown: Shown) -> None:
    named = []
    for language in ("en", "zh_Hans", "zh_Hant"):
        await shown.page.locator("select.language").first.select_option(language)
        await shown.page.wait_for_selector(f"html[data-ready][data-language={language}]")
        await expect(shown.page.locator(".next")).to_be_enabled()
        named.append(await shown.page.locator(".next").get_attribute("aria-label"))

    assert named == [
        "Next: Reminder (5 people), Fri 16:30",
        "下一件：Reminder（5\u00a0人），周五16:30",
        "下一件：Reminder（5\u00a0人），星期五 16:30",
    ]
