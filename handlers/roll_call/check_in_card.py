"""The picture for the lead's screen: a code to scan and the digits, each with the instant until which it is good."""

from typing import Any

from bot.ground import notices
from bot.paper.orders import Order
from bot.roll_call import check_in
from bot.roll_call.check_in_rules import CheckInCard
from bot.speech.screens import Paper
from bot.speech.words import Words
from bot.wire.rendering import Later, Telling
from handlers.talk.journeys import Journey

journey = Journey()


@journey.notice(notices.CheckInQr)
async def show_card(
    to: Telling, shift: int, url: str, ends_at: int, digits: str | int, digits_end_at: int
) -> Later | None:
    """`digits` 0: queued before they stood on it."""
    found = await check_in.card_look(
        to.tx, to.now, shift_id=shift, url=url, ends_at=ends_at, digits=str(digits or ""), digits_end_at=digits_end_at
    )
    return to.later(card, found)


def card(words: Words, look: CheckInCard) -> Paper:
    """Without it the digits do: they stand on the screen before."""
    caption = words.say("Scan to check in: {title}. Good for 30 seconds.", title=look.shift.title)
    instead = words.say("The picture could not be made just now. The six digits above are good: use those.")
    return Paper("check-in.png", Order("check_in_card", "png", data_of(words, look)), caption, instead)


def data_of(words: Words, look: CheckInCard) -> dict[str, Any]:
    there = words.at(look.shift.zone)
    digits = f"{look.digits[:3]} {look.digits[3:]}" if look.digits else ""
    return {
        "language": words.language,
        "title": look.shift.title,
        "when": there.when(look.shift.starts_at, look.shift.ends_at),
        "scan": words.label("Scan to check in, until {time}", time=to_the_second(there, look.ends_at)),
        "digits": digits,
        "type": words.label("or send the bot these digits, until {time}", time=to_the_second(there, look.digits_end_at))
        if digits
        else "",
        "again": words.label("Once to check in, once more to check out."),
        "qr": look.url,
    }


def to_the_second(words: Words, at: int) -> str:
    """30 seconds are not told by the minute."""
    return f"{words.local(at):%H:%M:%S}"
