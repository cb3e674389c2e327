"""The roll-call's card: taken with one hand, so a name is a button and the next thing to do stands left below.

Names make a list; of the acts at most four show, the rest waits behind *More*.
"""

from markupsafe import Markup

from bot.roll_call.looks import RollCallCard
from bot.roll_call.rules import AttendanceState, GroupHeads, Line, RollCallState
from bot.speech.pages import in_a_row, in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.roll_call import (
    AddWalkIn,
    AllHere,
    AllLeave,
    CheckInCode,
    ConfirmRollCall,
    CountHeads,
    Finish,
    HandToCaptain,
    MarkOne,
    MoreOfRollCall,
    OpenRollCall,
)
from handlers.sign_ups.lines import which_line

PAGE = 8
SHORT = 16  # characters of a label of which two stand side by side on a small phone
ICONS = {
    None: "▫️",
    AttendanceState.HERE: "✅",
    AttendanceState.DONE: "👋",
    AttendanceState.LATE: "🕘",
    AttendanceState.LEFT_EARLY: "🚪",
    AttendanceState.NO_SHOW: "❌",
    AttendanceState.EXCUSED: "💬",
}


def card(words: Words, look: RollCallCard, page: int = 0) -> Screen:
    """What to tap next depends on how far it is; a closed one only shows what it was."""
    page = min(max(page, 0), last_page(look))
    text = stack(
        first_line(words, look),
        which_line(words, look.shift),
        state_line(words, look),
        open_line(words, look),
        words.say("Tap a name to say more.") if look.lines and works(look) else None,
    )
    if not works(look):
        return Screen(text + stacked_lines(words, look))
    return Screen(text, (*name_keys(words, look, page), *turn_keys(look, page), *act_keys(words, look)))


def works(look: RollCallCard) -> bool:
    """Whether this viewer may still change something."""
    return not look.call.closed and (look.may_close or look.call.state is not RollCallState.SUBMITTED)


def first_line(words: Words, look: RollCallCard) -> Markup:
    if look.call.closed:
        return words.say("✅ <b>Roll-call done: {came} of {expected} came</b>", **counts(words, look))
    if not look.expected:
        return words.say("📋 <b>Roll-call: nobody is on the list yet</b>")
    if not look.touched:
        return words.say_n(
            "📋 <b>Roll-call: {n} person expected</b>", "📋 <b>Roll-call: {n} people expected</b>", look.expected
        )
    return words.say("📋 <b>Roll-call: {came} of {expected} are here</b>", **counts(words, look))


def counts(words: Words, look: RollCallCard) -> dict[str, object]:
    return {"came": words.number(look.came), "expected": words.number(look.expected)}


def state_line(words: Words, look: RollCallCard) -> Markup | None:
    if look.call.state is RollCallState.HANDED and look.call.captain:
        return words.say("{name} takes this roll.", name=look.call.captain)
    if look.call.state is RollCallState.SUBMITTED and look.call.taker:
        return words.say(
            "Finished by {name}; waits for {lead} to confirm it.",
            name=look.call.taker,
            lead=look.shift.activity.lead_name,
        )
    return None


def open_line(words: Words, look: RollCallCard) -> Markup | None:
    """Once somebody is marked."""
    open_ = len(look.unmarked) + sum(group.unnamed for group in look.uncounted)
    if not open_ or not look.touched or not works(look):
        return None
    return words.say_n("{n} is not marked yet.", "{n} are not marked yet.", open_)


def stacked_lines(words: Words, look: RollCallCard) -> Markup:
    """Everybody, where nothing can be tapped any more."""
    every = [line_label(words, line) for line in look.lines] + [group_label(words, one) for one in look.groups]
    return Markup("").join(Markup("\n{}").format(label) for label in every)


def line_label(words: Words, line: Line) -> str:
    marked = line.attendance
    parts = [f"{ICONS[marked.state if marked else None]} {line.name}"]
    if marked is None:
        if line.told_late:
            parts.append(words.label("says {n} min late", n=words.number(line.told_late)))
        return " · ".join(parts)
    if marked.late_minutes:
        parts.append(words.label("{n} min late", n=words.number(marked.late_minutes)))
    if marked.early_minutes:
        parts.append(words.label("left {n} min early", n=words.number(marked.early_minutes)))
    if marked.state is AttendanceState.EXCUSED:
        parts.append(words.label("told us"))
    return " · ".join(parts)


def group_label(words: Words, group: GroupHeads) -> str:
    here = "?" if group.here is None else words.number(group.here)
    return words.label("👥 {here} of {n} · {team}", team=group.team, here=here, n=words.number(group.unnamed))


def last_page(look: RollCallCard) -> int:
    return max(0, len(look.lines) + len(look.groups) - 1) // PAGE


def name_keys(words: Words, look: RollCallCard, page: int) -> Rows:
    """Groups last. Short names stand in pairs."""
    shift = look.shift.id
    keys = [Key(line_label(words, line), MarkOne(shift, line.person_id, page)) for line in look.lines]
    keys += [Key(group_label(words, group), CountHeads(shift, group.group_place_id)) for group in look.groups]
    shown = keys[page * PAGE : (page + 1) * PAGE]
    if all(len(key.label) <= SHORT for key in shown):
        return in_rows(shown)
    return tuple((key,) for key in shown)


def turn_keys(look: RollCallCard, page: int) -> Rows:
    keys = turns(page, page < last_page(look), lambda to: OpenRollCall(look.shift.id, to))
    return in_a_row(*keys)


def act_keys(words: Words, look: RollCallCard) -> Rows:
    first, _ = acts(words, look)
    return in_rows([*first, Key(words.label("More"), MoreOfRollCall(look.shift.id))])


def acts(words: Words, look: RollCallCard) -> tuple[list[Key], list[Key]]:
    """The three that come next, and the others. The clock has no say: a card stays on the phone while time passes."""
    shift = look.shift.id
    all_here = Key(words.label("All here"), AllHere(shift))
    walk_in = Key(words.label("Add walk-in"), AddWalkIn(shift, 0))
    leave = Key(words.label("All leave now"), AllLeave(shift, False))
    hand = [Key(words.label("Hand to captain"), HandToCaptain(shift))] if look.may_hand else []
    code = Key(words.label("Check-in code"), CheckInCode(shift))
    end = finish_key(words, look)
    if not look.touched and look.expected:
        return [all_here, walk_in, *(hand or [code])], [*([code] if hand else []), end]
    if look.unmarked or look.uncounted:
        return [all_here, walk_in, end], [*([leave] if look.there else []), code, *hand]
    if look.there:
        return [leave, walk_in, end], [code, *hand]
    return [end, walk_in], [code, *hand]


def finish_key(words: Words, look: RollCallCard) -> Key:
    """One tap where a captain has finished it already."""
    if look.to_confirm:
        return Key(words.label("Confirm"), ConfirmRollCall(look.shift.id, False))
    return Key(words.label("Finish"), Finish(look.shift.id))


def back_key(words: Words, shift: int, page: int = 0) -> Key:
    return Key(words.label("Back"), OpenRollCall(shift, page))
