"""Hours statements to volunteers, their questions to leads, and the answers."""

from bot.ground import notices
from bot.hours import booking
from bot.hours import statements as hours_statements
from bot.hours.rules import RecordState
from bot.speech.screens import Screen
from bot.wire.rendering import Telling
from handlers.hours import own_screens as own_hours
from handlers.hours import statement_screens as views
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.Statement)
async def statement(to: Telling, record: int) -> Screen | None:
    return to.say(views.statement, await hours_statements.look(await to.desk(), record_id=record))


@journey.notice(notices.StatementQuestion)
async def question(to: Telling, record: int) -> Screen | None:
    return to.say(views.question, await hours_statements.open_question(await to.desk(), record_id=record))


@journey.notice(notices.StatementExplained)
async def explained(to: Telling, record: int, answer: str, by: int) -> Screen | None:
    found = await hours_statements.answer_for(to.tx, to.person_id, record_id=record, answer=answer, by=by)
    return to.say(views.answered, found)


@journey.notice(notices.HoursTakenBack)
async def taken_back(to: Telling, record: int, reason: str, by: int) -> Screen | None:
    found = await hours_statements.taken_back_for(to.tx, to.person_id, record_id=record, reason=reason, by=by)
    return to.say(views.taken_back, found)


@journey.notice(notices.RecordReturned)
async def returned(to: Telling, record: int) -> Screen | None:
    found = await booking.known(to.tx, record)
    return to.say(own_hours.returned_notice, found if found.state is RecordState.RETURNED else None)
