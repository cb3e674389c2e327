"""Who comes along with somebody under 14: said by the guardian, or by whoever acts for the child and signs them up."""

from bot.ground.text import clean_line
from bot.ground.viewer import STAFF
from bot.guardians import companions
from bot.guardians.rules import CompanionSought
from bot.people import drafting
from bot.sign_ups.acts import sign_up
from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.links.guardians import AnotherAdult, ComeAlong, NameCompanion, SeeConsent
from handlers.links.members import OpenPerson
from handlers.links.menu import TakeTyped
from handlers.links.sign_ups import SignUpOther
from handlers.sign_ups import outcomes as done_views
from handlers.talk import forms
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()

FORM = "companion_named"


@journey.on(NameCompanion)
async def ask(context: Context, child: int, shift: int) -> Screen:
    return await ask_for(context, child_id=child, shift_id=shift)


async def ask_for(context: Context, *, child_id: int, shift_id: int) -> Screen:
    """What is typed next is the companion's name."""
    sought = await companions.begin(context, child_id=child_id, shift_id=shift_id)
    fields = {"child": child_id, "shift": shift_id}
    if context.tx.vault.has_key:
        await drafting.start(context, FORM, "name", fields)
    return show_question(context, sought)


def show_question(context: Context, sought: CompanionSought) -> Screen:
    ask = ask_screen if context.tx.vault.has_key else ask_unnamed
    return ask(context.words, sought, to_person=acts(context))


@journey.again(FORM)
async def again(context: Context) -> Screen:
    fields = (await drafting.find(context, FORM)).fields
    child_id, shift_id = int(fields["child"]), int(fields["shift"])
    return show_question(context, await companions.begin(context, child_id=child_id, shift_id=shift_id))


@journey.on(ComeAlong)
async def come_along(context: Context, child: int, shift: int) -> Screen:
    return await named(context, child, shift, None)


@journey.on(AnotherAdult)
async def another(context: Context, child: int, shift: int) -> Screen:
    """Where a name can be kept it is asked for."""
    if context.tx.vault.has_key:
        return await ask_for(context, child_id=child, shift_id=shift)
    return await named(context, child, shift, companions.UNKEPT)


@journey.typed(FORM)
async def typed(context: Context) -> None:
    fields = (await drafting.find(context, FORM)).fields
    await propose(context, FORM, NameCompanion(int(fields["child"]), int(fields["shift"])))


async def propose(context: Context, form: str, change: Button) -> None:
    """The name is shown first: whatever was typed may have been meant for somebody else."""
    kept = companions.held(context, context.rest)
    name, revision = clean_line(context.rest), await forms.hold(context, form, kept)
    shown = sure(context.words, name, form=form, revision=revision, change=change)
    context.send(await beside(context, shown))


@journey.sure(FORM)
async def take(context: Context) -> Screen:
    fields = (await drafting.find(context, FORM)).fields
    name = companions.confirmed(context, context.rest)
    return await named(context, int(fields["child"]), int(fields["shift"]), name)


async def named(context: Context, child_id: int, shift_id: int, companion: str | None) -> Screen:
    """The sign-up that waited for it goes on by itself."""
    done = await companions.name(context, child_id=child_id, companion=companion)
    await drafting.finish(context, FORM)
    if shift_id:
        made = await sign_up(context, shift_id=shift_id, person_id=child_id)
        return done_views.signed_up(context.words, made)
    return noted(context.words, done, to_person=acts(context))


def acts(context: Context) -> bool:
    """For the child, and not as its guardian."""
    return context.viewer.is_captain() or context.viewer.has(*STAFF)


def ask_screen(words: Words, sought: CompanionSought, *, to_person: bool) -> Screen:
    """Of the guardian, or of whoever acts for the child: one press, or a typed name.

    ``to_person``: staff and captains came from the child's card, where no sign-up waits.
    """
    text = words.say("<b>{name} is under 14: who comes along?</b>\nPlease type the adult's name.", name=sought.name)
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, sought.shift_id))
    return Screen(text, ((along,), (Key(words.label("Back"), way_out(sought, to_person=to_person)),)))


def ask_unnamed(words: Words, sought: CompanionSought, *, to_person: bool) -> Screen:
    """The same where no data key is set: nobody is asked for a name that could not be kept encrypted."""
    text = words.say("<b>{name} is under 14: who comes along?</b>\nThis bot keeps no names here.", name=sought.name)
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, sought.shift_id))
    other = Key(words.label("Another adult"), AnotherAdult(sought.child_id, sought.shift_id))
    back = Key(words.label("Back"), way_out(sought, to_person=to_person))
    return Screen(text, ((along, other), (back,)))


def sure(words: Words, name: str, *, form: str, revision: int, change: Button) -> Screen:
    """An excuse that was typed here must become no companion."""
    yes = Key(words.label("Yes, this name"), TakeTyped(form, revision, True))
    return Screen(words.say("<b>“{name}” comes along?</b>", name=name), ((yes, Key(words.label("Change"), change)),))


def noted(words: Words, done: CompanionSought, *, to_person: bool) -> Screen:
    """``to_person``: staff and captains go back to the card they came from."""
    text = words.say("✅ Noted who comes along with {name}.", name=done.name)
    key = Key(words.label("Who comes along"), NameCompanion(done.child_id, 0))
    back = Key(words.label("Back"), OpenPerson(done.child_id))
    return Screen(text, ((back if to_person else key,),))


def way_out(sought: CompanionSought, *, to_person: bool) -> Button:
    """To where the question came from."""
    if sought.shift_id:
        return SignUpOther(sought.shift_id, 0)
    return OpenPerson(sought.child_id) if to_person else SeeConsent(sought.child_id)
