"""Words to many: to whom, what, how it will look, and how far it has come."""

from markupsafe import Markup

from bot.messages.broadcast_rules import BroadcastState
from bot.messages.shown import Letter, Progress
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.links.activities import CopyText
from handlers.links.leading import Manage
from handlers.links.messages import ShowProgress, Stop

NAMES = 10
"""So many names are listed."""


AT_ONCE = 30
"""So few have left before anybody could press *Stop*: Telegram takes about thirty messages a second."""


def blocked_line(words: Words, names: tuple[str, ...]) -> Markup | None:
    """Whom somebody should call."""
    if not names:
        return None
    return words.say(
        "Blocked the bot or left Telegram, please phone ({n}): {names}{more}",
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
    text = stack(progress_heading(words, progress), *progress_lines(words, progress))
    under_way = progress.broadcast.state == BroadcastState.SENDING and (progress.waiting or progress.broadcast.queueing)
    rows = (about_keys(words, progress), progress_keys(words, progress) if under_way else ())
    return Screen(text, tuple(row for row in rows if row))


def about_keys(words: Words, progress: Progress) -> tuple[Key, ...]:
    """What is done next with the activity that it is about."""
    if progress.shift_id is None:
        return ()
    manage = Key(words.label("Manage"), Manage(progress.shift_id))
    if progress.broadcast.kind != "offer":
        return (manage,)
    return (manage, Key(words.label("Copy text"), CopyText(progress.shift_id)))


def progress_keys(words: Words, progress: Progress) -> tuple[Key, ...]:
    shown = Key(words.label("How far?"), ShowProgress(progress.broadcast.id))
    if progress.waiting <= AT_ONCE and not progress.held_until and not progress.broadcast.queueing:
        return (shown,)
    return (shown, Key(words.label("Stop sending"), Stop(progress.broadcast.id)))


def progress_heading(words: Words, progress: Progress) -> Markup:
    state = progress.broadcast.state
    if state == BroadcastState.STOPPED:
        return words.say("✋ <b>Stopped.</b> {name}", name=progress.name)
    if state == BroadcastState.DONE or not (progress.waiting or progress.broadcast.queueing):
        return words.say("✅ <b>Sent.</b> {name}", name=progress.name)
    return words.say("📤 <b>Sending…</b> {name}", name=progress.name)


def progress_lines(words: Words, progress: Progress) -> list[Markup]:
    """Queued for N people; delivered, waiting, not delivered, and who is not on Telegram."""
    broadcast = progress.broadcast
    lines = [words.say_n("Queued for {n} person.", "Queued for {n} people.", broadcast.people)]
    if broadcast.queueing:
        lines.append(words.say("There are many: more people are being added."))
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
            words.say_n(
                "{n} person has no phone with Telegram. Please phone.",
                "{n} people have no phone with Telegram. Please phone.",
                broadcast.unreachable,
            )
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
