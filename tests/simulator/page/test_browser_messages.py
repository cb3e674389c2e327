"""Every kind of message as a person sees it in a real browser, sent by a bot over HTTP."""

from pathlib import Path

from playwright.async_api import expect

from tests.helpers.browser import MARKS
from tests.simulator.api.test_polling import keyboard
from tests.simulator.clock import SetClock
from tests.simulator.page.shown import Shown

pytestmark = MARKS
PICTURE = Path(__file__).parents[3] / "docs" / "pictures" / "card.png"
HTML = (
    "<b>bold</b> <i>italic</i> <u>under</u> <s>gone</s> <code>code</code> <tg-spoiler>secret</tg-spoiler> "
    '<blockquote>quoted</blockquote><tg-time unix="1796432400" format="wDt">5 Dec</tg-time>'
)
CONTACT = {"keyboard": [[{"text": "My number", "request_contact": True}], [{"text": "Here", "request_location": True}]]}


def read(path: Path) -> bytes:
    return path.read_bytes()


async def test_entities_look_as_telegram_shows_them(shown: Shown) -> None:
    message = await shown.send(text=HTML, parse_mode="HTML", disable_notification=True)

    marked = await message.locator(".text > *").evaluate_all("all => all.map((one) => [one.tagName, one.textContent])")
    assert marked == [
        ["STRONG", "bold"],
        ["EM", "italic"],
        ["U", "under"],
        ["S", "gone"],
        ["CODE", "code"],
        ["SPAN", "secret"],
        ["BLOCKQUOTE", "quoted"],
        ["TIME", "Sat, 5 December 2026 at 09:00"],
    ]
    await expect(message.get_by_label("sent without sound")).to_be_visible()
    await message.locator(".spoiler").press("Enter")
    await expect(message.locator(".spoiler")).to_have_class("spoiler shown")


async def test_files_are_saved_and_pictures_seen(shown: Shown, tmp_path: Path) -> None:
    document = await shown.upload("document", "名单.csv", b"a,b")
    photo = await shown.upload("photo", "card.png", read(PICTURE))

    async with shown.page.expect_download() as saved:
        await document.get_by_role("link", name="Save 名单.csv").click()
    file = await saved.value
    await file.save_as(tmp_path / "saved")
    assert (file.suggested_filename, read(tmp_path / "saved")) == ("名单.csv", b"a,b")
    await photo.locator("img").scroll_into_view_if_needed()
    await expect(photo.locator("img")).to_have_js_property("complete", True)
    assert await photo.locator("img").evaluate("image => image.naturalWidth") > 0


async def test_a_place_is_a_card(shown: Shown) -> None:
    where = {"latitude": 22.5, "longitude": 114.1, "title": "Care home", "address": "2 Fuhua Road"}

    await expect((await shown.send("sendVenue", **where)).locator(".card")).to_have_text("📍Care home2 Fuhua Road")


async def test_links_to_the_bot_open_its_chat_and_others_are_named(shown: Shown) -> None:
    name = shown.bot.sim.world.bot["username"]
    rows = [[{"text": "Join", "url": f"https://t.me/{name}?start=a_7"}, {"text": "Away", "url": "https://example.org"}]]
    message = await shown.send(text="x", reply_markup={"inline_keyboard": rows})
    await message.get_by_role("button", name="Join").click()
    await expect(shown.phone.locator(".message.out").last).to_contain_text("/start a_7")
    await message.get_by_role("button", name="Away").click()

    await expect(shown.page.locator("#notices")).to_have_text("This link leads out of the demo: https://example.org")
    assert [update["message"]["text"] for update in await shown.bot.updates()] == ["/start a_7"]


async def test_reply_keyboard_gives_a_number_and_a_place(shown: Shown) -> None:
    await shown.send(text="Who are you?", reply_markup=CONTACT)
    for label in ("My number", "Here"):
        await shown.phone.locator(".replykeys").get_by_role("button", name=label).click()
    await expect(shown.phone.locator(".message.out .card")).to_have_count(2)

    given = [update["message"] for update in await shown.bot.updates()]
    assert given[0]["contact"]["phone_number"] == "+85291234567"
    assert given[1]["location"].keys() >= {"latitude", "longitude"}


async def test_a_slash_lists_the_commands_of_this_person_in_their_language(shown: Shown) -> None:
    for language, word in (("", "Hours"), ("zh", "时长")):
        commands = [{"command": "hours", "description": word}, {"command": "help", "description": "?"}]
        await shown.bot.ok("setMyCommands", commands=commands, language_code=language)
    await shown.phone.locator("header").get_by_role("button", name="More").click()
    await shown.phone.get_by_role("menuitem", name="简体中文").click()
    await shown.send(text="x")
    await shown.phone.get_by_role("textbox").fill("/ho")
    await expect(shown.phone.locator(".suggestions button")).to_have_text(["/hours时长"])
    await shown.phone.locator(".suggestions button").press("Enter")

    await expect(shown.phone.locator(".message.out").last).to_contain_text("/hours")
    (update,) = await shown.bot.updates()
    assert (update["message"]["text"], update["message"]["from"]["language_code"]) == ("/hours", "zh-hans")


async def test_a_person_and_a_group_are_added(shown: Shown) -> None:
    page = shown.page
    await page.get_by_role("button", name="+ Add a person").click()
    await page.get_by_role("dialog").get_by_label("Name").fill("小明")
    await page.get_by_role("dialog").get_by_role("button", name="Add").click()
    await expect(page.get_by_role("region", name="小明").get_by_role("button", name="Start")).to_be_visible()
    await page.get_by_role("button", name="+ Add a group").click()
    await page.get_by_role("dialog").get_by_label("Name of the group").fill("Team")
    await page.get_by_role("dialog").get_by_label("小明").check()
    await page.get_by_role("dialog").get_by_role("button", name="Add").click()
    await page.get_by_role("navigation").get_by_role("button", name="Team").click()
    await page.get_by_role("region", name="小明").get_by_role("textbox").fill("/mine")
    await page.get_by_role("region", name="小明").get_by_role("textbox").press("Enter")
    await expect(page.get_by_role("region", name="小明").locator(".message.out")).to_contain_text("/mine")

    (update,) = await shown.bot.updates()
    assert (update["message"]["chat"]["title"], update["message"]["from"]["first_name"]) == ("Team", "小明")


async def test_time_plays_sixty_times_as_fast_until_it_is_stopped(shown: Shown, clock: SetClock) -> None:
    before = clock.now
    await shown.page.get_by_role("button", name="Play at 60×").click()
    await shown.page.wait_for_timeout(2500)
    await shown.page.get_by_role("button", name="Pause").click()
    played = clock.now - before

    assert played in {60, 120, 180}
    await shown.page.wait_for_timeout(1500)
    assert clock.now - before == played


async def test_an_empty_phone_says_what_one_can_do(shown: Shown) -> None:
    shown.bot.sim.world.profile["description:"] = "Volunteers sign up here."
    ben, cora = shown.bot.sim.person("Ben"), shown.bot.sim.person("Cora")
    cora.chat.started = True
    hints = {}
    for person in (ben, cora):
        await shown.page.locator(f'.row[data-key="{person.id}"]').click()
        hint = shown.page.get_by_role("region", name=person.name).locator(".hello")
        hints[person.name] = await hint.inner_text()
    await shown.bot.ok("sendMessage", chat_id=cora.id, text="x")
    await expect(hint).to_have_count(0)

    assert hints == {
        "Ben": "What can this bot do?\n\nVolunteers sign up here.",
        "Cora": "No messages yet. Type /menu, or press / to see what can be asked.",
    }


async def test_a_label_has_one_line_and_is_cut_as_phones_do(shown: Shown) -> None:
    labels = ("Yes", "Sign up someone else for the whole day", "No")
    message = await shown.send(text="x", reply_markup=keyboard(*labels))
    keys = [message.get_by_role("button", name=label, exact=True) for label in labels[:2]]
    facts = [await key.evaluate("key => [key.scrollWidth > key.clientWidth, key.clientHeight]") for key in keys]

    assert facts == [[False, facts[0][1]], [True, facts[0][1]]]
