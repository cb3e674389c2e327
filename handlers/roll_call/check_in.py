"""/checkin, the link behind the QR code (``c_<code>``), and the lead's screen that shows both."""

from markupsafe import Markup

from bot.ground.refusals import Refusal
from bot.roll_call import check_in as checking
from bot.roll_call.check_in_rules import CheckedIn, CheckInCodes
from bot.speech.phrases import Phrase
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.roll_call import CheckInCode
from handlers.messages import passing_on as pass_on
from handlers.roll_call.card import back_key
from handlers.roll_call.card_in_place import cover, unless_finished
from handlers.sign_ups.lines import which_line
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask

journey = Journey()

PREFIX = "c_"
FORM = Question[()]("check_in")


@journey.command("checkin")
async def command(context: Context) -> Screen | None:
    """With the code at once, else it is asked for."""
    if context.rest:
        return await by_digits(context)
    return await ask(context, FORM, Screen(context.words.say("Please type the six digits from the lead's screen.")))


@journey.said(Phrase.CODE)
async def code_in_passing(context: Context) -> Screen | None:
    """Six digits while a roll is open on which the viewer stands: they can be nothing else."""
    return await by_digits(context) if await checking.is_expected(context) else None


async def by_digits(context: Context) -> Screen | None:
    return await show(context, await checking.check_in_by_digits(context, context.rest))


@journey.answer(FORM, stays=True)
async def typed(context: Context, _code: str) -> Screen | None:
    """A wrong code may be typed again; what holds no digit was not meant for this question."""
    if not any(letter.isdigit() for letter in context.rest):
        return await pass_on.anything(context)
    return await by_digits(context)


@journey.start_link(PREFIX)
async def by_link(context: Context) -> Screen | None:
    return await show(context, await checking.check_in(context, context.rest))


async def show(context: Context, done: CheckedIn | Refusal) -> Screen | None:
    """Once it worked, by whichever way, no code is waited for."""
    if isinstance(done, Refusal):
        context.refuse(done)
    else:
        await FORM.finish(context)
        return done_screen(context.words, done)
    return None


@journey.on(CheckInCode, within=unless_finished)
async def show_codes(context: Context, shift: int) -> None:
    link = f"https://t.me/{context.bot_name}?start={PREFIX}"
    made = await checking.make_codes(context, shift_id=shift, link=link)
    await cover(context, shift, codes(context.words, made))


def codes(words: Words, made: CheckInCodes) -> Screen:
    """Digits for who types; the QR code follows."""
    text = stack(
        Markup("🔢 <b>{} {}</b>").format(made.digits[:3], made.digits[3:]),
        which_line(words, made.shift),
        words.say(
            "Good until {time}: volunteers send “check in {code}” here, or scan the picture that follows (30 seconds).",
            time=words.at(made.shift.zone).time(made.digits_end_at),
            code=made.digits,
        ),
        words.say("Once to check in, once more to check out."),
    )
    keys = (Key(words.label("New code"), CheckInCode(made.shift.id)), back_key(words, made.shift.id))
    return Screen(text, (keys,))


def done_screen(words: Words, made: CheckedIn) -> Screen:
    time = words.at(made.shift.zone).time(made.at)
    if made.left:
        first = words.say("👋 <b>Checked out at {time}.</b> Thank you!", time=time)
        return Screen(stack(first, which_line(words, made.shift)))
    first = words.say("✅ <b>You're checked in, {time}.</b>", time=time)
    last = words.say("Before you leave, check out the same way.")
    return Screen(stack(first, which_line(words, made.shift), last))
