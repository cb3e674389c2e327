"""What is said of a paper: what was issued, to be compared with it, and what became of it since."""

from markupsafe import Markup

from bot.reports.file_rules import RecordOfService
from bot.reports.issued.rules import Change, Verdict
from bot.speech.screens import LINE
from bot.speech.words import Words
from handlers.hours.rounded import total
from handlers.reports.record_papers import facts, row

ENTRIES_SHOWN = 30
CHANGES_SHOWN = 10


def lines_of(words: Words, found: Verdict, *, file: bool) -> list[Markup]:
    """``file``: it was sent, and not scanned."""
    if found.state == "not_ours":
        return [not_ours(words, file=file)]
    if found.state == "gone" or found.record is None:
        return [gone(words, found)]
    return [first_line(words, found), *since(words, found, found.record), *issued(words, found.record)]


def not_ours(words: Words, *, file: bool) -> Markup:
    first = words.say("❌ <b>Not ours.</b>")
    if file:
        more = words.say("It was not signed by us, or was changed since. If there is a QR code on it, scan that.")
    else:
        more = words.say("No paper with this code was issued here. Please ask whoever gave it to you.")
    return LINE.join([first, more])


def gone(words: Words, found: Verdict) -> Markup:
    day = words.full_day(words.local(found.issued_at).date())
    first = words.say("ℹ️ <b>Paper no. {number} was issued here on {day}.</b>", number=found.number, day=day)
    if found.withdrawn_at:
        first = LINE.join([first, withdrawn(words, found)])
    more = words.say("What it said is not kept any more, so it cannot be compared.")
    return LINE.join([first, more])


def first_line(words: Words, found: Verdict) -> Markup:
    if found.state == "withdrawn":
        return withdrawn(words, found)
    if found.changes:
        return words.say("✅ <b>Genuine, since corrected.</b> Paper no. {number} was issued here.", number=found.number)
    return words.say("✅ <b>Genuine.</b> Paper no. {number} was issued here.", number=found.number)


def withdrawn(words: Words, found: Verdict) -> Markup:
    day = words.full_day(words.local(found.withdrawn_at).date())
    return words.say(
        "🚫 <b>Withdrawn.</b> Paper no. {number} was issued here, and counts no more since {day}.",
        number=found.number, day=day,
    )  # fmt: skip


def since(words: Words, found: Verdict, record: RecordOfService) -> list[Markup]:
    """Of a paper that says no entries only what its sum has become."""
    if not found.changes or found.state != "genuine":
        return []
    lines = [] if record.totals else [change(words, one) for one in found.changes[:CHANGES_SHOWN]]
    now = total(words, found.minutes, record.rounding)
    return [*lines, words.say("Service hours of this paper as they stand now: {hours}", hours=now)]


def change(words: Words, one: Change) -> Markup:
    return words.say(
        "✏️ {day}, {activity}: {after} (was {before})",
        day=one.day.isoformat(), activity=one.activity, after=words.hours(one.after), before=words.hours(one.before),
    )  # fmt: skip


def issued(words: Words, record: RecordOfService) -> list[Markup]:
    lines = [words.say("What was issued; please compare it with the paper:")]
    lines += [Markup("{}: <b>{}</b>").format(word, said) for word, said in facts(words, record)]
    for line in record.entries[:ENTRIES_SHOWN]:
        day, span, _team, activity, _kind, hours = row(words, line)
        lines.append(Markup("· {} {} · {} · {}").format(day, span, activity, hours))
    more = record.entries[ENTRIES_SHOWN:]
    if more:
        hours = words.hours(sum(line.minutes for line in more))
        lines.append(
            words.say_n("and {n} entry more, {hours}", "and {n} entries more, {hours}", len(more), hours=hours)
        )
    return [*lines, words.say("A summary, not the sealed official certificate.")]
