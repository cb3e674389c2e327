"""Behind a name of *Participants*: cancel for somebody who telephoned, write to one person, another session."""

from functools import partial

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground import notices
from bot.ground.drafts import GREETINGS
from bot.leading import last_looks, one_participant
from bot.leading.rules import Participant, Written
from bot.leading.shown import WordTo
from bot.sign_ups.last_looks import is_confirmed, look_at
from bot.sign_ups.rules import Listed, SignUpState
from bot.sign_ups.shown import SignUpLook
from bot.speech.pages import in_rows
from bot.speech.phrases import Phrase
from bot.speech.screens import Copied, Key, Screen
from bot.speech.words import Words, later
from bot.wire import routing
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.activities.lines import meet_line, stack, title_line, when_line
from handlers.leading.lines import reach_note
from handlers.links.leading import ChooseSession, GivePlace, OneParticipant, Participants, SwitchTo, WriteToOne
from handlers.links.roll_call import OpenRollCall
from handlers.links.sign_ups import CantMakeIt, StillComing
from handlers.sign_ups.lines import out_key, which_line, who_line
from handlers.talk.journeys import Journey
from handlers.talk.offering import message_id
from handlers.talk.questions import Question, ask
from handlers.talk.ways import back_to

journey = Journey()
WRITE = Question[int]("write_to_one", "sign_up")


@journey.on(OneParticipant)
async def show_one(context: Context, sign_up: int) -> Screen:
    await WRITE.finish(context)
    return one(context.words, await one_participant.participant(context, sign_up_id=sign_up))


@journey.said(Phrase.NAME)
async def name_in_passing(context: Context) -> Screen | None:
    """Somebody telephoned: the name alone finds the sign-up; several are offered."""
    found = await one_participant.find(context, context.rest)
    if len(found) == 1:
        return one(context.words, found[0])
    return which_name(context.words, found) if found else None


def which_name(words: Words, found: list[Participant]) -> Screen:
    keys = tuple((Key(participant_label(words, one), OneParticipant(one.listed.sign_up.id)),) for one in found)
    return Screen(words.say("Whom do you mean?"), keys)


def participant_label(words: Words, one: Participant) -> str:
    there = words.at(one.shift.zone)
    return f"{one.listed.name[:24]} · {there.label_moment(one.shift.starts_at)} · {one.shift.title[:24]}"


@journey.on(WriteToOne)
async def ask_words(context: Context, sign_up: int) -> Screen:
    name = await one_participant.whom(context, sign_up_id=sign_up)
    text = context.words.say("What shall I tell {name}? Type it, or send a voice message.", name=name)
    return await ask(context, WRITE, Screen(text, ((back_to(context.words, OneParticipant(sign_up)),),)), sign_up)


@journey.answer(WRITE, takes=routing.anything, answers=GREETINGS)
async def write(context: Context, _words: str, sign_up: int) -> Screen:
    done = await one_participant.write(
        context, sign_up_id=sign_up, chat_id=context.chat_id, message_id=message_id(context)
    )
    return written(context.words, done, sign_up)


@journey.on(GivePlace)
async def give_place(context: Context, sign_up: int) -> Screen:
    done = await one_participant.give_place(context, sign_up_id=sign_up)
    return one(context.words, done, context.words.say("✅ {name} is in.", name=done.listed.name))


@journey.on(ChooseSession)
async def choose_session(context: Context, sign_up: int) -> Screen:
    return sessions(context.words, await one_participant.participant(context, sign_up_id=sign_up))


@journey.on(SwitchTo)
async def switch(context: Context, sign_up: int, shift: int) -> Screen:
    done = await one_participant.switch(context, sign_up_id=sign_up, shift_id=shift)
    first = context.words.say("✅ {name} is in the other session now, and is told.", name=done.listed.name)
    return one(context.words, done, first)


@journey.notice(notices.WordTo)
async def show_word(to: Telling, sign_up: int, by: int, chat: int, message: int) -> tuple[Screen, Copied] | None:
    return to.say(word, await last_looks.word_to(to.tx, sign_up, reader_id=to.person_id, by=by, at=(chat, message)))


@journey.notice(notices.SwitchedBy)
async def show_switched(to: Telling, sign_up: int, before: int) -> Screen | None:
    found = await look_at(to.tx, sign_up, reader_id=to.person_id, now=to.now, matters=is_confirmed)
    return to.say(partial(switched, before=await last_looks.session_before(to.tx, before)), found)


STATES = {
    SignUpState.CONFIRMED: later("signed up"),
    SignUpState.WAITLISTED: later("on the waiting list"),
    SignUpState.OFFERED: later("a place is free"),
}


def one(words: Words, found: Participant, first: Markup | None = None) -> Screen:
    listed = found.listed
    said = words.say("said yes") if listed.sign_up.said_yes(found.shift.revision) else None
    state = said or words.say(STATES[listed.sign_up.state])
    notes = [note for note in (state, reach_note(words, listed)) if note]
    text = stack(
        first,
        Markup("👤 <b>{}</b> · {}").format(listed.name, Markup(" · ").join(notes)),
        which_line(words, found.shift),
    )
    back = (back_to(words, Participants(found.shift.id, 0)),)
    return Screen(text, (*in_rows(act_keys(words, found)), back))


def word(words: Words, found: WordTo) -> tuple[Screen, Copied]:
    first = words.say("💬 <b>{name} writes to you:</b>", name=found.by)
    return Screen(stack(first, who_line(words, found.name))), Copied(found.chat_id, found.message_id)


def switched(words: Words, look: SignUpLook, before: Shift) -> Screen:
    """Somebody else did it: what it was, and what it is now."""
    text = stack(
        words.say("🔁 {by} moved you to another session.", by=look.by or look.shift.activity.lead_name)
        if look.name is None
        else words.say("🔁 {by} moved this sign-up to another session.", by=look.by or look.shift.activity.lead_name),
        who_line(words, look.name),
        title_line(words, look.shift.title),
        when_line(words, look.shift),
        meet_line(words, look.shift),
        words.say("It was: {when}", when=session_label(words, before)),
    )
    yes = Key(words.label("I'll be there"), StillComing(look.sign_up.id, look.shift.revision))
    return Screen(text, ((yes, out_key(words, look.sign_up.id)),))


def act_keys(words: Words, found: Participant) -> list[Key]:
    """Once it has begun a place is given up on the roll: *Told us*."""
    listed, sign_up = found.listed, found.listed.sign_up.id
    keys = [Key(words.label("Write to {name}", name=listed.name[:20]), WriteToOne(sign_up))]
    if found.started:
        return [Key(words.label("Do roll-call"), OpenRollCall(found.shift.id, 0)), *keys]
    if not found.shift.activity.cancelled:
        keys = [cancel_key(words, listed), *keys]
    if listed.sign_up.state is SignUpState.WAITLISTED and found.shift.free > 0:
        keys.insert(0, Key(words.label("Give them the place"), GivePlace(sign_up)))
    if found.sessions:
        keys.append(Key(words.label("Another session"), ChooseSession(sign_up)))
    return keys


def cancel_key(words: Words, listed: Listed) -> Key:
    return Key(words.label("Cancel {name}'s sign-up", name=listed.name[:20]), CantMakeIt(listed.sign_up.id))


def sessions(words: Words, found: Participant) -> Screen:
    sign_up = found.listed.sign_up.id
    text = stack(
        words.say("To which session shall {name} move? Sessions with a free place:", name=found.listed.name)
        if found.sessions
        else words.say("No other session has a free place."),
        which_line(words, found.shift),
    )
    listed = tuple((Key(session_label(words, one), SwitchTo(sign_up, one.id)),) for one in found.sessions)
    return Screen(text, (*listed, (back_to(words, OneParticipant(sign_up)),)))


def session_label(words: Words, shift: Shift) -> str:
    return words.at(shift.zone).when(shift.starts_at, shift.ends_at)


def written(words: Words, done: Written, sign_up: int) -> Screen:
    if not done.reached:
        text = words.say("{name} could not be reached. Please phone.", name=done.name)
    elif done.to is not None:
        text = words.say("✅ Sent to {to}, for {name}.", to=done.to, name=done.name)
    else:
        text = words.say("✅ Sent to {name}.", name=done.name)
    return Screen(text, ((back_to(words, OneParticipant(sign_up)),),))
