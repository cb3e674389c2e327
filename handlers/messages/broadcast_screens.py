"""Words to many: to whom, what, how it will look, and how far it has come."""

from markupsafe import Markup

from bot.messages.looks import Choice, ChoicePage, Letter, Preview, Progress
from bot.messages.rules import BroadcastState
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.messages import ChooseAudience, DropWords, Rewrite, Send, ShowProgress, Stop, WriteTo

NAMES = 10
"""So many names are listed."""


AT_ONCE = 30
"""So few have left before anybody could press *Stop*: Telegram takes about thirty messages a second."""


def choose_what(words: Words) -> Screen:
    keys = (
        (Key(words.label("A team"), ChooseAudience("t", 0)), Key(words.label("A station"), ChooseAudience("s", 0))),
        (Key(words.label("Who takes part in an activity"), ChooseAudience("a", 0)),),
    )
    return Screen(words.say("✉️ <b>Write to many.</b> To whom?"), keys)


def choose_audience(words: Words, page: ChoicePage) -> Screen:
    if not page.choices:
        return Screen(words.say("There is nobody to write to here."))
    listed = tuple((Key(choice_label(words, choice), WriteTo(choice.code)),) for choice in page.choices)
    turns = []
    if page.page > 0:
        turns.append(Key("‹", ChooseAudience(page.what, page.page - 1)))
    if page.more:
        turns.append(Key("›", ChooseAudience(page.what, page.page + 1)))
    return Screen(words.say("To whom?"), (*listed, tuple(turns)) if turns else listed)


def choice_label(words: Words, choice: Choice) -> str:
    if choice.starts_at is None:
        return choice.name
    return f"{words.at(choice.zone).short_day(choice.starts_at)} · {choice.name[:48]}"


def ask_text(words: Words, name: str) -> Screen:
    text = words.say("✉️ To <b>{name}</b>: type the message.", name=name)
    return Screen(text, ((Key(words.label("Discard"), DropWords()),),))


def dropped(words: Words) -> Screen:
    return Screen(words.say("Nothing was sent."))


def preview(words: Words, seen: Preview) -> Screen:
    """As it will be read, and by how many."""
    people = words.say_n("To {n} person of {name}", "To {n} people of {name}", seen.people, name=seen.name)
    out = words.say_n("{n} is not on Telegram", "{n} are not on Telegram", seen.absent)
    text = stack(
        words.say("👀 <b>Have a look. All right?</b>"),
        Markup("{} · {}").format(people, out) if seen.absent else people,
        blocked_line(words, seen.blocked),
        Markup("\n{}").format(letter_text(words, Letter(seen.author, seen.name, seen.broadcast.text))),
    )
    keys: tuple[Key, ...] = (Key(words.label("Change"), Rewrite(seen.broadcast.id)),)
    if seen.people:
        keys = (Key(words.label("Send it"), Send(seen.broadcast.id)), *keys)
    return Screen(text, (keys,))


def blocked_line(words: Words, names: tuple[str, ...]) -> Markup | None:
    """Whom somebody should call."""
    if not names:
        return None
    return words.say(
        "Can't be reached on Telegram ({n}): {names}{more}",
        n=words.number(len(names)),
        names=words.list(list(names[:NAMES])),
        more=" …" if len(names) > NAMES else "",
    )


def letter_text(words: Words, letter: Letter) -> Markup:
    if letter.name:
        first = words.say("✉️ <b>{author}</b> to {name}:", author=letter.author, name=letter.name)
    else:
        first = words.say("✉️ <b>{author}</b>:", author=letter.author)
    return stack(first, Markup("{}").format(letter.text))


def letter(words: Words, letter: Letter) -> Screen:
    return Screen(letter_text(words, letter))


def progress_card(words: Words, progress: Progress) -> Screen:
    """How far it has come; what has not left can be stopped."""
    broadcast = progress.broadcast
    text = stack(progress_heading(words, progress), *progress_lines(words, progress))
    if broadcast.state != BroadcastState.SENDING or not progress.waiting:
        return Screen(text)
    return Screen(text, (progress_keys(words, progress),))


def progress_keys(words: Words, progress: Progress) -> tuple[Key, ...]:
    shown = Key(words.label("How far?"), ShowProgress(progress.broadcast.id))
    if progress.waiting <= AT_ONCE and not progress.held_until:
        return (shown,)
    return (shown, Key(words.label("Stop sending"), Stop(progress.broadcast.id)))


def progress_heading(words: Words, progress: Progress) -> Markup:
    state = progress.broadcast.state
    if state == BroadcastState.STOPPED:
        return words.say("✋ <b>Stopped.</b> {name}", name=progress.name)
    if state == BroadcastState.DONE or not progress.waiting:
        return words.say("✅ <b>Sent.</b> {name}", name=progress.name)
    return words.say("📤 <b>Sending…</b> {name}", name=progress.name)


def progress_lines(words: Words, progress: Progress) -> list[Markup]:
    """Queued for N people; delivered, waiting, not delivered, and who is not on Telegram."""
    broadcast = progress.broadcast
    lines = [words.say_n("Queued for {n} person.", "Queued for {n} people.", broadcast.people)]
    if broadcast.gathered:
        lines.append(
            words.say_n(
                "{n} of them reads of it later, together with other activities.",
                "{n} of them read of it later, together with other activities.",
                broadcast.gathered,
            )
        )
    if progress.held_until:
        there = words.at(progress.zone)
        time = there.moment(progress.held_until)
        lines.append(words.say("It leaves {time}, after the quiet hours.", time=time))
    if progress.delivered:
        lines.append(words.say("Delivered: {n}", n=words.number(progress.delivered)))
    lines += missed_lines(words, progress)
    if broadcast.unreachable:
        lines.append(
            words.say_n("{n} person is not on Telegram.", "{n} people are not on Telegram.", broadcast.unreachable)
        )
    blocked = blocked_line(words, progress.blocked)
    return [*lines, blocked] if blocked else lines


def missed_lines(words: Words, progress: Progress) -> list[Markup]:
    """Whom somebody should ask whether they know."""
    lines = []
    if progress.failed:
        names = some(words, progress.missed, progress.failed)
        lines.append(words.say("Not delivered ({n}): {names}", n=words.number(progress.failed), names=names))
    if progress.doubtful:
        names = some(words, progress.doubts, progress.doubtful)
        lines.append(words.say("☎️ We don't know whether it reached: {names}", names=names))
    return lines


def some(words: Words, names: tuple[str, ...], of: int) -> Markup:
    """Ann, Ben and 12 more."""
    if of > len(names):
        more = words.say_n("{n} more", "{n} more", of - len(names))
        return words.list([*(Markup("{}").format(name) for name in names), more])
    return words.list(list(names))


def finished(words: Words, progress: Progress) -> Screen:
    """To the author, once everything has left."""
    return progress_card(words, progress)
