"""/log: one line, or a question at a time. The form goes on with what is typed."""

from datetime import date, timedelta

from markupsafe import Markup

from bot.ground.drafts import DAYS, LONG_WAIT, Draft
from bot.hours import booking, log_form, own_hours
from bot.hours import logging as logging_hours
from bot.hours.log_line import read_log
from bot.hours.logging import Report
from bot.hours.permissions import may_verify
from bot.hours.rules import RecordState, ServiceRecord
from bot.hours.shown import ReportLook
from bot.people import drafting
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.hours import lines as shared
from handlers.hours.lines import NATURES
from handlers.links.hours import (
    Confirm,
    GiveAnew,
    KindOrNature,
    LogChange,
    LogDay,
    LogFor,
    LogKind,
    LogNote,
    LogSend,
    LogSpan,
    MyHours,
    SendHoursAgain,
)
from handlers.talk.journeys import Journey
from handlers.talk.kind_words import NAMES
from handlers.talk.ways import apart

journey = Journey()
OWN = (LogFor, LogDay, LogSpan, LogKind, LogNote, LogChange, LogSend)


@journey.command("log")
async def log(context: Context) -> Screen:
    """With a line: at once. Without: the first question."""
    if context.rest:
        station_id = await logging_hours.station_of(context.tx, context.viewer.id)
        line = read_log(context.rest, await booking.calendar_of(context.tx, station_id, context.now))
        if line.span is None:
            draft = await log_form.begin(context, None)
            return await ask(context, await log_form.with_line(context.tx, draft, context.now, line))
        report = Report(context.viewer.id, line.day, *line.span, note=line.note)
        return show_sent(context, await logging_hours.log_hours(context, report))
    return await ask(context, await log_form.begin(context, None))


def show_sent(context: Context, record: ServiceRecord) -> Screen:
    viewer = context.viewer
    may = may_verify(viewer, path=record.station_path, lead_id=record.lead_id, person_id=record.entry.person_id)
    own = record.entry.person_id == viewer.id
    return sent(context.words, record, own=own, may_confirm=may)


async def ask(context: Context, draft: Draft) -> Screen:
    """The question that comes next; a day that cannot be sent is refused before anything more is asked."""
    words, revision = context.words, draft.revision
    if draft.step == "span":
        await log_form.check_day(context, draft)
    if draft.step == "whose":
        return ask_whose(words, context.viewer.id, await log_form.first_offered(context), revision)
    if draft.step == "day":
        return await ask_day(context, draft)
    if draft.step == "span":
        return ask_span(words, date.fromisoformat(draft.fields["day"]), draft.fields.get("either", []), revision,
                        draft.fields.get("minutes", 0))  # fmt: skip
    if draft.step == "kind":
        keys = [Key(label, LogKind(code, revision)) for code, label in choices(words)]
        rows = tuple(tuple(keys[i : i + IN_A_ROW]) for i in range(0, len(keys), IN_A_ROW))
        return Screen(words.say("What kind of service was it?"), rows)
    if draft.step == "note":
        return ask_note(words, revision, await log_form.whose(context, draft))
    return look(words, await log_form.look(context, draft), revision)


async def ask_day(context: Context, draft: Draft) -> Screen:
    today = await log_form.today(context.tx, draft, context.now)
    staff = await log_form.staff_here(context.tx, draft, context.now)
    name = await log_form.whose(context, draft)
    duty = duty_line(context.words, staff, own=not name) if staff else None
    return ask_day_screen(context.words, today, draft.revision, name=name, duty=duty)


@journey.typed(log_form.FORM, waits=LONG_WAIT, answers=DAYS, own=OWN)
async def typed(context: Context) -> Screen:
    draft = await drafting.find(context, log_form.FORM)
    if draft.step == "whose":
        found = await log_form.search(context, context.rest)
        me = context.viewer.id
        shown = ask_whose(context.words, me, found, draft.revision)
        return shown if found else nobody(context.words, me, draft.revision)
    return await ask(context, await log_form.typed(context.tx, draft, context.now, context.rest))


async def draft_of(context: Context, revision: int) -> Draft:
    return await drafting.find(context, log_form.FORM, revision=revision)


@journey.on(LogFor)
async def whose(context: Context, person: int, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.for_person(context, draft, person))


@journey.on(LogDay)
async def day(context: Context, day: date, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.on_day(context.tx, draft, context.now, day))


@journey.on(LogSpan)
async def span(context: Context, start: str, end: str, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.of_span(context.tx, draft, context.now, start, end))


@journey.on(LogKind)
async def kind(context: Context, kind: KindOrNature, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.of_kind(context.tx, draft, context.now, kind))


@journey.on(LogNote)
async def no_note(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.with_note(context.tx, draft, context.now, ""))


@journey.on(LogChange)
async def change(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return await ask(context, await log_form.from_day_on(context.tx, draft, context.now))


@journey.on(LogSend)
async def send(context: Context, revision: int) -> Screen:
    draft = await draft_of(context, revision)
    return show_sent(context, await log_form.send(context, draft))


@journey.again(log_form.FORM)
async def again(context: Context) -> Screen:
    return await ask(context, await drafting.find(context, log_form.FORM))


@journey.on(SendHoursAgain)
async def send_again(context: Context, record: int) -> Screen:
    return await ask(context, await log_form.begin_again(context, record, context.card_id))


@journey.on(GiveAnew)
async def give_anew(context: Context, record: int) -> Screen:
    """An own entry that waits is taken back and asked for in one go."""
    await own_hours.take_back(context, record)
    return await ask(context, await log_form.begin_again(context, record, context.card_id))


DAYS_OFFERED = 4


IN_A_ROW = 2


def ask_whose(words: Words, me: int, found: list[tuple[int, str]], revision: int) -> Screen:
    """For captains and staff: their own, or somebody's whose name they type."""
    keys: Rows = ((Key(words.label("My own"), LogFor(me, revision)),),)
    names = apart([name for _, name in found])
    keys += tuple((Key(name, LogFor(id, revision)),) for name, (id, _) in zip(names, found, strict=True))
    return Screen(words.say("Whose hours? Press, or type part of a name."), keys)


def nobody(words: Words, me: int, revision: int) -> Screen:
    text = words.say("I found nobody of that name among your people. Type another part of the name.")
    return Screen(text, ((Key(words.label("My own"), LogFor(me, revision)),),))


def ask_day_screen(words: Words, today: date, revision: int, *, name: str = "", duty: Markup | None = None) -> Screen:
    """``name`` '' asks for the own hours. ``duty``: said at once to whom it concerns, not after the last question."""
    days = [today - timedelta(days=back) for back in range(DAYS_OFFERED)]
    named = [words.label("Today"), words.label("Yesterday"), *(words.day(day) for day in days[2:])]
    keys = [Key(label, LogDay(day, revision)) for label, day in zip(named, days, strict=True)]
    ask = (
        words.say("On which day did {name} serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20", name=name)
        if name
        else words.say("On which day did you serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20")
    )
    text = Markup("\n").join([duty, ask]) if duty else ask
    return Screen(text, tuple(tuple(keys[i : i + IN_A_ROW]) for i in range(0, len(keys), IN_A_ROW)))


def duty_line(words: Words, name: str, *, own: bool) -> Markup:
    """What staff do on duty is no volunteering."""
    if own:
        return words.say("ℹ️ Time on duty is not counted: only what you served outside your work.")
    return words.say("ℹ️ {name} is staff here: time on duty is not counted.", name=name)


def ask_span(words: Words, day: date, either: list[str], revision: int, minutes: int = 0) -> Screen:
    """``either``: two readings of what was typed, as '14:00-16:00'."""
    if either:
        ends = [span.replace(":", "").partition("-") for span in either]
        keys = tuple(Key(span, LogSpan(one, two, revision)) for span, (one, _, two) in zip(either, ends, strict=True))
        return Screen(words.say("{day}: which of the two do you mean?", day=words.day(day)), (keys,))
    if minutes:
        return Screen(
            words.say("{day}, {hours}: from when?\nType it like 14:00", day=words.day(day), hours=words.hours(minutes))
        )
    return Screen(words.say("{day}: from when to when?\nType it like 14:00-16:30", day=words.day(day)))


def ask_note(words: Words, revision: int, name: str = "") -> Screen:
    text = (
        words.say("What did {name} do? One line is enough. No names of the people who were helped, please.", name=name)
        if name
        else words.say("What did you do? One line is enough. No names of the people you helped, please.")
    )
    return Screen(text, ((Key(words.label("Nothing to add"), LogNote(revision)),),))


def look(words: Words, report: ReportLook, revision: int) -> Screen:
    """Before it is sent."""
    kind = dict(choices(words)).get(report.kind, "")
    when = words.at(report.zone).when(report.span.starts_at, report.span.ends_at)
    lines = [words.say("Send <b>{hours}</b> to be confirmed?", hours=words.hours(report.span.minutes))]
    lines += [Markup("{}").format(part) for part in (report.person, when, report.activity or kind, report.note) if part]
    keys = ((Key(words.label("Send"), LogSend(revision)), Key(words.label("Change"), LogChange(revision))),)
    return Screen(Markup("\n").join(lines), keys)


def sent(words: Words, record: ServiceRecord, *, own: bool, may_confirm: bool) -> Screen:
    """Where it went. Who may confirm it can do so at once."""
    if record.state is RecordState.VERIFIED:
        return Screen(words.say("✅ <b>{hours}</b> confirmed", hours=words.hours(record.entry.minutes)))
    lines = [
        words.say("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.",
                  hours=words.hours(record.entry.minutes)),
        words.say("{what}, {when}", what=shared.what(words, record), when=shared.when(words, record)),
    ]  # fmt: skip
    if not own:
        lines.insert(1, Markup("{}").format(record.person))
    key = Key(words.label("Confirm"), Confirm(record.id, record.entered_at)) if may_confirm else None
    mine = Key(words.label("My hours"), MyHours()) if own else None
    keys = tuple(one for one in (key, mine) if one)
    return Screen(Markup("\n").join(lines), (keys,) if keys else ())


def choices(words: Words) -> list[tuple[str, str]]:
    """Every kind of service and the natures besides service, with their labels."""
    return [(code, words.label(text)) for code, text in (NAMES | NATURES).items()]
