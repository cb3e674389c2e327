"""A record of service: the hours of one person, on paper to take away. Of which time, and how much of it, is asked."""

from datetime import date

from markupsafe import Markup

from bot.ground import notices
from bot.reports.file_rules import RecordOfService
from bot.reports.issued import acts as issued
from bot.reports.issued.choices import last_days, read_days
from bot.reports.issued.rules import Proof
from bot.speech.screens import LINE, Key, Paper, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Later, Telling
from handlers.links.hours import MakeRecord, MyHours, RecordExtent, RecordOfDays, RecordOver, TakeRecord
from handlers.links.reports import HowToVerify
from handlers.reports.record_papers import period_of, record_paper
from handlers.talk.going_on import file_comes
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()
DAYS = Question[()]("record_days", "")


@journey.on(TakeRecord)
async def take_away(context: Context) -> Screen:
    return which_time(context.words, *await last_days(context))


@journey.on(RecordOfDays)
async def ask_days(context: Context) -> Screen:
    return await ask(context, DAYS, which_days(context.words))


@journey.answer(DAYS)
async def take_days(context: Context, typed: str) -> Screen:
    return how_much(context.words, *await read_days(context, typed))


@journey.on(RecordOver)
async def over(context: Context, first: date | None, last: date | None) -> Screen:
    return how_much(context.words, first, last)


@journey.on(MakeRecord)
async def make(context: Context, first: date | None, last: date | None, extent: RecordExtent) -> None:
    await issued.issue(context, first, last, extent, bot=context.bot_name)
    context.toast(file_comes(context.words))


@journey.notice(notices.RecordOfService)
async def record_of_service(to: Telling, paper: int) -> Later | None:
    return to.later(printed, await issued.issued(to.tx, to.person_id, paper, to.now))


def printed(words: Words, found: tuple[RecordOfService, Proof | None]) -> Paper:
    return record_paper(words, *found)


def which_time(words: Words, today: date, last_year: date) -> Screen:
    text = LINE.join([
        words.say("<b>Record of service</b>, as a PDF with a number. Of which time?"),
        words.say("Whoever gets it can ask here whether it is genuine."),
    ])  # fmt: skip
    this_year = RecordOver(date(today.year, 1, 1), date(today.year, 12, 31))
    before = RecordOver(last_year, date(last_year.year, 12, 31))
    return Screen(
        text,
        (
            (Key(words.label("This year"), this_year), Key(words.label("Last year"), before)),
            (Key(words.label("Everything"), RecordOver(None, None)), Key(words.label("Other days"), RecordOfDays())),
            (Key(words.label("How to verify"), HowToVerify()), back_to(words, MyHours())),
        ),
    )


def which_days(words: Words) -> Screen:
    return Screen(words.say("Of which days? For example: 2026-10, last month, 2026-10-01..2026-10-15"))


def how_much(words: Words, first: date | None, last: date | None) -> Screen:
    """``first``, ``last``: None without an end."""
    text = Markup("<b>{}</b> · {}\n{}").format(
        words.label("Record of service"),
        period_of(words, first, last),
        words.say("Every entry with its activity, or only what they add up to?"),
    )
    every, totals = MakeRecord(first, last, "entries"), MakeRecord(first, last, "totals")
    keys = (Key(words.label("Every entry"), every), Key(words.label("Totals only"), totals))
    return Screen(text, (keys, (back_to(words, TakeRecord()),)))
