"""What a lead can do about too few people; the answers of volunteers are in `sign_ups`."""

from bot.use_cases import lead_looks
from bot.views import lead_notices as views
from bot.views.presses.sign_ups import AskWaiting
from bot.wire.context import Context
from bot.wire.routing import Route, on_press


async def ask_waiting(context: Context, press: AskWaiting) -> None:
    people = await lead_looks.ask_waiting(context.tx, context.viewer, context.now, shift_id=press.shift)
    context.alert(views.asked_waiting(context.words, people))


ROUTES: list[Route] = [on_press(AskWaiting, ask_waiting)]
