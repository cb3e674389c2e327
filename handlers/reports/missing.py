"""What is missing of a period, and a word to whoever has it: asked once, said whom, and nobody twice a day."""

from datetime import date

from markupsafe import Markup

from bot.ground import notices
from bot.ground.months import Period
from bot.reports import acts as summarizing
from bot.reports.missing import acts as missing_work
from bot.reports.missing.acts import LeadOpen, Missing, OpenRoll, Reminded
from bot.reports.reporting import still_missing
from bot.reports.rules import Scope, pressed_period
from bot.reports.shown import StillMissing
from bot.speech.buttons import Button
from bot.speech.pages import in_a_row, in_rows, turns
from bot.speech.screens import LINE, Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.links.reports import RemindThem, SendReminders, WhatIsMissing
from handlers.reports.figures import pressed
from handlers.reports.lines import needed, open_keys, open_parts
from handlers.reports.periods import period_name
from handlers.talk.journeys import Journey
from handlers.talk.ways import ask_sure, back_to

journey = Journey()

LEADS_SHOWN = 20


@journey.notice(notices.MissingReminder)
async def missing_reminder(to: Telling, scope: str, kind: str, first: str, last: str) -> Screen | None:
    found = await still_missing(to.tx, to.now, to.person_id, scope=scope, kind=kind, first=first, last=last)
    return to.say(reminder, found)


@journey.on(WhatIsMissing)
async def show(context: Context, scope_id: str, kind: str, first: date, last: date, page: int) -> Screen:
    scope = await summarizing.scope_by_key(context, scope_id)
    return missing(context.words, await missing_work.missing(context, scope, pressed_period(kind, first, last), page))


@journey.on(SendReminders)
async def show_month(context: Context, station: int, month: str) -> Screen:
    return missing(
        context.words, await missing_work.missing(context, *await missing_work.open_month(context, station, month))
    )


@journey.on(RemindThem)
async def remind(context: Context, scope_id: str, kind: str, first: date, last: date, sure: bool) -> Screen:
    scope, period = await summarizing.scope_by_key(context, scope_id), pressed_period(kind, first, last)
    if not sure:
        return ask(context.words, await missing_work.missing(context, scope, period))
    return reminded(context.words, scope, period, await missing_work.remind(context, scope, period))


def missing(words: Words, found: Missing) -> Screen:
    """By lead, then the roll-calls one by one."""
    lines = [
        words.say(
            "<b>{name}</b> · {period}: what is missing", name=found.scope.name, period=period_name(words, found.period)
        )
    ]
    if not found.leads:
        lines.append(words.say("Nothing: every roll-call is finished, every record confirmed."))
    if not found.page:
        lines += lead_lines(words, found.leads)
    if found.rolls:
        lines += [
            words.say("<b>Roll-calls that nobody has finished</b>"),
            *(roll_line(words, one) for one in found.rolls),
        ]
    turn = turns(
        found.page, found.page + 1 < found.pages, lambda to: at_page(found.scope, found.period, to), found.pages
    )
    back = back_to(words, pressed(found.scope, found.period))
    return Screen(LINE.join(lines), (*in_rows(doing(words, found)), *in_a_row(*turn), (back,)))


def at_page(scope: Scope, period: Period, page: int) -> Button:
    return WhatIsMissing(scope.key, period.kind, period.first_day, period.last_day, page)


def doing(words: Words, found: Missing) -> list[Key]:
    """What the viewer can do oneself, and whom to remind."""
    keys = list(open_keys(words, found.own.roll_calls, found.own.records)) if found.own else []
    if found.may_remind and found.to_remind:
        keys.append(Key(words.label("Send reminders"), to_all(found.scope, found.period, sure=False)))
    return keys


def to_all(scope: Scope, period: Period, *, sure: bool) -> Button:
    return RemindThem(scope.key, period.kind, period.first_day, period.last_day, sure)


def lead_lines(words: Words, leads: tuple[LeadOpen, ...]) -> list[Markup]:
    """Ms Chan: 3 roll-calls, 12 records waiting (28 h)."""
    named = [
        words.say(
            "· {name}: {parts}",
            name=one.name or words.say("nobody named"),
            parts=words.say(", ").join(open_parts(words, one.roll_calls, one.records, one.minutes)),
        )
        for one in leads[:LEADS_SHOWN]
    ]
    others = leads[LEADS_SHOWN:]
    if not others:
        return named
    rest = open_parts(
        words, sum(one.roll_calls for one in others), sum(one.records for one in others),
        sum(one.minutes for one in others),
    )  # fmt: skip
    return [*named, words.say("· everybody else: {hours}", hours=words.say(", ").join(rest))]


def roll_line(words: Words, one: OpenRoll) -> Markup:
    there = words.at(one.session.zone)
    return words.say(
        "· {day} {title} ({name})", day=there.moment(one.session.starts_at), title=one.session.title, name=one.lead
    )


def ask(words: Words, found: Missing) -> Screen:
    names = names_of(words, [one.name for one in found.to_remind])
    yes = Key(words.label("Yes, remind them"), to_all(found.scope, found.period, sure=True))
    question = words.say("Remind {names}? Each gets one message with what is open.", names=names)
    return ask_sure(question, yes, back_to(words, at_page(found.scope, found.period, 0)))


def names_of(words: Words, names: list[str]) -> Markup:
    more = len(names) - LEADS_SHOWN
    if more > 0:
        names = [*names[:LEADS_SHOWN], str(words.say_n("{n} more", "{n} more", more))]
    return words.list(names)


def reminded(words: Words, scope: Scope, period: Period, done: Reminded) -> Screen:
    lines = []
    if done.told:
        lines.append(words.say("🔔 <b>Reminded:</b> {names}", names=names_of(words, list(done.told))))
    if done.before:
        lines.append(words.say("Reminded today already: {names}", names=names_of(words, list(done.before))))
    if done.unreached:
        lines.append(
            words.say("Could not be reached, please phone: {names}", names=names_of(words, list(done.unreached)))
        )
    if not lines:
        lines.append(words.say("Nobody has anything open any more."))
    return Screen(LINE.join(lines), ((back_to(words, at_page(scope, period, 0)),),))


def reminder(words: Words, found: StillMissing) -> Screen:
    """To one lead."""
    text = LINE.join(
        [
            words.say("🗓 <b>{name}, {period}</b>", name=found.name, period=period_name(words, found.period)),
            words.say(
                "From you we still need: {parts}", parts=words.list(needed(words, found.roll_calls, found.records))
            ),
        ]
    )
    return Screen(text, (open_keys(words, found.roll_calls, found.records),))
