"""Whom those who lead are asked to phone, and whose hours may be unseen; both as it stands when it leaves."""

from markupsafe import Markup

from bot.call_list import undelivered
from bot.call_list.rules import CallNews, Why
from bot.call_list.unseen_hours import UnseenHours
from bot.ground import notices
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words, later
from bot.wire.rendering import Telling
from handlers.activities.lines import stack, title_line
from handlers.call_list.lines import about, key, whom
from handlers.hours.lines import record_line
from handlers.links.hours import RecordOf
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.CallList)
async def call_list(to: Telling, activity: int, told_at: int) -> Screen | None:
    return to.say(news, await undelivered.news(to.tx, activity, told_at=told_at, person_id=to.person_id))


@journey.notice(notices.HoursUnseen)
async def hours_unseen(to: Telling, record: int) -> Screen | None:
    return to.say(unseen_hours, await undelivered.unseen_hours(to.tx, record_id=record, person_id=to.person_id))


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
    Why.UNREACHABLE: later("☎️ <b>{name}</b> has blocked the bot or left Telegram ({about}). Please phone."),
    Why.ABSENT: later("☎️ <b>{name}</b> has no phone with Telegram ({about}). Please phone."),
}


def unseen_hours(words: Words, found: UnseenHours) -> Screen:
    """To the lead of the hours: the statement may not have arrived."""
    text = stack(
        words.say("☎️ We don't know whether <b>{name}</b> has seen these hours. Please tell them.", name=found.name),
        record_line(words, found.record),
    )
    return Screen(text, ((Key(words.label("Look at the hours"), RecordOf(found.record.id, 0)),),))


def keys_of(words: Words, found: CallNews) -> Rows:
    return ((key(words, found.activity_id),),)
