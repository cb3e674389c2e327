"""/hours: the own sums, the entries behind them, and why so many minutes. Only ever in private."""

from bot.hours import own as reading
from bot.hours import statements as hours_statements
from bot.hours.permissions import STAFF
from bot.own_data import files as own_files
from bot.reports import records_of_service
from bot.wire.context import Context
from bot.wire.routing import Route, on_command, on_press
from handlers.hours import own_screens as views
from handlers.links.hours import ListHours, MyHours, ShowRecord, TakeRecord
from handlers.reports.summary_screens import file_comes
from handlers.talk.privately import privately


async def sums(context: Context) -> None:
    hours = await reading.own_hours(context.tx, context.viewer, context.now)
    privately(context, views.own_hours(context.words, hours, staff=context.viewer.has(*STAFF)))


async def entries(context: Context, page_id: int) -> None:
    page = await reading.own_records(context.tx, context.viewer, page_id)
    privately(context, views.record_list(context.words, page))


async def entry(context: Context, record_id: int, page: int) -> None:
    record = await reading.own_record(context.tx, context.viewer, record_id)
    asked = await hours_statements.questionable(context.tx, context.viewer, context.now, record)
    privately(context, views.own_record(context.words, record, page, asked))


async def take_away(context: Context) -> None:
    await own_files.ask(context.tx, context.viewer, context.now, records_of_service.KIND)
    context.toast(file_comes(context.words))


ROUTES: list[Route] = [
    on_command("hours", sums),
    on_press(MyHours, sums),
    on_press(ListHours, entries),
    on_press(ShowRecord, entry),
    on_press(TakeRecord, take_away),
]
