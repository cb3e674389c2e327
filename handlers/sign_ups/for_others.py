"""*Sign up someone else*: a tap on a name, or a typed one."""

from markupsafe import Markup

from bot.ground.reading.names import read_names
from bot.ground.refusals import OthersCompanionMissing, OthersConsentMissing
from bot.people import drafting
from bot.sign_ups import for_others
from bot.sign_ups.others import several
from bot.sign_ups.shown import Candidate, Candidates, ConsentWanted, NamesRead, NewName
from bot.speech.pages import in_a_row, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.guardians.companions import ask_name
from handlers.links.members import RecordConsent
from handlers.links.sign_ups import (
    AddNewName,
    GroupPlaces,
    SeveralAtOnce,
    SignUpName,
    SignUpOther,
    SignUpPerson,
    SignUpTicked,
    TickAll,
    TickOne,
)
from handlers.sign_ups import outcomes as done_views
from handlers.sign_ups.lines import NAMES, candidate_label, card_key, few, which_line
from handlers.sign_ups.why_not import BY_NAME, LEADS_ON, why_line
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()


@journey.on(SignUpOther)
async def open_choice(context: Context, shift: int, page: int) -> Screen:
    return choose(context.words, await for_others.open_choice(context, shift_id=shift, page=page))


@journey.typed(for_others.FORM, names=True, own=(SignUpName, AddNewName, SeveralAtOnce, TickOne, TickAll, SignUpTicked))
async def typed(context: Context) -> None:
    context.send(await beside(context, await typed_screen(context)))


async def typed_screen(context: Context) -> Screen:
    read = read_names(context.rest)
    if len(read.names) > 1:
        return check(context.words, await several.typed_names(context, read))
    found = await for_others.typed_name(context, context.rest)
    return new_name(context.words, found) if isinstance(found, NewName) else choose(context.words, found)


@journey.again(for_others.FORM)
async def again(context: Context) -> Screen:
    draft = await drafting.find(context, for_others.FORM)
    return await open_choice(context, draft.fields["shift"], 0)


@journey.on(AddNewName)
async def add_new(context: Context, shift: int) -> Screen:
    return new_name(context.words, await for_others.new_name(context))


@journey.on(SignUpPerson)
async def sign_up_person(context: Context, shift: int, person: int) -> Screen:
    """What is in the way of somebody under 18 is asked first; the sign-up then goes on by itself."""
    try:
        done = await for_others.sign_up_person(context, shift_id=shift, person_id=person)
    except OthersCompanionMissing:
        return await ask_name(context, person, shift)
    except OthersConsentMissing:
        wanted = await for_others.consent_wanted(context, shift_id=shift, person_id=person)
        return consent_wanted(context.words, wanted)
    else:
        return done_views.signed_up(context.words, done)


@journey.on(SignUpName)
async def sign_up_name(context: Context, adult: bool, revision: int) -> Screen:
    if adult:
        return done_views.signed_up(context.words, await for_others.sign_up_name(context, revision=revision))
    return consent_wanted(context.words, await for_others.keep_minor(context, revision=revision))


def choose(words: Words, found: Candidates) -> Screen:
    text = stack(
        words.say("👥 <b>Whom shall we sign up?</b>"),
        which_line(words, found.shift),
        words.say("Tap a name, or type one or several: new names are fine too.")
        if found.people
        else words.say("Type a name, or several: new names are fine too."),
        signed_line(words, found),
        *(why_line(words, found.shift.zone, one.name, one.why) for one in found.people if one.why is not None),
    )
    leads_on = BY_NAME if found.text else LEADS_ON
    offered = [one for one in found.people if one.why is None or isinstance(one.why, leads_on)]
    people = tuple((candidate_key(words, found, one),) for one in offered)
    last: tuple[Key, ...] = (card_key(words, found.shift),)
    several: Rows = ()
    if not found.text and (len(found.free) > 1 or found.more):
        every = Key(words.label("Tick all"), TickAll(found.shift.id))
        several = ((Key(words.label("Several at once"), SeveralAtOnce(found.shift.id, 0)), every),)
    if found.groups and not found.text:
        last = (Key(words.label("Places for a group"), GroupPlaces(found.shift.id, 0)), *last)
    return Screen(text, (*people, *page_keys(words, found), *several, last))


def check(words: Words, read: NamesRead) -> Screen:
    """As they were read: who is known, who is new, who cannot. The age of the new is asked for all at once."""
    shift = read.shift
    text = stack(
        words.say_n("👥 <b>Sign up {n} person?</b>", "👥 <b>Sign up {n} people?</b>", len(read.known) + len(read.new)),
        which_line(words, shift),
        words.say("Known: {names}", names=few(words, read.known)) if read.known else None,
        words.say("New, for {team}: {names}", team=read.team, names=few(words, read.new)) if read.new else None,
        *(
            words.say("☑️ {name} is signed up already.", name=name)
            if refusal is None
            else why_line(words, shift.zone, name, refusal)
            for name, refusal in read.refused[:NAMES]
        ),
        words.say("Several of one name, please tap: {names}", names=few(words, read.unclear)) if read.unclear else None,
        words.say("Phone numbers, notes and further columns are left out.") if read.left_out else None,
        words.say("Are all the new ones 18 or over, and do they know that their names are kept here?")
        if read.new
        else None,
    )
    return Screen(text, check_keys(words, read))


def check_keys(words: Words, read: NamesRead) -> tuple[tuple[Key, ...], ...]:
    shift, new, known = read.shift.id, bool(read.new), bool(read.known)
    keys = [Key(words.label("Yes, sign them up"), SignUpTicked(shift, read.revision, new))] if new or known else []
    if new and known:
        keys.append(Key(words.label("Only who is known"), SignUpTicked(shift, read.revision, False)))
    again = Key(words.label("Tap names instead"), SignUpOther(shift, 0))
    return (tuple(keys), (again,)) if keys else ((again,),)


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
    return Key(candidate_label(found.people, one), SignUpPerson(found.shift.id, one.id))


def signed_line(words: Words, found: Candidates) -> Markup | None:
    if not found.signed:
        return None
    more = " …" if len(found.signed) > for_others.SIGNED else ""
    names = words.list(list(found.signed[: for_others.SIGNED])) + more
    return words.say("☑️ Signed up already: {names}", names=names)


def page_keys(words: Words, found: Candidates) -> Rows:
    if found.text:
        return ((Key(words.label("➕ New: {name}", name=found.text[:40]), AddNewName(found.shift.id)),),)
    return in_a_row(*turns(found.page, found.more, lambda to: SignUpOther(found.shift.id, to), found.pages))
