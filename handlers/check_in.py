"""/checkin, the link behind the QR code (``c_<code>``), and the lead's screen that shows both."""

from bot.domain.check_in import CheckedIn
from bot.domain.refusals import Refusal
from bot.use_cases import check_in as checking
from bot.use_cases import drafting
from bot.views import check_in as views
from bot.views.presses.roll_call import CheckInCode
from bot.wire.context import Context
from bot.wire.routing import Form, Route, StartLink, on_command
from handlers import pass_on
from handlers.privately import privately
from handlers.roll_screens import cover, on_roll

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


async def show_codes(context: Context, press: CheckInCode) -> None:
    link = f"https://t.me/{context.bot_name}?start={PREFIX}"
    made = await checking.make_codes(context.tx, context.viewer, context.now, shift_id=press.shift, link=link)
    await cover(context, press.shift, views.codes(context.words, made))


ROUTES: list[Route] = [
    on_command("checkin", command),
    StartLink(PREFIX, by_link),
    on_roll(CheckInCode, show_codes),
    Form(FORM, typed),
]
