"""Editing, further sessions, closing, handing over. A refusal of a typed value asks again, with the reason."""

from collections.abc import Awaitable, Callable
from datetime import date

from bot.activities.fields import FREE
from bot.activities.rules import Shift
from bot.ground.drafts import CHOICES, Draft
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import acts as leading
from bot.leading import changing, holding
from bot.speech.screens import Screen
from bot.wire.context import Context
from bot.wire.routing import text_or_place
from handlers.leading import editing as view
from handlers.leading.managing_screens import lead_card
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
    SetField,
    ToggleHelper,
)
from handlers.talk import forms, offering
from handlers.talk.journeys import Journey

journey = Journey()


@journey.on(ChooseField)
async def choose_field(context: Context, shift_id: int, page: int) -> Screen:
    shift = await leading.led_shift(context, shift_id)
    return view.choose_field(context.words, shift, page)


@journey.on(EditField)
async def ask_value(context: Context, shift_id: int, field: FieldToEdit) -> Screen:
    shift = await changing.ask_for(context, shift_id=shift_id, field=field)
    return view.ask_value(context.words, shift, field)


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
        again = view.ask_value(context.words, before, draft.step, refusal)
        return again if context.card_id else await offering.beside(context, again)


@journey.on(AddSession)
async def add_session(context: Context, shift_id: int, month: int) -> Screen:
    shift = await changing.changeable(context, shift_id)
    today = local_day(zone_named(shift.zone), context.now)
    return view.add_session(context.words, shift, today, month)


@journey.on(AddSessionOn)
async def add_session_on(context: Context, shift_id: int, day: date) -> Screen:
    shift = await changing.add_session(context, shift_id=shift_id, day=day)
    return view.session_added(context.words, shift)


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
    return view.successors(context.words, shift, people)


@journey.on(HandOverTo)
async def hand_over_to(context: Context, shift_id: int, person: int) -> Screen:
    shift = await holding.hand_over(context, shift_id=shift_id, person_id=person)
    return view.given(context.words, shift)


@journey.on(Helpers)
async def helpers(context: Context, shift: int) -> Screen:
    people = await holding.helpers_for(context, shift_id=shift)
    return view.helpers(context.words, shift, people)


@journey.on(ToggleHelper)
async def toggle_helper(context: Context, shift: int, person: int) -> Screen:
    people = await holding.toggle_helper(context, shift_id=shift, person_id=person)
    return view.helpers(context.words, shift, people)
