"""Hours of people without phones, asked of whoever looks after them: a slip to hand over or to read aloud."""

from collections.abc import Sequence

from markupsafe import Markup

from bot.ground import notices
from bot.hours.statements import slips
from bot.hours.statements.rules import Slip, StatementLook, StatementState
from bot.speech.pages import in_rows
from bot.speech.screens import Key, Screen
from bot.speech.words import Words
from bot.wire.context import Context
from bot.wire.rendering import Telling
from handlers.activities.lines import stack
from handlers.hours.lines import record_line, spoken_line, what, year_line
from handlers.links.hours import HoursInCare, NotRight, OpenSlip, SlipNames, SlipRight, SlipText, ThatsRight
from handlers.talk.journeys import Journey
from handlers.talk.ways import apart, back_to

journey = Journey()
NAMES = 20
"""So many stand in one message; all of them have a button behind *Not right*."""
READ = 15
"""Of so many the text to pass on is one message."""
MOST = 80
SIGNS = {StatementState.AGREED: "✅", StatementState.STOOD: "✅", StatementState.DISPUTED: "❓"}


@journey.notice(notices.StatementSlip)
async def show_slip(to: Telling, shift: int, asked_at: int) -> Screen | None:
    return to.say(card, await slips.to_ask(await to.desk(), shift_id=shift, asked_at=asked_at))


@journey.on(OpenSlip)
async def open_slip(context: Context, shift: int, asked_at: int) -> Screen:
    return card(context.words, await slips.look(context, shift_id=shift, asked_at=asked_at))


@journey.on(SlipRight)
async def all_right(context: Context, shift: int, asked_at: int) -> Screen:
    return agreed(context.words, await slips.agree(context, shift_id=shift, asked_at=asked_at))


@journey.on(SlipNames)
async def show_names(context: Context, shift: int, asked_at: int) -> Screen:
    return names(context.words, await slips.look(context, shift_id=shift, asked_at=asked_at))


@journey.on(SlipText)
async def show_text(context: Context, shift: int, asked_at: int) -> None:
    """By itself, so that it can be forwarded as it stands."""
    slip = await slips.look(context, shift_id=shift, asked_at=asked_at)
    for first in range(0, len(slip.looks), READ):
        context.send(plain(context.words, slip.looks[first : first + READ], context.viewer.person.name))


def card(words: Words, slip: Slip) -> Screen:
    first = slip.looks[0]
    text = stack(
        words.say_n(
            "🧾 <b>Hours of {n} person without a phone</b>", "🧾 <b>Hours of {n} people without a phone</b>",
            len(slip.looks),
        ),
        Markup("{} · {}").format(what(words, first.record), words.at(first.record.zone).day(first.record.day)),
        *(person_line(words, one) for one in slip.looks[:NAMES]),
        Markup("…") if len(slip.looks) > NAMES else None,
        words.say("Please hand this over or read it aloud, and answer for them."),
        words.say_n(
            "If we don't hear from you in {n} day, this stands.",
            "If we don't hear from you in {n} days, this stands.",
            first.days,
        )
        if slip.open
        else None,
    )  # fmt: skip
    return Screen(text, (answer_keys(words, slip), (text_key(words, slip),)))


def answer_keys(words: Words, slip: Slip) -> tuple[Key, ...]:
    """One person is answered for at once; of several, all, or one by one."""
    if len(slip.looks) == 1:
        record = slip.looks[0].record.id
        right, wrong = (
            Key(words.label("That's right"), ThatsRight(record)),
            Key(words.label("Not right"), NotRight(record)),
        )
        return (right, wrong) if slip.open else (wrong,)
    wrong = Key(words.label("Not right"), SlipNames(slip.shift_id, slip.asked_at))
    right = Key(words.label("All right"), SlipRight(slip.shift_id, slip.asked_at))
    return (right, wrong) if slip.open else (wrong,)


def person_line(words: Words, one: StatementLook) -> Markup:
    """Gran: 2 h 30 min (9:00–11:30, marked by Ms Chan) · This year: 34 h 30 min."""
    sign = SIGNS.get(one.statement.state, "·")
    return Markup("{} {} · {}").format(sign, spoken_line(words, one, one.record.person), year_line(words, one))


def names(words: Words, slip: Slip) -> Screen:
    text = stack(
        words.say("🧾 <b>Whose hours are not right?</b> Tap the name."),
        record_line(words, slip.looks[0].record) if len(slip.looks) == 1 else None,
    )
    shown = slip.looks[:MOST]
    labels = apart([one.record.person[:40] for one in shown])
    keys = [Key(label, NotRight(one.record.id)) for label, one in zip(labels, shown, strict=True)]
    rows = in_rows(keys, 2 if all(len(key.label) <= 14 for key in keys) else 1)
    return Screen(text, (*rows, (back_to(words, OpenSlip(slip.shift_id, slip.asked_at)),)))


def agreed(words: Words, slip: Slip) -> Screen:
    done = [one for one in slip.looks if one.statement.state in {StatementState.AGREED, StatementState.STOOD}]
    text = stack(
        words.say_n("✅ Noted for {n} person, thank you!", "✅ Noted for {n} people, thank you!", len(done)),
        *(person_line(words, one) for one in slip.looks[:NAMES]),
    )
    return Screen(text, ((text_key(words, slip), Key(words.label("Hours of my people"), HoursInCare(0))),))


def text_key(words: Words, slip: Slip) -> Key:
    return Key(words.label("Text to pass on"), SlipText(slip.shift_id, slip.asked_at))


def plain(words: Words, looks: Sequence[StatementLook], by: str) -> Screen:
    """What each of them is to hear, in words that can be read aloud."""
    said = [
        words.say(
            "{name}, thank you for coming on {day} ({title}). You have {hours} for it, and {year} this year.",
            name=one.record.person,
            day=words.at(one.record.zone).day(one.record.day),
            title=what(words, one.record),
            hours=words.hours(one.record.entry.minutes),
            year=words.hours(one.year),
        )
        for one in looks
    ]
    return Screen(stack(*said, words.say("Not right? Please tell {name}.", name=by)))
