"""/manage: today first, one line an activity; then one card a shift, with what can be done to it."""

from markupsafe import Markup

from bot.activities.rules import ActivityState, Led
from bot.leading.rules import LeadCard, LedPage, TodayLook
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import meet_line, stack, state_line, title_line, when_line
from handlers.activities.lists import in_rows
from handlers.call_list import screens as call_list
from handlers.links.activities import CopyText, Details
from handlers.links.leading import (
    AddSession,
    AskCancel,
    AskCancelToday,
    ChooseField,
    Close,
    Copy,
    GoAhead,
    HandOver,
    Helpers,
    Hold,
    Manage,
    More,
    MoreOf,
    NotSeen,
    Participants,
    Postpone,
    SendAgain,
    Today,
    WriteToParticipants,
)
from handlers.links.leading import Led as LedPress
from handlers.links.roll_call import OpenRollCall


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


def led_line(words: Words, led: Led, now: int) -> Markup:
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


def roll_call_word(words: Words, state: str | None) -> Markup:
    if state == "closed":
        return words.say("roll-call done")
    return words.say("roll-call waits for you") if state == "submitted" else words.say("roll-call not done")


def led_label(words: Words, led: Led) -> str:
    there = words.at(led.zone)
    return f"{there.short_day(led.starts_at)} {there.time(led.starts_at)} · {led.title[:40]}"


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


def led_page(words: Words, page: LedPage, now: int) -> Screen:
    if not page.led:
        nothing = words.say("Nothing yet.") if page.past else words.say("Nothing is coming up.")
        return Screen(nothing, (led_keys(words),))
    heading = words.say("<b>Past activities</b>") if page.past else words.say("<b>Coming activities</b>")
    lines = [
        Markup("{} · {}").format(words.at(one.zone).short_day(one.starts_at), led_line(words, one, now))
        for one in page.led
    ]
    listed = tuple((Key(led_label(words, one), Manage(one.shift_id)),) for one in page.led)
    turns = [Key("‹", LedPress(page.past, page.page - 1))] if page.page else []
    turns += [Key("›", LedPress(page.past, page.page + 1))] if page.more else []
    return Screen(stack(heading, *lines), (*listed, *((tuple(turns),) if turns else ()), led_keys(words)))


def lead_card(words: Words, card: LeadCard) -> Screen:
    """How one shift stands, and the four things done most."""
    shift, counts = card.shift, card.counts
    text = stack(
        state_line(words, shift.activity),
        title_line(words, shift.title),
        when_line(words, shift),
        meet_line(words, shift),
        words.say(
            "{taken} of {places} places taken", taken=words.number(shift.taken), places=words.number(shift.capacity)
        ),
        words.say(
            "{n} said they'll come, {silent} no answer yet",
            n=words.number(counts.confirmed - counts.silent),
            silent=words.number(counts.silent),
        ),
        words.say("{n} on the waiting list", n=words.number(counts.waitlisted)) if counts.waitlisted else None,
        words.say("At least {n} needed", n=words.number(shift.minimum)) if shift.minimum else None,
        words.say("Helpers: {names}", names=words.list(list(card.helpers))) if card.helpers else None,
        Markup("{}").format(roll_call_word(words, card.roll_call))
        if card.started and not shift.activity.cancelled
        else None,
    )
    return Screen(text, card_keys(words, card))


def card_keys(words: Words, card: LeadCard) -> Rows:
    """What is due first; at most four. Whom to phone goes before writing to them, which the participants have too."""
    shift = card.shift
    people = Key(words.label("Participants"), Participants(shift.id, 0))
    more = Key(words.label("More"), More(shift.id))
    calls = call_list.key(words, shift.activity_id, card.to_phone)
    write = calls if card.to_phone else Key(words.label("Write to them"), WriteToParticipants(shift.id))
    if shift.activity.cancelled:
        return ((Key(words.label("Who has seen it"), NotSeen(shift.activity_id, "cancelled")), calls), (more,))
    if card.roll_call not in {None, "closed"}:
        return ((Key(words.label("Do roll-call"), OpenRollCall(shift.id, 0)), people), (write, more))
    if card.over:
        rest = ((calls,),) if card.to_phone else ()
        return ((people, Key(words.label("Do it again"), Copy(shift.id)), more), *rest)
    return ((people, Key(words.label("Edit"), ChooseField(shift.id, 0))), (write, more))


def more(words: Words, card: LeadCard) -> Screen:
    """What is done more rarely, in groups; what is over has few things left, without any."""
    shift = card.shift
    back = (Key(words.label("Back"), Manage(shift.id)),)
    if card.over or shift.activity.cancelled:
        return Screen(heading(words, card), (*in_rows([again_key(words, card), *sharing_keys(words, card)], 2), back))
    keys = [
        Key(words.label("Postpone or cancel"), MoreOf(shift.id, "dates")),
        Key(words.label("Sign-ups"), MoreOf(shift.id, "sign_ups")),
        *([Key(words.label("Who leads"), MoreOf(shift.id, "leads"))] if card.may_hand_over else []),
        again_key(words, card),
    ]
    return Screen(heading(words, card), (*in_rows(keys, 2), back))


def more_of(words: Words, card: LeadCard, group: str) -> Screen:
    """One group; a group that nobody offered, or that came to nothing meanwhile, is the whole list again."""
    keys = MORE[group](words, card) if group in MORE and not card.over and not card.shift.activity.cancelled else []
    if not keys:
        return more(words, card)
    return Screen(heading(words, card), (*in_rows(keys, 2), (Key(words.label("Back"), More(card.shift.id)),)))


def heading(words: Words, card: LeadCard) -> Markup:
    return stack(title_line(words, card.shift.title), when_line(words, card.shift))


def again_key(words: Words, card: LeadCard) -> Key:
    return Key(words.label("Do it again"), Copy(card.shift.id))


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


def sharing_keys(words: Words, card: LeadCard) -> list[Key]:
    return [
        Key(words.label("Copy text"), CopyText(card.shift.id)),
        Key(words.label("Details"), Details(card.shift.id)),
    ]


def leading_keys(words: Words, card: LeadCard) -> list[Key]:
    if not card.may_hand_over:
        return []
    return [
        Key(words.label("Helpers"), Helpers(card.shift.id)),
        Key(words.label("Hand over"), HandOver(card.shift.id)),
    ]


MORE = {"dates": date_keys, "sign_ups": sign_up_keys, "leads": leading_keys}
