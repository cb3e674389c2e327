"""Editing, further sessions, closing, handing over. A refusal of a typed value asks again, with the reason."""

from collections.abc import Awaitable, Callable
from datetime import date

from bot.activities.fields import EDITED, FREE
from bot.activities.rules import ActivityState, Shift
from bot.ground.drafts import CHOICES, Draft
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import acts as leading
from bot.leading import changing, holding
from bot.leading.editing import FIELDS
from bot.leading.rules import Candidate
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.routing import text_or_place
from handlers.activities.fields import SHOWN, field_name
from handlers.activities.lines import stack, title_line, when_line
from handlers.leading import editing as view
from handlers.leading.editing import back_to_more, warning
from handlers.leading.lead_card import lead_card
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
    More,
    SendAgain,
    SetField,
    ToggleHelper,
)
from handlers.posting.calendars import calendar_keys
from handlers.talk import forms, offering
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(ChooseField)
async def show_choose_field(context: Context, shift_id: int, page: int) -> Screen:
    shift = await leading.led_shift(context, shift_id)
    fields = FIELDS[FIRST:] if page else FIELDS[:FIRST]
    rows = in_rows([Key(field_name(context.words, field), EditField(shift.id, field)) for field in fields], 2)
    other = (
        Key(context.words.label("Back"), ChooseField(shift.id, 0))
        if page
        else Key(context.words.label("More"), ChooseField(shift.id, 1))
    )
    back = Key(context.words.label("Back"), Manage(shift.id))
    text = stack(
        context.words.say("What should be changed?"),
        title_line(context.words, shift.title),
        when_line(context.words, shift),
    )
    return Screen(text, (*rows, (other,) if page else (other, back)))


@journey.on(EditField)
async def show_ask_value(context: Context, shift_id: int, field: FieldToEdit) -> Screen:
    shift = await changing.ask_for(context, shift_id=shift_id, field=field)
    return ask_value(context.words, shift, field)


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
    return view.changed(context.words, shift, moved=shift.revision != before.revision)


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
    today = local_day(zone_named(shift.zone), context.now)
    keys = calendar_keys(
        context.words,
        today,
        month,
        lambda day: AddSessionOn(shift.id, day),
        lambda turned: AddSession(shift.id, turned),
    )
    text = stack(
        context.words.say("One more session on which day? The time of day is the same."),
        title_line(context.words, shift.title),
    )
    return Screen(text, (*keys, back_to_more(context.words, shift)))


@journey.on(AddSessionOn)
async def add_session_on(context: Context, shift_id: int, day: date) -> Screen:
    shift = await changing.add_session(context, shift_id=shift_id, day=day)
    return session_added(context.words, shift)


@journey.on(GoAhead)
async def go_ahead(context: Context, shift: int) -> Screen:
    return await show_card(context, await holding.go_ahead(context, shift_id=shift))


@journey.on(Close)
async def close(context: Context, shift: int) -> Screen:
    return await show_card(context, await holding.close(context, shift_id=shift))


async def show_card(context: Context, shift: Shift) -> Screen:
    card = await leading.lead_card(context, shift_id=shift.id)
    return lead_card(context.words, card)


@journey.on(HandOver)
async def hand_over(context: Context, shift_id: int) -> Screen:
    shift = await leading.led_shift(context, shift_id)
    people = await holding.successors(context, shift_id=shift_id)
    return successors(context.words, shift, people)


@journey.on(HandOverTo)
async def hand_over_to(context: Context, shift_id: int, person: int) -> Screen:
    shift = await holding.hand_over(context, shift_id=shift_id, person_id=person)
    return given(context.words, shift)


@journey.on(Helpers)
async def show_helpers(context: Context, shift: int) -> Screen:
    people = await holding.helpers_for(context, shift_id=shift)
    return helpers(context.words, shift, people)


@journey.on(ToggleHelper)
async def toggle_helper(context: Context, shift: int, person: int) -> Screen:
    people = await holding.toggle_helper(context, shift_id=shift, person_id=person)
    return helpers(context.words, shift, people)


FIRST = 8


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
        text, (*in_rows(keys, 4 if field == "capacity" else 2), (Key(words.label("Back"), Manage(shift.id)),))
    )


def session_added(words: Words, shift: Shift) -> Screen:
    """Nobody is told by itself: a lead may add several, and send them once."""
    text = stack(words.say("✅ <b>One more session.</b>"), title_line(words, shift.title), when_line(words, shift))
    manage = Key(words.label("Manage"), Manage(shift.id))
    if shift.state != ActivityState.PUBLISHED:
        return Screen(text, ((manage,),))
    told = words.say("It is open for sign-ups. Nobody has been told of it yet.")
    return Screen(stack(text, told), ((Key(words.label("Send again"), SendAgain(shift.id)), manage),))


def successors(words: Words, shift: Shift, people: list[Candidate]) -> Screen:
    if not people:
        return Screen(words.say("Nobody else here could lead it."), (back_to_more(words, shift),))
    rows = tuple((Key(one.name, HandOverTo(shift.id, one.person_id)),) for one in people[:20])
    return Screen(words.say("Who shall lead it?"), (*rows, back_to_more(words, shift)))


def given(words: Words, shift: Shift) -> Screen:
    return Screen(words.say("🤝 {name} leads it now, and has been told.", name=shift.activity.lead_name))


def helpers(words: Words, shift_id: int, people: list[Candidate]) -> Screen:
    rows = tuple(
        (Key(f"{'✓ ' if one.chosen else ''}{one.name}", ToggleHelper(shift_id, one.person_id)),) for one in people[:20]
    )
    back = (Key(words.label("Back"), More(shift_id)),)
    return Screen(words.say("Who helps lead it? Helpers see the list and can change it."), (*rows, back))


def current_value(words: Words, shift: Shift, field: str) -> str | None:
    """What stands there now, for plain words, for whom, and how many."""
    plain = EDITED[field].free or field == "audience"
    said = words.number(shift.capacity) if field == "capacity" else plain and getattr(shift.activity, field, None)
    return words.say("Now: {value}", value=said) if said else None
