"""/summary: whose hours and of when, typed or pressed; the files come as messages of their own. Only in private."""

from datetime import date

from markupsafe import Markup

from bot.ground.months import Period
from bot.hours.credit import shown_parts
from bot.reports import acts as summarizing
from bot.reports import reporting as reporting_months
from bot.reports.files import ask_for_file
from bot.reports.rules import Scope, Summary, full_time, pressed_period, whole_of
from bot.speech.buttons import Button
from bot.speech.pages import in_a_row, in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.hours.rounded import beside, total
from handlers.links.reports import ChoosePeriod, ChooseScope, FileOf, SendReminders, ShowSummary, SummaryFile, View
from handlers.reports.figures import figure_lines, file_press, pressed, waiting_lines
from handlers.reports.periods import period_name
from handlers.talk import going_on
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("summary")
async def show_summary(context: Context) -> Screen:
    """Asks for what was not said: whose, unless one scope holds all the others; and of when."""
    offered = await summarizing.scopes_of(context)
    named, period = await summarizing.read_request(context, context.rest, offered)
    scope = named or (whole_of(offered) if period or len(offered) == 1 else None)
    if scope is None:
        return choose_scope(context.words, offered, 0, period)
    if period is None:
        return await ask_period(context, scope)
    return await show(context, scope, period)


@journey.on(ChooseScope)
async def show_choose_scope(
    context: Context, page: int, kind: str | None, first: date | None, last: date | None
) -> Screen:
    offered = await summarizing.scopes_of(context)
    period = pressed_period(kind, first, last) if kind and first and last else None
    return choose_scope(context.words, offered, page, period)


@journey.on(ChoosePeriod)
async def show_choose_period(context: Context, scope: str) -> Screen:
    return await ask_period(context, await summarizing.scope_by_key(context, scope))


async def ask_period(context: Context, scope: Scope) -> Screen:
    offered = await summarizing.offered_periods(context.tx, scope, context.now)
    return choose_period(context.words, scope, offered)


async def show(context: Context, scope: Scope, period: Period, view: str = "") -> Screen:
    found = await summarizing.summarize(context, scope, period)
    screen = {"teams": by_team, "more": more}.get(view, summary)
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
    context.toast(going_on.file_comes(context.words))


@journey.on(SendReminders)
async def remind(context: Context, station: int, month: str) -> None:
    sent = await reporting_months.send_reminders(context, station_id=station, month=month)
    context.alert(reminders_sent(context.words, sent))


def reminders_sent(words: Words, n: int) -> str:
    if not n:
        return words.label("Everybody has been reminded today already.")
    return str(words.say_n("{n} lead reminded.", "{n} leads reminded.", n))


SCOPES_ON_A_PAGE = 8


TEAMS_SHOWN = 40


def choose_scope(words: Words, scopes: list[Scope], page: int, period: Period | None = None) -> Screen:
    """The period is asked for next, unless it is said already."""
    here = scopes[page * SCOPES_ON_A_PAGE : (page + 1) * SCOPES_ON_A_PAGE]
    rows: Rows = tuple(
        (Key(scope_name(words, scope), pressed(scope, period) if period else ChoosePeriod(scope.key)),)
        for scope in here
    )
    more = (page + 1) * SCOPES_ON_A_PAGE < len(scopes)
    turn = turns(page, more, lambda to: turned(to, period))
    text = words.say("Whose hours would you like to see?")
    if period is not None:
        text = Markup("{}\n{}").format(text, period_name(words, period))
    return Screen(text, (*rows, *in_a_row(*turn)))


def choose_period(words: Words, scope: Scope, periods: list[tuple[str, Period]]) -> Screen:
    labels = {
        "this_month": words.label("This month"),
        "last_month": words.label("Last month"),
        "this_quarter": words.label("This quarter"),
        "this_year": words.label("This year"),
        "last_year": words.label("Last year"),
        "financial_year": words.label("This financial year"),
    }
    keys = [Key(labels[name], pressed(scope, period)) for name, period in periods]
    text = words.say("<b>{name}</b>: which time?\nYou can also type /summary {name} 2026-10", name=scope.name)
    return Screen(text, in_rows(keys))


def summary(words: Words, found: Summary) -> Screen:
    head = title(words, found)
    lines = [head, *figure_lines(words, found), *waiting_lines(words, found)]
    return Screen(Markup("\n").join(lines), keys(words, found))


def by_team(words: Words, found: Summary) -> Screen:
    """Adds up to the whole; volunteers who served in two teams stand in both."""
    minutes = shown_parts([team.figures.minutes for team in found.teams], found.rounding)
    lines = [
        words.say("<b>{name}</b> · {period}: {hours}", name=found.scope.name,
                  period=period_name(words, found.period), hours=total(words, found.whole.minutes, found.rounding))
    ]  # fmt: skip
    for team, part in list(zip(found.teams, minutes, strict=True))[:TEAMS_SHOWN]:
        lines.append(
            words.say(
                "· {team}: {hours}, {volunteers}, {attendances}",
                team=team.name or words.say("without a team"),
                hours=beside(words, part, team.figures.minutes),
                volunteers=words.say_n("{n} volunteer", "{n} volunteers", team.figures.volunteers),
                attendances=words.say_n("{n} attendance", "{n} attendances", team.figures.attendances),
            )
        )
    rest, exactly = sum(minutes[TEAMS_SHOWN:]), sum(team.figures.minutes for team in found.teams[TEAMS_SHOWN:])
    if rest or exactly:
        lines.append(words.say("· all other teams: {hours}", hours=beside(words, rest, exactly)))
    return Screen(Markup("\n").join(lines), back(words, found))


def turned(page: int, period: Period | None) -> Button:
    if period is None:
        return ChooseScope(page, None, None, None)
    return ChooseScope(page, period.kind, period.first_day, period.last_day)


def scope_name(words: Words, scope: Scope) -> str:
    return scope.name if scope.team_id else words.label("🏠 {station}, all teams", station=scope.name)


def keys(words: Words, found: Summary) -> Rows:
    scope, period = found.scope, found.period
    activity_list = Key(words.label("Activity list"), file_press(scope, period, "activities"))
    export = Key(words.label("Export"), file_press(scope, period, "entries"))
    more = Key(words.label("More"), pressed(scope, period, "more"))
    if scope.team_id:
        return ((activity_list, export), (more,))
    return ((Key(words.label("By team"), pressed(scope, period, "teams")), activity_list), (export, more))


def more(words: Words, found: Summary) -> Screen:
    """Full-time equivalents and what else offices ask for."""
    whole = found.whole
    lines = [
        title(words, found),
        words.say(
            "Full-time equivalents: {number} ({hours} ÷ 260 days of 8 h a year, for {days} days)",
            number=full_time(whole.minutes, found.period.days),
            hours=words.hours(whole.minutes),
            days=words.number(found.period.days),
        ),
        words.say_n("{n} person didn't come", "{n} people didn't come", whole.no_shows),
        words.say(
            "The time before: {hours}, {attendances}",
            hours=words.hours(found.before.minutes),
            attendances=words.say_n("{n} attendance", "{n} attendances", found.before.attendances),
        ),
    ]  # fmt: skip
    if whole.other_minutes:
        lines.append(
            words.say("Training and preparation, counted apart: {hours}", hours=words.hours(whole.other_minutes))
        )
    lines.append(words.say("Hours are confirmed ones only. For the sealed certificate, ask the office."))
    return Screen(Markup("\n").join(lines), back(words, found))


def title(words: Words, found: Summary) -> Markup:
    return Markup("<b>{}</b> · {}").format(found.scope.name, period_name(words, found.period))


def back(words: Words, found: Summary) -> Rows:
    return ((Key(words.label("Back"), pressed(found.scope, found.period)),),)
