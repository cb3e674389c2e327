"""Asking for hours, one short question after the other; everything can be typed as well."""

from datetime import date, timedelta

from markupsafe import Markup

from bot.hours.looks import ReportLook
from bot.hours.rules import RecordState, ServiceRecord
from bot.speech.screens import Key, Rows, Screen
from bot.speech.words import Words
from handlers.hours import lines as shared
from handlers.links.hours import Confirm, LogChange, LogDay, LogFor, LogKind, LogNote, LogSend, LogSpan, MyHours

DAYS_OFFERED = 4
IN_A_ROW = 2


def ask_whose(words: Words, me: int, found: list[tuple[int, str]], revision: int) -> Screen:
    """For captains and staff: their own, or somebody's whose name they type."""
    keys: Rows = ((Key(words.label("My own"), LogFor(me, revision)),),)
    keys += tuple((Key(name, LogFor(id, revision)),) for id, name in found)
    return Screen(words.say("Whose hours? Press, or type part of a name."), keys)


def nobody(words: Words, me: int, revision: int) -> Screen:
    text = words.say("I found nobody of that name among your people. Type another part of the name.")
    return Screen(text, ((Key(words.label("My own"), LogFor(me, revision)),),))


def ask_day(words: Words, today: date, revision: int, *, name: str = "", duty: Markup | None = None) -> Screen:
    """``name`` '' asks for the own hours. ``duty``: said at once to whom it concerns, not after the last question."""
    days = [today - timedelta(days=back) for back in range(DAYS_OFFERED)]
    named = [words.label("Today"), words.label("Yesterday"), *(words.day(day) for day in days[2:])]
    keys = [Key(label, LogDay(day, revision)) for label, day in zip(named, days, strict=True)]
    ask = (
        words.say("On which day did {name} serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20", name=name)
        if name
        else words.say("On which day did you serve?\nPress, or type it: 20 Nov, last Sat, 2026-11-20")
    )
    text = Markup("\n").join([duty, ask]) if duty else ask
    return Screen(text, tuple(tuple(keys[i : i + IN_A_ROW]) for i in range(0, len(keys), IN_A_ROW)))


def duty_line(words: Words, name: str, *, own: bool) -> Markup:
    """What staff do on duty is no volunteering."""
    if own:
        return words.say("ℹ️ Time on duty is not counted: only what you served outside your work.")
    return words.say("ℹ️ {name} is staff here: time on duty is not counted.", name=name)


def ask_span(words: Words, day: date, either: list[str], revision: int) -> Screen:
    """``either``: two readings of what was typed, as '14:00-16:00'."""
    if either:
        ends = [span.replace(":", "").partition("-") for span in either]
        keys = tuple(Key(span, LogSpan(one, two, revision)) for span, (one, _, two) in zip(either, ends, strict=True))
        return Screen(words.say("{day}: which of the two do you mean?", day=words.day(day)), (keys,))
    return Screen(words.say("{day}: from when to when?\nType it like 14:00-16:30", day=words.day(day)))


def ask_kind(words: Words, revision: int) -> Screen:
    keys = [Key(label, LogKind(code, revision)) for code, label in shared.choices(words)]
    rows = tuple(tuple(keys[i : i + IN_A_ROW]) for i in range(0, len(keys), IN_A_ROW))
    return Screen(words.say("What kind of service was it?"), rows)


def ask_note(words: Words, revision: int, name: str = "") -> Screen:
    text = (
        words.say("What did {name} do? One line is enough. No names of the people who were helped, please.", name=name)
        if name
        else words.say("What did you do? One line is enough. No names of the people you helped, please.")
    )
    return Screen(text, ((Key(words.label("Nothing to add"), LogNote(revision)),),))


def look(words: Words, report: ReportLook, revision: int) -> Screen:
    """Before it is sent."""
    kind = dict(shared.choices(words)).get(report.kind, "")
    when = words.at(report.zone).when(report.span.starts_at, report.span.ends_at)
    lines = [words.say("Send <b>{hours}</b> to be confirmed?", hours=words.hours(report.span.minutes))]
    lines += [Markup("{}").format(part) for part in (report.person, when, report.activity or kind, report.note) if part]
    keys = ((Key(words.label("Send"), LogSend(revision)), Key(words.label("Change"), LogChange(revision))),)
    return Screen(Markup("\n").join(lines), keys)


def sent(words: Words, record: ServiceRecord, *, own: bool, may_confirm: bool) -> Screen:
    """Where it went. Who may confirm it can do so at once."""
    if record.state is RecordState.VERIFIED:
        return Screen(words.say("✅ <b>{hours}</b> confirmed", hours=words.hours(record.entry.minutes)))
    lines = [
        words.say("📝 <b>{hours}</b> sent. They count once the lead has confirmed them.",
                  hours=words.hours(record.entry.minutes)),
        words.say("{what}, {when}", what=shared.what(words, record), when=shared.when(words, record)),
    ]  # fmt: skip
    if not own:
        lines.insert(1, Markup("{}").format(record.person))
    key = Key(words.label("Confirm"), Confirm(record.id, record.entered_at)) if may_confirm else None
    mine = Key(words.label("My hours"), MyHours()) if own else None
    keys = tuple(one for one in (key, mine) if one)
    return Screen(Markup("\n").join(lines), (keys,) if keys else ())
