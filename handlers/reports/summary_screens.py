"""The hours report. Lines below the total are rounded so that they still add up to it."""

from markupsafe import Markup

from bot.ground.months import Period, period_before
from bot.hours.credit import shown
from bot.hours.sums import shown_parts
from bot.reports.rules import Figures, Scope, Summary, full_time
from bot.speech.buttons import Button
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.hours.rounded import beside, total
from handlers.links.reports import ChoosePeriod, ChooseScope, FileOf, ShowSummary, SummaryFile, View
from handlers.reports.periods import period_name, short_name
from handlers.talk.kinds import kind_name

SCOPES_ON_A_PAGE = 8
TEAMS_SHOWN = 40
KINDS_SHOWN = 6


def choose_scope(words: Words, scopes: list[Scope], page: int, period: Period | None = None) -> Screen:
    """The period is asked for next, unless it is said already."""
    here = scopes[page * SCOPES_ON_A_PAGE : (page + 1) * SCOPES_ON_A_PAGE]
    rows: Rows = tuple(
        (Key(scope_name(words, scope), pressed(scope, period) if period else ChoosePeriod(scope.key)),)
        for scope in here
    )
    turn = [Key("‹", turned(page - 1, period))] if page else []
    if (page + 1) * SCOPES_ON_A_PAGE < len(scopes):
        turn.append(Key("›", turned(page + 1, period)))
    text = words.say("Whose hours would you like to see?")
    if period is not None:
        text = Markup("{}\n{}").format(text, period_name(words, period))
    return Screen(text, (*rows, tuple(turn)) if turn else rows)


def turned(page: int, period: Period | None) -> Button:
    if period is None:
        return ChooseScope(page, None, None, None)
    return ChooseScope(page, period.kind, period.first_day, period.last_day)


def scope_name(words: Words, scope: Scope) -> str:
    return scope.name if scope.team_id else words.label("🏠 {station}, all teams", station=scope.name)


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
    return Screen(text, tuple(tuple(keys[at : at + 2]) for at in range(0, len(keys), 2)))


def pressed(scope: Scope, period: Period, view: View = "") -> Button:
    return ShowSummary(scope.key, period.kind, period.first_day, period.last_day, view)


def file_press(scope: Scope, period: Period, file: FileOf) -> Button:
    return SummaryFile(scope.key, period.kind, period.first_day, period.last_day, file)


def summary(words: Words, found: Summary) -> Screen:
    head = title(words, found)
    lines = [head, *figure_lines(words, found), *waiting_lines(words, found)]
    return Screen(Markup("\n").join(lines), keys(words, found))


def title(words: Words, found: Summary) -> Markup:
    return Markup("<b>{}</b> · {}").format(found.scope.name, period_name(words, found.period))


def keys(words: Words, found: Summary) -> Rows:
    scope, period = found.scope, found.period
    activity_list = Key(words.label("Activity list"), file_press(scope, period, "activities"))
    export = Key(words.label("Export"), file_press(scope, period, "entries"))
    more = Key(words.label("More"), pressed(scope, period, "more"))
    if scope.team_id:
        return ((activity_list, export), (more,))
    return ((Key(words.label("By team"), pressed(scope, period, "teams")), activity_list), (export, more))


def figure_lines(words: Words, found: Summary) -> list[Markup]:
    """Volunteers, attendances, hours and how they compare; people helped and who did not come; kinds."""
    whole = found.whole
    if not whole.attendances and not whole.minutes and not whole.helped:
        return [words.say("No confirmed hours in this time.")]
    first = words.say(
        "{volunteers}, {attendances}, <b>{hours}</b>{compared}",
        volunteers=words.say_n("{n} volunteer", "{n} volunteers", whole.volunteers),
        attendances=words.say_n("{n} attendance", "{n} attendances", whole.attendances),
        hours=total(words, whole.minutes, found.rounding),
        compared=compared(words, found),
    )
    return [first, *[line for line in (served_line(words, whole), kinds_line(words, found)) if line]]


def compared(words: Words, found: Summary) -> Markup:
    """(+42 h on Oct)."""
    before = short_name(words, period_before(found.period))
    change = shown(found.whole.minutes, found.rounding) - shown(found.before.minutes, found.rounding)
    exact = found.whole.minutes - found.before.minutes
    if change == exact == 0:
        return words.say(" (as in {before})", before=before)
    signed = beside(words, change, exact)
    signed = f"+{signed}" if max(change, exact) > 0 else signed
    return words.say(" ({change} on {before})", change=signed, before=before)


def served_line(words: Words, figures: Figures) -> Markup | None:
    parts = []
    if figures.helped:
        parts.append(words.say_n("{n} person helped", "{n} people helped", figures.helped))
    if figures.missed_percent is not None:
        parts.append(words.say("{percent} % didn't come", percent=figures.missed_percent))
    return words.say(", ").join(parts) if parts else None


def kinds_line(words: Words, found: Summary) -> Markup | None:
    if len(found.whole.kinds) < 2:
        return None
    minutes = shown_parts([minutes for _, minutes in found.whole.kinds], found.rounding)
    parts = [
        Markup("{} {}").format(kind_name(words, kind), beside(words, part, exact))
        for (kind, exact), part in zip(found.whole.kinds, minutes, strict=True)
    ]
    rest, exactly = sum(minutes[KINDS_SHOWN:]), sum(exact for _, exact in found.whole.kinds[KINDS_SHOWN:])
    if rest or exactly:
        parts = [*parts[:KINDS_SHOWN], words.say("the rest {hours}", hours=beside(words, rest, exactly))]
    return Markup(" · ").join(parts)


def waiting_lines(words: Words, found: Summary) -> list[Markup]:
    """What is not in the figures, and what is in them for earlier months."""
    lines, parts = [], []
    if found.waiting.records:
        parts.append(
            words.say_n("{n} record waiting ({hours})", "{n} records waiting ({hours})", found.waiting.records,
                        hours=words.hours(found.waiting.minutes))
        )  # fmt: skip
    if found.waiting.roll_calls:
        parts.append(words.say_n("{n} roll-call open", "{n} roll-calls open", found.waiting.roll_calls))
    if parts:
        lines.append(words.say("Not counted: {parts}", parts=words.say(", ").join(parts)))
    if found.whole.adjusted:
        signed = ("+" if found.whole.adjusted > 0 else "") + words.hours(found.whole.adjusted)
        lines.append(words.say("Among them {change} for earlier, closed months", change=signed))
    return lines


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


def back(words: Words, found: Summary) -> Rows:
    return ((Key(words.label("Back"), pressed(found.scope, found.period)),),)


def file_comes(words: Words) -> str:
    return words.label("The file is on its way.")
