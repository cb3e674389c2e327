"""What a lead reads before an activity begins. Names stand in the chat with the lead only, never in a group."""

from markupsafe import Markup

from bot.ground.frozen import replace
from bot.reminders.lead_rules import Change, LeadChanges, LeadList, ShiftList, TooFew
from bot.sign_ups.looks import ShiftCard
from bot.sign_ups.rules import Counts
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.activities.cards import activity_card
from handlers.activities.lines import meeting_clock, stack
from handlers.links.leading import Participants, SendAgain
from handlers.links.sign_ups import AskWaiting
from handlers.sign_ups.lines import day_from, which_line

NAMES = 30
"""So many names are listed; the rest is behind the button."""


def lead_list(words: Words, look: LeadList) -> Screen:
    """The evening before: who comes, who has not answered."""
    first = look.lists[0].shift
    day = day_from(words, first, first.starts_at, look.now)
    text = Markup("\n\n").join(
        [
            words.say_n(
                "📋 <b>Your list for {day}</b>",
                "📋 <b>Your lists for {day}: {n} activities</b>",
                len(look.lists),
                day=day,
            ),
            *(shift_list(words, one) for one in look.lists),
        ]
    )
    return Screen(text, list_keys(words, look.lists))


def shift_list(words: Words, one: ShiftList) -> Markup:
    shift = one.shift
    yes = [late_name(words, name, late) for name, late in one.yes]
    return stack(
        which_line(words, shift),
        words.say("Meet {time}, {place}", time=meeting_clock(words, shift), place=shift.activity.meet_place),
        names_line(words, words.say("Coming ({n})", n=words.number(len(yes))), yes) if yes else None,
        names_line(words, words.say("No answer ({n})", n=words.number(len(one.silent))), list(one.silent))
        if one.silent
        else None,
        unnamed_line(words, one.counts),
        words.say("Nobody has signed up yet.") if not one.counts.coming else None,
    )


def late_name(words: Words, name: str, late: int) -> str:
    return words.label("{name} ({time} late)", name=name, time=words.hours(late)) if late else name


def names_line(words: Words, title: Markup, names: list[str]) -> Markup:
    more = " …" if len(names) > NAMES else ""
    return words.say("{title}: {names}{more}", title=title, names=words.list(names[:NAMES]), more=more)


def unnamed_line(words: Words, counts: Counts) -> Markup | None:
    if not counts.unnamed:
        return None
    return words.say_n("and {n} from a group, not named", "and {n} from groups, not named", counts.unnamed)


def list_keys(words: Words, lists: tuple[ShiftList, ...]) -> Rows:
    if len(lists) == 1:
        return ((Key(words.label("See list"), Participants(lists[0].shift.id, 0)),),)
    return tuple((Key(one.shift.title[:60], Participants(one.shift.id, 0)),) for one in lists[:10])


def lead_changes(words: Words, look: LeadChanges) -> Screen:
    text = stack(
        words.say_n("🔔 <b>{n} change since the list</b>", "🔔 <b>{n} changes since the list</b>", len(look.changes)),
        which_line(words, look.shift),
        *(change_line(words, change) for change in look.changes[:NAMES]),
        words.say(
            "Coming: {coming} of {capacity} · waiting: {waiting}",
            coming=words.number(look.counts.coming),
            capacity=words.number(look.shift.capacity),
            waiting=words.number(look.counts.waitlisted + look.counts.offered),
        ),
    )
    return Screen(text, ((Key(words.label("See list"), Participants(look.shift.id, 0)),),))


def change_line(words: Words, change: Change) -> Markup:
    if change.what == "withdrew":
        return words.say("➖ {name} can't come", name=change.name)
    if change.what == "late" and change.minutes:
        return words.say("🕘 {name}: about {time} late", name=change.name, time=words.hours(change.minutes))
    if change.what == "late":
        return words.say("🕘 {name} will be late", name=change.name)
    return words.say("➕ {name} is coming", name=change.name)


def too_few(words: Words, look: TooFew) -> Screen:
    """How many are missing, and the two things that help."""
    text = stack(
        words.say_n("⚠️ <b>{n} more person needed</b>", "⚠️ <b>{n} more people needed</b>", look.missing),
        which_line(words, look.shift),
        words.say(
            "Coming: {coming}; at least {minimum} are needed",
            coming=words.number(look.counts.coming),
            minimum=words.number(look.shift.minimum or 0),
        ),
    )
    keys = [Key(words.label("Send again"), SendAgain(look.shift.id))]
    if look.waiting:
        keys.append(Key(words.label("Ask the waiting list"), AskWaiting(look.shift.id)))
    return Screen(text, (tuple(keys), (Key(words.label("See list"), Participants(look.shift.id, 0)),)))


def ask_waiting(words: Words, card: ShiftCard) -> Screen:
    """To who waits for something else."""
    shown = activity_card(words, card)
    first = words.say("🙋 You're waiting for another activity. This one needs people:")
    return replace(shown, text=stack(first, shown.text))


def asked_waiting(words: Words, people: int) -> str:
    if not people:
        return words.label("Nobody is waiting elsewhere just now.")
    return str(words.say_n("{n} person is asked.", "{n} people are asked.", people))
