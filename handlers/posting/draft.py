"""The draft of an activity: one question after the other, each answer shown in the card."""

from collections.abc import Awaitable, Callable
from typing import TypeVarTuple

from markupsafe import Markup

from bot.ground.drafts import CHOICES, LONG_WAIT
from bot.ground.frozen import replace
from bot.ground.refusals import UNREADABLE, FieldTwice, Refusal, StaleCard
from bot.messages import broadcasting
from bot.messages.shown import Progress
from bot.posting import acts as posting
from bot.posting import publishing
from bot.posting.form import ASKED, FIELDS
from bot.posting.rules import PostDraft
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.field_values import target_name
from handlers.activities.fields import SHOWN, field_name
from handlers.activities.lines import long_line, stack
from handlers.links.activities import CopyText
from handlers.links.leading import Manage
from handlers.links.posting import (
    Answer,
    AskField,
    BackToLook,
    Calendar,
    ChangePost,
    Discard,
    Inert,
    PlaceAgain,
    PostField,
    Publish,
)
from handlers.messages.broadcast_card import progress_keys, progress_lines
from handlers.posting.calendars import calendar_keys
from handlers.refusals.typed import problem_line
from handlers.talk.journeys import Journey
from handlers.talk.offering import beside
from handlers.talk.ways import back_to

journey = Journey()


OWN = (Answer, PlaceAgain, Calendar, ChangePost, AskField, BackToLook, Publish, Inert)


Parts = TypeVarTuple("Parts")


def fresh(
    handle: Callable[[Context, *Parts], Awaitable[Screen | None]],
) -> Callable[[Context, *Parts], Awaitable[Screen | None]]:
    """A press on an older card of the draft changes nothing and shows the draft as it is."""

    async def run(context: Context, *parts: *Parts) -> Screen | None:
        try:
            return await handle(context, *parts)
        except StaleCard:
            context.toast(context.words.label("That card was out of date; here is the draft as it is."))
            return show(context, await posting.current(context))

    return run


def show(context: Context, draft: PostDraft, page: int = 0) -> Screen:
    return draft_card(context.words, draft, page)


@journey.on(Answer, within=fresh)
async def answer(context: Context, revision: int, value: str) -> Screen:
    return show(
        context,
        await posting.answer(context, text=value, revision=revision),
    )


@journey.again(posting.FORM)
async def again(context: Context) -> Screen:
    return show(context, await posting.current(context))


@journey.typed(posting.FORM, waits=LONG_WAIT, answers=CHOICES, own=OWN)
async def typed(context: Context) -> None:
    """What cannot be read may have been meant for somebody else."""
    draft = await posting.answer(context, text=context.rest)
    shown = draft_card(context.words, draft)
    wrong = draft.unread or isinstance(draft.problems.get(draft.asks or ""), UNREADABLE)
    context.send(await beside(context, shown) if wrong else shown)


@journey.on(PlaceAgain, within=fresh)
async def place_again(context: Context, revision: int, shift: int) -> Screen:
    return show(
        context,
        await posting.place_again(context, revision=revision, shift_id=shift),
    )


@journey.on(Calendar, within=fresh)
async def turn_calendar(context: Context, revision: int, page: int) -> Screen:
    return show(context, await posting.current(context, revision=revision), page)


@journey.on(ChangePost, within=fresh)
async def show_choose_field(context: Context, revision: int) -> Screen:
    draft = await posting.stop_asking(context, revision=revision)
    keys = [Key(field_name(context.words, field), AskField(draft.revision, field)) for field in FIELDS]
    rows = in_rows(keys)
    back = (back_to(context.words, BackToLook(draft.revision)),)
    return Screen(context.words.say("What should be changed?"), (*rows, back))


@journey.on(AskField, within=fresh)
async def ask_field(context: Context, revision: int, field: PostField) -> Screen:
    return show(
        context,
        await posting.ask(context, revision=revision, field=field),
    )


@journey.on(BackToLook, within=fresh)
async def back_to_look(context: Context, revision: int) -> Screen:
    return show(context, await posting.stop_asking(context, revision=revision))


@journey.on(Publish, within=fresh)
async def publish(context: Context, revision: int) -> Screen:
    before = await publishing.published_before(context, revision=revision)
    if before is not None:
        context.toast(context.words.label("It is published already."))
    made = before or await publishing.publish(context, revision=revision)
    progress = await broadcasting.progress(context, broadcast_id=made.broadcast_id)
    return published(context.words, made.shift.id, progress)


@journey.on(Discard)
async def discard(context: Context, revision: int) -> Screen:
    await posting.discard(context)
    return Screen(context.words.say("Discarded. Nothing was published."))


@journey.on(Inert)
async def inert(context: Context) -> None:
    """Not a day: the press is answered, and nothing else."""


def draft_card(words: Words, draft: PostDraft, page: int = 0) -> Screen:
    """What is said so far, what is wrong, and the next question; or the look before publishing."""
    if draft.asks is None:
        return ready_card(words, draft)
    text = stack(
        (words.say("✍️ <b>New activity</b>") if not draft.like else words.say("🔁 <b>Same as last time</b>")),
        *said_lines(words, draft),
        *problem_lines(words, draft),
        missing_line(words, draft),
        Markup("\n<b>{}</b>").format(question(words, draft)),
    )
    back = back_to(words, ChangePost(draft.revision))
    stop = Key(words.label("Discard"), Discard(draft.revision))
    below = (back, stop) if draft.ready else (stop,)
    return Screen(text, (*answer_keys(words, draft, page), below))


def missing_line(words: Words, draft: PostDraft) -> Markup | None:
    """Only where something was said already: an empty draft misses everything, and asks for it."""
    others = [field for field in draft.missing if field != draft.asks]
    if not others or not draft.values.title or draft.like:
        return None
    return words.say("Still missing: {fields}", fields=words.list([field_name(words, field) for field in others]))


def ready_card(words: Words, draft: PostDraft) -> Screen:
    """The look: everything people will read, and how many will be told."""
    values = draft.values
    text = stack(
        words.say("👀 <b>Have a look. All right?</b>"),
        *said_lines(words, draft),
        *problem_lines(words, draft),
        long_line(words, values.starts_at or 0, values.ends_at or 0),
        words.say("⚠️ {team} has “{title}” at this hour already.", team=draft.target.name, title=draft.at_same_hour)
        if draft.at_same_hour and draft.target
        else None,
        Markup("\n{}").format(audience_line(words, draft)),
    )
    keys: Rows = (
        (
            Key(words.label("Publish"), Publish(draft.revision)),
            Key(words.label("Change"), ChangePost(draft.revision)),
            Key(words.label("Discard"), Discard(draft.revision)),
        ),
    )
    return Screen(text, keys if values.title else ())


TARGETS = 12  # as many as can be looked through; the rest can be typed


def question(words: Words, draft: PostDraft) -> str:
    if draft.asks == "start" and draft.day is not None:
        return words.label("At what time? Choose, or type it: 9:00-11:30")
    return words.label(SHOWN[draft.asks or ASKED[0]].question)


def answer_keys(words: Words, draft: PostDraft, page: int = 0) -> Rows:
    """The ready answers to what the draft asks; everything can be typed as well."""
    asks, revision = draft.asks, draft.revision
    if asks == "start" and draft.day is None:
        return calendar_keys(
            words,
            draft.today,
            page,
            lambda day: Answer(revision, day.isoformat()),
            lambda turned: Calendar(revision, turned),
        )
    if asks == "place":
        return tuple((Key(past.place[:60], PlaceAgain(revision, past.shift_id)),) for past in draft.places)
    if asks == "team":
        nearest = draft.targets[:TARGETS]
        return tuple((Key(target_name(words, target), Answer(revision, target.code)),) for target in nearest)
    wide, ready = ready_answers(words, draft)
    keys = [Key(label, Answer(revision, value)) for value, label in ready.items()]
    return tuple(tuple(keys[at : at + wide]) for at in range(0, len(keys), wide))


def problem_lines(words: Words, draft: PostDraft) -> list[Markup]:
    there = words.at(draft.zone)
    lines = [
        words.say("⚠️ {field}: {problem}", field=field_name(words, field), problem=problem_line(there, refusal))
        for field, refusal in draft.problems.items()
    ]
    return lines + [words.say("⚠️ {problem}", problem=unread_line(there, refusal)) for refusal in draft.unread]


def unread_line(words: Words, refusal: Refusal) -> Markup:
    twice = field_name(words, refusal.field) if isinstance(refusal, FieldTwice) else ""
    return problem_line(words, refusal, twice)


def audience_line(words: Words, draft: PostDraft) -> Markup:
    if draft.more:
        return words.say("More than {n} people will be told", n=words.number(draft.people))
    told = words.say_n("{n} person will be told", "{n} people will be told", draft.people)
    if not draft.out_of_reach:
        return told
    out = words.say_n("{n} without Telegram: please phone", "{n} without Telegram: please phone", draft.out_of_reach)
    return Markup("{} · {}").format(told, out)


def said_lines(words: Words, draft: PostDraft) -> list[Markup]:
    """Field by field, as it was understood; in the look also what goes without saying."""
    said = {code: SHOWN[code].in_draft(words, draft, code) for code in FIELDS if code not in draft.problems}
    return [
        words.say("{field}: {value}", field=field_name(words, code), value=text) for code, text in said.items() if text
    ]


CLOCKS = ("0900", "0930", "1000", "1400", "1430", "1500", "1830", "1900")
"""As they can be typed without a colon, which a button would not carry."""


def ready_answers(words: Words, draft: PostDraft) -> tuple[int, dict[str, str]]:
    """How many stand in a row, and the labels by what they say."""
    if draft.asks == "start":
        return 4, {clock: f"{int(clock[:2])}:{clock[2:]}" for clock in CLOCKS}
    team = draft.target.name if draft.target and draft.target.team_id else ""
    shown = SHOWN[draft.asks or ASKED[0]]
    return shown.wide, shown.ready(words.at(draft.zone), replace(draft.values, team=team))


def published(words: Words, shift_id: int, progress: Progress) -> Screen:
    """Done; and how far the announcement has come."""
    text = stack(words.say("✅ <b>Published.</b>"), *progress_lines(words, progress))
    keys: Rows = (
        (Key(words.label("Manage"), Manage(shift_id)), Key(words.label("Copy text"), CopyText(shift_id))),
        progress_keys(words, progress),
    )
    return Screen(text, keys)
