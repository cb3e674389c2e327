"""Cancelled by mistake: *Hold it after all*, asked once, for everybody is told of it."""

from bot.leading import taking_up
from bot.leading.rules import Planned
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack, title_line
from handlers.leading.lines import whom_lines
from handlers.links.leading import AskTakeUp, Led, NotSeen, TakeUp
from handlers.talk.journeys import Journey
from handlers.talk.ways import ask_sure

journey = Journey()


@journey.on(AskTakeUp)
async def show_ask(context: Context, activity: int) -> Screen:
    return sure(context.words, await taking_up.planned(context, activity_id=activity))


@journey.on(TakeUp)
async def take_up(context: Context, activity: int) -> Screen:
    return taken_up(context.words, await taking_up.take_up(context, activity_id=activity))


def sure(words: Words, planned: Planned) -> Screen:
    activity = planned.activity
    text = stack(
        words.say("<b>Hold it after all?</b> Everybody is asked again; who had a place keeps it until they answer."),
        title_line(words, activity.title),
        *whom_lines(words, planned.concerned),
    )
    yes = Key(words.label("Yes, hold it"), TakeUp(activity.id))
    return ask_sure(text, yes, Key(words.label("No"), NotSeen(activity.id, "cancelled")))


def taken_up(words: Words, done: Planned) -> Screen:
    text = stack(
        words.say("✅ <b>It takes place after all.</b> Everybody is asked again; no answer keeps the place."),
        title_line(words, done.activity.title),
    )
    return Screen(text, ((Key(words.label("Coming"), Led(False, 0)),),))
