"""Cards are edited in place; the words for "nothing changed" and "gone" steer a bot's fallback."""

from typing import Any

import pytest

from bot.simulator.people.persons import SimPerson
from tests.simulator.api.test_polling import keyboard
from tests.simulator.client import BotClient
from tests.simulator.clock import SetClock

NOT_MODIFIED = (
    "Bad Request: message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


@pytest.fixture
async def card(bot: BotClient, anna: SimPerson) -> dict[str, Any]:
    """Where a card with one button stands."""
    sent = await bot.ok(
        "sendMessage", chat_id=anna.id, text="<b>Card</b>", parse_mode="HTML", reply_markup=keyboard("Go")
    )
    return {"chat_id": anna.id, "message_id": sent["message_id"]}


async def test_an_edit_replaces_text_and_takes_the_keyboard_away(
    bot: BotClient, anna: SimPerson, card: dict[str, Any]
) -> None:
    edited = await bot.ok("editMessageText", **card, text="<i>New</i>", parse_mode="HTML")

    assert edited["edit_date"] == 1_800_000_000
    assert "reply_markup" not in edited
    assert anna.last is not None
    assert (anna.last.html, anna.last.buttons, anna.last.edited) == ("<i>New</i>", [], True)


async def test_an_edit_that_changes_nothing_is_refused(bot: BotClient, card: dict[str, Any]) -> None:
    same = {"text": "<b>Card</b>", "parse_mode": "HTML", "reply_markup": keyboard("Go")}

    assert await bot.refusal("editMessageText", **card, **same) == (400, NOT_MODIFIED)
    assert await bot.refusal("editMessageReplyMarkup", **card, reply_markup=keyboard("Go")) == (400, NOT_MODIFIED)


async def test_an_edit_of_the_keyboard_alone_does_not_count_as_edited(
    bot: BotClient, anna: SimPerson, card: dict[str, Any]
) -> None:
    await bot.ok("editMessageReplyMarkup", **card, reply_markup=keyboard("Stop"))

    assert anna.last is not None
    assert (anna.last.text, anna.last.buttons, anna.last.edited) == ("Card", ["Stop"], False)


async def test_what_a_person_wrote_cannot_be_edited(bot: BotClient, anna: SimPerson) -> None:
    written = anna.send("mine")

    refusal = await bot.refusal("editMessageText", chat_id=anna.id, message_id=written.id, text="theirs")

    assert refusal == (400, "Bad Request: message can't be edited")


async def test_a_message_with_a_reply_keyboard_cannot_be_edited(bot: BotClient, anna: SimPerson) -> None:
    markup = {"keyboard": [[{"text": "Yes"}]]}
    sent = await bot.ok("sendMessage", chat_id=anna.id, text="Well?", reply_markup=markup)

    refusal = await bot.refusal("editMessageText", chat_id=anna.id, message_id=sent["message_id"], text="x")

    assert refusal == (400, "Bad Request: message can't be edited")


async def test_a_caption_is_not_a_text(bot: BotClient, anna: SimPerson, card: dict[str, Any]) -> None:
    photo = anna.send_photo()
    file_id = photo.content["photo"][-1]["file_id"]
    sent = await bot.ok("sendPhoto", chat_id=anna.id, photo=file_id, caption="old")
    where = {"chat_id": anna.id, "message_id": sent["message_id"]}

    assert await bot.refusal("editMessageText", **where, text="x") == (
        400,
        "Bad Request: there is no text in the message to edit",
    )
    assert await bot.refusal("editMessageCaption", **card, caption="x") == (
        400,
        "Bad Request: there is no caption in the message to edit",
    )
    assert (await bot.ok("editMessageCaption", **where, caption="new"))["caption"] == "new"


async def test_a_deleted_message_is_gone_for_everyone(bot: BotClient, anna: SimPerson, card: dict[str, Any]) -> None:
    assert await bot.ok("deleteMessage", **card) is True

    assert anna.last is None
    assert await bot.refusal("editMessageText", **card, text="x") == (400, "Bad Request: message to edit not found")
    assert await bot.refusal("deleteMessage", **card) == (400, "Bad Request: message to delete not found")


async def test_nothing_is_deleted_after_48_hours(bot: BotClient, clock: SetClock, card: dict[str, Any]) -> None:
    clock.move(48 * 3600 + 1)

    assert await bot.refusal("deleteMessage", **card) == (400, "Bad Request: message can't be deleted for everyone")


async def test_delete_messages_skips_what_is_not_there(bot: BotClient, anna: SimPerson, card: dict[str, Any]) -> None:
    assert await bot.ok("deleteMessages", chat_id=anna.id, message_ids=[card["message_id"], 999]) is True
    assert anna.last is None


async def test_pins_are_shown_by_get_chat(bot: BotClient, anna: SimPerson, card: dict[str, Any]) -> None:
    await bot.ok("pinChatMessage", **card)
    pinned = (await bot.ok("getChat", chat_id=anna.id))["pinned_message"]["message_id"]
    await bot.ok("unpinChatMessage", chat_id=anna.id)

    assert pinned == card["message_id"]
    assert "pinned_message" not in await bot.ok("getChat", chat_id=anna.id)


async def test_media_can_be_replaced(bot: BotClient, anna: SimPerson) -> None:
    one = anna.send_document("a.csv", b"a")
    two = anna.send_document("b.csv", b"b")
    sent = await bot.ok("sendDocument", chat_id=anna.id, document=one.content["document"]["file_id"])
    media = {"type": "document", "media": two.content["document"]["file_id"], "caption": "now"}

    await bot.ok("editMessageMedia", chat_id=anna.id, message_id=sent["message_id"], media=media)

    assert anna.last is not None
    assert anna.last.document is not None
    assert (anna.last.document.name, anna.last.document.data, anna.last.text) == ("b.csv", b"b", "now")
