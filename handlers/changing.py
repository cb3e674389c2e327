"""Editing, further sessions, closing, handing over. A refusal of a typed value asks again, with the reason."""

from bot.domain.activities import Shift
from bot.domain.refusals import NotFound, Refusal
from bot.domain.times import local_day, zone_named
from bot.use_cases import changing, holding, leading
from bot.views import editing as view
from bot.views.calendars import from_number
from bot.views.managing import lead_card
from bot.views.presses.managing import (
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
from bot.views.screens import Screen
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press


async def choose_field(context: Context, press: ChooseField) -> None:
    shift = await leading.led_shift(context.tx, context.viewer, press.shift)
    context.show(view.choose_field(context.words, shift, press.page))


async def ask_value(context: Context, press: EditField) -> None:
    shift = await changing.ask_for(context.tx, context.viewer, context.now, shift_id=press.shift, field=press.field)
    context.show(view.ask_value(context.words, shift, press.field))


async def typed(context: Context) -> None:
    message = context.incoming.effective_message if context.incoming else None
    place = message.location if message else None
    context.send(await answered(context, f"{place.latitude}, {place.longitude}" if place else context.rest))


async def set_value(context: Context, press: SetField) -> None:
    context.show(await answered(context, press.value))


async def answered(context: Context, text: str) -> Screen:
    """The changed shift, or the question again with what was wrong."""
    draft = await changing.asked(context.tx, context.viewer)
    before = await leading.led_shift(context.tx, context.viewer, draft.fields["shift"])
    try:
        shift = await changing.answer(context.tx, context.viewer, context.now, text=text)
    except NotFound:
        raise
    except Refusal as refusal:
        if context.tx.touched:
            raise
        return view.ask_value(context.words, before, draft.step, refusal)
    return view.changed(context.words, shift, moved=shift.revision != before.revision)


async def add_session(context: Context, press: AddSession) -> None:
    shift = await changing.changeable(context.tx, context.viewer, context.now, press.shift)
    today = local_day(zone_named(shift.zone), context.now)
    context.show(view.add_session(context.words, shift, today, press.month))


async def add_session_on(context: Context, press: AddSessionOn) -> None:
    day = from_number(press.day)
    if day is None:
        raise NotFound
    shift = await changing.add_session(context.tx, context.viewer, context.now, shift_id=press.shift, day=day)
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
    Form(changing.FORM, typed),
]
