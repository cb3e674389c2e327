"""/hours: the own sums, the entries behind them, and why so many minutes. Only ever in private."""

from markupsafe import Markup

from bot.ground.frozen import replace
from bot.ground.months import month_period
from bot.ground.times import local_day, zone_named
from bot.hours import hours_of_person as person_hours
from bot.hours import own_hours as reading
from bot.hours.answers.acts import answer, booked
from bot.hours.credit import shown_parts
from bot.hours.in_care import acts as in_care
from bot.hours.permissions import STAFF
from bot.hours.rules import RecordState, ServiceRecord, Source
from bot.hours.shown import Answer, Booked, OwnHours, RecordPage
from bot.hours.statements import acts as hours_statements
from bot.hours.statements.rules import Statement, StatementState
from bot.speech.pages import turns
from bot.speech.screens import LINE, Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.hours import lines as shared
from handlers.hours.lines import state_line
from handlers.hours.recognition import recognition
from handlers.hours.rounded import beside, total
from handlers.links.hours import (
    GiveAnew,
    HoursInCare,
    HoursOf,
    ListHours,
    MyHours,
    MyYear,
    NotRight,
    RecordOf,
    SendHoursAgain,
    ShowRecord,
    TakeBackHours,
    TakeRecord,
    WhyRecord,
)
from handlers.reports.periods import period_name
from handlers.talk.journeys import Journey
from handlers.talk.kind_words import kind_name
from handlers.talk.menu_keys import do
from handlers.talk.ways import back_to

journey = Journey()


@journey.command("hours")
async def asked(context: Context) -> Screen:
    """*hours last month*: that first, and what there is beside it."""
    screen = await sums(context)
    found = await reading.hours_in(context, context.rest) if context.rest else None
    if found is None:
        return screen
    period, minutes, rounding = found
    said = total(context.words, minutes, rounding)
    first = context.words.say("<b>{period}:</b> {hours}", period=period_name(context.words, period), hours=said)
    return replace(screen, text=LINE.join([first, screen.text]))


@journey.on(MyHours)
async def sums(context: Context) -> Screen:
    staff = context.viewer.has(*STAFF)  # who finds anybody's hours under another button
    screen = own_hours(context.words, await reading.own_hours(context), staff=staff)
    if staff or not await in_care.anybody(context):
        return screen
    mine = Key(context.words.label("Hours of my people"), HoursInCare(0))
    return replace(screen, keys=(*alone(screen.keys), (mine,)))


@journey.on(ListHours)
async def entries(context: Context, page_id: int) -> Screen:
    return record_list(context.words, await reading.own_records(context, page_id))


@journey.on(ShowRecord)
async def entry(context: Context, record_id: int, page: int) -> Screen:
    record = await reading.own_record(context, record_id)
    asked = await hours_statements.questionable(context, record)
    mine = reading.may_take_back(context, record)
    return own_record(context.words, await answer(context.tx, record), page, asked, mine=mine)


@journey.on(WhyRecord)
async def why(context: Context, record_id: int, page: int, mine: bool) -> Screen:
    """Behind the answer, for who asks."""
    read = reading.own_record if mine else person_hours.record_of
    found = await booked(context.tx, await read(context, record_id))
    back = ShowRecord(record_id, page) if mine else RecordOf(record_id, page)
    return books(context.words, found, back_to(context.words, back))


@journey.on(TakeBackHours)
async def take_back(context: Context, record_id: int) -> Screen:
    return own_record(context.words, Answer(await reading.take_back(context, record_id)), 0)


def own_hours(words: Words, hours: OwnHours, *, staff: bool = False) -> Screen:
    """Staff can look at other people's as well."""
    lines = [
        words.say("⏱ <b>{hours}</b> of service so far", hours=total(words, hours.all, hours.rounding)),
        words.say(
            "This month {month} · this year {year}",
            month=total(words, hours.month, hours.rounding),
            year=total(words, hours.year, hours.rounding),
        ),
    ]
    if hours.waiting_records:
        lines.append(words.say("Waiting to be confirmed: {hours}, not counted yet", hours=words.hours(hours.waiting)))
    if hours.returned_records:
        lines.append(
            words.say_n(
                "↩️ {n} entry was sent back to you", "↩️ {n} entries were sent back to you", hours.returned_records
            )
        )
    if hours.other:
        lines.append(words.say("Training and preparation, counted apart: {hours}", hours=words.hours(hours.other)))
    lines += [*kinds(words, hours), *recognition(words, hours.scheme, hours.standing)]
    keys: Rows = ((Key(words.label("Entries"), ListHours(0)), do(words, "log")),)
    if hours.all or hours.other:
        keys = (*keys, (year_key(words), Key(words.label("Record of service"), TakeRecord())))
    if staff:
        keys = (*alone(keys), (Key(words.label("Somebody else's hours"), HoursOf(0, 0)),))
    return Screen(Markup("\n").join(lines), keys)


def year_key(words: Words) -> Key:
    return Key(words.label("My year"), MyYear())


def alone(keys: Rows) -> Rows:
    """Without the own year, which stands with the entries as well: whoever looks at others' hours needs the place."""
    return tuple(tuple(key for key in row if key.press != MyYear()) for row in keys)


def record_list(words: Words, page: RecordPage) -> Screen:
    if not page.records:
        text = words.say("Nothing here yet. Serve once, and your hours appear here.")
        return Screen(text, ((do(words, "activities"), do(words, "log")),))
    lines = [words.say("<b>Your entries</b>, the newest first")]
    numbers = []
    for n, record in enumerate(page.records, 1):
        lines.append(Markup("{}. {}").format(n, shared.short_line(words, record)))
        numbers.append(Key(str(n), ShowRecord(record.record.id, page.page)))
    lines.append(words.say("✅ confirmed · ⏳ waiting · ↩️ sent back · ✏️ corrected"))
    year: Rows = () if page.page else ((year_key(words),),)
    first = () if page.page else (hours_key(words),)
    turn = turns(page.page, page.more, ListHours, page.pages, shared.turning_words(words))
    return Screen(Markup("\n").join(lines), (tuple(numbers), *year, (*first, *turn)))


def own_record(words: Words, found: Answer, page: int, asked: Statement | None = None, *, mine: bool = False) -> Screen:
    """With its source, and why this many minutes; `asked`: the statement, while a question about it is possible.

    `mine`: it waits, and its person may take it back.
    """
    record, entry = found.record, found.record.entry
    minutes = words.hours(shared.minutes_of(found))
    lines = [
        Markup("{} <b>{}</b> · {}").format(shared.mark(record), minutes, shared.what(words, record)),
        Markup("{}").format(shared.when(words, record)),
        Markup("{} · {}").format(shared.what_kind(words, record), source(words, record)),
    ]  # fmt: skip
    why = [] if found.corrections else shared.why_lines(words, record)
    if why:
        lines += [words.say("Why this many minutes:"), *why]
    lines += shared.flag_lines(words, entry.flags)
    if entry.note and record.activity:
        lines.append(words.say("Note: {note}", note=entry.note))
    lines += shared.correction_lines(words, found)
    if shared.minutes_of(found):
        lines.append(state_line(words, record))
    keys = [back_to(words, ListHours(page))]
    if found.corrections:
        keys.insert(0, Key(words.label("Why"), WhyRecord(record.id, page, True)))
    if asked is not None:
        lines.append(question_line(words, record, asked))
    if asked is not None and asked.state is not StatementState.DISPUTED:
        keys.append(Key(words.label("Not right"), NotRight(record.id)))
    if record.state is RecordState.RETURNED:
        keys.insert(0, Key(words.label("Put right and send"), SendHoursAgain(record.id)))
    rows: Rows = (tuple(keys),)
    if mine:
        anew = Key(words.label("Put right and send"), GiveAnew(record.id))
        rows = ((anew, Key(words.label("Take back"), TakeBackHours(record.id))), *rows)
    return Screen(Markup("\n").join(lines), rows)


def books(words: Words, found: Booked, back: Key) -> Screen:
    """Why so many minutes, and every line of the books."""
    record = found.answer.record
    lines = [
        Markup("{} <b>{}</b> · {}").format(
            shared.mark(record), words.hours(shared.minutes_of(found.answer)), shared.what(words, record)
        ),
        Markup("{}").format(shared.when(words, record)),
    ]
    why = shared.why_lines(words, found.first)
    if why:
        lines += [words.say("Why it was {hours} at first:", hours=words.hours(found.first.entry.minutes)), *why]
    lines.append(words.say("In the books:"))
    lines += [
        words.say(
            "· {hours}, counts in {month}, {day} by {name}",
            hours=words.hours(one.entry.minutes),
            month=period_name(words, month_period(one.month)),
            day=words.label_day(local_day(zone_named(one.zone), one.verified_at or one.entered_at)),
            name=one.verifier,
        )
        for one in found.lines
    ]
    return Screen(LINE.join(lines), ((back,),))


KINDS_SHOWN = 5


def kinds(words: Words, hours: OwnHours) -> list[Markup]:
    if len(hours.kinds) < 2:
        return []
    minutes = shown_parts([minutes for _, minutes in hours.kinds], hours.rounding)
    named = [
        Markup("{} {}").format(kind_name(words, kind), beside(words, part, exact))
        for (kind, exact), part in list(zip(hours.kinds, minutes, strict=True))[:KINDS_SHOWN]
    ]
    rest, exactly = sum(minutes[KINDS_SHOWN:]), sum(exact for _, exact in hours.kinds[KINDS_SHOWN:])
    if rest or exactly:
        named.append(words.say("the rest {hours}", hours=beside(words, rest, exactly)))
    return [Markup(" · ").join(named)]


def hours_key(words: Words) -> Key:
    return back_to(words, MyHours())


def question_line(words: Words, record: ServiceRecord, asked: Statement) -> Markup:
    if asked.state is StatementState.DISPUTED:
        return words.say("❓ Your question is with the lead, who will answer you.")
    return words.say("Not right? You can ask until {day}.", day=words.at(record.zone).day(asked.question_until))


def source(words: Words, record: ServiceRecord) -> str:
    if record.entry.source is not Source.SELF_REPORT:
        return words.label(shared.SOURCES[record.entry.source])
    own = record.entered_by == record.entry.person_id
    return words.label("reported by you") if own else words.label("reported for you")
