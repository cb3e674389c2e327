"""/verify: a page of what waits, one by one or all of it; sending back asks why. Confirming goes on with the next."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from bot.ground.refusals import NeedsAdministrator, NeedsCoordinator, ReasonMissing, Refusal, StaleCard
from bot.ground.viewer import Role
from bot.hours import verifying
from bot.hours.rules import SendBackReason, ServiceRecord
from bot.hours.shown import Credited, WaitingPage
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.links.hours import Confirm, ConfirmPage, SendBack, ToVerify, VerifyOne
from handlers.links.menu import TakeTyped
from handlers.talk import forms
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do
from handlers.talk.offering import beside
from handlers.talk.questions import Question
from handlers.talk.questions import ask as ask_for
from handlers.talk.role_words import role_name
from handlers.talk.ways import ask_sure, back_to

journey = Journey()

BACK = Question[int, int]("send_back", "record entered_at")
LONG = Question[int, int]("verify_long_day", "record entered_at")


@journey.command("verify")
async def start(context: Context) -> Screen:
    return await show_page(context)


@journey.on(ToVerify)
async def turn(context: Context, after: int) -> Screen:
    return await show_page(context, after)


async def show_page(context: Context, after: int = 0, done: Markup | None = None) -> Screen:
    return page_screen(context.words, await verifying.waiting(context, after), done)


@journey.on(VerifyOne)
async def show_one(context: Context, record_id: int) -> Screen:
    await close_forms(context)
    return one(context.words, await verifying.to_look_at(context, record_id))


@journey.on(Confirm)
async def confirm(context: Context, record_id: int, entered_at: int) -> Screen:
    try:
        record = await verifying.confirm(context, record_id=record_id, entered_at=entered_at)
    except StaleCard:
        return await show_one(context, record_id)
    except ReasonMissing:
        record = await verifying.to_look_at(context, record_id)
        return await ask_for(context, LONG, ask_long_reason(context.words, record), record_id, entered_at)
    else:
        done = confirmed(context.words, record)
        page = await verifying.waiting(context, record.id)
        if not page.records:
            page = await verifying.waiting(context)
        return page_screen(context.words, page, done)


@journey.on(ConfirmPage)
async def confirm_page(context: Context, after: int, seal: str) -> Screen:
    try:
        made = await verifying.confirm_page(context, after=after, seen=seal)
    except StaleCard:
        context.toast(changed(context.words))
        return await show_page(context, after)
    else:
        return await show_page(context, 0, done(context.words, made))


@journey.on(SendBack)
async def send_back(context: Context, record_id: int, reason: SendBackReason | None) -> Screen:
    if reason:
        await close_forms(context)
        return await sent_back(context, record_id, reason)
    record = await verifying.to_look_at(context, record_id)
    return await ask_for(context, BACK, ask_reason(context.words, record), record.id, record.entered_at)


async def sent_back(context: Context, record_id: int, reason: str) -> Screen:
    record = await verifying.send_back(context, record_id=record_id, reason=reason)
    return await show_page(context, 0, sent_back_line(context.words, record))


async def close_forms(context: Context) -> None:
    for question in (BACK, LONG):
        await question.finish(context)


@journey.answer(BACK)
async def typed_back(context: Context, reason: str, record: int, _entered_at: int) -> Screen:
    return await sent_back(context, record, reason)


@journey.answer(LONG, stays=True)
async def typed_long(context: Context, typed: str, record_id: int, _entered_at: int) -> None:
    """A yes confirms, and not whatever is typed."""
    record = await verifying.to_look_at(context, record_id)
    reason = verifying.read_reason(typed)
    revision = await forms.hold(context, LONG.form, reason)
    context.send(await beside(context, sure_of_reason(context.words, record, reason, LONG.form, revision)))


@journey.confirmed(LONG)
async def take_long(context: Context, typed: str, record_id: int, entered_at: int) -> Screen:
    reason = verifying.read_reason(typed)
    record = await verifying.confirm(context, record_id=record_id, entered_at=entered_at, reason=reason)
    await close_forms(context)
    return await show_page(context, 0, confirmed(context.words, record))


def page_screen(words: Words, waiting: WaitingPage, done: Markup | None = None) -> Screen:
    """``done``: what the last press brought about."""
    if not waiting.records:
        nothing = words.say("✅ Nothing is waiting for you.")
        again = ((Key(words.label("From the start"), ToVerify(0)),),) if waiting.total else ()
        if waiting.higher_total and not again:
            again = ((do(words, "menu"),),)
        parts = (done, nothing, *apart_lines(words, waiting))
        return Screen(Markup("\n").join(part for part in parts if part), again)
    lines = [done] if done else []
    lines.append(
        words.say_n("<b>{n} entry is waiting for you</b>", "<b>{n} entries are waiting for you</b>", waiting.total)
    )
    lines += [Markup("{}. {}").format(n, line(words, record)) for n, record in enumerate(waiting.records, 1)]
    lines += apart_lines(words, waiting)
    numbers = tuple(Key(str(n), VerifyOne(record.id)) for n, record in enumerate(waiting.records, 1))
    keys = [Key(words.label("Confirm all of these"), ConfirmPage(waiting.after, waiting.seal))]
    if waiting.more:
        keys.append(Key("›", ToVerify(waiting.records[-1].id)))
    return Screen(Markup("\n").join(lines), (numbers, tuple(keys)))


def apart_lines(words: Words, waiting: WaitingPage) -> list[Markup]:
    """What somebody higher confirms: to be seen, not to be pressed."""
    if not waiting.higher_total:
        return []
    head = words.say_n(
        "<b>{n} long day waits for somebody higher:</b>",
        "<b>{n} long days wait for somebody higher:</b>",
        waiting.higher_total,
    )
    roles = [role_name(words, Role(one.needs)) for one in waiting.higher]
    lines = [
        Markup("· {} → {}").format(line(words, one), role) for one, role in zip(waiting.higher, roles, strict=True)
    ]
    more = waiting.higher_total - len(waiting.higher)
    return [head, *lines, *([Markup("· {}").format(words.say_n("and {n} more", "and {n} more", more))] if more else [])]


def confirmed(words: Words, record: ServiceRecord) -> Markup:
    return words.say("✅ {who}: {hours} confirmed", who=who(words, record), hours=words.hours(record.minutes_of_all))


def sent_back_line(words: Words, record: ServiceRecord) -> Markup:
    return words.say("↩️ Sent back to {who}", who=who(words, record))


def ask_reason(words: Words, record: ServiceRecord) -> Screen:
    text = words.say("Why does it go back to {who}? Press, or type it in a few words.", who=who(words, record))
    keys = tuple((Key(words.label(label), SendBack(record.id, code)),) for code, label in shared.REASONS.items())
    return Screen(text, (*keys, (back_to(words, VerifyOne(record.id)),)))


def ask_long_reason(words: Words, record: ServiceRecord) -> Screen:
    """An administrator confirms a very long day, and says why."""
    text = words.say(
        "That makes a very long day for {who}. Why is it right? Type it in a few words.", who=who(words, record)
    )
    return Screen(text, ((back_to(words, VerifyOne(record.id)),),))


def sure_of_reason(words: Words, record: ServiceRecord, reason: str, form: str, revision: int) -> Screen:
    text = stack(
        words.say("<b>Confirm the long day for this reason?</b>"),
        words.say("{who}: “{reason}”", who=who(words, record), reason=reason),
    )
    yes = Key(words.label("Yes, confirm"), TakeTyped(form, revision, True))
    return ask_sure(text, yes, back_to(words, VerifyOne(record.id)))


def changed(words: Words) -> str:
    return words.label("Something changed meanwhile. Here is how it stands now.")


def line(words: Words, record: ServiceRecord) -> Markup:
    """Anna · Sat 5 Dec, 2 h 30 min · Care home visit ⚠️."""
    warned = " ⚠️" if record.entry.flags else ""
    return Markup("<b>{}</b> · {} · {} · {}{}").format(
        who(words, record),
        words.at(record.zone).label_day(record.day),
        words.hours(record.minutes_of_all),
        shared.what(words, record),
        warned,
    )


def done(words: Words, made: list[Credited]) -> Markup:
    """What became of a page: 5 confirmed; and what the rest needs."""
    verified = [their_one for their_one in made if their_one.refusal is None]
    minutes = sum(their_one.record.minutes_of_all for their_one in verified if their_one.record)
    lines = [
        words.say_n("✅ {n} entry confirmed, {hours}", "✅ {n} entries confirmed, {hours}", len(verified),
                    hours=words.hours(minutes))
    ] if verified else []  # fmt: skip
    return Markup("\n").join(
        [*lines, *left_lines(words, [their_one.refusal for their_one in made if their_one.refusal])]
    )


def left_lines(words: Words, left: list[Refusal]) -> Iterator[Markup]:
    """What each that is not confirmed needs."""
    kinds = Counter(type(their_one) for their_one in left)
    if n := kinds.pop(NeedsCoordinator, 0):
        yield words.say_n("{n} needs a coordinator: much in one day", "{n} need a coordinator: much in one day", n)
    if n := kinds.pop(NeedsAdministrator, 0):
        yield words.say_n(
            "{n} needs an administrator: very much in one day", "{n} need an administrator: very much in one day", n
        )
    if n := kinds.pop(ReasonMissing, 0):
        yield words.say_n("{n} needs a reason: tap its number", "{n} need a reason each: tap their numbers", n)
    if n := kinds.total():
        yield words.say_n("{n} could not be confirmed", "{n} could not be confirmed", n)


def one(words: Words, record: ServiceRecord) -> Screen:
    entry = record.entry
    lines = [
        words.say("<b>{who}</b>: {hours}", who=who(words, record), hours=words.hours(record.minutes_of_all)),
        Markup("{}").format(shared.when(words, record)),
        *shared.what_lines(words, record),
        words.say("Source: {source}", source=words.label(shared.SOURCES[entry.source])),
        *shared.why_lines(words, record),
        *shared.flag_lines(words, entry.flags),
    ]
    if entry.note and record.activity:
        lines.append(words.say("Note: {note}", note=entry.note))
    keys = (
        (
            Key(words.label("Confirm"), Confirm(record.id, record.entered_at)),
            Key(words.label("Send back"), SendBack(record.id, None)),
        ),
        (back_to(words, ToVerify(0)),),
    )
    return Screen(Markup("\n").join(lines), keys)


def who(words: Words, record: ServiceRecord) -> str:
    if record.entry.person_id is not None:
        return record.person
    heads = words.say_n("{n} person without a name", "{n} people without names", record.entry.heads)
    return str(words.say("{team}: {heads}", team=record.team, heads=heads).unescape())
