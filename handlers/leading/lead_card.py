"""/manage: today first, one line an activity; then one card a shift, with what can be done to it."""

from markupsafe import Markup

from bot.activities.rules import Led, Shift
from bot.leading import acts as leading
from bot.leading.rules import LeadCard
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from handlers.activities.lines import meet_line, stack, state_line, title_line, when_line
from handlers.call_list import lines as call_list
from handlers.leading.lines import busy_line
from handlers.links.activities import CopyText, DetailsOfLed
from handlers.links.leading import (
    AskTakeUp,
    ChooseField,
    Copy,
    Handouts,
    Manage,
    More,
    MoreOf,
    NotSeen,
    Participants,
    WriteToParticipants,
)
from handlers.links.roll_call import OpenRollCall
from handlers.talk.ways import back_to


def roll_call_word(words: Words, state: str | None) -> Markup:
    if state == "closed":
        return words.say("roll-call done")
    return words.say("roll-call waits for you") if state == "submitted" else words.say("roll-call not done")


def led_label(words: Words, led: Led) -> str:
    there = words.at(led.zone)
    return f"{there.label_moment(led.starts_at)} · {led.title[:40]}"


def lead_card(words: Words, card: LeadCard) -> Screen:
    """How one shift stands, and the four things done most."""
    shift, counts = card.shift, card.counts
    text = stack(
        state_line(words, shift.activity),
        title_line(words, shift.title),
        when_line(words, shift),
        meet_line(words, shift),
        words.say("{taken} of {places} taken", taken=words.number(shift.taken), places=words.number(shift.capacity)),
        words.say(
            "{n} said they'll come, {silent} no answer yet",
            n=words.number(counts.yes),
            silent=words.number(counts.silent),
        )
        if counts.yes or counts.silent
        else None,
        busy_line(words, card.busy),
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
        after_all = () if card.over else (Key(words.label("Hold it after all"), AskTakeUp(shift.activity_id)),)
        return (
            (Key(words.label("Who has seen it"), NotSeen(shift.activity_id, "cancelled")), calls),
            (*after_all, more),
        )
    if card.roll_call not in {None, "closed"}:
        return ((Key(words.label("Do roll-call"), OpenRollCall(shift.id, 0)), people), (write, more))
    if card.over:
        last = calls if card.to_phone else again_key(words, card)
        return ((*roll_keys(words, card), people), (last, more))
    return ((people, Key(words.label("Edit"), ChooseField(shift.id, 0))), (write, more))


def more(words: Words, card: LeadCard) -> Screen:
    """What is done more rarely, in groups; what is over has few things left, without any."""
    shift = card.shift
    back = (back_to(words, Manage(shift.id)),)
    if card.over or shift.activity.cancelled:
        others = [again_key(words, card), *sharing_keys(words, card)]
        if shift.activity.cancelled:
            others = [*roll_keys(words, card), *others]
        return Screen(heading(words, card), (*in_rows(others, 2), back))
    keys = [
        Key(words.label("Postpone or cancel"), MoreOf(shift.id, "dates")),
        Key(words.label("Sign-ups"), MoreOf(shift.id, "sign_ups")),
        *([Key(words.label("Who leads"), MoreOf(shift.id, "leads"))] if card.may_hand_over else []),
        again_key(words, card),
    ]
    return Screen(heading(words, card), (*in_rows(keys, 2), back))


def heading(words: Words, card: LeadCard) -> Markup:
    return stack(title_line(words, card.shift.title), when_line(words, card.shift))


def again_key(words: Words, card: LeadCard) -> Key:
    return Key(words.label("Do it again"), Copy(card.shift.id))


def roll_keys(words: Words, card: LeadCard) -> tuple[Key, ...]:
    """Who was there, once the roll is finished: it can still be put right."""
    if card.roll_call != "closed":
        return ()
    return (Key(words.label("See the roll-call"), OpenRollCall(card.shift.id, 0)),)


def sharing_keys(words: Words, card: LeadCard) -> list[Key]:
    """What is over or called off goes on no paper any more."""
    text = Key(words.label("Copy text"), CopyText(card.shift.id))
    if card.over or card.shift.activity.cancelled:
        return [text, details_key(words, card.shift.id)]
    return [text, Key(words.label("Poster and lists"), Handouts(card.shift.id))]


def details_key(words: Words, shift: int) -> Key:
    return Key(words.label("Details"), DetailsOfLed(shift))


async def show_card(context: Context, shift: Shift) -> Screen:
    return lead_card(context.words, await leading.lead_card(context, shift_id=shift.id))
