"""Whatever is put right after *Finish* keeps its reason: it is asked here, and `correcting` takes the answer."""

from typing import Literal

from bot.roll_call.acts import REASON
from bot.roll_call.correcting import acts as correcting
from bot.roll_call.rules import AttendanceState
from bot.speech.screens import Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.roll_call.card import back_key
from handlers.roll_call.card_in_place import cover, look_at
from handlers.talk.questions import Question, ask

What = Literal["mark", "heads", "helped"]
WHY = Question[int, str, int, str, int](REASON, "shift what id mark number")
"""`id`: the person or the group; `number`: minutes, heads or people."""


async def to_put_right(context: Context, shift: int) -> bool:
    """Whether a mark is not taken any more, but put right, by this viewer."""
    look = await look_at(context, shift)
    return look.call.closed and look.may_close


async def ask_why_mark(context: Context, shift: int, person: int, mark: AttendanceState, minutes: int) -> None:
    line = await correcting.check_mark(context, shift_id=shift, person_id=person, mark=mark, minutes=minutes)
    await ask_why(context, line.name, shift, "mark", person, mark.value, minutes)


async def ask_why_heads(context: Context, shift: int, group_place: int, heads: int) -> None:
    group = await correcting.check_heads(context, shift_id=shift, group_place_id=group_place, heads=heads)
    await ask_why(context, group.team, shift, "heads", group_place, "", heads)


async def ask_why(context: Context, whom: str, shift: int, what: What, id: int, mark: str, number: int) -> None:
    shown = why_screen(context.words, shift, whom, what)
    await cover(context, shift, await ask(context, WHY, shown, shift, what, id, mark, number))


def why_screen(words: Words, shift: int, whom: str, what: What) -> Screen:
    text = stack(
        words.say("This roll-call is finished, so what is put right keeps its reason."),
        words.say("Why is it changed for {name}? A few words, please; they read them too.", name=whom)
        if what == "mark"
        else words.say("Why is it changed? A few words, please."),
    )
    return Screen(text, ((back_key(words, shift),),))
