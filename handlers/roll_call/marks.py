"""What is asked after a name, a group or *Hand to captain* was tapped. Five marks are a list, so all of them show."""

from collections.abc import Mapping

from markupsafe import Markup

from bot.roll_call.looks import RollCallCard, WalkInChoice
from bot.roll_call.rules import AttendanceState, GroupHeads, Line, MarkSource
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack
from handlers.links.roll_call import (
    AddWalkIn,
    HandTo,
    MarkOne,
    SetHeads,
    SetMark,
    SetMinutes,
    WalkInName,
    WalkInPerson,
)
from handlers.roll_call.card import back_key, line_label
from handlers.talk.menu_screens import in_pairs

MARKS = {
    AttendanceState.HERE: later("Here"),
    AttendanceState.LATE: later("Late"),
    AttendanceState.LEFT_EARLY: later("Left early"),
    AttendanceState.NO_SHOW: later("Didn't come"),
    AttendanceState.EXCUSED: later("Told us"),
}
MINUTES = (15, 30, 60)
MOST_HEADS = 20  # number buttons; more are typed


def ask_mark(words: Words, look: RollCallCard, line: Line, page: int) -> Screen:
    text = stack(
        Markup("<b>{}</b>").format(line_label(words, line)),
        checked_in_line(words, look, line),
        words.say("How was it?"),
    )
    shift = look.shift.id
    keys = [Key(words.label(label), SetMark(shift, line.person_id, page, mark)) for mark, label in MARKS.items()]
    return Screen(text, in_pairs([*keys, back_key(words, shift, page)]))


def checked_in_line(words: Words, look: RollCallCard, line: Line) -> Markup | None:
    """What the person said with the lead's code."""
    marked, there = line.attendance, words.at(look.shift.zone)
    if marked is None or marked.here_at is None or marked.source is not MarkSource.CHECK_IN:
        return None
    if marked.left_at is None:
        return words.say("Checked in at {time}.", time=there.time(marked.here_at))
    return words.say(
        "Checked in at {time}, checked out at {left}.",
        time=there.time(marked.here_at),
        left=there.time(marked.left_at),
    )


def ask_minutes(words: Words, look: RollCallCard, line: Line, page: int, mark: AttendanceState) -> Screen:
    shift = look.shift
    said = (
        words.say("How late was {name}? Press, or type the minutes.", name=line.name)
        if mark is AttendanceState.LATE
        else words.say("How much earlier did {name} leave? Press, or type the minutes.", name=line.name)
    )
    keys = tuple(
        Key(words.label("{n} min", n=n), SetMinutes(shift.id, line.person_id, page, mark, n))
        for n in MINUTES
        if n < shift.span.minutes
    )
    return Screen(said, (keys, (Key(words.label("Back"), MarkOne(shift.id, line.person_id, page)),)))


def ask_heads(words: Words, shift: int, group: GroupHeads) -> Screen:
    text = words.say_n(
        "<b>{team}</b> holds {n} place without a name. How many came? Press, or type the number.",
        "<b>{team}</b> holds {n} places without names. How many came? Press, or type the number.",
        group.unnamed,
        team=group.team,
    )
    heads = range(group.unnamed, max(-1, group.unnamed - MOST_HEADS), -1)
    keys = [Key(words.number(n), SetHeads(shift, group.group_place_id, n)) for n in heads]
    rows = tuple(tuple(keys[at : at + 5]) for at in range(0, len(keys), 5))
    return Screen(text, (*rows, (back_key(words, shift),)))


def ask_captain(words: Words, shift: int, captains: Mapping[int, str]) -> Screen:
    if not captains:
        text = words.say("This team has no captain on Telegram. You can name one in /teams.")
        return Screen(text, ((back_key(words, shift),),))
    keys = tuple((Key(name, HandTo(shift, id)),) for id, name in captains.items())
    return Screen(words.say("Who takes the roll?"), (*keys, (back_key(words, shift),)))


def ask_walk_in(words: Words, choice: WalkInChoice) -> Screen:
    """People to choose from; whoever is not among them is typed."""
    shift = choice.shift.id
    listed: Rows = tuple((Key(name, WalkInPerson(shift, id)),) for id, name in choice.people)
    turn = [Key("‹", AddWalkIn(shift, choice.page - 1))] if choice.page else []
    turn += [Key("›", AddWalkIn(shift, choice.page + 1))] if choice.more else []
    text = (
        words.say("<b>Who came without signing up?</b>\nTap a name, or type it: also a new one.")
        if listed
        else words.say("<b>Who came without signing up?</b>\nType the name.")
    )
    return Screen(text, (*listed, (*turn, back_key(words, shift))))


def found_walk_ins(words: Words, choice: WalkInChoice, revision: int) -> Screen:
    """After a name was typed: those who bear it, and the way to add a new person."""
    listed: Rows = tuple((Key(name, WalkInPerson(choice.shift.id, id)),) for id, name in choice.people)
    new = (
        Key(words.label("New, 18 or over"), WalkInName(True, revision)),
        Key(words.label("New, under 18"), WalkInName(False, revision)),
    )
    text = (
        words.say("Is it one of these, or is <b>{name}</b> new here?", name=choice.name)
        if listed
        else words.say("<b>{name}</b> is new here. Add them?", name=choice.name)
    )
    return Screen(text, (*listed, new, (back_key(words, choice.shift.id),)))
