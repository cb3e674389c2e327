"""*Sign up someone else*: a tap on a name, or a typed one."""

from bot.ground.refusals import OthersCompanionMissing, OthersConsentMissing
from bot.people import drafting
from bot.sign_ups import others
from bot.sign_ups.looks import NewName
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.guardians.companions import ask_for
from handlers.links.sign_ups import AddNewName, SignUpName, SignUpOther, SignUpPerson
from handlers.sign_ups import other_screens as views
from handlers.sign_ups import screens as done_views
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()


@journey.on(SignUpOther)
async def open_choice(context: Context, shift: int, page: int) -> Screen:
    found = await others.open_choice(context, shift_id=shift, page=page)
    return views.choose(context.words, found)


@journey.typed(others.FORM, own=(SignUpName, AddNewName))
async def typed(context: Context) -> None:
    found = await others.typed_name(context, context.rest)
    shown = views.new_name(context.words, found) if isinstance(found, NewName) else views.choose(context.words, found)
    context.send(await beside(context, shown))


@journey.again(others.FORM)
async def again(context: Context) -> Screen:
    draft = await drafting.find(context, others.FORM)
    return await open_choice(context, draft.fields["shift"], 0)


@journey.on(AddNewName)
async def add_new(context: Context, shift: int) -> Screen:
    return views.new_name(context.words, await others.new_name(context))


@journey.on(SignUpPerson)
async def sign_up_person(context: Context, shift: int, person: int) -> Screen:
    """What is in the way of somebody under 18 is asked first; the sign-up then goes on by itself."""
    try:
        done = await others.sign_up_person(context, shift_id=shift, person_id=person)
    except OthersCompanionMissing:
        return await ask_for(context, child_id=person, shift_id=shift)
    except OthersConsentMissing:
        wanted = await others.consent_wanted(context, shift_id=shift, person_id=person)
        return views.consent_wanted(context.words, wanted)
    else:
        return done_views.signed_up(context.words, done)


@journey.on(SignUpName)
async def sign_up_name(context: Context, adult: bool, revision: int) -> Screen:
    if adult:
        done = await others.sign_up_name(context, revision=revision)
        return done_views.signed_up(context.words, done)
    wanted = await others.keep_minor(context, revision=revision)
    return views.consent_wanted(context.words, wanted)
