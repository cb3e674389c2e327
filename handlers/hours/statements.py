"""Answers to an hours statement, the question it may open, and the lead's answer to that."""

from bot.ground.drafts import GREETINGS
from bot.hours import statements as hours_statements
from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.hours import statement_screens as views
from handlers.links.hours import CorrectHours, ExplainHours, NotRight, OpenQuestion, ThatsRight
from handlers.talk.journeys import Journey

journey = Journey()

QUESTION, HOURS, ANSWER = "statement_question", "statement_hours", "statement_answer"


@journey.on(ThatsRight)
async def thats_right(context: Context, record_id: int) -> Screen:
    record = await hours_statements.agree(context, record_id=record_id)
    await drafting.finish(context, QUESTION)
    return views.agreed(context.words, record)


@journey.on(NotRight)
async def not_right(context: Context, record_id: int) -> Screen:
    record = await hours_statements.may_ask(context, record_id=record_id)
    await open_form(context, QUESTION, record_id)
    return views.ask_question(context.words, record)


async def open_form(context: Context, form: str, record_id: int) -> None:
    await drafting.start(context, form, "text", {"record": record_id})


@journey.typed(QUESTION, answers=GREETINGS)
async def typed_question(context: Context) -> Screen:
    record_id = (await drafting.find(context, QUESTION)).fields["record"]
    record = await hours_statements.dispute(context, record_id=record_id, text=context.rest)
    await drafting.finish(context, QUESTION)
    return views.asked(context.words, record)


@journey.on(OpenQuestion)
async def open_question(context: Context, record: int) -> Screen:
    for form in (HOURS, ANSWER):
        await drafting.finish(context, form)
    asked = await hours_statements.question(context, record_id=record)
    return views.question(context.words, asked)


@journey.on(CorrectHours)
async def ask_hours(context: Context, record: int) -> Screen:
    asked = await hours_statements.question(context, record_id=record)
    await open_form(context, HOURS, record)
    return views.ask_hours(context.words, asked)


@journey.again(HOURS)
async def hours_again(context: Context) -> Screen:
    record_id = (await drafting.find(context, HOURS)).fields["record"]
    return await ask_hours(context, record_id)


@journey.typed(HOURS)
async def typed_hours(context: Context) -> Screen:
    record_id = (await drafting.find(context, HOURS)).fields["record"]
    asked = await hours_statements.question(context, record_id=record_id)
    made = await hours_statements.correct(context, record_id=record_id, text=context.rest)
    await drafting.finish(context, HOURS)
    return views.corrected(context.words, asked.record.person, made)


@journey.on(ExplainHours)
async def ask_answer(context: Context, record: int) -> Screen:
    asked = await hours_statements.question(context, record_id=record)
    await open_form(context, ANSWER, record)
    return views.ask_answer(context.words, asked)


@journey.typed(ANSWER, answers=GREETINGS)
async def typed_answer(context: Context) -> Screen:
    record_id = (await drafting.find(context, ANSWER)).fields["record"]
    record = await hours_statements.explain(context, record_id=record_id, text=context.rest)
    await drafting.finish(context, ANSWER)
    return views.explained(context.words, record)
