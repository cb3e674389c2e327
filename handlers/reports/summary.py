"""/summary: whose hours and of when, typed or pressed; the files come as messages of their own. Only in private."""

from datetime import date

from bot.ground.months import Period
from bot.reports import acts as summarizing
from bot.reports import reporting as reporting_months
from bot.reports.files import ask_for_file
from bot.reports.rules import Scope, pressed_period, whole_of
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.links.reports import ChoosePeriod, ChooseScope, FileOf, SendReminders, ShowSummary, SummaryFile, View
from handlers.reports import months as report_views
from handlers.reports import summary_screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("summary")
async def summary(context: Context) -> Screen:
    """Asks for what was not said: whose, unless one scope holds all the others; and of when."""
    offered = await summarizing.scopes_of(context)
    named, period = await summarizing.read_request(context, context.rest, offered)
    scope = named or (whole_of(offered) if period or len(offered) == 1 else None)
    if scope is None:
        return views.choose_scope(context.words, offered, 0, period)
    if period is None:
        return await ask_period(context, scope)
    return await show(context, scope, period)


@journey.on(ChooseScope)
async def choose_scope(context: Context, page: int, kind: str | None, first: date | None, last: date | None) -> Screen:
    offered = await summarizing.scopes_of(context)
    period = pressed_period(kind, first, last) if kind and first and last else None
    return views.choose_scope(context.words, offered, page, period)


@journey.on(ChoosePeriod)
async def choose_period(context: Context, scope: str) -> Screen:
    return await ask_period(context, await summarizing.scope_by_key(context, scope))


async def ask_period(context: Context, scope: Scope) -> Screen:
    offered = await summarizing.offered_periods(context.tx, scope, context.now)
    return views.choose_period(context.words, scope, offered)


async def show(context: Context, scope: Scope, period: Period, view: str = "") -> Screen:
    found = await summarizing.summarize(context, scope, period)
    screen = {"teams": views.by_team, "more": views.more}.get(view, views.summary)
    return screen(context.words, found)


@journey.on(ShowSummary)
async def press_summary(context: Context, scope_id: str, kind: str, first: date, last: date, view: View) -> Screen:
    scope = await summarizing.scope_by_key(context, scope_id)
    return await show(context, scope, pressed_period(kind, first, last), view)


@journey.on(SummaryFile)
async def press_file(context: Context, scope_id: str, kind: str, first: date, last: date, file: FileOf) -> None:
    scope = await summarizing.scope_by_key(context, scope_id)
    period = pressed_period(kind, first, last)
    await ask_for_file(context, scope, period, file)
    context.toast(views.file_comes(context.words))


@journey.on(SendReminders)
async def remind(context: Context, station: int, month: str) -> None:
    sent = await reporting_months.send_reminders(context, station_id=station, month=month)
    context.alert(report_views.reminders_sent(context.words, sent))
