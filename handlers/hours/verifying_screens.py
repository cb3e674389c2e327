"""What waits for a lead: a page at a glance, one by one, and sending back with a reason."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup

from bot.ground.refusals import NeedsAdministrator, NeedsCoordinator, ReasonMissing, Refusal
from bot.hours.looks import Credited, WaitingPage
from bot.hours.rules import ServiceRecord
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from handlers.activities.lines import stack
from handlers.hours import lines as shared
from handlers.links.hours import Confirm, ConfirmPage, SendBack, ToVerify, VerifyOne
from handlers.links.menu import TakeTyped


def page(words: Words, waiting: WaitingPage, done: Markup | None = None) -> Screen:
    """``done``: what the last press brought about."""
    if not waiting.records:
        nothing = words.say("✅ Nothing is waiting for you.")
        again = ((Key(words.label("From the start"), ToVerify(0)),),) if waiting.total else ()
        return Screen(Markup("\n").join(part for part in (done, nothing) if part), again)
    lines = [done] if done else []
    lines.append(
        words.say_n("<b>{n} entry is waiting for you</b>", "<b>{n} entries are waiting for you</b>", waiting.total)
    )
    lines += [Markup("{}. {}").format(n, line(words, record)) for n, record in enumerate(waiting.records, 1)]
    numbers = tuple(Key(str(n), VerifyOne(record.id)) for n, record in enumerate(waiting.records, 1))
    keys = [Key(words.label("Confirm all of these"), ConfirmPage(waiting.after, waiting.seal))]
    if waiting.more:
        keys.append(Key("›", ToVerify(waiting.records[-1].id)))
    return Screen(Markup("\n").join(lines), (numbers, tuple(keys)))


def line(words: Words, record: ServiceRecord) -> Markup:
    """Anna · 5 Dec, 2 h 30 min · Care home visit ⚠️."""
    warned = " ⚠️" if record.entry.flags else ""
    return Markup("<b>{}</b> · {} · {} · {}{}").format(
        who(words, record),
        words.at(record.zone).short_day(record.day),
        words.hours(record.minutes_of_all),
        shared.what(words, record),
        warned,
    )


def who(words: Words, record: ServiceRecord) -> str:
    if record.entry.person_id is not None:
        return record.person
    heads = words.say_n("{n} person without a name", "{n} people without names", record.entry.heads)
    return str(words.say("{team}: {heads}", team=record.team, heads=heads).unescape())


def one(words: Words, record: ServiceRecord) -> Screen:
    entry = record.entry
    lines = [
        words.say("<b>{who}</b>: {hours}", who=who(words, record), hours=words.hours(record.minutes_of_all)),
        Markup("{}").format(shared.when(words, record)),
        Markup("{} · {}").format(shared.what(words, record), shared.what_kind(words, record)),
        words.say("Source: {source}", source=words.label(shared.SOURCES[entry.source])),
        *shared.why_lines(words, record),
        *shared.flag_lines(words, entry.flags),
    ]
    if entry.note and record.activity:
        lines.append(words.say("Note: {note}", note=entry.note))
    keys = (
        (
            Key(words.label("Confirm"), Confirm(record.id, record.entered_at)),
            Key(words.label("Send back"), SendBack(record.id, None)),
        ),
        (Key(words.label("Back"), ToVerify(0)),),
    )
    return Screen(Markup("\n").join(lines), keys)


def done(words: Words, made: list[Credited]) -> Markup:
    """What became of a page: 5 confirmed; and what the rest needs."""
    verified = [one for one in made if one.refusal is None]
    minutes = sum(one.record.minutes_of_all for one in verified if one.record)
    lines = [
        words.say_n("✅ {n} entry confirmed, {hours}", "✅ {n} entries confirmed, {hours}", len(verified),
                    hours=words.hours(minutes))
    ] if verified else []  # fmt: skip
    return Markup("\n").join([*lines, *left_lines(words, [one.refusal for one in made if one.refusal])])


def left_lines(words: Words, left: list[Refusal]) -> Iterator[Markup]:
    """What each that is not confirmed needs."""
    kinds = Counter(type(one) for one in left)
    if n := kinds.pop(NeedsCoordinator, 0):
        yield words.say_n("{n} needs a coordinator: much in one day", "{n} need a coordinator: much in one day", n)
    if n := kinds.pop(NeedsAdministrator, 0):
        yield words.say_n(
            "{n} needs an administrator: very much in one day", "{n} need an administrator: very much in one day", n
        )
    if n := kinds.pop(ReasonMissing, 0):
        yield words.say_n("{n} needs a reason: tap its number", "{n} need a reason each: tap their numbers", n)
    if n := kinds.total():
        yield words.say_n("{n} could not be confirmed", "{n} could not be confirmed", n)


def confirmed(words: Words, record: ServiceRecord) -> Markup:
    return words.say("✅ {who}: {hours} confirmed", who=who(words, record), hours=words.hours(record.minutes_of_all))


def sent_back(words: Words, record: ServiceRecord) -> Markup:
    return words.say("↩️ Sent back to {who}", who=who(words, record))


def ask_reason(words: Words, record: ServiceRecord) -> Screen:
    text = words.say("Why does it go back to {who}? Press, or type it in a few words.", who=who(words, record))
    keys = tuple((Key(words.label(label), SendBack(record.id, code)),) for code, label in shared.REASONS.items())
    return Screen(text, (*keys, (Key(words.label("Back"), VerifyOne(record.id)),)))


def ask_long_reason(words: Words, record: ServiceRecord) -> Screen:
    """An administrator confirms a very long day, and says why."""
    text = words.say(
        "That makes a very long day for {who}. Why is it right? Type it in a few words.", who=who(words, record)
    )
    return Screen(text, ((Key(words.label("Back"), VerifyOne(record.id)),),))


def sure_of_reason(words: Words, record: ServiceRecord, reason: str, form: str, revision: int) -> Screen:
    text = stack(
        words.say("<b>Confirm the long day for this reason?</b>"),
        words.say("{who}: “{reason}”", who=who(words, record), reason=reason),
    )
    yes = Key(words.label("Yes, confirm"), TakeTyped(form, revision, True))
    return Screen(text, ((yes, Key(words.label("Back"), VerifyOne(record.id))),))


def changed(words: Words) -> str:
    return words.label("Something changed meanwhile. Here is how it stands now.")
