"""Editing, further sessions, closing, handing over. A refusal of a typed value asks again, with the reason."""

from collections.abc import Awaitable, Callable
from datetime import date

from bot.activities.fields import EDITED, FREE
from bot.activities.rules import ActivityState, Shift
from bot.ground.drafts import CHOICES, DAYS, Draft
from bot.ground.reading.dates import calendar_at, read_date
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import acts as leading
from bot.leading import changing, holding, postponing
from bot.leading.editing_rules import FIELDS
from bot.leading.rules import Candidate
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.routing import text_or_place
from handlers.activities.fields import SHOWN, field_name
from handlers.activities.lines import stack, title_line, when_line
from handlers.leading import editing as view
from handlers.leading.editing import back_to_group, warning
from handlers.leading.lead_card import show_card
from handlers.leading.lines import same_hour_line
from handlers.links.leading import (
    AddSession,
    AddSessionOn,
    ChooseField,
    Close,
    EditField,
    FieldToEdit,
    GoAhead,
    HandOver,
    HandOverTo,
    Helpers,
    Manage,
    SendAgain,
    SetField,
    ToggleHelper,
)
from handlers.posting.calendars import calendar_keys
from handlers.talk import forms, offering
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import apart, back_to, ticked

journey = Journey()
SESSION_DAY = Question[int](changing.SESSION, "shift")


@journey.on(ChooseField)
async def show_choose_field(context: Context, shift_id: int, page: int) -> Screen:
    shift = await leading.led_shift(context, shift_id)
    fields = FIELDS[FIRST:] if page else FIELDS[:FIRST]
    rows = in_rows([Key(field_name(context.words, field), EditField(shift.id, field)) for field in fields], 2)
    other = (
        back_to(context.words, ChooseField(shift.id, 0))
        if page
        else Key(context.words.label("More"), ChooseField(shift.id, 1))
    )
    back = back_to(context.words, Manage(shift.id))
    text = stack(
        context.words.say("What should be changed?"),
        title_line(context.words, shift.title),
        when_line(context.words, shift),
    )
    return Screen(text, (*rows, (other,) if page else (other, back)))


@journey.on(EditField)
async def show_ask_value(context: Context, shift_id: int, field: FieldToEdit) -> Screen:
    return ask_value(context.words, await changing.ask_for(context, shift_id=shift_id, field=field), field)


@journey.typed(changing.FORM, takes=text_or_place, answers=CHOICES, own=(SetField,))
async def typed(context: Context) -> None:
    """Words that could be about anything wait for a yes; a number, a time or a choice is taken at once."""
    message = offering.said(context)
    place = message.location if message else None
    text = f"{place.latitude}, {place.longitude}" if place else context.rest

    async def act(draft: Draft, before: Shift) -> Screen:
        if draft.step not in FREE:
            return await taken(context, before, text)
        was, will = await changing.proposed(context, text=text)
        return await forms.propose(context, changing.FORM, what=draft.step, before=was, after=will)

    context.send(await tried(context, act))


@journey.on(SetField)
async def set_value(context: Context, shift: int, value: str) -> Screen:
    return await tried(context, lambda _draft, before: taken(context, before, value))


@journey.sure(changing.FORM)
async def sure(context: Context) -> Screen:
    return await tried(context, lambda _draft, before: taken(context, before, context.rest))


async def taken(context: Context, before: Shift, text: str) -> Screen:
    shift = await changing.answer(context, text=text)
    busy = await leading.busy(context, shift)
    return view.changed(context.words, shift, shift.revision != before.revision, busy)


async def tried(context: Context, act: Callable[[Draft, Shift], Awaitable[Screen]]) -> Screen:
    """What comes of the value, or the question again with what was wrong."""
    draft = await changing.asked(context)
    before = await leading.led_shift(context, draft.fields["shift"])
    try:
        return await act(draft, before)
    except NotFound:
        raise
    except Refusal as refusal:
        if context.tx.touched:
            raise
        again = ask_value(context.words, before, draft.step, refusal)
        return again if context.card_id else await offering.beside(context, again)


@journey.on(AddSession)
async def show_add_session(context: Context, shift_id: int, month: int) -> Screen:
    shift = await changing.changeable(context, shift_id)
    return await ask(context, SESSION_DAY, ask_session(context, shift, month), shift.id)


def ask_session(context: Context, shift: Shift, month: int, problem: Refusal | None = None) -> Screen:
    today = local_day(zone_named(shift.zone), context.now)
    keys = calendar_keys(
        context.words,
        today,
        month,
        lambda day: AddSessionOn(shift.id, day),
        lambda turned: AddSession(shift.id, turned),
    )
    text = stack(
        warning(context.words.at(shift.zone), problem),
        context.words.say("One more session on which day? The time of day is the same. Or type the day, like 5 Dec."),
        title_line(context.words, shift.title),
    )
    return Screen(text, (*keys, back_to_group(context.words, shift.id, "dates")))


@journey.answer(SESSION_DAY, answers=DAYS, stays=True)
async def typed_session(context: Context, day: str, shift_id: int) -> Screen | None:
    shift = await changing.changeable(context, shift_id)
    try:
        on = read_date(day, calendar_at(zone_named(shift.zone), context.now))
    except Refusal as refusal:
        context.send(await offering.beside(context, ask_session(context, shift, 0, refusal)))
        return None
    return await add_session_on(context, shift_id, on)


@journey.on(AddSessionOn)
async def add_session_on(context: Context, shift_id: int, day: date) -> Screen:
    shift = await changing.add_session(context, shift_id=shift_id, day=day)
    other = (await postponing.look(context, shift, shift.starts_at, shift.ends_at)).other
    return session_added(context.words, shift, other)


@journey.on(GoAhead)
async def go_ahead(context: Context, shift: int) -> Screen:
    return await show_card(context, await holding.go_ahead(context, shift_id=shift))


@journey.on(Close)
async def close(context: Context, shift: int) -> Screen:
    return await show_card(context, await holding.close(context, shift_id=shift))


@journey.on(HandOver)
async def hand_over(context: Context, shift_id: int) -> Screen:
    shift = await leading.led_shift(context, shift_id)
    return successors(context.words, shift, await holding.successors(context, shift_id=shift_id))


@journey.on(HandOverTo)
async def hand_over_to(context: Context, shift_id: int, person: int) -> Screen:
    return given(context.words, await holding.hand_over(context, shift_id=shift_id, person_id=person))


@journey.on(Helpers)
async def show_helpers(context: Context, shift: int) -> Screen:
    return helpers(context.words, shift, await holding.helpers_for(context, shift_id=shift))


@journey.on(ToggleHelper)
async def toggle_helper(context: Context, shift: int, person: int) -> Screen:
    return helpers(context.words, shift, await holding.toggle_helper(context, shift_id=shift, person_id=person))


FIRST = 8


def page_of(field: str) -> int:
    """Of the choice in which this field stands."""
    return int(field not in FIELDS[:FIRST])


def ask_value(words: Words, shift: Shift, field: str, problem: Refusal | None = None) -> Screen:
    """The question, what is wrong with the last answer, and ready values where there are some."""
    there = words.at(shift.zone)
    text = stack(
        warning(there, problem),
        words.say("<b>{field}</b>", field=field_name(words, field)),
        words.label(SHOWN[field].anew or SHOWN[field].question),
        current_value(words, shift, field),
    )
    ready = SHOWN[field].ready(there, shift.filled, shift.taken)
    keys = [Key(label, SetField(shift.id, value)) for value, label in ready.items()]
    return Screen(
        text,
        (*in_rows(keys, 4 if field == "capacity" else 2), (back_to(words, ChooseField(shift.id, page_of(field))),)),
    )


def session_added(words: Words, shift: Shift, other: str | None = None) -> Screen:
    """Nobody is told by itself: a lead may add several, and send them once. `other`: what else the team has then."""
    text = stack(
        words.say("✅ <b>One more session.</b>"),
        title_line(words, shift.title),
        when_line(words, shift),
        same_hour_line(words, shift, other),
    )
    manage = Key(words.label("Manage"), Manage(shift.id))
    if shift.state != ActivityState.PUBLISHED:
        return Screen(text, ((manage,),))
    told = words.say("It is open for sign-ups. Nobody has been told of it yet.")
    return Screen(stack(text, told), ((Key(words.label("Send again"), SendAgain(shift.id)), manage),))


def successors(words: Words, shift: Shift, people: list[Candidate]) -> Screen:
    if not people:
        return Screen(words.say("Nobody else here could lead it."), (back_to_group(words, shift.id, "leads"),))
    names = apart([one.name for one in people[:20]])
    rows = tuple(
        (Key(name, HandOverTo(shift.id, one.person_id)),) for name, one in zip(names, people[:20], strict=True)
    )
    return Screen(words.say("Who shall lead it?"), (*rows, back_to_group(words, shift.id, "leads")))


def given(words: Words, shift: Shift) -> Screen:
    return Screen(words.say("🤝 {name} leads it now, and has been told.", name=shift.activity.lead_name))


def helpers(words: Words, shift_id: int, people: list[Candidate]) -> Screen:
    rows = tuple(
        (Key(ticked(name, one.chosen), ToggleHelper(shift_id, one.person_id)),)
        for name, one in zip(apart([one.name for one in people[:20]]), people[:20], strict=True)
    )
    back = back_to_group(words, shift_id, "leads")
    return Screen(words.say("Who helps lead it? Helpers see the list and can change it."), (*rows, back))


def current_value(words: Words, shift: Shift, field: str) -> str | None:
    """What stands there now, for plain words, for whom, and how many."""
    plain = EDITED[field].free or field == "audience"
    said = words.number(shift.capacity) if field == "capacity" else plain and getattr(shift.activity, field, None)
    return words.say("Now: {value}", value=said) if said else None
