"""*Sign up someone else*: a tap on a name, or a typed one."""

from markupsafe import Markup

from bot.ground.refusals import OthersCompanionMissing, OthersConsentMissing
from bot.people import drafting
from bot.sign_ups import others
from bot.sign_ups.looks import Candidate, Candidates, ConsentWanted, NewName
from bot.speech.pages import in_a_row, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.guardians.companions import ask_for
from handlers.links.members import RecordConsent
from handlers.links.sign_ups import AddNewName, GroupPlaces, SignUpName, SignUpOther, SignUpPerson
from handlers.sign_ups import outcomes as done_views
from handlers.sign_ups.lines import card_key, which_line
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()


@journey.on(SignUpOther)
async def open_choice(context: Context, shift: int, page: int) -> Screen:
    found = await others.open_choice(context, shift_id=shift, page=page)
    return choose(context.words, found)


@journey.typed(others.FORM, own=(SignUpName, AddNewName))
async def typed(context: Context) -> None:
    found = await others.typed_name(context, context.rest)
    shown = new_name(context.words, found) if isinstance(found, NewName) else choose(context.words, found)
    context.send(await beside(context, shown))


@journey.again(others.FORM)
async def again(context: Context) -> Screen:
    draft = await drafting.find(context, others.FORM)
    return await open_choice(context, draft.fields["shift"], 0)


@journey.on(AddNewName)
async def add_new(context: Context, shift: int) -> Screen:
    return new_name(context.words, await others.new_name(context))


@journey.on(SignUpPerson)
async def sign_up_person(context: Context, shift: int, person: int) -> Screen:
    """What is in the way of somebody under 18 is asked first; the sign-up then goes on by itself."""
    try:
        done = await others.sign_up_person(context, shift_id=shift, person_id=person)
    except OthersCompanionMissing:
        return await ask_for(context, child_id=person, shift_id=shift)
    except OthersConsentMissing:
        wanted = await others.consent_wanted(context, shift_id=shift, person_id=person)
        return consent_wanted(context.words, wanted)
    else:
        return done_views.signed_up(context.words, done)


@journey.on(SignUpName)
async def sign_up_name(context: Context, adult: bool, revision: int) -> Screen:
    if adult:
        done = await others.sign_up_name(context, revision=revision)
        return done_views.signed_up(context.words, done)
    wanted = await others.keep_minor(context, revision=revision)
    return consent_wanted(context.words, wanted)


def choose(words: Words, found: Candidates) -> Screen:
    text = stack(
        words.say("👥 <b>Whom shall we sign up?</b>"),
        which_line(words, found.shift),
        words.say("Tap a name, or type one: a new name is fine too.")
        if found.people
        else words.say("Type a name: a new name is fine too."),
    )
    people = tuple((candidate_key(words, found, one),) for one in found.people)
    last: tuple[Key, ...] = (card_key(words, found.shift),)
    if found.groups and not found.text:
        last = (Key(words.label("Places for a group"), GroupPlaces(found.shift.id, 0)), *last)
    return Screen(text, (*people, *page_keys(words, found), last))


def new_name(words: Words, new: NewName) -> Screen:
    """Says what will be kept, and asks the one thing that must be known."""
    text = stack(
        words.say("➕ <b>{name}</b> is new here.", name=new.name),
        words.say("We'd add them to {team} and sign them up:", team=new.team),
        which_line(words, new.shift),
        Markup(),
        words.say("Are they 18 or over? Ask them first: their name will be kept here."),
    )
    keys = (
        Key(words.label("Yes, sign them up"), SignUpName(True, new.revision)),
        Key(words.label("Under 18"), SignUpName(False, new.revision)),
    )
    return Screen(text, (keys,))


def consent_wanted(words: Words, wanted: ConsentWanted) -> Screen:
    """What is missing, and to staff the way to enter it: the sign-up then goes on by itself."""
    if wanted.may_record:
        why = words.say(
            "{name} is under 18: a parent or guardian must agree first. Do you have the signed form?",
            name=wanted.name,
        )
    else:
        why = words.say(
            "{name} is under 18: a parent or guardian must agree first. A social worker can record the signed form.",
            name=wanted.name,
        )
    joined = words.say("{name} is in {team} now.", name=wanted.name, team=wanted.team) if wanted.team else None
    form = (Key(words.label("Consent form"), RecordConsent(wanted.person_id, wanted.shift.id)),)
    other = Key(words.label("Sign up someone else"), SignUpOther(wanted.shift.id, 0))
    keys = (*(form if wanted.may_record else ()), other)
    return Screen(stack(why, joined, which_line(words, wanted.shift)), (keys,))


def candidate_key(words: Words, found: Candidates, one: Candidate) -> Key:
    label = one.name[:40] + (f" · {one.team[:20]}" if one.team else "")
    return Key(label, SignUpPerson(found.shift.id, one.id))


def page_keys(words: Words, found: Candidates) -> Rows:
    if found.text:
        return ((Key(words.label("➕ New: {name}", name=found.text[:40]), AddNewName(found.shift.id)),),)
    keys = turns(found.page, found.more, lambda to: SignUpOther(found.shift.id, to))
    return in_a_row(*keys)
