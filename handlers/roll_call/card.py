"""The roll-call's card: taken with one hand, so a name is a button and the next thing to do stands left below.

Names make a list; of the acts at most four show, the rest waits behind *More*.
"""

from markupsafe import Markup

from bot.roll_call.rules import AttendanceState, GroupHeads, Line, RollCallState
from bot.roll_call.shown import RollCallCard
from bot.speech.pages import in_a_row, in_rows, turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.leading import Manage
from handlers.links.roll_call import (
    AddWalkIn,
    AllHere,
    AllLeave,
    CheckInCode,
    ConfirmRollCall,
    CorrectHelped,
    CountHeads,
    Finish,
    HandToCaptain,
    MarkOne,
    MoreOfRollCall,
    OpenRollCall,
)
from handlers.sign_ups.lines import which_line
from handlers.talk.ways import back_to

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
    """What to tap next depends on how far it is; a closed one shows what it was, and whoever may puts it right."""
    page = min(max(page, 0), last_page(look))
    if look.call.closed:
        return closed_card(words, look, page)
    text = stack(
        first_line(words, look),
        which_line(words, look.shift),
        state_line(words, look),
        open_line(words, look),
        tap_line(words, look) if look.lines and works(look) else None,
    )
    if not works(look):
        return Screen(text + stacked_lines(words, look))
    return Screen(text, (*name_keys(words, look, page), *turn_keys(look, page), *act_keys(words, look)))


def closed_card(words: Words, look: RollCallCard, page: int) -> Screen:
    """Who was there stays visible; a name is a button for who may put it right, once it is over."""
    text = stack(
        first_line(words, look),
        which_line(words, look.shift),
        helped_line(words, look),
        words.say("Something wrong? Tap a name.") if look.may_close and look.lines else None,
    )
    if not look.may_close:
        return Screen(text + stacked_lines(words, look))
    shift = look.shift.id
    below = (
        Key(words.label("People helped"), CorrectHelped(shift)),
        Key(words.label("See the activity"), Manage(shift)),
    )
    return Screen(text, (*name_keys(words, look, page), *turn_keys(look, page), below))


def helped_line(words: Words, look: RollCallCard) -> Markup | None:
    helped = look.call.beneficiaries
    return None if helped is None else words.say_n("{n} person helped", "{n} people helped", helped)


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
    return words.say("📋 <b>Roll-call: {came} of {expected} here</b>", **counts(words, look))


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


def tap_line(words: Words, look: RollCallCard) -> Markup:
    """A long roll is searched, not turned through."""
    if last_page(look) == 0:
        return words.say("Tap a name to say more.")
    return words.say("Tap a name to say more, or type part of it. Who is not marked yet stands first.")


STACKED = 100
"""So many names fit into one message."""


def stacked_lines(words: Words, look: RollCallCard) -> Markup:
    """Everybody, where nothing can be tapped any more."""
    every = [line_label(words, line)[:60] for line in look.lines] + [group_label(words, one) for one in look.groups]
    shown = Markup("").join(Markup("\n{}").format(label) for label in every[:STACKED])
    more = len(every) - STACKED
    return shown if more <= 0 else shown + Markup("\n") + words.say_n("· {n} more person", "· {n} more people", more)


def line_label(words: Words, line: Line) -> str:
    marked = line.attendance
    parts = [f"{ICONS[marked.state if marked else None]} {line.name}"]
    if marked is None:
        if line.told_late is not None:
            said = words.label("says {n} min late", n=words.number(line.told_late))
            parts.append(said if line.told_late else words.label("says late"))
        return " · ".join(parts)
    if marked.late_minutes:
        parts.append(words.label("{n} min late", n=words.number(marked.late_minutes)))
    if marked.early_minutes:
        parts.append(words.label("left {n} min early", n=words.number(marked.early_minutes)))
    if marked.away_minutes:
        parts.append(words.label("away {n} min", n=words.number(marked.away_minutes)))
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
    keys = [Key(line_label(words, line), MarkOne(shift, line.person_id, page)) for line in in_order(look)]
    keys += [Key(group_label(words, group), CountHeads(shift, group.group_place_id)) for group in look.groups]
    shown = keys[page * PAGE : (page + 1) * PAGE]
    if all(len(key.label) <= SHORT for key in shown):
        return in_rows(shown)
    return tuple((key,) for key in shown)


def in_order(look: RollCallCard) -> list[Line]:
    """By name; of a roll that is longer than a page, and open, whoever is not marked yet first."""
    if look.call.closed or last_page(look) == 0:
        return list(look.lines)
    return sorted(look.lines, key=lambda line: line.attendance is not None)


def turn_keys(look: RollCallCard, page: int) -> Rows:
    last = last_page(look)
    return in_a_row(*turns(page, page < last, lambda to: OpenRollCall(look.shift.id, to), last + 1))


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
    return back_to(words, OpenRollCall(shift, page))
