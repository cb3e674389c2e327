"""*Sign up someone else*: a tap on a name, or a typed one."""

from bot.ground.refusals import OthersCompanionMissing, OthersConsentMissing
from bot.people import drafting
from bot.sign_ups import others
from bot.sign_ups.looks import NewName
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.guardians.companions import ask_for
from handlers.links.sign_ups import AddNewName, SignUpName, SignUpOther, SignUpPerson
from handlers.sign_ups import other_screens as views
from handlers.sign_ups import screens as done_views
from handlers.talk.offering import beside


async def open_choice(context: Context, shift: int, page: int) -> None:
    found = await others.open_choice(context.tx, context.viewer, context.now, shift_id=shift, page=page)
    context.show(views.choose(context.words, found))


async def typed(context: Context) -> None:
    found = await others.typed_name(context.tx, context.viewer, context.now, context.rest)
    shown = views.new_name(context.words, found) if isinstance(found, NewName) else views.choose(context.words, found)
    context.send(await beside(context, shown))


async def again(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, others.FORM)
    await open_choice(context, draft.fields["shift"], 0)


async def add_new(context: Context, shift: int) -> None:
    context.show(views.new_name(context.words, await others.new_name(context.tx, context.viewer, context.now)))


async def sign_up_person(context: Context, shift: int, person: int) -> None:
    """What is in the way of somebody under 18 is asked first; the sign-up then goes on by itself."""
    try:
        done = await others.sign_up_person(context.tx, context.viewer, context.now, shift_id=shift, person_id=person)
    except OthersCompanionMissing:
        await ask_for(context, child_id=person, shift_id=shift)
    except OthersConsentMissing:
        wanted = await others.consent_wanted(context.tx, context.viewer, shift_id=shift, person_id=person)
        context.show(views.consent_wanted(context.words, wanted))
    else:
        context.show(done_views.signed_up(context.words, done))


async def sign_up_name(context: Context, adult: bool, revision: int) -> None:
    if adult:
        done = await others.sign_up_name(context.tx, context.viewer, context.now, revision=revision)
        context.show(done_views.signed_up(context.words, done))
    else:
        wanted = await others.keep_minor(context.tx, context.viewer, context.now, revision=revision)
        context.show(views.consent_wanted(context.words, wanted))


ROUTES: list[Route] = [
    on_press(SignUpOther, open_choice),
    on_press(SignUpPerson, sign_up_person),
    on_press(AddNewName, add_new),
    on_press(SignUpName, sign_up_name),
    Form(others.FORM, typed, again=again, own=(SignUpName, AddNewName)),
]
