"""After *Finish*: a mark, the heads of a group or the number of people helped is put right. Why is always asked."""

from markupsafe import Markup

from bot.ground.reading.numbers import read_number
from bot.roll_call.acts import HELPED_RIGHT
from bot.roll_call.correcting import acts as correcting
from bot.roll_call.finishing import MOST_HELPED
from bot.roll_call.rules import AttendanceState
from bot.roll_call.shown import PutRight, RollCallCard
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.leading import Manage
from handlers.links.roll_call import CorrectHelped, OpenRollCall
from handlers.roll_call.asking_why import WHY, ask_why
from handlers.roll_call.card import back_key, helped_line, line_label
from handlers.roll_call.card_in_place import cover, look_at, settle_question
from handlers.roll_call.lines import why_line
from handlers.sign_ups.lines import which_line
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask

journey = Journey()
HELPED_TYPED = Question[int](HELPED_RIGHT, "shift")


@journey.on(CorrectHelped)
async def ask_helped(context: Context, shift: int) -> None:
    look = await look_at(context, shift)
    await cover(context, shift, await ask(context, HELPED_TYPED, helped_screen(context.words, look), shift))


@journey.answer(HELPED_TYPED, stays=True)
async def typed_helped(context: Context, number: str, shift: int) -> None:
    helped = read_number("helped", number, 0, MOST_HELPED)
    await correcting.check_helped(context, shift_id=shift, helped=helped)
    await HELPED_TYPED.finish(context)
    settle_question(context)
    await ask_why(context, "", shift, "helped", 0, "", helped)


@journey.answer(WHY)
async def typed_why(context: Context, reason: str, shift: int, what: str, id: int, mark: str, number: int) -> Screen:
    done = await put_right(context, reason, shift, what, id, mark, number)
    return done_screen(context.words, done, await look_at(context, shift))


async def put_right(context: Context, reason: str, shift: int, what: str, id: int, mark: str, number: int) -> PutRight:
    if what == "mark":
        return await correcting.correct_mark(
            context, shift_id=shift, person_id=id, mark=AttendanceState(mark), minutes=number, reason=reason
        )
    if what == "heads":
        return await correcting.correct_heads(context, shift_id=shift, group_place_id=id, heads=number, reason=reason)
    return await correcting.correct_helped(context, shift_id=shift, helped=number, reason=reason)


def helped_screen(words: Words, look: RollCallCard) -> Screen:
    text = stack(
        words.say("How many people were helped? Type the right number."),
        which_line(words, look.shift),
        helped_line(words, look),
    )
    return Screen(text, ((back_key(words, look.shift.id),),))


def done_screen(words: Words, done: PutRight, look: RollCallCard) -> Screen:
    """What is right now, and what became of the hours."""
    text = stack(
        words.say("✏️ <b>Put right.</b>"),
        which_line(words, done.shift),
        Markup("{}").format(line_label(words, done.line)) if done.line else None,
        hours_line(words, done),
        helped_line(words, look) if not done.name else None,
        words.say("{name} is told.", name=done.name) if done.told else None,
    )
    shift = done.shift.id
    keys = (
        Key(words.label("See the roll-call"), OpenRollCall(shift, 0)),
        Key(words.label("See the activity"), Manage(shift)),
    )
    return Screen(text, (keys,))


def hours_line(words: Words, done: PutRight) -> Markup | None:
    """2 h 30 min count now; or why they do not yet."""
    if done.taken_back:
        return words.say("{hours} taken back", hours=words.hours(done.taken_back))
    if done.hours is None:
        return None
    record = done.hours.record
    if record is not None and done.hours.refusal is None and record.verified_at is not None:
        return words.say("{hours} count now", hours=words.hours(record.minutes_of_all))
    return why_line(words, done.name, done.hours)
