"""Methods that put a new message into a chat. The order of checks is Telegram's: the chat first, then the content."""

from typing import Any

from bot.simulator.errors import bad_request, malformed
from bot.simulator.limits import content_of, read_caption, read_text
from bot.simulator.params import Params
from bot.simulator.people.chats import Document, Message, SimChat
from bot.simulator.people.keyboards import NONE, Markup, read_markup
from bot.simulator.world import World

Json = dict[str, Any]
_COPIED = (
    "text",
    "entities",
    "caption",
    "caption_entities",
    "photo",
    "document",
    "voice",
    "location",
    "venue",
    "contact",
)


def send_message(world: World, params: Params) -> Json:
    """sendMessage."""
    return _post(world, world.open_chat(params.values.get("chat_id")), params, content_of(read_text(params), "text"))


def send_photo(world: World, params: Params) -> Json:
    """sendPhoto. One size is enough here; the real one has several."""
    chat = world.open_chat(params.values.get("chat_id"))
    photo = world.files.receive(params.upload("photo"), "photo")
    content = {"photo": [{**world.files.keep(photo), "width": 800, "height": 800}]}
    return _post(world, chat, params, {**content, **content_of(read_caption(params), "caption")}, photo)


def send_document(world: World, params: Params) -> Json:
    """sendDocument."""
    chat = world.open_chat(params.values.get("chat_id"))
    document = world.files.receive(params.upload("document"), "document")
    content = {"document": {**world.files.keep(document), "file_name": document.name, "mime_type": document.mime}}
    return _post(world, chat, params, {**content, **content_of(read_caption(params), "caption")}, document)


def send_voice(world: World, params: Params) -> Json:
    """sendVoice."""
    chat = world.open_chat(params.values.get("chat_id"))
    voice = world.files.receive(params.upload("voice"), "voice")
    content = {"voice": {**world.files.keep(voice), "duration": params.integer("duration"), "mime_type": "audio/ogg"}}
    return _post(world, chat, params, {**content, **content_of(read_caption(params), "caption")}, voice)


def send_location(world: World, params: Params) -> Json:
    """sendLocation."""
    return _post(world, world.open_chat(params.values.get("chat_id")), params, {"location": _location(params)})


def send_venue(world: World, params: Params) -> Json:
    """sendVenue; title and address must not be empty."""
    chat = world.open_chat(params.values.get("chat_id"))
    title, address = params.text("title").strip(), params.text("address").strip()
    if not title:
        raise malformed("title must be non-empty")
    if not address:
        raise malformed("address must be non-empty")
    location = _location(params)
    return _post(
        world, chat, params, {"location": location, "venue": {"location": location, "title": title, "address": address}}
    )


def copy_message(world: World, params: Params) -> Json:
    """copyMessage: the content without its author; only the new message_id comes back."""
    chat = world.open_chat(params.values.get("chat_id"))
    source = _source(world, params, "copy")
    content = {name: value for name, value in source.content.items() if name in _COPIED}
    if not content:
        raise bad_request("the message can't be copied")
    if "caption" in params.values and "text" not in content:
        content = {k: v for k, v in content.items() if not k.startswith("caption")}
        content.update(content_of(read_caption(params), "caption"))
    return {"message_id": _post(world, chat, params, content, source.document)["message_id"]}


def forward_message(world: World, params: Params) -> Json:
    """forwardMessage: the author stays visible."""
    chat = world.open_chat(params.values.get("chat_id"))
    source = _source(world, params, "forward")
    if source.protected:
        raise bad_request("message has protected content and can't be forwarded")
    content = {**{k: v for k, v in source.content.items() if k in _COPIED}, **forward_origin(source)}
    return _post(world, chat, params, content, source.document)


def send_chat_action(world: World, params: Params) -> bool:
    """sendChatAction."""
    chat = world.open_chat(params.values.get("chat_id"))
    if not params.text("action"):
        raise malformed("wrong parameter action in request")
    chat.action = params.text("action")
    world.changed(chat)
    return True


def forward_origin(source: Message) -> Json:
    """The fields that tell where a forwarded message came from."""
    if "forward_origin" in source.content:
        return {"forward_origin": source.content["forward_origin"]}
    if source.sender is None:
        kept = {"type": "channel", "chat": source.chat.for_bot(), "message_id": source.id, "date": source.date}
        return {"forward_origin": kept}
    return {"forward_origin": {"type": "user", "sender_user": source.sender, "date": source.date}}


def _post(world: World, chat: SimChat, params: Params, content: Json, document: Document | None = None) -> Json:
    markup = _markup(chat, params)
    reply_to = _reply_to(chat, params)
    message = world.post(
        chat,
        None if chat.kind == "channel" else world.bot,
        content,
        inline=markup.inline,
        order=markup.order,
        silent=params.flag("disable_notification"),
        protected=params.flag("protect_content"),
        by_bot=True,
        reply_to=reply_to,
        document=document,
    )
    return message.for_bot()


def _markup(chat: SimChat, params: Params) -> Markup:
    markup = read_markup(params)
    if markup is NONE or chat.kind == "private":
        return markup
    for row in (markup.order or {}).get("keyboard", []):
        if any(button.get("request_contact") for button in row):
            raise malformed("phone number can be requested in private chats only")
        if any(button.get("request_location") for button in row):
            raise malformed("location can be requested in private chats only")
    return markup


def _reply_to(chat: SimChat, params: Params) -> Message | None:
    reply = params.structure("reply_parameters", "reply parameters") or {}
    wanted = reply.get("message_id") or params.integer("reply_to_message_id")
    if not wanted:
        return None
    found = chat.find(int(wanted))
    if found is None and not (reply.get("allow_sending_without_reply") or params.flag("allow_sending_without_reply")):
        raise bad_request("message to be replied not found")
    return found


def _source(world: World, params: Params, verb: str) -> Message:
    found = world.chat(params.values.get("from_chat_id")).find(params.integer("message_id"))
    if found is None:
        raise bad_request(f"message to {verb} not found")
    return found


def _location(params: Params) -> Json:
    latitude, longitude = params.number("latitude"), params.number("longitude")
    if not params.text("latitude"):
        raise malformed("latitude is empty")
    if not (-90 <= latitude <= 90 and -180 <= longitude <= 180):
        raise malformed("wrong latitude or longitude specified")
    return {"latitude": latitude, "longitude": longitude}
