"""Answers to an hours statement, the question it may open, and the lead's answer to that."""

from bot.ground.drafts import GREETINGS
from bot.hours import statements as hours_statements
from bot.people import drafting
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_press
from handlers.hours import statement_screens as views
from handlers.links.hours import CorrectHours, ExplainHours, NotRight, OpenQuestion, ThatsRight
from handlers.talk.privately import privately

QUESTION, HOURS, ANSWER = "statement_question", "statement_hours", "statement_answer"


async def thats_right(context: Context, record_id: int) -> None:
    record = await hours_statements.agree(context.tx, context.viewer, context.now, record_id=record_id)
    await drafting.finish(context.tx, context.viewer, QUESTION)
    privately(context, views.agreed(context.words, record))


async def not_right(context: Context, record_id: int) -> None:
    record = await hours_statements.may_ask(context.tx, context.viewer, context.now, record_id=record_id)
    await open_form(context, QUESTION, record_id)
    privately(context, views.ask_question(context.words, record))


async def open_form(context: Context, form: str, record_id: int) -> None:
    await drafting.start(context.tx, context.viewer, context.now, form, "text", {"record": record_id})


async def typed_question(context: Context) -> None:
    record_id = (await drafting.find(context.tx, context.viewer, QUESTION)).fields["record"]
    record = await hours_statements.dispute(
        context.tx, context.viewer, context.now, record_id=record_id, text=context.rest
    )
    await drafting.finish(context.tx, context.viewer, QUESTION)
    privately(context, views.asked(context.words, record))


async def open_question(context: Context, record: int) -> None:
    for form in (HOURS, ANSWER):
        await drafting.finish(context.tx, context.viewer, form)
    asked = await hours_statements.question(context.tx, context.viewer, record_id=record)
    privately(context, views.question(context.words, asked))


async def ask_hours(context: Context, record: int) -> None:
    asked = await hours_statements.question(context.tx, context.viewer, record_id=record)
    await open_form(context, HOURS, record)
    privately(context, views.ask_hours(context.words, asked))


async def hours_again(context: Context) -> None:
    record_id = (await drafting.find(context.tx, context.viewer, HOURS)).fields["record"]
    await ask_hours(context, record_id)


async def typed_hours(context: Context) -> None:
    record_id = (await drafting.find(context.tx, context.viewer, HOURS)).fields["record"]
    asked = await hours_statements.question(context.tx, context.viewer, record_id=record_id)
    made = await hours_statements.correct(
        context.tx, context.viewer, context.now, record_id=record_id, text=context.rest
    )
    await drafting.finish(context.tx, context.viewer, HOURS)
    privately(context, views.corrected(context.words, asked.record.person, made))


async def ask_answer(context: Context, record: int) -> None:
    asked = await hours_statements.question(context.tx, context.viewer, record_id=record)
    await open_form(context, ANSWER, record)
    privately(context, views.ask_answer(context.words, asked))


async def typed_answer(context: Context) -> None:
    record_id = (await drafting.find(context.tx, context.viewer, ANSWER)).fields["record"]
    record = await hours_statements.explain(
        context.tx, context.viewer, context.now, record_id=record_id, text=context.rest
    )
    await drafting.finish(context.tx, context.viewer, ANSWER)
    privately(context, views.explained(context.words, record))


ROUTES: list[Route] = [
    on_press(ThatsRight, thats_right),
    on_press(NotRight, not_right),
    on_press(OpenQuestion, open_question),
    on_press(CorrectHours, ask_hours),
    on_press(ExplainHours, ask_answer),
    Form(QUESTION, typed_question, answers=GREETINGS),
    Form(HOURS, typed_hours, again=hours_again),
    Form(ANSWER, typed_answer, answers=GREETINGS),
]
