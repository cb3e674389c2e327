"""Hours of people without Telegram, for whoever looks after them and for captains. Reached from /hours."""

from markupsafe import Markup

from bot.hours.in_care import acts as in_care
from bot.hours.rules import ServiceRecord
from bot.hours.shown import CarePage, InCareHours, RecordPage
from bot.hours.statements import acts as hours_statements
from bot.speech.pages import turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.hours.rounded import total
from handlers.links.hours import HoursInCare, HoursOfOne, MyHours, NotRight, RecordOfOne, TextOfOne
from handlers.talk.journeys import Journey
from handlers.talk.ways import apart, back_to

journey = Journey()


@journey.on(HoursInCare)
async def show_people(context: Context, page: int) -> Screen:
    return people(context.words, await in_care.sums(context, page))


@journey.on(HoursOfOne)
async def show_one(context: Context, person: int, page: int) -> Screen:
    return one(context.words, *await in_care.one(context, person, page))


@journey.on(RecordOfOne)
async def show_record(context: Context, record: int, page: int) -> Screen:
    found = await in_care.record(context, record)
    asked = await hours_statements.questionable(context, found)
    return entry(context.words, found, page, may_ask=asked is not None)


@journey.on(TextOfOne)
async def show_text(context: Context, person: int) -> None:
    """By itself, so that it can be forwarded as it stands."""
    found, _ = await in_care.one(context, person, 0)
    context.send(plain(context.words, found))


def people(words: Words, found: CarePage) -> Screen:
    if not found.people:
        return Screen(words.say("You look after nobody without a phone."), ((back_to(words, MyHours()),),))
    text = stack(
        words.say("🧾 <b>Hours of people without a phone</b>"),
        *(sums_line(words, one) for one in found.people),
    )
    labels = apart([one.name[:40] for one in found.people])
    shown = zip(labels, found.people, strict=True)
    names: Rows = tuple((Key(label, HoursOfOne(one.person_id, 0)),) for label, one in shown)
    turn = tuple(turns(found.page, found.more, HoursInCare, found.pages))
    return Screen(text, (*names, *((turn,) if turn else ()), (back_to(words, MyHours()),)))


def sums_line(words: Words, one: InCareHours) -> Markup:
    """Gran: this month 2 h 30 min · this year 34 h 30 min."""
    hours = one.hours
    said = words.say(
        "· {name}: this month {month} · this year {year}",
        name=one.name,
        month=total(words, hours.month, hours.rounding),
        year=total(words, hours.year, hours.rounding),
    )
    if not hours.waiting_records:
        return said
    return Markup("{} · {}").format(said, words.say("waiting: {hours}", hours=words.hours(hours.waiting)))


def one(words: Words, found: InCareHours, page: RecordPage) -> Screen:
    hours = found.hours
    text = stack(
        words.say("🧾 <b>{name}: {hours} so far</b>", name=found.name, hours=total(words, hours.all, hours.rounding)),
        words.say(
            "This month {month} · this year {year}",
            month=total(words, hours.month, hours.rounding),
            year=total(words, hours.year, hours.rounding),
        ),
        words.say("Waiting to be confirmed: {hours}, not counted yet", hours=words.hours(hours.waiting))
        if hours.waiting_records
        else None,
        *(Markup("{}. {}").format(n, shared.short_line(words, each)) for n, each in enumerate(page.records, 1)),
    )
    numbers = tuple(Key(str(n), RecordOfOne(each.record.id, page.page)) for n, each in enumerate(page.records, 1))
    turn = tuple(turns(page.page, page.more, lambda to: HoursOfOne(found.person_id, to), page.pages))
    last = (Key(words.label("Text to pass on"), TextOfOne(found.person_id)), back_to(words, HoursInCare(0)))
    return Screen(text, tuple(row for row in (numbers, turn, last) if row))


def entry(words: Words, record: ServiceRecord, page: int, *, may_ask: bool) -> Screen:
    text = stack(
        Markup("{} <b>{}</b> · {} · {}").format(
            shared.mark(record), record.person, words.hours(record.entry.minutes), shared.what(words, record)
        ),
        Markup("{}").format(shared.when(words, record)),
        *shared.why_lines(words, record),
        *shared.flag_lines(words, record.entry.flags),
        shared.state_line(words, record),
    )
    back = back_to(words, HoursOfOne(record.entry.person_id or 0, page))
    wrong = Key(words.label("Not right"), NotRight(record.id))
    return Screen(text, ((wrong, back) if may_ask else (back,),))


def plain(words: Words, found: InCareHours) -> Screen:
    """In words that can be read aloud."""
    hours = found.hours
    return Screen(
        words.say(
            "{name}, thank you for your service: {month} this month, {year} this year, {all} in all.",
            name=found.name,
            month=words.hours(hours.month),
            year=words.hours(hours.year),
            all=words.hours(hours.all),
        )
    )
