"""The methods by name. Names are compared in lower case, as Telegram's server does."""

from collections.abc import Callable
from typing import Any

from bot.simulator.methods import about, asking, chat_facts, editing, sending
from bot.simulator.params import Params
from bot.simulator.world import World

Method = Callable[[World, Params], Any]

METHODS: dict[str, Method] = {
    "getme": about.get_me,
    "logout": about.accept,
    "close": about.accept,
    "setmycommands": about.set_my_commands,
    "getmycommands": about.get_my_commands,
    "deletemycommands": about.delete_my_commands,
    "setmyname": about.set_my_name,
    "getmyname": about.get_my_name,
    "setmydescription": about.set_my_description,
    "getmydescription": about.get_my_description,
    "setmyshortdescription": about.set_my_short_description,
    "getmyshortdescription": about.get_my_short_description,
    "setchatmenubutton": about.set_chat_menu_button,
    "getfile": about.get_file,
    "sendmessage": sending.send_message,
    "sendphoto": sending.send_photo,
    "senddocument": sending.send_document,
    "sendvoice": sending.send_voice,
    "sendlocation": sending.send_location,
    "sendvenue": sending.send_venue,
    "sendchataction": sending.send_chat_action,
    "copymessage": sending.copy_message,
    "forwardmessage": sending.forward_message,
    "editmessagetext": editing.edit_message_text,
    "editmessagecaption": editing.edit_message_caption,
    "editmessagereplymarkup": editing.edit_message_reply_markup,
    "editmessagemedia": editing.edit_message_media,
    "deletemessage": editing.delete_message,
    "deletemessages": editing.delete_messages,
    "pinchatmessage": editing.pin_chat_message,
    "unpinchatmessage": editing.unpin_chat_message,
    "unpinallchatmessages": editing.unpin_all_chat_messages,
    "answercallbackquery": asking.answer_callback_query,
    "answerinlinequery": asking.answer_inline_query,
    "getchat": chat_facts.get_chat,
    "getchatmember": chat_facts.get_chat_member,
    "getchatadministrators": chat_facts.get_chat_administrators,
    "getchatmembercount": chat_facts.get_chat_member_count,
    "leavechat": chat_facts.leave_chat,
}
