"""/summary: whose hours and of when, typed or pressed; the files come as messages of their own. Only in private."""

from bot.ground.months import Period
from bot.reports import acts as summarizing
from bot.reports import reporting as reporting_months
from bot.reports.files import ask_for_file
from bot.reports.rules import Scope, pressed_period, whole_of
from bot.wire.context import Context
from bot.wire.routing import Route, on_command, on_press
from handlers.links.reports import ChoosePeriod, ChooseScope, SendReminders, ShowSummary, SummaryFile
from handlers.reports import months as report_views
from handlers.reports import summary_screens as views
from handlers.talk.privately import privately


async def summary(context: Context) -> None:
    """Asks for what was not said: whose, unless one scope holds all the others; and of when."""
    offered = await summarizing.scopes_of(context.tx, context.viewer)
    named, period = await summarizing.read_request(context.tx, context.viewer, context.now, context.rest, offered)
    scope = named or (whole_of(offered) if period or len(offered) == 1 else None)
    if scope is None:
        privately(context, views.choose_scope(context.words, offered, 0, period))
    elif period is None:
        await ask_period(context, scope)
    else:
        await show(context, scope, period)


async def choose_scope(context: Context, press: ChooseScope) -> None:
    offered = await summarizing.scopes_of(context.tx, context.viewer)
    period = pressed_period(press.kind, press.first, press.last) if press.kind and press.first and press.last else None
    privately(context, views.choose_scope(context.words, offered, press.page, period))


async def choose_period(context: Context, press: ChoosePeriod) -> None:
    await ask_period(context, await summarizing.scope_by_key(context.tx, context.viewer, press.scope))


async def ask_period(context: Context, scope: Scope) -> None:
    offered = await summarizing.offered_periods(context.tx, scope, context.now)
    privately(context, views.choose_period(context.words, scope, offered))


async def show(context: Context, scope: Scope, period: Period, view: str = "") -> None:
    found = await summarizing.summarize(context.tx, context.viewer, context.now, scope, period)
    screen = {"teams": views.by_team, "more": views.more}.get(view, views.summary)
    privately(context, screen(context.words, found))


async def press_summary(context: Context, press: ShowSummary) -> None:
    scope = await summarizing.scope_by_key(context.tx, context.viewer, press.scope)
    await show(context, scope, pressed_period(press.kind, press.first, press.last), press.view)


async def press_file(context: Context, press: SummaryFile) -> None:
    scope = await summarizing.scope_by_key(context.tx, context.viewer, press.scope)
    period = pressed_period(press.kind, press.first, press.last)
    await ask_for_file(context.tx, context.viewer, context.now, scope, period, press.file)
    context.toast(views.file_comes(context.words))


async def remind(context: Context, press: SendReminders) -> None:
    sent = await reporting_months.send_reminders(
        context.tx, context.viewer, context.now, station_id=press.station, month=press.month
    )
    context.alert(report_views.reminders_sent(context.words, sent))


ROUTES: list[Route] = [
    on_command("summary", summary),
    on_press(ChooseScope, choose_scope),
    on_press(ChoosePeriod, choose_period),
    on_press(ShowSummary, press_summary),
    on_press(SummaryFile, press_file),
    on_press(SendReminders, remind),
]
