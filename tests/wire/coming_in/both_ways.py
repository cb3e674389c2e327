"""A press as the library reads all of it, and as we read what we keep of it."""

from typing import Any

from telegram import Message, Update

from bot.ground.json_text import written
from bot.wire.coming_in.presses import kept, pressed
from bot.wire.coming_in.shapes import fits
from bot.wire.reading import object_of


def facts(update: Update) -> dict[str, Any]:
    """Whatever routing, a handler or the desk can ask of a press."""
    query, chat, user = update.callback_query, update.effective_chat, update.effective_user
    assert query is not None
    card = query.message
    return {
        "update": update.update_id,
        "query": (query.id, query.data, query.chat_instance, query.inline_message_id, query.game_short_name),
        "sender": query.from_user.to_dict(),
        "user": user and user.to_dict(),
        "chat": chat and chat.to_dict(),
        "card": card and (type(card).__name__, card.message_id, card.date, card.chat.to_dict()),
        "thread": isinstance(card, Message) and (card.message_thread_id, card.is_topic_message),
        "text": isinstance(card, Message) and card.text is not None,
    }


def differences(update: dict[str, Any]) -> dict[str, Any]:
    """By what is different: as the library reads it, as we do. Nothing of a press that no button could make."""
    if not isinstance(update["callback_query"].get("data"), str) or not fits(update):
        return {}
    whole = Update.de_json(update, None)
    ours = pressed(object_of(written(kept(update))))
    if ours is None:
        return {"kept": (update, None)}
    one, other = facts(whole), facts(ours)
    return {name: (one[name], other[name]) for name in one if one[name] != other[name]}
