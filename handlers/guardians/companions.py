"""Who comes along with somebody under 14: said by the guardian, or by whoever acts for the child and signs them up."""

from bot.ground.text import clean_line
from bot.ground.viewer import STAFF
from bot.guardians import companions
from bot.guardians.rules import CompanionSought
from bot.people import drafting
from bot.sign_ups.acts import sign_up
from bot.speech.buttons import Button
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.guardians import companion_screens as views
from handlers.links.guardians import AnotherAdult, ComeAlong, NameCompanion
from handlers.sign_ups import screens as done_views
from handlers.talk import forms
from handlers.talk.offering import beside

FORM = "companion_named"


async def ask(context: Context, child: int, shift: int) -> None:
    await ask_for(context, child_id=child, shift_id=shift)


async def ask_for(context: Context, *, child_id: int, shift_id: int) -> None:
    """What is typed next is the companion's name."""
    sought = await companions.begin(context.tx, context.viewer, child_id=child_id, shift_id=shift_id)
    fields = {"child": child_id, "shift": shift_id}
    if context.tx.vault.has_key:
        await drafting.start(context.tx, context.viewer, context.now, FORM, "name", fields)
    show_question(context, sought)


def show_question(context: Context, sought: CompanionSought) -> None:
    ask = views.ask if context.tx.vault.has_key else views.ask_unnamed
    context.show(ask(context.words, sought, to_person=acts(context)))


async def again(context: Context) -> None:
    fields = (await drafting.find(context.tx, context.viewer, FORM)).fields
    child_id, shift_id = int(fields["child"]), int(fields["shift"])
    show_question(context, await companions.begin(context.tx, context.viewer, child_id=child_id, shift_id=shift_id))


async def come_along(context: Context, child: int, shift: int) -> None:
    await named(context, child, shift, None)


async def another(context: Context, child: int, shift: int) -> None:
    """Where a name can be kept it is asked for."""
    if context.tx.vault.has_key:
        await ask_for(context, child_id=child, shift_id=shift)
    else:
        await named(context, child, shift, companions.UNKEPT)


async def typed(context: Context) -> None:
    fields = (await drafting.find(context.tx, context.viewer, FORM)).fields
    await propose(context, FORM, NameCompanion(int(fields["child"]), int(fields["shift"])))


async def propose(context: Context, form: str, change: Button) -> None:
    """The name is shown first: whatever was typed may have been meant for somebody else."""
    kept = companions.held(context.tx, context.viewer, context.rest)
    name, revision = clean_line(context.rest), await forms.hold(context, form, kept)
    shown = views.sure(context.words, name, form=form, revision=revision, change=change)
    context.send(await beside(context, shown))


async def take(context: Context) -> None:
    fields = (await drafting.find(context.tx, context.viewer, FORM)).fields
    name = companions.confirmed(context.tx, context.viewer, context.rest)
    await named(context, int(fields["child"]), int(fields["shift"]), name)


async def named(context: Context, child_id: int, shift_id: int, companion: str | None) -> None:
    """The sign-up that waited for it goes on by itself."""
    done = await companions.name(context.tx, context.viewer, context.now, child_id=child_id, companion=companion)
    await drafting.finish(context.tx, context.viewer, FORM)
    if shift_id:
        made = await sign_up(context.tx, context.viewer, context.now, shift_id=shift_id, person_id=child_id)
        context.show(done_views.signed_up(context.words, made))
    else:
        show_noted(context, done)


def show_noted(context: Context, done: CompanionSought) -> None:
    context.show(views.noted(context.words, done, to_person=acts(context)))


def acts(context: Context) -> bool:
    """For the child, and not as its guardian."""
    return context.viewer.is_captain() or context.viewer.has(*STAFF)


ROUTES: list[Route] = [
    on_press(NameCompanion, ask),
    on_press(ComeAlong, come_along),
    on_press(AnotherAdult, another),
    Form(FORM, typed, again=again, sure=take),
]
