"""/hours: the own sums, the entries behind them, and why so many minutes. Only ever in private."""

from bot.ground import notices
from bot.hours import own as reading
from bot.hours import statements as hours_statements
from bot.hours.permissions import STAFF
from bot.own_data import files as own_files
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.hours import own_screens as views
from handlers.links.hours import ListHours, MyHours, ShowRecord, TakeRecord
from handlers.reports.summary_screens import file_comes
from handlers.talk.journeys import Journey

journey = Journey()


@journey.command("hours")
@journey.on(MyHours)
async def sums(context: Context) -> Screen:
    hours = await reading.own_hours(context)
    return views.own_hours(context.words, hours, staff=context.viewer.has(*STAFF))


@journey.on(ListHours)
async def entries(context: Context, page_id: int) -> Screen:
    page = await reading.own_records(context, page_id)
    return views.record_list(context.words, page)


@journey.on(ShowRecord)
async def entry(context: Context, record_id: int, page: int) -> Screen:
    record = await reading.own_record(context, record_id)
    asked = await hours_statements.questionable(context, record)
    return views.own_record(context.words, record, page, asked)


@journey.on(TakeRecord)
async def take_away(context: Context) -> None:
    await own_files.ask(context, notices.RecordOfService)
    context.toast(file_comes(context.words))
