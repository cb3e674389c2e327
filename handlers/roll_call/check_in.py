"""/checkin, the link behind the QR code (``c_<code>``), and the lead's screen that shows both."""

from bot.ground.refusals import Refusal
from bot.people import drafting
from bot.roll_call import check_in as checking
from bot.roll_call.codes import CheckedIn
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.roll_call import CheckInCode
from handlers.messages import passing_on as pass_on
from handlers.roll_call import check_in_screens as views
from handlers.roll_call.screens import cover, unless_finished
from handlers.talk.journeys import Journey

journey = Journey()

PREFIX, FORM = "c_", "check_in"


@journey.command("checkin")
async def command(context: Context) -> Screen | None:
    """With the code at once, else it is asked for."""
    if context.rest:
        return await by_digits(context)
    await drafting.start(context, FORM, "code")
    return views.ask_code(context.words)


async def by_digits(context: Context) -> Screen | None:
    return await show(context, await checking.check_in_by_digits(context, context.rest))


@journey.typed(FORM)
async def typed(context: Context) -> Screen | None:
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
        await drafting.finish(context, FORM)
        return views.done(context.words, done)
    return None


@journey.on(CheckInCode, within=unless_finished)
async def show_codes(context: Context, shift: int) -> None:
    link = f"https://t.me/{context.bot_name}?start={PREFIX}"
    made = await checking.make_codes(context, shift_id=shift, link=link)
    await cover(context, shift, views.codes(context.words, made))
