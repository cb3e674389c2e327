"""Two things at one hour: *Take this one instead*, asked about where it ends something late, or more than one."""

from markupsafe import Markup

from bot.ground.frozen import replace
from bot.ground.refusals import StaleCard
from bot.sign_ups import looking
from bot.sign_ups.clashes import acts as clashes
from bot.sign_ups.clashes.rules import Instead, Overlap
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.cards import activity_card
from handlers.activities.lines import stack
from handlers.links.sign_ups import OpenSignUp, TakeInstead, TakeInsteadSure
from handlers.sign_ups import outcomes as views
from handlers.sign_ups.lines import which_line
from handlers.talk.journeys import Journey
from handlers.talk.ways import ask_sure

journey = Journey()


@journey.on(TakeInstead)
async def take_instead(context: Context, shift: int, person: int, revision: int) -> Screen:
    try:
        asked = await clashes.asked(context, shift_id=shift, person_id=person, revision=revision)
    except StaleCard:
        return await fresh(context, shift)
    if asked.lead is not None or len(asked.ends) > 1:
        return sure(context.words, asked)
    return await taken(context, asked)


@journey.on(TakeInsteadSure)
async def take_surely(context: Context, shift: int, person: int, revision: int) -> Screen:
    try:
        asked = await clashes.asked(context, shift_id=shift, person_id=person, revision=revision)
    except StaleCard:
        return await fresh(context, shift)
    return await taken(context, asked)


async def taken(context: Context, asked: Instead) -> Screen:
    words, shift = context.words, asked.shift
    done = await clashes.take_instead(context, shift_id=shift.id, person_id=asked.person_id, revision=shift.revision)
    shown = views.signed_up(words, done)
    return replace(shown, text=stack(shown.text, *(given_up(words, asked, one) for one in asked.ends)))


async def fresh(context: Context, shift_id: int) -> Screen:
    context.alert(context.words.label(views.CHANGED))
    return activity_card(context.words, await looking.shift_card(context, shift_id=shift_id))


def sure(words: Words, asked: Instead) -> Screen:
    """What it ends stands there before anything is ended."""
    text = stack(
        words.say("<b>Take this one instead?</b>")
        if asked.name is None
        else words.say("<b>Take this one instead for {name}?</b>", name=asked.name),
        which_line(words, asked.shift),
        words.say("This would be cancelled:"),
        *(Markup("· {}").format(overlap_line(words, asked, one)) for one in asked.ends),
        words.say("It begins soon, so we'll tell {lead}.", lead=asked.lead) if asked.lead else None,
    )
    yes = TakeInsteadSure(asked.shift.id, asked.person_id, asked.shift.revision)
    keep = Key(words.label("No, leave it as it is"), OpenSignUp(asked.ends[0].id))
    return ask_sure(text, Key(words.label("Yes, take this one"), yes), keep)


def overlap_line(words: Words, asked: Instead, one: Overlap) -> Markup:
    when = words.at(asked.shift.zone).when(one.starts_at, one.ends_at)
    return Markup("{} · {}").format(one.activity, when)


def given_up(words: Words, asked: Instead, one: Overlap) -> Markup:
    if one.waits:
        return words.say("The waiting list of “{activity}” was left.", activity=one.activity)
    return words.say("The place in “{activity}” was given up.", activity=one.activity)
