"""A query can be answered once: the second answer, or one after 15 s, finds it "too old"."""

from bot.simulator.errors import bad_request, malformed
from bot.simulator.limits import MAX_ANSWER
from bot.simulator.params import Params
from bot.simulator.people.presses import CallbackAnswer
from bot.simulator.world import World

_TOO_OLD = "query is too old and response timeout expired or query ID is invalid"


def answer_callback_query(world: World, params: Params) -> bool:
    """answerCallbackQuery."""
    press = world.open_press(params.text("callback_query_id"))
    if press is None:
        raise bad_request(_TOO_OLD)
    text = params.text("text")
    if len(text) > MAX_ANSWER:
        raise malformed("MESSAGE_TOO_LONG")
    press.give(CallbackAnswer(text, params.flag("show_alert"), params.text("url")))
    world.changed(press.message.chat if press.message else None)
    return True


def answer_inline_query(world: World, params: Params) -> bool:
    """answerInlineQuery. Nobody here can ask one by hand, so only raw updates carry queries, and they age at once."""
    if not params.text("inline_query_id"):
        raise malformed("inline_query_id is empty")
    raise bad_request(_TOO_OLD)
