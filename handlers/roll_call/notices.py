"""The card that comes by itself, the captain's, and the lead's to confirm."""

from collections.abc import Container

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground import notices
from bot.roll_call import cards, due_cards, finishing, over
from bot.roll_call.correcting import acts as correcting
from bot.roll_call.rules import Line
from bot.roll_call.shown import CoveredLook, HandedLook, MarkLook, RollCallCard, SubmittedLook
from bot.speech.screens import InPlace, Key, Screen
from bot.speech.words import Words
from bot.wire.rendering import Telling
from handlers.activities.lines import stack
from handlers.links.roll_call import ConfirmRollCall, Finish, OpenRollCall
from handlers.roll_call import card as card_views
from handlers.roll_call.card import card, line_label
from handlers.roll_call.lines import NAMES_SHOWN, longer_names, mark_name, next_lines, number_lines
from handlers.sign_ups.lines import which_line
from handlers.talk.journeys import Journey
from handlers.talk.menu_keys import do

journey = Journey()


@journey.notice(notices.RollCallCard)
async def show_due_card(to: Telling, shift: int) -> Screen | None:
    return to.say(due_card, await due_cards.card_for(await to.desk(), shift_id=shift))


@journey.notice(notices.RollCallHanded)
async def show_handed(to: Telling, shift: int, by: int) -> Screen | None:
    return to.say(handed, await due_cards.handed_look(await to.desk(), shift_id=shift, by=by))


@journey.notice(notices.RollCallSubmitted)
async def show_submitted(to: Telling, shift: int, by: int) -> Screen | None:
    return to.say(submitted, await due_cards.submitted_look(await to.desk(), shift_id=shift, by=by))


@journey.notice(notices.RollCallFresh)
async def fresh(to: Telling, shift: int, message: int) -> InPlace | None:
    found = await cards.fresh(await to.desk(), shift_id=shift, message_id=message)
    return InPlace(card_views.card(to.words, found.card, found.page), found.message_id) if found else None


@journey.notice(notices.MarkCorrected)
async def show_mark_corrected(to: Telling, shift: int, reason: str, by: int) -> Screen | None:
    return await show_mark_corrected_for(to, shift, reason, by, to.person_id)


@journey.notice(notices.MarkCorrectedFor)
async def show_mark_corrected_for(to: Telling, shift: int, reason: str, by: int, person: int) -> Screen | None:
    found = await correcting.mark_look(to.tx, person, shift_id=shift, reason=reason, by=by, reader_id=to.person_id)
    return to.say(mark_corrected, found)


def mark_corrected(words: Words, look: MarkLook) -> Screen:
    """To the person, where no hours tell it."""
    text = stack(
        words.say("✏️ {name} has put the roll-call right. You are marked now: {mark}", name=look.by,
                  mark=mark_name(words, look.line))
        if look.name is None
        else words.say("✏️ {name} has put the roll-call right. {person} is marked now: {mark}", name=look.by,
                       person=look.name, mark=mark_name(words, look.line)),
        which_line(words, look.shift),
        words.say("Reason: {reason}", reason=look.reason),
    )  # fmt: skip
    return Screen(text, ((do(words, "hours"),),))


@journey.notice(notices.HoursCovered)
async def show_covered(to: Telling, shift: int) -> Screen | None:
    return await show_covered_for(to, shift, to.person_id)


@journey.notice(notices.HoursCoveredFor)
async def show_covered_for(to: Telling, shift: int, person: int) -> Screen | None:
    found = await finishing.covered_look(to.tx, person, shift_id=shift, reader_id=to.person_id)
    return to.say(covered, found)


def covered(words: Words, look: CoveredLook) -> Screen:
    """To the person: nothing was added, and what counts instead."""
    there = words.at(look.shift.zone)
    text = stack(
        words.say("Nothing is added for this one: that time counts for you already.")
        if look.name is None
        else words.say("Nothing is added for {name} here: that time counts already.", name=look.name),
        which_line(words, look.shift),
        *(
            Markup("· {} ({})").format(one.activity or "…", there.span(one.span.starts_at, one.span.ends_at))
            for one in look.others[:NAMES_SHOWN]
        ),
        words.say("Not right? Please tell {lead}.", lead=look.shift.activity.lead_name),
    )
    return Screen(text, ((do(words, "hours"),),))


@journey.notice(notices.FinishRoll)
async def show_finish_roll(to: Telling, shift: int, again: int) -> Screen | None:
    found = await over.unfinished_look(await to.desk(), shift_id=shift)
    return finish_roll(to.words, found, again=bool(again)) if found else None


def finish_roll(words: Words, look: RollCallCard, *, again: bool) -> Screen:
    """To the lead and the captain: hours count once it is finished."""
    first = (
        words.say("📋 <b>The roll is still open. Finish it today?</b>")
        if again
        else words.say("📋 <b>It is over. Finish the roll?</b>")
    )
    text = stack(
        first,
        which_line(words, look.shift),
        words.say("Marked as here: {came} of {expected}.", **card_views.counts(words, look)),
        words.say("Hours count only once it is finished."),
    )
    shift = look.shift.id
    keys = (Key(words.label("Finish"), Finish(shift)), Key(words.label("Do roll-call"), OpenRollCall(shift, 0)))
    return Screen(text, (keys,))


@journey.notice(notices.CheckOut)
async def show_check_out(to: Telling, shift: int) -> Screen | None:
    return to.say(check_out, await over.check_out_look(await to.desk(), shift_id=shift))


def check_out(words: Words, shift: Shift) -> Screen:
    """To who has checked in with a code."""
    text = stack(
        words.say("👋 <b>Time to check out</b>"),
        which_line(words, shift),
        words.say("Use the code on {lead}'s screen once more. Without it, the planned end counts.",
                  lead=shift.activity.lead_name),
    )  # fmt: skip
    return Screen(text, ((do(words, "checkin"),),))


def due_card(words: Words, look: RollCallCard) -> Screen:
    """To the lead, by itself, shortly before the start."""
    return card(words, look)


def handed(words: Words, look: HandedLook) -> Screen:
    """To the captain: the card, with whose wish it is."""
    shown = card(words, look.card)
    first = words.say("{name} asks you to take the roll.", name=look.by)
    return Screen(stack(first, shown.text), shown.keys)


def submitted(words: Words, look: SubmittedLook) -> Screen:
    """To the lead: what a captain has finished, with everybody who was not simply here."""
    shift = look.card.shift
    by_code = look.card.by_code
    odd = [odd_label(words, line, by_code.get(line.person_id)) for line in look.card.lines if is_odd(line, by_code)]
    longer = look.card.longer
    text = stack(
        words.say(
            "📋 <b>{name} has taken the roll: {came} of {expected} came</b>",
            name=look.by,
            came=words.number(look.card.came),
            expected=words.number(look.card.expected),
        ),
        which_line(words, shift),
        *(Markup("{}").format(label) for label in odd[: 2 * NAMES_SHOWN]),
        *number_lines(words, None, 0, look.card.call.beneficiaries),
        words.say("Stayed longer: {names}", names=longer_names(words, longer)) if longer else None,
        *next_lines(words, look.card.runs_into),
        words.say("Your tap makes these hours count."),
    )
    keys = [Key(words.label("Confirm"), ConfirmRollCall(shift.id, False))]
    if longer:
        keys.append(Key(words.label("Confirm, with the extra time"), ConfirmRollCall(shift.id, True)))
    return Screen(text, (tuple(keys), (Key(words.label("Look at it"), OpenRollCall(shift.id, 0)),)))


def is_odd(line: Line, by_code: Container[int]) -> bool:
    """Who was not simply here from beginning to end: by the roll, or by the own codes."""
    marked = line.attendance
    said = marked is not None and (not marked.came or bool(marked.late_minutes or marked.early_minutes))
    return said or line.person_id in by_code


def odd_label(words: Words, line: Line, minutes: int | None) -> str:
    """With the minutes that their codes leave."""
    label = line_label(words, line)
    return label if minutes is None else f"{label} · {words.hours(minutes)}"
