"""/manage: what one leads. Everything that changes an activity is in `changing`."""

from typing import Literal

from markupsafe import Markup

from bot.activities.rules import ActivityState
from bot.activities.rules import Led as Led_
from bot.leading import acts as leading
from bot.leading import changing
from bot.leading.rules import LeadCard, LedPage, TodayLook
from bot.speech.pages import in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import stack
from handlers.leading import lead_card as view
from handlers.leading.lead_card import heading, led_label, more, roll_call_word, sharing_keys
from handlers.links.leading import (
    AddSession,
    AskCancel,
    AskCancelToday,
    Close,
    GoAhead,
    HandOver,
    Helpers,
    Hold,
    Led,
    Manage,
    More,
    MoreOf,
    NotSeen,
    Postpone,
    SendAgain,
    Today,
)
from handlers.links.leading import Led as LedPress
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()


@journey.command("manage")
async def open_today(context: Context) -> None:
    context.send(today(context.words, await leading.today(context)))


@journey.on(Today)
async def show_today(context: Context) -> Screen:
    return today(context.words, await leading.today(context))


@journey.on(Led)
async def turn_page(context: Context, past: bool, page_id: int) -> Screen:
    return led_page(context.words, await leading.page(context, past=past, number=page_id), context.now)


@journey.on(Manage)
async def show_card(context: Context, shift: int) -> Screen:
    card = await leading.lead_card(context, shift_id=shift)
    await changing.give_up(context)
    return view.lead_card(context.words, card)


@journey.on(More)
async def show_more(context: Context, shift: int) -> Screen:
    card = await leading.lead_card(context, shift_id=shift)
    await changing.give_up(context)
    return view.more(context.words, card)


@journey.on(MoreOf)
async def show_more_of(context: Context, shift: int, group: Literal["dates", "sign_ups", "leads"]) -> Screen:
    return more_of(context.words, await leading.lead_card(context, shift_id=shift), group)


def today(words: Words, look: TodayLook) -> Screen:
    """One line an activity: signed up, no answer, roll-call done or not."""
    if look.led:
        text = stack(
            words.say("<b>Today, {day}</b>", day=words.day(look.now)),
            *(led_line(words, one, look.now) for one in look.led),
        )
    else:
        text = words.say("Nothing of yours today, {day}.", day=words.day(look.now))
    listed = tuple((Key(led_label(words, one), Manage(one.shift_id)),) for one in look.led)
    return Screen(text, (*listed, *off_keys(words, look), led_keys(words)))


def led_page(words: Words, page: LedPage, now: int) -> Screen:
    if not page.led:
        nothing = words.say("Nothing yet.") if page.past else words.say("Nothing is coming up.")
        return Screen(nothing, (led_keys(words),))
    heading = words.say("<b>Past activities</b>") if page.past else words.say("<b>Coming activities</b>")
    lines = [
        Markup("{} · {}").format(words.at(one.zone).label_day(one.starts_at), led_line(words, one, now))
        for one in page.led
    ]
    listed = tuple((Key(led_label(words, one), Manage(one.shift_id)),) for one in page.led)
    turn = turns(page.page, page.more, lambda to: LedPress(page.past, to), page.pages)
    return Screen(stack(heading, *lines), (*listed, *((tuple(turn),) if turn else ()), led_keys(words)))


def more_of(words: Words, card: LeadCard, group: str) -> Screen:
    """One group; a group that nobody offered, or that came to nothing meanwhile, is the whole list again."""
    keys = MORE[group](words, card) if group in MORE and not card.over and not card.shift.activity.cancelled else []
    if not keys:
        return more(words, card)
    return Screen(heading(words, card), (*in_rows(keys, 2), (back_to(words, More(card.shift.id)),)))


def led_line(words: Words, led: Led_, now: int) -> Markup:
    there = words.at(led.zone)
    parts = [words.say("{n} signed up", n=words.number(led.taken))]
    if led.state == ActivityState.CANCELLED:
        parts = [words.say("cancelled")]
    elif led.starts_at > now:
        parts += [words.say("{n} no answer yet", n=words.number(led.silent))] if led.silent else []
        parts += [words.say("{n} waiting", n=words.number(led.waiting))] if led.waiting else []
        parts += [words.say("on hold")] if led.state == ActivityState.ON_HOLD else []
    else:
        parts.append(roll_call_word(words, led.roll_call))
    return Markup("{} <b>{}</b> · {}").format(there.time(led.starts_at), led.title, Markup(" · ").join(parts))


def off_keys(words: Words, look: TodayLook) -> Rows:
    keys = []
    if look.outdoor_own:
        keys.append((Key(words.label("Cancel all my outdoor activities today"), AskCancelToday(False)),))
    if look.outdoor_station > look.outdoor_own:
        keys.append((Key(words.label("Cancel the station's outdoor activities today"), AskCancelToday(True)),))
    return tuple(keys)


def led_keys(words: Words) -> tuple[Key, ...]:
    return (
        Key(words.label("Today"), Today()),
        Key(words.label("Coming"), LedPress(False, 0)),
        Key(words.label("Past"), LedPress(True, 0)),
    )


def date_keys(words: Words, card: LeadCard) -> list[Key]:
    """Whether and when it takes place."""
    shift = card.shift
    keys = [Key(words.label("Postpone"), Postpone(shift.id, 0))]
    if shift.state == ActivityState.ON_HOLD:
        keys.insert(0, Key(words.label("It takes place"), GoAhead(shift.id)))
    elif not card.started:
        keys.append(Key(words.label("Put on hold"), Hold(shift.id)))
    keys.append(Key(words.label("Add a session"), AddSession(shift.id, 0)))
    return [*keys, Key(words.label("Cancel activity"), AskCancel(shift.activity_id))]


def sign_up_keys(words: Words, card: LeadCard) -> list[Key]:
    """Who may still come, and how they hear of it."""
    shift, keys = card.shift, []
    if shift.state == ActivityState.ON_HOLD:
        keys.append(Key(words.label("Who has seen it"), NotSeen(shift.activity_id, "held")))
    if shift.state == ActivityState.PUBLISHED and not card.started:
        keys.append(Key(words.label("Send again"), SendAgain(shift.id)))
        keys.append(Key(words.label("Close sign-ups"), Close(shift.id)))
    if shift.state == ActivityState.CLOSED:
        keys.append(Key(words.label("Open sign-ups"), GoAhead(shift.id)))
    return [*keys, *sharing_keys(words, card)]


def leading_keys(words: Words, card: LeadCard) -> list[Key]:
    if not card.may_hand_over:
        return []
    return [
        Key(words.label("Helpers"), Helpers(card.shift.id)),
        Key(words.label("Hand over"), HandOver(card.shift.id)),
    ]


MORE = {"dates": date_keys, "sign_ups": sign_up_keys, "leads": leading_keys}
