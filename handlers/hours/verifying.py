"""/verify: a page of what waits, one by one or all of it; sending back asks why. Confirming goes on with the next."""

from markupsafe import Markup

from bot.ground.refusals import ReasonMissing, StaleCard
from bot.hours import verifying
from bot.hours.rules import SendBackReason
from bot.people import drafting
from bot.speech.screens import Screen
from bot.wire.context import Context
from handlers.hours import verifying_screens as views
from handlers.links.hours import Confirm, ConfirmPage, SendBack, ToVerify, VerifyOne
from handlers.talk import forms
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside

journey = Journey()

BACK, LONG = "send_back", "verify_long_day"


@journey.command("verify")
async def start(context: Context) -> Screen:
    return await show_page(context)


@journey.on(ToVerify)
async def turn(context: Context, after: int) -> Screen:
    return await show_page(context, after)


async def show_page(context: Context, after: int = 0, done: Markup | None = None) -> Screen:
    page = await verifying.waiting(context, after)
    return views.page(context.words, page, done)


@journey.on(VerifyOne)
async def one(context: Context, record_id: int) -> Screen:
    await close_forms(context)
    record = await verifying.to_look_at(context, record_id)
    return views.one(context.words, record)


@journey.on(Confirm)
async def confirm(context: Context, record_id: int, entered_at: int) -> Screen:
    try:
        record = await verifying.confirm(context, record_id=record_id, entered_at=entered_at)
    except StaleCard:
        return await one(context, record_id)
    except ReasonMissing:
        record = await verifying.to_look_at(context, record_id)
        await open_form(context, LONG, record_id, entered_at)
        return views.ask_long_reason(context.words, record)
    else:
        return await show_next(context, record.id, views.confirmed(context.words, record))


async def show_next(context: Context, after: int, done: Markup) -> Screen:
    """The page from the next one on; from the start where nothing comes after."""
    page = await verifying.waiting(context, after)
    if not page.records:
        page = await verifying.waiting(context)
    return views.page(context.words, page, done)


@journey.on(ConfirmPage)
async def confirm_page(context: Context, after: int, seal: str) -> Screen:
    try:
        made = await verifying.confirm_page(context, after=after, seen=seal)
    except StaleCard:
        context.toast(views.changed(context.words))
        return await show_page(context, after)
    else:
        return await show_page(context, 0, views.done(context.words, made))


@journey.on(SendBack)
async def send_back(context: Context, record_id: int, reason: SendBackReason | None) -> Screen:
    if reason:
        await close_forms(context)
        return await sent_back(context, record_id, reason)
    record = await verifying.to_look_at(context, record_id)
    await open_form(context, BACK, record.id, record.entered_at)
    return views.ask_reason(context.words, record)


async def sent_back(context: Context, record_id: int, reason: str) -> Screen:
    record = await verifying.send_back(context, record_id=record_id, reason=reason)
    return await show_page(context, 0, views.sent_back(context.words, record))


async def open_form(context: Context, form: str, record_id: int, entered_at: int) -> None:
    await drafting.start(context, form, "reason", {"record": record_id, "entered_at": entered_at})


async def close_forms(context: Context) -> None:
    for form in (BACK, LONG):
        await drafting.finish(context, form)


@journey.typed(BACK)
async def typed_back(context: Context) -> None:
    draft = await drafting.find(context, BACK)
    context.show(await sent_back(context, draft.fields["record"], context.rest))
    await close_forms(context)


@journey.typed(LONG)
async def typed_long(context: Context) -> None:
    """A yes confirms, and not whatever is typed."""
    fields = (await drafting.find(context, LONG)).fields
    record = await verifying.to_look_at(context, fields["record"])
    reason = verifying.read_reason(context.rest)
    revision = await forms.hold(context, LONG, reason)
    context.send(await beside(context, views.sure_of_reason(context.words, record, reason, LONG, revision)))


@journey.sure(LONG)
async def take_long(context: Context) -> Screen:
    draft = await drafting.find(context, LONG)
    record = await verifying.confirm(
        context, record_id=draft.fields["record"],
        entered_at=draft.fields["entered_at"], reason=verifying.read_reason(context.rest),
    )  # fmt: skip
    await close_forms(context)
    return await show_page(context, 0, views.confirmed(context.words, record))
