"""Changing an activity: which field, its new value, another day, on hold until when, and who leads or helps."""

from datetime import date

from markupsafe import Markup

from bot.activities.fields import EDITED
from bot.activities.rules import ActivityState, Shift
from bot.ground.refusals import Refusal
from bot.leading.editing import FIELDS
from bot.leading.rules import Candidate
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.fields import SHOWN, field_name
from handlers.activities.lines import long_line, stack, title_line, when_line
from handlers.activities.lists import in_rows
from handlers.links.leading import (
    AddSession,
    AddSessionOn,
    ChooseField,
    EditField,
    HandOverTo,
    HoldUntil,
    Manage,
    More,
    MoveTo,
    Postpone,
    PostponeTo,
    SendAgain,
    SetField,
    ToggleHelper,
)
from handlers.posting.calendars import calendar_keys
from handlers.talk.problems import problem_line

FIRST = 8


def choose_field(words: Words, shift: Shift, page: int) -> Screen:
    """The usual fields first, the rarer ones behind *More*."""
    fields = FIELDS[FIRST:] if page else FIELDS[:FIRST]
    rows = in_rows([Key(field_name(words, field), EditField(shift.id, field)) for field in fields], 2)
    other = (
        Key(words.label("Back"), ChooseField(shift.id, 0))
        if page
        else Key(words.label("More"), ChooseField(shift.id, 1))
    )
    back = Key(words.label("Back"), Manage(shift.id))
    text = stack(words.say("What should be changed?"), title_line(words, shift.title), when_line(words, shift))
    return Screen(text, (*rows, (other,) if page else (other, back)))


def ask_value(words: Words, shift: Shift, field: str, problem: Refusal | None = None) -> Screen:
    """The question, what is wrong with the last answer, and ready values where there are some."""
    there = words.at(shift.zone)
    text = stack(
        warning(there, problem),
        words.say("<b>{field}</b>", field=field_name(words, field)),
        words.label(SHOWN[field].anew or SHOWN[field].question),
        current_value(words, shift, field),
    )
    ready = SHOWN[field].ready(there, shift.filled, shift.taken)
    keys = [Key(label, SetField(shift.id, value)) for value, label in ready.items()]
    return Screen(
        text, (*in_rows(keys, 4 if field == "capacity" else 2), (Key(words.label("Back"), Manage(shift.id)),))
    )


def current_value(words: Words, shift: Shift, field: str) -> str | None:
    """What stands there now, for plain words, for whom, and how many."""
    plain = EDITED[field].free or field == "audience"
    said = words.number(shift.capacity) if field == "capacity" else plain and getattr(shift.activity, field, None)
    return words.say("Now: {value}", value=said) if said else None


def changed(words: Words, shift: Shift, moved: bool) -> Screen:
    first = words.say("✅ <b>Changed.</b>")
    if moved:
        first = words.say("✅ <b>Changed.</b> Everybody signed up is asked again; no answer keeps the place.")
    text = stack(
        first,
        title_line(words, shift.title),
        when_line(words, shift),
        long_line(words, shift.starts_at, shift.ends_at) if moved else None,
    )
    return Screen(text, ((Key(words.label("Manage"), Manage(shift.id)),),))


def postpone(words: Words, shift: Shift, today: date, page: int, problem: Refusal | None = None) -> Screen:
    keys = calendar_keys(
        words, today, page, lambda day: PostponeTo(shift.id, day), lambda turned: Postpone(shift.id, turned)
    )
    text = stack(
        warning(words.at(shift.zone), problem),
        words.say("To which day? The time of day stays. Or type it, like Sun 10:00."),
        title_line(words, shift.title),
        when_line(words, shift),
    )
    return Screen(text, (*keys, back_to_more(words, shift)))


def ask_move(words: Words, shift: Shift, starts_at: int, ends_at: int) -> Screen:
    """Once, for everybody signed up is told at once."""
    text = stack(
        words.say("Move it to <b>{when}</b>?", when=words.at(shift.zone).when(starts_at, ends_at)),
        title_line(words, shift.title),
        long_line(words, starts_at, ends_at),
        words.say("Everybody signed up is told at once and asked again; no answer keeps the place."),
    )
    yes = Key(words.label("Yes, move it"), MoveTo(shift.id, starts_at, ends_at, shift.revision))
    return Screen(text, ((yes, Key(words.label("Back"), Postpone(shift.id, 0))),))


def warning(words: Words, problem: Refusal | None) -> Markup | None:
    return words.say("⚠️ {problem}", problem=problem_line(words, problem)) if problem else None


def add_session(words: Words, shift: Shift, today: date, page: int) -> Screen:
    keys = calendar_keys(
        words,
        today,
        page,
        lambda day: AddSessionOn(shift.id, day),
        lambda turned: AddSession(shift.id, turned),
    )
    text = stack(
        words.say("One more session on which day? The time of day is the same."), title_line(words, shift.title)
    )
    return Screen(text, (*keys, back_to_more(words, shift)))


def session_added(words: Words, shift: Shift) -> Screen:
    """Nobody is told by itself: a lead may add several, and send them once."""
    text = stack(words.say("✅ <b>One more session.</b>"), title_line(words, shift.title), when_line(words, shift))
    manage = Key(words.label("Manage"), Manage(shift.id))
    if shift.state != ActivityState.PUBLISHED:
        return Screen(text, ((manage,),))
    told = words.say("It is open for sign-ups. Nobody has been told of it yet.")
    return Screen(stack(text, told), ((Key(words.label("Send again"), SendAgain(shift.id)), manage),))


def back_to_more(words: Words, shift: Shift) -> tuple[Key, ...]:
    return (Key(words.label("Back"), More(shift.id)),)


def hold(words: Words, shift: Shift, moments: list[int], problem: Refusal | None = None) -> Screen:
    """When it will be decided."""
    there = words.at(shift.zone)
    keys: Rows = tuple((Key(there.moment(at), HoldUntil(shift.id, at)),) for at in moments)
    text = stack(
        warning(there, problem),
        words.say("On hold. Until when will you decide?"),
        words.say("Press a time or type one, like 18:30 or Sat 18:30."),
    )
    return Screen(text, (*keys, back_to_more(words, shift)))


def successors(words: Words, shift: Shift, people: list[Candidate]) -> Screen:
    if not people:
        return Screen(words.say("Nobody else here could lead it."), (back_to_more(words, shift),))
    rows = tuple((Key(one.name, HandOverTo(shift.id, one.person_id)),) for one in people[:20])
    return Screen(words.say("Who shall lead it?"), (*rows, back_to_more(words, shift)))


def given(words: Words, shift: Shift) -> Screen:
    return Screen(words.say("🤝 {name} leads it now, and has been told.", name=shift.activity.lead_name))


def helpers(words: Words, shift_id: int, people: list[Candidate]) -> Screen:
    rows = tuple(
        (Key(f"{'✓ ' if one.chosen else ''}{one.name}", ToggleHelper(shift_id, one.person_id)),) for one in people[:20]
    )
    back = (Key(words.label("Back"), More(shift_id)),)
    return Screen(words.say("Who helps lead it? Helpers see the list and can change it."), (*rows, back))
