"""Who must be phoned about an activity, and who was reached. Numbers stand there only where they were asked for."""

from markupsafe import Markup

from bot.call_list.rules import MARKS, PAGE, CallLine, CallList, CallNews, Mark, Why
from bot.call_list.unseen_hours import UnseenHours
from bot.ground.graphemes import cut
from bot.ground.notices import Matter
from bot.speech.buttons import Button
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from handlers.activities.lines import stack, title_line
from handlers.hours.statement_screens import record_line
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from handlers.links.hours import RecordOf
from handlers.links.leading import Manage

NAME = 24
"""So much of a name stands on a button."""
ABOUT = {
    Matter.CANCELLED: later("cancelled: {time}"),
    Matter.HELD: later("on hold: {time}"),
    Matter.GOES_AHEAD: later("takes place: {time}"),
    Matter.MOVED: later("new time or place: {time}"),
    Matter.GROUP_MOVED: later("new time or place for the group: {time}"),
    Matter.REMINDER: later("reminder: {time}"),
    Matter.PROMOTED: later("got a place: {time}"),
    Matter.OFFER: later("a place is free: {time}"),
    Matter.SIGNED_UP: later("was signed up: {time}"),
    Matter.WITHDRAWN: later("sign-up cancelled: {time}"),
    Matter.COMING: later("signed up: {time}"),
}


def key(words: Words, activity_id: int, waiting: int = 0) -> Key:
    """Opens it; says how many wait."""
    label = words.label("Call list ({n})", n=words.number(waiting)) if waiting else words.label("Call list")
    return Key(label, OpenCallList(activity_id, 0))


def call_list(words: Words, found: CallList) -> Screen:
    lines = [line_text(words, found, number, line) for number, line in enumerate(found.lines, found.page * PAGE + 1)]
    return Screen(stack(heading(words, found), title_line(words, found.title), *lines), keys(words, found))


def heading(words: Words, found: CallList) -> Markup:
    if not found.waiting:
        return words.say("☎️ <b>Everybody was reached. Nobody to phone.</b>")
    return words.say_n("☎️ <b>{n} person to phone</b>", "☎️ <b>{n} people to phone</b>", found.waiting)


def line_text(words: Words, found: CallList, number: int, line: CallLine) -> Markup:
    """Ben, what about, why by phone; then what somebody said of it."""
    parts = [Markup("{}. {}").format(number, whom(words, found.zone, line))]
    if line.state is Mark.REACHED:
        return Markup("✅ {} · {}").format(parts[0], marked(words, found.zone, line))
    parts.append(reason(words, line))
    if line.state is Mark.NOT_REACHED:
        parts.append(marked(words, found.zone, line))
    if found.phones:
        parts.append(Markup("☎️ {}").format(line.phone or words.say("no number")))
    return Markup(" · ").join(parts)


def whom(words: Words, zone: str, line: CallLine) -> Markup:
    return words.say("<b>{name}</b> ({about})", name=line.name, about=about(words, zone, line))


def about(words: Words, zone: str, line: CallLine) -> str:
    return words.label(ABOUT[line.what], time=words.at(zone).moment(line.starts_at))


def reason(words: Words, line: CallLine) -> Markup:
    if line.why is Why.ABSENT and line.carried:
        return words.say("not on Telegram, told through {name}", name=line.manager)
    if line.why is Why.ABSENT and line.manager:
        return words.say("not on Telegram, in the care of {name}", name=line.manager)
    return words.say(REASONS[line.why])


REASONS = {
    Why.DOUBT: later("we don't know whether it arrived"),
    Why.UNDELIVERED: later("it did not arrive"),
    Why.UNREACHABLE: later("can't be reached on Telegram"),
    Why.ABSENT: later("not on Telegram"),
}


def marked(words: Words, zone: str, line: CallLine) -> Markup:
    """By whom and when."""
    facts = {"name": line.marked_by or "–", "time": words.at(zone).moment(line.marked_at or 0)}
    if line.state is Mark.REACHED:
        return words.say("reached by {name}, {time}", **facts)
    return words.say("{name} could not reach them, {time}", **facts)


def keys(words: Words, found: CallList) -> Rows:
    page, activity = found.page, found.activity_id
    rows = [mark_keys(words, found, number, line) for number, line in enumerate(found.lines, page * PAGE + 1)]
    turns = [Key("‹", OpenCallList(activity, page - 1))] if page else []
    turns += [Key("›", OpenCallList(activity, page + 1))] if found.more else []
    others = [Key(words.label("Refresh"), OpenCallList(activity, page))] if found.lines else []
    if any(line.state is not Mark.REACHED for line in found.lines) and not found.phones:
        others.append(Key(words.label("Show phone numbers"), CallNumbers(activity, page)))
    back = (Key(words.label("Back"), Manage(found.shift_id)),)
    return tuple(tuple(row) for row in (*rows, turns, others, back) if row)


def mark_keys(words: Words, found: CallList, number: int, line: CallLine) -> list[Key]:
    def press(state: Mark) -> Button:
        place = MARKS.index(state)
        return MarkCall(found.activity_id, line.person_id, line.shift_id, line.what, line.version, place, found.page)

    name = f"{number}. {cut(line.name, NAME)}"
    if line.state is Mark.REACHED:
        return [Key(words.label("{name}: take it back", name=name), press(Mark.OPEN))]
    second = Key(words.label("Not reached"), press(Mark.NOT_REACHED))
    if line.state is Mark.NOT_REACHED:
        second = Key(words.label("Take it back"), press(Mark.OPEN))
    return [Key(words.label("{name}: reached", name=name), press(Mark.REACHED)), second]


def news(words: Words, found: CallNews) -> Screen:
    """To those who lead: whom to phone, and about what."""
    if len(found.lines) == 1:
        line = found.lines[0]
        first = words.say(SINGLE[line.why], name=line.name, about=about(words, found.zone, line))
        return Screen(stack(first, title_line(words, found.title)), keys_of(words, found))
    text = stack(
        words.say_n(
            "☎️ <b>Please phone {n} person.</b> The bot may not have reached them:",
            "☎️ <b>Please phone {n} people.</b> The bot may not have reached them:",
            found.people,
        ),
        *(Markup("· {}").format(whom(words, found.zone, line)) for line in found.lines),
        words.say_n("· {n} more person", "· {n} more people", found.more) if found.more else None,
        title_line(words, found.title),
    )
    return Screen(text, keys_of(words, found))


SINGLE = {
    Why.DOUBT: later("☎️ We don't know whether this reached <b>{name}</b> ({about}). Please phone."),
    Why.UNDELIVERED: later("☎️ This did not reach <b>{name}</b> ({about}). Please phone."),
    Why.UNREACHABLE: later("☎️ <b>{name}</b> can't be reached on Telegram ({about}). Please phone."),
    Why.ABSENT: later("☎️ <b>{name}</b> is not on Telegram ({about}). Please phone."),
}


def keys_of(words: Words, found: CallNews) -> Rows:
    return ((key(words, found.activity_id),),)


def unseen_hours(words: Words, found: UnseenHours) -> Screen:
    """To the lead of the hours: the statement may not have arrived."""
    text = stack(
        words.say("☎️ We don't know whether <b>{name}</b> has seen these hours. Please tell them.", name=found.name),
        record_line(words, found.record),
    )
    return Screen(text, ((Key(words.label("Look at the hours"), RecordOf(found.record.id, 0)),),))
