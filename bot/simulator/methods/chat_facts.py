"""What a bot can ask about chats and their members."""

from typing import Any

from bot.simulator.errors import bad_request
from bot.simulator.params import Params
from bot.simulator.people.chats import SimChat
from bot.simulator.world import World

Json = dict[str, Any]


def get_chat(world: World, params: Params) -> Json:
    """getChat (ChatFullInfo)."""
    chat = world.chat(params.values.get("chat_id"))
    if chat.kind != "private" and (refusal := chat.refusal()):
        raise refusal
    full: Json = {**chat.for_bot(), "accent_color_id": 0, "max_reaction_count": 11, "accepted_gift_types": _NO_GIFTS}
    if chat.pinned and (pinned := chat.find(chat.pinned[-1])):
        full["pinned_message"] = pinned.for_bot()
    return full


def get_chat_member(world: World, params: Params) -> Json:
    """getChatMember."""
    chat = _group(world, params)
    user_id = params.integer("user_id")
    if user_id not in world.users:
        raise bad_request("member not found" if user_id else "invalid user_id specified")
    return member(world, chat, user_id)


def get_chat_administrators(world: World, params: Params) -> list[Json]:
    """getChatAdministrators: no bots among them but this one."""
    chat = _group(world, params)
    chiefs = [user_id for user_id, status in chat.members.items() if status in {"creator", "administrator"}]
    return [member(world, chat, user_id) for user_id in chiefs]


def get_chat_member_count(world: World, params: Params) -> int:
    """getChatMemberCount."""
    return len(_group(world, params).members)


def leave_chat(world: World, params: Params) -> bool:
    """leaveChat."""
    chat = _group(world, params)
    before = member(world, chat, world.bot["id"])
    chat.bot_status = "left"
    chat.members.pop(world.bot["id"], None)
    after = member(world, chat, world.bot["id"])
    changed = {"chat": chat.for_bot(), "from": world.bot, "date": world.now}
    world.updates.push("my_chat_member", {**changed, "old_chat_member": before, "new_chat_member": after})
    world.changed(chat)
    return True


def member(world: World, chat: SimChat, user_id: int) -> Json:
    """The ChatMember object of somebody in a chat."""
    status = chat.members.get(user_id, chat.bot_status if user_id == world.bot["id"] else "left")
    shown: Json = {"user": world.users[user_id], "status": status}
    if status == "creator":
        shown["is_anonymous"] = False
    elif status == "administrator":
        shown.update(dict.fromkeys(_RIGHTS, True), is_anonymous=False)
    elif status == "kicked":
        shown["until_date"] = 0
    return shown


def _group(world: World, params: Params) -> SimChat:
    chat = world.open_chat(params.values.get("chat_id"))
    if chat.kind == "private":
        raise bad_request("method is available for supergroup and channel chats only")
    return chat


_NO_GIFTS = {
    "unlimited_gifts": False,
    "limited_gifts": False,
    "unique_gifts": False,
    "premium_subscription": False,
    "gifts_from_channels": False,
}
_RIGHTS = (
    "can_be_edited", "can_manage_chat", "can_delete_messages", "can_manage_video_chats", "can_restrict_members",
    "can_promote_members", "can_change_info", "can_invite_users", "can_pin_messages", "can_post_stories",
    "can_edit_stories", "can_delete_stories",
)  # fmt: skip
