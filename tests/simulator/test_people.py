"""What a person does arrives as the raw update that Telegram would send; what the bot does is seen on the phone."""

from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from bot.simulator.people.presses import CallbackAnswer
from bot.simulator.server import Simulator
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock

TOO_OLD = "Bad Request: query is too old and response timeout expired or query ID is invalid"


async def test_start_through_a_link_is_a_command_with_its_payload(bot: BotClient, sim: Simulator) -> None:
    bo = sim.person("Bo", language="zh-hant", user_id=42, username="bo")

    bo.open_link("https://t.me/liandong_demo_bot?start=a_17")

    assert await bot.ok("getUpdates") == [
        {
            "update_id": 100_000_001,
            "message": {
                "message_id": 1,
                "date": 1_800_000_000,
                "chat": {"id": 42, "type": "private", "first_name": "Bo", "username": "bo"},
                "from": {"id": 42, "is_bot": False, "first_name": "Bo", "username": "bo", "language_code": "zh-hant"},
                "text": "/start a_17",
                "entities": [{"type": "bot_command", "offset": 0, "length": 6}],
            },
        }
    ]


@pytest.mark.parametrize("payload", ["x" * 65, "a.b", "%E5%AD%97"])
async def test_a_link_with_a_payload_that_telegram_does_not_carry_only_opens_the_chat(
    bot: BotClient, anna: SimPerson, payload: str
) -> None:
    assert anna.open_link(f"https://t.me/liandong_demo_bot?start={payload}") is None
    assert await bot.updates() == []


async def test_links_elsewhere_do_nothing(bot: BotClient, anna: SimPerson) -> None:
    assert anna.open_link("https://t.me/other_bot?start=1") is None
    assert await bot.updates() == []


async def test_a_press_is_a_query_and_its_answer_is_seen(bot: BotClient, anna: SimPerson) -> None:
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go", "Stop"))
    press = anna.press("Stop")
    (update,) = await bot.updates()

    assert update["callback_query"] == {
        "id": press.id,
        "from": anna.user,
        "chat_instance": update["callback_query"]["chat_instance"],
        "data": "data:Stop",
        "message": sent,
    }
    assert press.answer is None
    await bot.ok("answerCallbackQuery", callback_query_id=press.id, text="Done", show_alert=True)
    assert await press.answered() == CallbackAnswer("Done", show_alert=True)


async def test_a_press_is_answered_once(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go"))
    press = anna.press("Go")
    await bot.ok("answerCallbackQuery", callback_query_id=press.id)

    assert await bot.refusal("answerCallbackQuery", callback_query_id=press.id) == (400, TOO_OLD)


async def test_a_press_can_be_answered_within_15_seconds(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go"))
    press = anna.press("Go")
    clock.move(15)

    await bot.ok("answerCallbackQuery", callback_query_id=press.id, text="just in time")
    assert (await press.answered()).text == "just in time"


async def test_a_press_is_too_old_after_15_seconds_although_it_still_waits(
    bot: BotClient, anna: SimPerson, clock: SetClock
) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go"))
    press = anna.press("Go")
    clock.move(16)
    (update,) = await bot.updates()

    assert update["callback_query"]["id"] == press.id

    assert await bot.refusal("answerCallbackQuery", callback_query_id=press.id) == (400, TOO_OLD)
    with pytest.raises(TimeoutError):
        await press.answered(within=0.01)


async def test_an_answer_has_at_most_200_characters(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go"))
    press = anna.press("Go")

    refusal = await bot.refusal("answerCallbackQuery", callback_query_id=press.id, text="x" * 201)

    assert refusal == (400, "Bad Request: MESSAGE_TOO_LONG")


async def test_the_newest_message_with_the_button_is_pressed(bot: BotClient, anna: SimPerson) -> None:
    for text in ("old", "new"):
        await bot.ok("sendMessage", chat_id=anna.id, text=text, reply_markup=keyboard("Go"))
    await bot.ok("sendMessage", chat_id=anna.id, text="newest", reply_markup=keyboard("Other"))

    press = anna.press("Go")

    assert press.message is not None
    assert press.message.text == "new"
    assert anna.buttons() == ["Other"]
    with pytest.raises(LookupError, match="sees no button 'Nowhere'"):
        anna.press("Nowhere")


async def test_forged_data_reaches_the_bot(bot: BotClient, anna: SimPerson) -> None:
    anna.forge("admin:1")

    (update,) = await bot.updates()
    assert (update["callback_query"]["data"], "message" in update["callback_query"]) == ("admin:1", False)


async def test_url_and_copy_buttons_never_reach_the_bot(bot: BotClient, anna: SimPerson) -> None:
    row = [{"text": "Map", "url": "https://a.example/"}, {"text": "Copy", "copy_text": {"text": "plain"}}]
    await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup={"inline_keyboard": [row]})

    answers = [anna.press("Map").answer, anna.press("Copy").answer]

    assert answers == [CallbackAnswer(url="https://a.example/"), CallbackAnswer(text="plain")]
    assert await bot.updates() == []


async def test_the_contact_button_shares_the_own_number(bot: BotClient, anna: SimPerson) -> None:
    row = [{"text": "My number", "request_contact": True}, {"text": "No"}]
    markup = {"keyboard": [row], "one_time_keyboard": True}
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="Number?", reply_markup=markup)
    assert anna.reply_buttons() == ["My number", "No"]

    anna.press_reply_button("My number")

    (update,) = await bot.updates()
    assert update["message"]["contact"] == {"phone_number": "+85291234567", "first_name": "Anna", "user_id": anna.id}
    assert update["message"]["reply_to_message"]["message_id"] == sent["message_id"]
    assert anna.reply_buttons() == []


async def test_a_contact_card_may_be_somebody_elses(bot: BotClient, anna: SimPerson) -> None:
    anna.send_contact(99, "+100", "Bo")

    (update,) = await bot.updates()
    assert update["message"]["contact"] == {"phone_number": "+100", "first_name": "Bo", "user_id": 99}


async def test_a_reply_keyboard_stays_until_removed(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup={"keyboard": [["Yes"]]})
    anna.press_reply_button("Yes")
    kept = anna.reply_buttons()
    await bot.ok("sendMessage", chat_id=anna.id, text="x", reply_markup={"remove_keyboard": True})

    assert (kept, anna.reply_buttons()) == (["Yes"], [])
    with pytest.raises(LookupError, match="no reply button 'Yes'"):
        anna.press_reply_button("Yes")


async def test_blocking_and_coming_back_are_told(bot: BotClient, anna: SimPerson) -> None:
    anna.block()
    anna.block()
    anna.send("back again")

    first, second, third = await bot.updates()
    changes = [
        (u["my_chat_member"]["old_chat_member"]["status"], u["my_chat_member"]["new_chat_member"]["status"])
        for u in (first, second)
    ]
    assert changes == [("member", "kicked"), ("kicked", "member")]
    assert third["message"]["text"] == "back again"


async def test_files_voices_and_photos_arrive_and_can_be_fetched(bot: BotClient, anna: SimPerson) -> None:
    anna.send_voice(7)
    anna.send_photo("my form")
    anna.send_document("名单.csv", b"a,b")
    voice, photo, document = [update["message"] for update in await bot.updates()]
    described = await bot.ok("getFile", file_id=document["document"]["file_id"])
    async with bot.session.get(f"{bot.sim.api_url}/file/bot{bot.sim.token}/{described['file_path']}") as answer:
        fetched = await answer.read()

    assert voice["voice"]["duration"] == 7
    assert photo["caption"] == "my form"
    assert (document["document"]["file_name"], fetched) == ("名单.csv", b"a,b")


async def test_an_edit_is_an_edited_message(bot: BotClient, anna: SimPerson, clock: SetClock) -> None:
    message = anna.send("helo")
    clock.move(5)
    anna.edit(message, "hello")

    _, edited = await bot.updates()
    assert (edited["edited_message"]["text"], edited["edited_message"]["edit_date"]) == ("hello", 1_800_000_005)


async def test_a_forwarded_card_loses_the_buttons_that_call_the_bot(bot: BotClient, anna: SimPerson) -> None:
    await bot.ok("sendMessage", chat_id=anna.id, text="Card", reply_markup=keyboard("Go"))
    assert anna.last is not None

    forwarded = anna.forward(anna.last)

    assert (forwarded.text, forwarded.buttons) == ("Card", [])
    (update,) = await bot.updates()
    assert update["message"]["forward_origin"]["sender_user"]["is_bot"] is True


async def test_a_long_text_is_cut_by_the_phone(bot: BotClient, anna: SimPerson) -> None:
    anna.send("字" * 5000)

    assert [len(update["message"]["text"]) for update in await bot.updates()] == [4096, 904]


async def test_the_language_goes_with_the_next_update(bot: BotClient, anna: SimPerson) -> None:
    anna.send("one")
    anna.language = "zh-hans"
    anna.send("two")

    codes = [update["message"]["from"]["language_code"] for update in await bot.updates()]
    assert codes == ["en", "zh-hans"]


@pytest.mark.parametrize("payload", [None, "x"])
async def test_every_change_moves_the_version(bot: BotClient, anna: SimPerson, payload: str | None) -> None:
    seen = bot.sim.version
    anna.start(payload)

    assert await bot.sim.wait_for_change(seen) > seen


async def test_what_the_bot_copies_has_no_author(bot: BotClient, anna: SimPerson, sim: Simulator) -> None:
    lead = sim.person("Lead")
    lead.start()
    voice = anna.send_voice()
    where: dict[str, Any] = {"chat_id": lead.id, "from_chat_id": anna.id, "message_id": voice.id}

    copied = await bot.ok("copyMessage", **where, caption="From Anna")
    copy = lead.last
    forwarded = await bot.ok("forwardMessage", **where)

    assert copied.keys() == {"message_id"}
    assert copy is not None
    assert (copy.text, "forward_origin" in copy.content) == ("From Anna", False)
    assert forwarded["forward_origin"]["sender_user"]["first_name"] == "Anna"
