"""/verify: a page of what waits, one by one or all of it; sending back asks why. Confirming goes on with the next."""

from markupsafe import Markup

from bot.ground.refusals import ReasonMissing, StaleCard
from bot.hours import verifying
from bot.hours.rules import SendBackReason
from bot.people import drafting
from bot.wire.context import Context
from bot.wire.routing import Form, Route, on_command, on_press
from handlers.hours import verifying_screens as views
from handlers.links.hours import Confirm, ConfirmPage, SendBack, ToVerify, VerifyOne
from handlers.talk import forms
from handlers.talk.offering import beside
from handlers.talk.privately import privately

BACK, LONG = "send_back", "verify_long_day"


async def waiting(context: Context, after: int = 0) -> None:
    await show_page(context, after)


async def show_page(context: Context, after: int = 0, done: Markup | None = None) -> None:
    page = await verifying.waiting(context.tx, context.viewer, after)
    privately(context, views.page(context.words, page, done))


async def one(context: Context, record_id: int) -> None:
    await close_forms(context)
    record = await verifying.to_look_at(context.tx, context.viewer, record_id)
    privately(context, views.one(context.words, record))


async def confirm(context: Context, record_id: int, entered_at: int) -> None:
    try:
        record = await verifying.confirm(
            context.tx, context.viewer, context.now, record_id=record_id, entered_at=entered_at
        )
    except StaleCard:
        await one(context, record_id)
    except ReasonMissing:
        record = await verifying.to_look_at(context.tx, context.viewer, record_id)
        await open_form(context, LONG, record_id, entered_at)
        privately(context, views.ask_long_reason(context.words, record))
    else:
        await show_next(context, record.id, views.confirmed(context.words, record))


async def show_next(context: Context, after: int, done: Markup) -> None:
    """The page from the next one on; from the start where nothing comes after."""
    page = await verifying.waiting(context.tx, context.viewer, after)
    if not page.records:
        page = await verifying.waiting(context.tx, context.viewer)
    privately(context, views.page(context.words, page, done))


async def confirm_page(context: Context, after: int, seal: str) -> None:
    try:
        made = await verifying.confirm_page(context.tx, context.viewer, context.now, after=after, seen=seal)
    except StaleCard:
        context.toast(views.changed(context.words))
        await show_page(context, after)
    else:
        await show_page(context, 0, views.done(context.words, made))


async def send_back(context: Context, record_id: int, reason: SendBackReason | None) -> None:
    if reason:
        await close_forms(context)
        await sent_back(context, record_id, reason)
    else:
        record = await verifying.to_look_at(context.tx, context.viewer, record_id)
        await open_form(context, BACK, record.id, record.entered_at)
        privately(context, views.ask_reason(context.words, record))


async def sent_back(context: Context, record_id: int, reason: str) -> None:
    record = await verifying.send_back(context.tx, context.viewer, context.now, record_id=record_id, reason=reason)
    await show_page(context, 0, views.sent_back(context.words, record))


async def open_form(context: Context, form: str, record_id: int, entered_at: int) -> None:
    await drafting.start(
        context.tx, context.viewer, context.now, form, "reason", {"record": record_id, "entered_at": entered_at}
    )


async def close_forms(context: Context) -> None:
    for form in (BACK, LONG):
        await drafting.finish(context.tx, context.viewer, form)


async def typed_back(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, BACK)
    await sent_back(context, draft.fields["record"], context.rest)
    await close_forms(context)


async def typed_long(context: Context) -> None:
    """A yes confirms, and not whatever is typed."""
    fields = (await drafting.find(context.tx, context.viewer, LONG)).fields
    record = await verifying.to_look_at(context.tx, context.viewer, fields["record"])
    reason = verifying.read_reason(context.rest)
    revision = await forms.hold(context, LONG, reason)
    context.send(await beside(context, views.sure_of_reason(context.words, record, reason, LONG, revision)))


async def take_long(context: Context) -> None:
    draft = await drafting.find(context.tx, context.viewer, LONG)
    record = await verifying.confirm(
        context.tx, context.viewer, context.now, record_id=draft.fields["record"],
        entered_at=draft.fields["entered_at"], reason=verifying.read_reason(context.rest),
    )  # fmt: skip
    await close_forms(context)
    await show_page(context, 0, views.confirmed(context.words, record))


ROUTES: list[Route] = [
    on_command("verify", waiting),
    Form(BACK, typed_back),
    Form(LONG, typed_long, sure=take_long),
    on_press(ToVerify, waiting),
    on_press(VerifyOne, one),
    on_press(Confirm, confirm),
    on_press(ConfirmPage, confirm_page),
    on_press(SendBack, send_back),
]
