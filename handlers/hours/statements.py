"""Answers to an hours statement, the question it may open, and the lead's answer to that."""

from bot.ground.drafts import GREETINGS
from bot.hours.rules import ServiceRecord
from bot.hours.statements import acts as hours_statements
from bot.hours.statements.rules import QuestionLook
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire import routing
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.hours import lines
from handlers.hours.lines import record_line, whose_line
from handlers.links.hours import CorrectHours, ExplainHours, NotRight, OpenQuestion, ThatsRight
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.offering import message_id
from handlers.talk.questions import Question
from handlers.talk.questions import ask as ask_for
from handlers.talk.ways import back_to

journey = Journey()

QUESTION = Question[int]("statement_question", "record")
HOURS = Question[int]("statement_hours", "record")
ANSWER = Question[int]("statement_answer", "record")


@journey.on(ThatsRight)
async def thats_right(context: Context, record_id: int) -> Screen:
    record = await hours_statements.agree(context, record_id=record_id)
    await QUESTION.finish(context)
    return agreed(context.words, record, context.viewer.id)


@journey.on(NotRight)
async def not_right(context: Context, record_id: int) -> Screen:
    record = await hours_statements.may_ask(context, record_id=record_id)
    return await ask_for(context, QUESTION, ask_question(context.words, record, context.viewer.id), record_id)


@journey.answer(QUESTION, takes=routing.anything, answers=GREETINGS)
async def take_question(context: Context, words: str, record: int) -> Screen:
    """Elderly people say it: a voice message reaches the lead as it is, under the hours that it is about."""
    spoken = None if words else (context.chat_id, message_id(context))
    done = await hours_statements.dispute(context, record_id=record, text=words, spoken=spoken)
    return asked(context.words, done, context.viewer.id)


@journey.on(OpenQuestion)
async def open_question(context: Context, record: int) -> Screen:
    for open_still in (HOURS, ANSWER):
        await open_still.finish(context)
    return lines.question(context.words, await hours_statements.question(context, record_id=record))


@journey.on(CorrectHours)
@journey.anew(HOURS)
async def show_ask_hours(context: Context, record: int) -> Screen:
    asked = await hours_statements.question(context, record_id=record)
    return await ask_for(context, HOURS, ask_hours(context.words, asked), record)


@journey.answer(HOURS)
async def typed_hours(context: Context, hours: str, record: int) -> Screen:
    asked = await hours_statements.question(context, record_id=record)
    return corrected(
        context.words, asked.record.person, await hours_statements.correct(context, record_id=record, text=hours)
    )


@journey.on(ExplainHours)
async def show_ask_answer(context: Context, record: int) -> Screen:
    asked = await hours_statements.question(context, record_id=record)
    return await ask_for(context, ANSWER, ask_answer(context.words, asked), record)


@journey.answer(ANSWER, answers=GREETINGS)
async def typed_answer(context: Context, words: str, record: int) -> Screen:
    return explained(context.words, await hours_statements.explain(context, record_id=record, text=words))


def agreed(words: Words, record: ServiceRecord, by: int) -> Screen:
    text = stack(words.say("✅ Noted, thank you!"), whose_line(words, record, by), record_line(words, record))
    return Screen(text, ((do(words, "hours"),),))


def ask_question(words: Words, record: ServiceRecord, by: int) -> Screen:
    text = stack(
        words.say("What is not right? Write it in a sentence, or send a voice message; it goes to the lead."),
        whose_line(words, record, by),
        record_line(words, record),
    )
    return Screen(text, ((Key(words.label("That's right after all"), ThatsRight(record.id)),),))


def asked(words: Words, record: ServiceRecord, by: int) -> Screen:
    text = stack(
        words.say("Thank you. Your question is with the lead, who will answer you."),
        whose_line(words, record, by),
        record_line(words, record),
    )
    return Screen(text)


def ask_hours(words: Words, look: QuestionLook) -> Screen:
    text = stack(
        words.say("What is right for {name}? Type it: 9:00-12:00, or 3 h, or 0.", name=look.record.person),
        record_line(words, look.record),
    )
    return Screen(text, ((back_to(words, OpenQuestion(look.record.id)),),))


def ask_answer(words: Words, look: QuestionLook) -> Screen:
    text = words.say("Your answer to {name}, in a sentence or two:", name=look.record.person)
    return Screen(text, ((back_to(words, OpenQuestion(look.record.id)),),))


def corrected(words: Words, name: str, made: ServiceRecord) -> Screen:
    """To the lead who did it."""
    if made.replaces_id is None:
        return Screen(words.say("✅ Taken back. {name} is told.", name=name))
    return Screen(stack(words.say("✅ Corrected. {name} is told.", name=name), record_line(words, made)))


def explained(words: Words, record: ServiceRecord) -> Screen:
    return Screen(words.say("✅ {name} gets your answer.", name=record.person))
