"""/checkin, the link behind the QR code (``c_<code>``), and the lead's screen that shows both."""

from bot.ground.refusals import Refusal
from bot.people import drafting
from bot.roll_call import check_in as checking
from bot.roll_call.codes import CheckedIn
from bot.wire.context import Context
from bot.wire.routing import Form, Route, StartLink, on_command
from handlers.links.roll_call import CheckInCode
from handlers.messages import passing_on as pass_on
from handlers.roll_call import check_in_screens as views
from handlers.roll_call.screens import cover, on_roll
from handlers.talk.privately import privately

PREFIX, FORM = "c_", "check_in"


async def command(context: Context) -> None:
    """With the code at once, else it is asked for."""
    if context.rest:
        await by_digits(context)
    else:
        await drafting.start(context.tx, context.viewer, context.now, FORM, "code")
        privately(context, views.ask_code(context.words))


async def by_digits(context: Context) -> None:
    await show(context, await checking.check_in_by_digits(context.tx, context.viewer, context.now, context.rest))


async def typed(context: Context) -> None:
    """A wrong code may be typed again; what holds no digit was not meant for this question."""
    if not any(letter.isdigit() for letter in context.rest):
        await pass_on.anything(context)
        return
    await by_digits(context)


async def by_link(context: Context) -> None:
    await show(context, await checking.check_in(context.tx, context.viewer, context.now, context.rest))


async def show(context: Context, done: CheckedIn | Refusal) -> None:
    """Once it worked, by whichever way, no code is waited for."""
    if isinstance(done, Refusal):
        context.refuse(done)
    else:
        await drafting.finish(context.tx, context.viewer, FORM)
        privately(context, views.done(context.words, done))


async def show_codes(context: Context, shift: int) -> None:
    link = f"https://t.me/{context.bot_name}?start={PREFIX}"
    made = await checking.make_codes(context.tx, context.viewer, context.now, shift_id=shift, link=link)
    await cover(context, shift, views.codes(context.words, made))


ROUTES: list[Route] = [
    on_command("checkin", command),
    StartLink(PREFIX, by_link),
    on_roll(CheckInCode, show_codes),
    Form(FORM, typed),
]
