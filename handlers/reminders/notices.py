"""What a lead gets before an activity, and who is asked when there are too few."""

from markupsafe import Markup

from bot.activities.rules import Shift
from bot.ground import notices
from bot.ground.frozen import replace
from bot.ground.refusals import Refusal
from bot.reminders import lead as looks
from bot.reminders.lead_rules import Change, LeadChanges, LeadList, ShiftList, TooFew
from bot.sign_ups.looking import shift_card
from bot.sign_ups.rules import Counts, check_open
from bot.sign_ups.shown import ShiftCard
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from bot.wire.rendering import Telling
from handlers.activities.cards import activity_card
from handlers.activities.lines import meeting_clock, stack
from handlers.links.leading import Participants, SendAgain
from handlers.links.sign_ups import AskWaiting
from handlers.sign_ups.lines import day_from, gone_line, minimum_line, which_line
from handlers.talk.journeys import Journey

journey = Journey()
NAMES = 30
"""So many names are listed; the rest is behind the button."""


@journey.notice(notices.LeadList)
async def show_lead_list(to: Telling, shifts: str) -> Screen | None:
    found = await looks.lead_list(
        to.tx, [int(shift) for shift in shifts.split(",")], reader_id=to.person_id, now=to.now
    )
    return to.say(lead_list, found)


@journey.notice(notices.LeadChanges)
async def show_lead_changes(to: Telling, shift: int, revision: int, since: int) -> Screen | None:
    found = await looks.lead_changes(to.tx, shift, revision, since, reader_id=to.person_id, now=to.now)
    return to.say(lead_changes, found)


@journey.notice(notices.TooFew)
async def show_too_few(to: Telling, shift: int, revision: int) -> Screen | None:
    return to.say(too_few, await looks.too_few(to.tx, shift, revision, reader_id=to.person_id, now=to.now))


@journey.notice(notices.AskWaiting)
async def show_ask_waiting(to: Telling, shift: int, revision: int) -> Screen | None:
    """Not where the person has found a place meanwhile, or this one takes nobody any more."""
    try:
        card = await shift_card(await to.desk(), shift_id=shift)
        check_open(card.shift, to.now)
    except Refusal:
        return None
    still = card.mine is None and card.shift.revision == revision
    return to.say(ask_waiting, card if still else None)


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


BLOCKED, ABSENT = later("{name} (has blocked the bot)"), later("{name} (no Telegram)")
WITHOUT_YES = (later("Signed up ({n})"), later("No answer ({n})"), later("Could not be reached, please phone ({n})"))


def shift_list(words: Words, one: ShiftList) -> Markup:
    shift = one.shift
    yes = [
        (words.label("{name} ({time} late)", name=name, time=words.hours(late)) if late else name)
        for name, late in one.yes
    ]
    return stack(
        which_line(words, shift),
        words.say("Meet {time}, {place}", time=meeting_clock(words, shift), place=shift.activity.meet_place),
        names_line(words, words.say("Coming ({n})", n=words.number(len(yes))), yes) if yes else None,
        *(
            names_line(words, words.say(title, n=words.number(len(names))), list(names))
            for title, names in zip(WITHOUT_YES, (one.signed, one.silent, unreached(words, one)), strict=True)
            if names
        ),
        unnamed_line(words, one.counts),
        gone_line(words, one.gone),
        minimum_line(words, shift, one.counts),
        words.say("Nobody has signed up yet.") if not one.counts.coming else None,
    )


def unreached(words: Words, one: ShiftList) -> list[str]:
    """With why: it tells what to ask on the phone."""
    return [words.label(BLOCKED if telegram else ABSENT, name=name) for name, telegram in one.unreached]


def list_keys(words: Words, lists: tuple[ShiftList, ...]) -> Rows:
    if len(lists) == 1:
        return ((Key(words.label("See list"), Participants(lists[0].shift.id, 0)),),)
    return tuple((Key(list_label(words, one.shift), Participants(one.shift.id, 0)),) for one in lists[:10])


def list_label(words: Words, shift: Shift) -> str:
    """All are of one day, and two may be of one activity."""
    return f"{words.at(shift.zone).time(shift.starts_at)} · {shift.title[:48]}"


def change_line(words: Words, change: Change) -> Markup:
    if change.what == "withdrew":
        return words.say("➖ {name} can't come", name=change.name)
    if change.what == "late" and change.minutes:
        return words.say("🕘 {name}: about {time} late", name=change.name, time=words.hours(change.minutes))
    if change.what == "late":
        return words.say("🕘 {name} will be late", name=change.name)
    return words.say("➕ {name} is coming", name=change.name)


def names_line(words: Words, title: Markup, names: list[str]) -> Markup:
    more = " …" if len(names) > NAMES else ""
    return words.say("{title}: {names}{more}", title=title, names=words.list(names[:NAMES]), more=more)


def unnamed_line(words: Words, counts: Counts) -> Markup | None:
    if not counts.unnamed:
        return None
    return words.say_n("and {n} from a group, not named", "and {n} from groups, not named", counts.unnamed)
