"""/summary: whose hours and of when, typed or pressed; the files come as messages of their own. Only in private."""

from datetime import date

from markupsafe import Markup

from bot.ground.months import Period
from bot.ground.paging import pages_of
from bot.hours.credit import shown_parts
from bot.reports import acts as summarizing
from bot.reports.entries import acts as entries
from bot.reports.entries.acts import PutRight
from bot.reports.figures import PersonHours, full_time
from bot.reports.files import ask_for_file
from bot.reports.rules import Scope, Summary, pressed_period, whole_of
from bot.speech.buttons import Button
from bot.speech.pages import in_a_row, in_rows, turns, up_to
from bot.speech.screens import LINE, Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.hours.lines import corrected
from handlers.hours.rounded import beside, total
from handlers.links.reports import ChoosePeriod, ChooseScope, FileOf, ShowSummary, SummaryFile, View, WhatIsMissing
from handlers.reports.figures import adjusted_parts, figure_lines, file_press, pressed, waiting_lines
from handlers.reports.periods import period_name
from handlers.talk import going_on
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()


@journey.command("summary")
async def show_summary(context: Context) -> Screen:
    """Asks for what was not said: whose, unless one scope holds all the others; and of when."""
    offered = await summarizing.scopes_of(context, summarizing.EVERY if context.rest else up_to(0))
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
    offered = await summarizing.scopes_of(context, up_to(page))
    period = pressed_period(kind, first, last) if kind and first and last else None
    return choose_scope(context.words, offered, page, period)


@journey.on(ChoosePeriod)
async def show_choose_period(context: Context, scope: str) -> Screen:
    return await ask_period(context, await summarizing.scope_by_key(context, scope))


async def ask_period(context: Context, scope: Scope) -> Screen:
    periods = await summarizing.offered_periods(context.tx, scope, context.now)
    return choose_period(context.words, scope, periods, alone=summarizing.only_captain(context.viewer))


async def show(context: Context, scope: Scope, period: Period, view: str = "") -> Screen:
    if view == "teams":
        return by_team(context.words, await summarizing.summarize_teams(context, scope, period))
    if view == "people":
        return by_person(context.words, *await summarizing.summarize_people(context, scope, period))
    if view == "why":
        put_right = await entries.put_right(context, scope, period)
        return why(context.words, await summarizing.summarize(context, scope, period), put_right)
    screen = more if view == "more" else summary
    return screen(context.words, await summarizing.summarize(context, scope, period))


@journey.on(ShowSummary)
async def press_summary(context: Context, scope_id: str, kind: str, first: date, last: date, view: View) -> Screen:
    scope = await summarizing.scope_by_key(context, scope_id)
    return await show(context, scope, pressed_period(kind, first, last), view)


@journey.on(SummaryFile)
async def press_file(context: Context, scope_id: str, kind: str, first: date, last: date, file: FileOf) -> None:
    scope = await summarizing.scope_by_key(context, scope_id)
    await ask_for_file(context, scope, pressed_period(kind, first, last), file)
    context.toast(going_on.file_comes(context.words))


SCOPES_ON_A_PAGE = 8


PEOPLE_SHOWN = 40
TEAMS_NAMED = 20


def choose_scope(words: Words, scopes: list[Scope], page: int, period: Period | None = None) -> Screen:
    """The period is asked for next, unless it is said already."""
    here = scopes[page * SCOPES_ON_A_PAGE : (page + 1) * SCOPES_ON_A_PAGE]
    rows: Rows = tuple(
        (Key(scope_name(words, scope), pressed(scope, period) if period else ChoosePeriod(scope.key)),)
        for scope in here
    )
    more = (page + 1) * SCOPES_ON_A_PAGE < len(scopes)
    turn = turns(page, more, lambda to: turned(to, period), pages_of(0, SCOPES_ON_A_PAGE, len(scopes)))
    text = words.say("Whose hours would you like to see?")
    if period is not None:
        text = Markup("{}\n{}").format(text, period_name(words, period))
    return Screen(text, (*rows, *in_a_row(*turn)))


def choose_period(words: Words, scope: Scope, periods: list[tuple[str, Period]], *, alone: bool = False) -> Screen:
    """``alone``: there is nothing else to choose."""
    labels = {
        "this_month": words.label("This month"),
        "last_month": words.label("Last month"),
        "this_quarter": words.label("This quarter"),
        "last_quarter": words.label("Last quarter"),
        "this_year": words.label("This year"),
        "last_year": words.label("Last year"),
        "financial_year": words.label("This financial year"),
        "last_financial_year": words.label("Last financial year"),
    }
    keys = [Key(labels[name], pressed(scope, period)) for name, period in periods]
    text = words.say("<b>{name}</b>: which time?\nYou can also type /summary {name} 2026-10", name=scope.name)
    back: Rows = () if alone else ((back_to(words, ChooseScope(0, None, None, None)),),)
    return Screen(text, (*in_rows(keys), *back))


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
    for team, part in list(zip(found.teams, minutes, strict=True))[: summarizing.TEAMS_SHOWN]:
        lines.append(
            words.say(
                "· {team}: {hours}, {volunteers}, {attendances}",
                team=team.name or words.say("without a team"),
                hours=beside(words, part, team.figures.minutes),
                volunteers=words.say_n("{n} volunteer", "{n} volunteers", team.figures.volunteers),
                attendances=words.say_n("{n} attendance", "{n} attendances", team.figures.attendances),
            )
        )
    others = slice(summarizing.TEAMS_SHOWN, None)
    rest, exactly = sum(minutes[others]), sum(team.figures.minutes for team in found.teams[others])
    if rest or exactly:
        lines.append(words.say("· all other teams: {hours}", hours=beside(words, rest, exactly)))
    file = Key(words.label("Export"), file_press(found.scope, found.period, "teams"))
    return Screen(LINE.join([*lines, *idle_line(words, found.idle)]), ((file,), *back(words, found)))


def idle_line(words: Words, names: tuple[str, ...]) -> list[Markup]:
    """Teams in which nothing was done are named as well."""
    if not names:
        return []
    shown, more = list(names[:TEAMS_NAMED]), len(names) - TEAMS_NAMED
    if more > 0:
        shown.append(str(words.say_n("{n} more team", "{n} more teams", more)))
    return [words.say("Nothing in this time: {teams}", teams=words.list(shown))]


def by_person(words: Words, found: Summary, people: list[PersonHours]) -> Screen:
    """Of one team, most first; adds up to the whole."""
    minutes = shown_parts([one.minutes for one in people], found.rounding)
    lines = [
        words.say("<b>{name}</b> · {period}: {hours}", name=found.scope.name,
                  period=period_name(words, found.period), hours=total(words, sum(one.minutes for one in people),
                                                                      found.rounding))
    ]  # fmt: skip
    for one, part in list(zip(people, minutes, strict=True))[:PEOPLE_SHOWN]:
        lines.append(
            words.say(
                "· {name}: {hours}, {attendances}",
                name=one.name or words.say("without a name"),
                hours=beside(words, part, one.minutes),
                attendances=words.say_n("{n} attendance", "{n} attendances", one.attendances),
            )
        )
    rest, exactly = sum(minutes[PEOPLE_SHOWN:]), sum(one.minutes for one in people[PEOPLE_SHOWN:])
    if rest or exactly:
        lines.append(words.say("· everybody else: {hours}", hours=beside(words, rest, exactly)))
    if not people:
        lines.append(words.say("No confirmed hours in this time."))
    return Screen(Markup("\n").join(lines), ((back_to(words, pressed(found.scope, found.period, "more")),),))


def turned(page: int, period: Period | None) -> Button:
    if period is None:
        return ChooseScope(page, None, None, None)
    return ChooseScope(page, period.kind, period.first_day, period.last_day)


def scope_name(words: Words, scope: Scope) -> str:
    return scope.name if scope.team_id else words.label("🏠 {station}, all teams", station=scope.name)


def keys(words: Words, found: Summary) -> Rows:
    """What is missing comes before the entries, which stand under *More* as well."""
    scope, period = found.scope, found.period
    activity_list = Key(words.label("Activity list"), file_press(scope, period, "activities"))
    third = export_key(words, found)
    if found.waiting.records or found.waiting.roll_calls:
        asked = WhatIsMissing(scope.key, period.kind, period.first_day, period.last_day, 0)
        third = Key(words.label("What is missing"), asked)
    picture = Key(words.label("At a glance"), file_press(scope, period, "picture"))
    report = Key(words.label("PDF report"), file_press(scope, period, "report"))
    workbook = Key(words.label("Workbook"), file_press(scope, period, "workbook"))
    more = Key(words.label("More"), pressed(scope, period, "more"))
    times = back_to(words, ChoosePeriod(scope.key))
    if scope.team_id:
        return ((picture, activity_list), (workbook, report), (third, more), (times,))
    by_team = Key(words.label("By team"), pressed(scope, period, "teams"))
    return ((by_team, activity_list), (picture, report), (workbook, third), (more, times))


def export_key(words: Words, found: Summary) -> Key:
    return Key(words.label("Export"), file_press(found.scope, found.period, "entries"))


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
    per_person = Key(words.label("Hours per person"), pressed(found.scope, found.period, "people"))
    own = (per_person,) if found.scope.team_id else ()
    behind = (Key(words.label("Why"), pressed(found.scope, found.period, "why")),)
    return Screen(LINE.join(lines), (*in_rows([*own, export_key(words, found), *behind]), *back(words, found)))


def why(words: Words, found: Summary, put_right: tuple[PutRight, ...]) -> Screen:
    """What was put right in these figures: as sums for closed months, and one by one."""
    lines = [title(words, found)]
    changes = adjusted_parts(words, found.whole)
    if changes:
        lines.append(words.say("Among them {change} for earlier, closed months", change=words.say(", ").join(changes)))
    if put_right:
        lines.append(words.say("<b>Put right, the newest first</b>"))
    lines += [
        words.say(
            "· {name}, {day}, {title}: {corrected}",
            name=one.person or words.say("without a name"),
            day=words.label_day(one.day),
            title=one.activity or words.say("Hours outside an activity"),
            corrected=corrected(words, one.correction),
        )
        for one in put_right
    ]
    if len(lines) == 1:
        lines.append(words.say("Nothing was put right in this time: every entry is as it was confirmed."))
    return Screen(LINE.join(lines), ((back_to(words, pressed(found.scope, found.period, "more")),),))


def title(words: Words, found: Summary) -> Markup:
    return Markup("<b>{}</b> · {}").format(found.scope.name, period_name(words, found.period))


def back(words: Words, found: Summary) -> Rows:
    return ((back_to(words, pressed(found.scope, found.period)),),)
