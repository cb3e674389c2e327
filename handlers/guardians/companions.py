"""Who comes along with somebody under 14: said by the guardian, or by whoever acts for the child and signs them up."""

from bot.ground.viewer import STAFF
from bot.guardians import companions
from bot.guardians.rules import CompanionSought
from bot.sign_ups.acts import sign_up
from bot.speech.buttons import Button
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.guardians.lines import propose
from handlers.links.guardians import AnotherAdult, ComeAlong, NameCompanion, SeeConsent
from handlers.links.members import OpenPerson
from handlers.links.sign_ups import SignUpOther
from handlers.sign_ups import outcomes as done_views
from handlers.talk.journeys import Journey
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()

COMPANION = Question[int, int]("companion_named", "child shift")


@journey.on(NameCompanion)
async def ask_name(context: Context, child: int, shift: int) -> Screen:
    """What is typed next is the companion's name, where one can be kept."""
    shown = await question(context, child, shift)
    return await ask(context, COMPANION, shown, child, shift) if context.tx.vault.has_key else shown


@journey.anew(COMPANION)
async def question(context: Context, child: int, shift: int) -> Screen:
    sought = await companions.begin(context, child_id=child, shift_id=shift)
    shown = ask_screen if context.tx.vault.has_key else ask_unnamed
    return shown(context.words, sought, to_person=acts(context))


@journey.on(ComeAlong)
async def come_along(context: Context, child: int, shift: int) -> Screen:
    return await named(context, child, shift, None)


@journey.on(AnotherAdult)
async def another(context: Context, child: int, shift: int) -> Screen:
    """Where a name can be kept it is asked for."""
    if context.tx.vault.has_key:
        return await ask_name(context, child, shift)
    return await named(context, child, shift, companions.UNKEPT)


@journey.answer(COMPANION, names=True, stays=True)
async def typed(context: Context, name: str, child: int, shift: int) -> None:
    await propose(context, COMPANION.form, name, NameCompanion(child, shift))


@journey.confirmed(COMPANION)
async def take(context: Context, kept: str, child: int, shift: int) -> Screen:
    return await named(context, child, shift, companions.confirmed(context, kept))


async def named(context: Context, child_id: int, shift_id: int, companion: str | None) -> Screen:
    """The sign-up that waited for it goes on by itself."""
    done = await companions.name(context, child_id=child_id, companion=companion)
    await COMPANION.finish(context)
    if shift_id:
        return done_views.signed_up(context.words, await sign_up(context, shift_id=shift_id, person_id=child_id))
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
    return Screen(text, ((along,), (back_to(words, way_out(sought, to_person=to_person)),)))


def ask_unnamed(words: Words, sought: CompanionSought, *, to_person: bool) -> Screen:
    """The same where no data key is set: nobody is asked for a name that could not be kept encrypted."""
    text = words.say("<b>{name} is under 14: who comes along?</b>\nThis bot keeps no names here.", name=sought.name)
    along = Key(words.label("I come along"), ComeAlong(sought.child_id, sought.shift_id))
    other = Key(words.label("Another adult"), AnotherAdult(sought.child_id, sought.shift_id))
    back = back_to(words, way_out(sought, to_person=to_person))
    return Screen(text, ((along, other), (back,)))


def noted(words: Words, done: CompanionSought, *, to_person: bool) -> Screen:
    """``to_person``: staff and captains go back to the card they came from."""
    text = words.say("✅ Noted who comes along with {name}.", name=done.name)
    key = Key(words.label("Who comes along"), NameCompanion(done.child_id, 0))
    back = back_to(words, OpenPerson(done.child_id))
    return Screen(text, ((back if to_person else key,),))


def way_out(sought: CompanionSought, *, to_person: bool) -> Button:
    """To where the question came from."""
    if sought.shift_id:
        return SignUpOther(sought.shift_id, 0)
    return OpenPerson(sought.child_id) if to_person else SeeConsent(sought.child_id)
