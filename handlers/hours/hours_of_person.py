"""For staff: somebody's records, and their correction. Reached from /hours."""

from functools import partial

from markupsafe import Markup

from bot.hours import hours_of_person as person_hours
from bot.hours import log_form
from bot.hours.answers.acts import answer
from bot.hours.rules import ServiceRecord
from bot.hours.shown import Answer, RecordPage
from bot.people import drafting
from bot.speech.pages import in_a_row, turns
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.hours import lines as shared
from handlers.hours.lines import state_line
from handlers.links.hours import CorrectRecord, HoursOf, RecordOf, WhyRecord
from handlers.links.members import OpenPerson
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import apart, back_to

journey = Journey()

NAME = Question[()]("hours_of")
CORRECT = "correct_record"


@journey.on(HoursOf)
async def of(context: Context, person: int, page_id: int) -> Screen:
    await close_forms(context)
    if person:
        name, page = await person_hours.records_of(context, person, page_id)
        return record_list(context.words, name, person, page)
    person_hours.check_staff(context.viewer)
    return await ask(
        context, NAME, Screen(context.words.say("Whose hours would you like to look at? Type part of the name."))
    )


@journey.answer(NAME, stays=True)
async def typed_name(context: Context, name: str) -> Screen:
    """The form stays open: another name may follow."""
    return found(context.words, await log_form.search(context, name))


@journey.on(RecordOf)
async def show_one(context: Context, record_id: int, page: int) -> Screen:
    await close_forms(context)
    record = await person_hours.record_of(context, record_id)
    found = await answer(context.tx, record)
    return one(context.words, found, page, may_correct=person_hours.may_correct(context.viewer, record))


@journey.on(CorrectRecord)
async def correct(context: Context, record_id: int) -> Screen:
    record = await person_hours.correctable(context, record_id)
    await drafting.start(context, CORRECT, "hours", {"record": record.id})
    return ask_hours(context.words, record)


@journey.typed(CORRECT)
async def typed_correction(context: Context) -> Screen:
    """First the hours, then the reason."""
    draft = await drafting.find(context, CORRECT)
    record_id = draft.fields["record"]
    if draft.step == "hours":
        hours = await person_hours.check_hours(context, record_id, context.rest)
        await drafting.advance(context.tx, draft, context.now, step="reason", hours=hours)
        return Screen(context.words.say("Why? A few words; they stay with the correction."))
    made = await person_hours.correct(
        context, record_id=record_id, hours=draft.fields["hours"],
        reason=context.rest,
    )  # fmt: skip
    await close_forms(context)
    return corrected(context.words, made)


async def close_forms(context: Context) -> None:
    for form in (NAME.form, CORRECT):
        await drafting.finish(context, form)


def found(words: Words, people: list[tuple[int, str]]) -> Screen:
    if not people:
        return Screen(words.say("I found nobody of that name among your people. Type another part of the name."))
    names = apart([name for _, name in people])
    rows = tuple((Key(name, HoursOf(id, 0)),) for name, (id, _) in zip(names, people, strict=True))
    return Screen(words.say("Whose hours would you like to look at?"), rows)


def record_list(words: Words, name: str, person_id: int, page: RecordPage) -> Screen:
    if not page.records:
        back = ((back_to(words, OpenPerson(person_id)),),)
        return Screen(words.say("<b>{name}</b> has no hours here yet.", name=name), back)
    lines = [words.say("<b>Hours of {name}</b>, the newest first", name=name)]
    lines += [Markup("{}. {}").format(n, shared.short_line(words, record)) for n, record in enumerate(page.records, 1)]
    numbers = tuple(Key(str(n), RecordOf(record.record.id, page.page)) for n, record in enumerate(page.records, 1))
    to_page = partial(HoursOf, person_id)
    turn = turns(page.page, page.more, to_page, page.pages, shared.turning_words(words))
    return Screen(Markup("\n").join(lines), (numbers, *in_a_row(*turn)))


def one(words: Words, found: Answer, page: int, *, may_correct: bool) -> Screen:
    record, entry = found.record, found.record.entry
    lines = [
        Markup("{} {} · {}").format(
            shared.mark(record),
            words.say("<b>{who}</b>: {hours}", who=record.person, hours=words.hours(shared.minutes_of(found))),
            shared.what(words, record),
        ),
        Markup("{}").format(shared.when(words, record)),
        words.say("Source: {source}", source=words.label(shared.SOURCES[entry.source])),
        *([] if found.corrections else shared.why_lines(words, record)),
        *shared.flag_lines(words, entry.flags),
        *shared.correction_lines(words, found),
        *([state_line(words, record)] if shared.minutes_of(found) else []),
    ]
    keys = [back_to(words, HoursOf(entry.person_id or 0, page))]
    if found.corrections:
        keys.insert(0, Key(words.label("Why"), WhyRecord(record.id, page, False)))
    if may_correct:
        keys.insert(0, Key(words.label("Correct"), CorrectRecord(record.id)))
    return Screen(Markup("\n").join(lines), (tuple(keys),))


def ask_hours(words: Words, record: ServiceRecord) -> Screen:
    text = words.say(
        "What is right for {name}, {when}?\nType it like 14:00-16:00 or 2 h; 0 takes it all back.",
        name=record.person,
        when=shared.when(words, record),
    )
    return Screen(text, ((back_to(words, RecordOf(record.id, 0)),),))


def corrected(words: Words, record: ServiceRecord) -> Screen:
    back = ((back_to(words, HoursOf(record.entry.person_id or 0, 0)),),)
    if record.entry.minutes < 0:
        return Screen(words.say("✏️ Taken back: {hours} of {name}", hours=words.hours(-record.entry.minutes),
                                name=record.person), back)  # fmt: skip
    return Screen(words.say("✏️ Corrected: {hours} for {name}", hours=words.hours(record.entry.minutes),
                            name=record.person), back)  # fmt: skip
