"""Editing, further sessions, closing, handing over. A refusal of a typed value asks again, with the reason."""

from collections.abc import Awaitable, Callable

from bot.activities.fields import FREE
from bot.activities.rules import Shift
from bot.ground.drafts import CHOICES, Draft
from bot.ground.refusals import NotFound, Refusal
from bot.ground.times import local_day, zone_named
from bot.leading import acts as leading
from bot.leading import changing, holding
from bot.speech.screens import Screen
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press, text_or_place
from handlers.leading import editing as view
from handlers.leading.managing_screens import lead_card
from handlers.links.leading import (
    AddSession,
    AddSessionOn,
    ChooseField,
    Close,
    EditField,
    GoAhead,
    HandOver,
    HandOverTo,
    Helpers,
    SetField,
    ToggleHelper,
)
from handlers.talk import forms, offering


async def choose_field(context: Context, press: ChooseField) -> None:
    shift = await leading.led_shift(context.tx, context.viewer, press.shift)
    context.show(view.choose_field(context.words, shift, press.page))


async def ask_value(context: Context, press: EditField) -> None:
    shift = await changing.ask_for(context.tx, context.viewer, context.now, shift_id=press.shift, field=press.field)
    context.show(view.ask_value(context.words, shift, press.field))


async def typed(context: Context) -> None:
    """Words that could be about anything wait for a yes; a number, a time or a choice is taken at once."""
    message = offering.said(context)
    place = message.location if message else None
    text = f"{place.latitude}, {place.longitude}" if place else context.rest

    async def act(draft: Draft, before: Shift) -> Screen:
        if draft.step not in FREE:
            return await taken(context, before, text)
        was, will = await changing.proposed(context.tx, context.viewer, context.now, text=text)
        return await forms.propose(context, changing.FORM, what=draft.step, before=was, after=will)

    context.send(await tried(context, act))


async def set_value(context: Context, press: SetField) -> None:
    context.show(await tried(context, lambda _draft, before: taken(context, before, press.value)))


async def sure(context: Context) -> None:
    context.show(await tried(context, lambda _draft, before: taken(context, before, context.rest)))


async def taken(context: Context, before: Shift, text: str) -> Screen:
    shift = await changing.answer(context.tx, context.viewer, context.now, text=text)
    return view.changed(context.words, shift, moved=shift.revision != before.revision)


async def tried(context: Context, act: Callable[[Draft, Shift], Awaitable[Screen]]) -> Screen:
    """What comes of the value, or the question again with what was wrong."""
    draft = await changing.asked(context.tx, context.viewer)
    before = await leading.led_shift(context.tx, context.viewer, draft.fields["shift"])
    try:
        return await act(draft, before)
    except NotFound:
        raise
    except Refusal as refusal:
        if context.tx.touched:
            raise
        again = view.ask_value(context.words, before, draft.step, refusal)
        return again if context.card_id else await offering.beside(context, again)


async def add_session(context: Context, press: AddSession) -> None:
    shift = await changing.changeable(context.tx, context.viewer, context.now, press.shift)
    today = local_day(zone_named(shift.zone), context.now)
    context.show(view.add_session(context.words, shift, today, press.month))


async def add_session_on(context: Context, press: AddSessionOn) -> None:
    shift = await changing.add_session(context.tx, context.viewer, context.now, shift_id=press.shift, day=press.day)
    context.show(view.session_added(context.words, shift))


async def go_ahead(context: Context, press: GoAhead) -> None:
    await show_card(context, await holding.go_ahead(context.tx, context.viewer, context.now, shift_id=press.shift))


async def close(context: Context, press: Close) -> None:
    await show_card(context, await holding.close(context.tx, context.viewer, context.now, shift_id=press.shift))


async def show_card(context: Context, shift: Shift) -> None:
    card = await leading.lead_card(context.tx, context.viewer, context.now, shift_id=shift.id)
    context.show(lead_card(context.words, card))


async def hand_over(context: Context, press: HandOver) -> None:
    shift = await leading.led_shift(context.tx, context.viewer, press.shift)
    people = await holding.successors(context.tx, context.viewer, shift_id=press.shift)
    context.show(view.successors(context.words, shift, people))


async def hand_over_to(context: Context, press: HandOverTo) -> None:
    shift = await holding.hand_over(
        context.tx, context.viewer, context.now, shift_id=press.shift, person_id=press.person
    )
    context.show(view.given(context.words, shift))


async def helpers(context: Context, press: Helpers) -> None:
    people = await holding.helpers_for(context.tx, context.viewer, shift_id=press.shift)
    context.show(view.helpers(context.words, press.shift, people))


async def toggle_helper(context: Context, press: ToggleHelper) -> None:
    people = await holding.toggle_helper(
        context.tx, context.viewer, context.now, shift_id=press.shift, person_id=press.person
    )
    context.show(view.helpers(context.words, press.shift, people))


ROUTES: list[Route] = [
    on_press(ChooseField, choose_field),
    on_press(EditField, ask_value),
    on_press(SetField, set_value),
    on_press(AddSession, add_session),
    on_press(AddSessionOn, add_session_on),
    on_press(GoAhead, go_ahead),
    on_press(Close, close),
    on_press(HandOver, hand_over),
    on_press(HandOverTo, hand_over_to),
    on_press(Helpers, helpers),
    on_press(ToggleHelper, toggle_helper),
    Form(changing.FORM, typed, takes=text_or_place, answers=CHOICES, sure=sure, own=(SetField,)),
]
