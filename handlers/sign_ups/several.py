"""Several signed up in one press: ticked in the list, or typed and pasted as names."""

from markupsafe import Markup

from bot.sign_ups.others import several
from bot.sign_ups.shown import SeveralChoice, SeveralDone
from bot.speech.pages import in_a_row, turns
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.links.sign_ups import SeveralAtOnce, SignUpOther, SignUpTicked, TickAll, TickOne
from handlers.sign_ups.lines import NAMES, candidate_label, card_key, few, which_line
from handlers.sign_ups.why_not import why_line
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to, ticked

journey = Journey()


@journey.on(SeveralAtOnce)
async def open_list(context: Context, shift: int, page: int) -> Screen:
    return choose(context.words, await several.choice(context, shift_id=shift, page=page))


@journey.on(TickOne)
async def tick_one(context: Context, shift: int, person: int, page: int) -> Screen:
    return choose(context.words, await several.tick(context, shift_id=shift, person_id=person, page=page))


@journey.on(TickAll)
async def tick_all(context: Context, shift: int) -> Screen:
    return choose(context.words, await several.tick_all(context, shift_id=shift))


@journey.on(SignUpTicked)
async def sign_up(context: Context, shift: int, revision: int, new: bool) -> Screen:
    return done(context.words, await several.sign_up_several(context, shift_id=shift, revision=revision, new=new))


def choose(words: Words, choice: SeveralChoice) -> Screen:
    found, n = choice.found, len(choice.ticked)
    shift = found.shift
    text = stack(
        words.say("👥 <b>Whom shall we sign up?</b>"),
        which_line(words, shift),
        words.say("Tick the names, or type several: one per line."),
        *(why_line(words, shift.zone, one.name, one.why) for one in found.people if one.why is not None),
    )
    names = tuple(
        (
            Key(
                ticked(candidate_label(found.people, one), one.id in choice.ticked),
                TickOne(shift.id, one.id, found.page),
            ),
        )
        for one in found.free
    )
    every = Key(words.label("Tick all"), TickAll(shift.id))
    go = Key(
        str(words.say_n("Sign up {n} person", "Sign up {n} people", n)), SignUpTicked(shift.id, choice.revision, False)
    )
    last = ((go, every) if n else (every,), (back_to(words, SignUpOther(shift.id, 0)),))
    turn = in_a_row(*turns(found.page, found.more, lambda to: SeveralAtOnce(shift.id, to), found.pages))
    return Screen(text, (*names, *turn, *last))


def done(words: Words, made: SeveralDone) -> Screen:
    """Who is in, who waits, and whom somebody must see to, each with the reason."""
    shift = made.shift
    placed = words.say_n("✅ <b>{n} person is in.</b>", "✅ <b>{n} people are in.</b>", len(made.placed))
    text = stack(
        placed if made.placed else words.say("<b>Nobody got a place.</b>"),
        which_line(words, shift),
        few(words, made.placed) if made.placed else None,
        waiting_line(words, made),
        *(why_line(words, shift.zone, name, refusal) for name, refusal in made.refused[:NAMES]),
    )
    keys = (Key(words.label("Sign up someone else"), SignUpOther(shift.id, 0)), card_key(words, shift))
    return Screen(text, (keys,))


def waiting_line(words: Words, made: SeveralDone) -> Markup | None:
    if not made.waiting:
        return None
    names = [f"{name} ({words.number(place)})" for name, place in made.waiting]
    return words.say("⏳ On the waiting list: {names}", names=few(words, names))
