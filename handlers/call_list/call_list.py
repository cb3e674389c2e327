"""The call list of an activity: who must be phoned, and who was reached. Never in a group."""

from markupsafe import Markup

from bot.call_list import acts as call_list
from bot.call_list.rules import MARKS, PAGE, CallLine, CallList, Mark, Why
from bot.ground.graphemes import cut
from bot.ground.notices import Matter
from bot.speech.buttons import Button
from bot.speech.pages import turns
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from bot.wire.context import Context
from handlers.activities.lines import stack, title_line
from handlers.call_list.lines import whom
from handlers.links.call_list import CallNumbers, MarkCall, OpenCallList
from handlers.links.leading import Manage
from handlers.talk.journeys import Journey
from handlers.talk.ways import back_to

journey = Journey()


@journey.on(OpenCallList)
async def show(context: Context, activity: int, page: int) -> Screen:
    return call_list_screen(context.words, await call_list.look(context, activity_id=activity, page=page))


@journey.on(MarkCall)
async def mark(
    context: Context, activity: int, person: int, shift: int, what: Matter, version: int, mark: int, page: int
) -> Screen:
    found = await call_list.mark(
        context,
        activity_id=activity, person_id=person, shift_id=shift, what=what,
        version=version, state=MARKS[mark], page=page,
    )  # fmt: skip
    return call_list_screen(context.words, found)


@journey.on(CallNumbers)
async def show_numbers(context: Context, activity: int, page: int) -> Screen:
    return call_list_screen(context.words, await call_list.with_phones(context, activity_id=activity, page=page))


def call_list_screen(words: Words, found: CallList) -> Screen:
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


def keys(words: Words, found: CallList) -> Rows:
    page, activity = found.page, found.activity_id
    rows = [mark_keys(words, found, number, line) for number, line in enumerate(found.lines, page * PAGE + 1)]
    turn = turns(page, found.more, lambda to: OpenCallList(activity, to), found.pages)
    others = [Key(words.label("Refresh"), OpenCallList(activity, page))] if found.lines else []
    if any(line.state is not Mark.REACHED for line in found.lines) and not found.phones:
        others.append(Key(words.label("Show phone numbers"), CallNumbers(activity, page)))
    back = (back_to(words, OpenCallList(activity, page) if found.phones else Manage(found.shift_id)),)
    return tuple(tuple(row) for row in (*rows, turn, others, back) if row)


NAME = 24
"""So much of a name stands on a button."""


def reason(words: Words, line: CallLine) -> Markup:
    if line.why is Why.ABSENT and line.carried:
        return words.say("no phone with Telegram, told through {name}", name=line.manager)
    if line.why is Why.ABSENT and line.manager:
        return words.say("no phone with Telegram, in the care of {name}", name=line.manager)
    return words.say(REASONS[line.why])


REASONS = {
    Why.DOUBT: later("we don't know whether it arrived"),
    Why.UNDELIVERED: later("it did not arrive"),
    Why.UNREACHABLE: later("has blocked the bot or left Telegram"),
    Why.ABSENT: later("no phone with Telegram"),
}


def marked(words: Words, zone: str, line: CallLine) -> Markup:
    """By whom and when."""
    facts = {"name": line.marked_by or "–", "time": words.at(zone).moment(line.marked_at or 0)}
    if line.state is Mark.REACHED:
        return words.say("reached by {name}, {time}", **facts)
    return words.say("{name} could not reach them, {time}", **facts)


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
