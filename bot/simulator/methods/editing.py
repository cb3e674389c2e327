"""An edit without reply_markup takes the inline keyboard away, and an edit that changes nothing is refused."""

from typing import Any

from bot.simulator.errors import bad_request, malformed
from bot.simulator.limits import content_of, read_caption, read_text
from bot.simulator.params import Params, Upload
from bot.simulator.people.chats import Message, SimChat
from bot.simulator.people.keyboards import Rows, read_markup
from bot.simulator.world import World

Json = dict[str, Any]
DELETABLE_SECONDS = 48 * 3600
_TEXT = ("text", "entities")
_CAPTION = ("caption", "caption_entities")
_NOT_MODIFIED = (
    "message is not modified: specified new message content and reply markup are exactly the same "
    "as a current content and reply markup of the message"
)


def edit_message_text(world: World, params: Params) -> Json:
    """editMessageText."""
    message = _editable(world, params)
    fresh = content_of(read_text(params), "text")
    if "text" not in message.content:
        raise bad_request("there is no text in the message to edit")
    return _change(world, message, _merged(message, _TEXT, fresh), read_markup(params).inline)


def edit_message_caption(world: World, params: Params) -> Json:
    """editMessageCaption."""
    message = _editable(world, params)
    fresh = content_of(read_caption(params), "caption")
    if not {"photo", "document", "voice"} & message.content.keys():
        raise bad_request("there is no caption in the message to edit")
    return _change(world, message, _merged(message, _CAPTION, fresh), read_markup(params).inline)


def edit_message_reply_markup(world: World, params: Params) -> Json:
    """editMessageReplyMarkup."""
    message = _editable(world, params)
    return _change(world, message, message.content, read_markup(params).inline)


def edit_message_media(world: World, params: Params) -> Json:
    """editMessageMedia, for photos and documents."""
    message = _editable(world, params)
    media = params.structure("media", "InputMedia")
    if not isinstance(media, dict) or media.get("type") not in {"photo", "document"}:
        raise malformed("can't parse InputMedia: type of media is invalid")
    inner = Params({**media, "media": media.get("media", "")}, params.files)
    given: Upload | str = inner.upload("media")
    document = world.files.receive(given, media["type"])
    kept = world.files.keep(document)
    fields: Json = {"document": {**kept, "file_name": document.name, "mime_type": document.mime}}
    if media["type"] == "photo":
        fields = {"photo": [{**kept, "width": 800, "height": 800}]}
    message.document = document
    fresh = {**fields, **content_of(read_caption(inner), "caption")}
    return _change(world, message, fresh, read_markup(params).inline)


def delete_message(world: World, params: Params) -> bool:
    """deleteMessage: own messages and, in private, the other's; not after 48 hours."""
    chat = world.open_chat(params.values.get("chat_id"))
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to delete not found")
    _delete(world, chat, message)
    return True


def delete_messages(world: World, params: Params) -> bool:
    """deleteMessages: what cannot be found is skipped."""
    chat = world.open_chat(params.values.get("chat_id"))
    wanted = params.structure("message_ids", "message identifiers")
    if not isinstance(wanted, list) or not 1 <= len(wanted) <= 100:
        raise malformed("message identifiers are not specified" if not wanted else "too many messages to delete")
    for message_id in wanted:
        message = chat.find(int(message_id))
        if message is not None:
            _delete(world, chat, message)
    return True


def pin_chat_message(world: World, params: Params) -> bool:
    """pinChatMessage."""
    chat = world.open_chat(params.values.get("chat_id"))
    message = chat.find(params.integer("message_id"))
    if message is None:
        raise bad_request("message to pin not found")
    if chat.kind != "private" and chat.members.get(world.bot["id"]) != "administrator":
        raise bad_request("not enough rights to manage pinned messages in the chat")
    if message.id not in chat.pinned:
        chat.pinned.append(message.id)
    world.changed(message=message)
    return True


def unpin_chat_message(world: World, params: Params) -> bool:
    """unpinChatMessage: the named one, else the newest pinned one."""
    chat = world.open_chat(params.values.get("chat_id"))
    wanted = params.integer("message_id") or (chat.pinned[-1] if chat.pinned else 0)
    if wanted not in chat.pinned:
        raise bad_request("message to unpin not found")
    chat.pinned.remove(wanted)
    world.changed(chat)
    return True


def unpin_all_chat_messages(world: World, params: Params) -> bool:
    """unpinAllChatMessages."""
    chat = world.open_chat(params.values.get("chat_id"))
    chat.pinned.clear()
    world.changed(chat)
    return True


def _editable(world: World, params: Params) -> Message:
    if params.text("inline_message_id"):
        raise bad_request("MESSAGE_ID_INVALID")
    chat = world.open_chat(params.values.get("chat_id"))
    message_id = params.integer("message_id")
    if not message_id:
        raise malformed("message identifier is not specified")
    message = chat.find(message_id)
    if message is None:
        raise bad_request("message to edit not found")
    # td refuses to edit what carried a reply keyboard, or what somebody else wrote
    if not message.by_bot or message.order is not None or "forward_origin" in message.content:
        raise bad_request("message can't be edited")
    return message


def _merged(message: Message, names: tuple[str, ...], fresh: Json) -> Json:
    kept = {name: value for name, value in message.content.items() if name not in names}
    return {**kept, **fresh}


def _change(world: World, message: Message, content: Json, inline: Rows) -> Json:
    if content == message.content and inline == message.inline:
        raise bad_request(_NOT_MODIFIED)
    if content != message.content:
        message.edited_at = world.now
    message.content, message.inline = content, inline
    world.labels.note(inline)
    world.changed(message=message)
    return message.for_bot()


def _delete(world: World, chat: SimChat, message: Message) -> None:
    if world.now - message.date > DELETABLE_SECONDS or (
        chat.kind != "private" and not _may_delete(world, chat, message)
    ):
        raise bad_request("message can't be deleted for everyone")
    message.deleted = True
    if message.id in chat.pinned:
        chat.pinned.remove(message.id)
    world.changed(message=message)


def _may_delete(world: World, chat: SimChat, message: Message) -> bool:
    return message.by_bot or chat.members.get(world.bot["id"]) == "administrator"
